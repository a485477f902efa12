extension Unicode.Scalar {
  /// The simplified form of a Traditional character, itself for any other. `醫` → `医`.
  package var simplified: Unicode.Scalar { value < 0x4E00 ? self : Simplified.forms[self] ?? self }
}

private enum Simplified {
  static let forms: [Unicode.Scalar: Unicode.Scalar] = {
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    var traditional: Unicode.Scalar?
    for scalar in SimplifiedTable.text.unicodeScalars where scalar != "\n" {
      guard let pair = traditional else {
        traditional = scalar
        continue
      }
      forms[pair] = scalar
      traditional = nil
    }
    return forms
  }()
}
