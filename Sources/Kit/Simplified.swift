extension Unicode.Scalar {
  /// The simplified form of a Traditional character, itself for any other. `醫` → `医`.
  package var simplified: Unicode.Scalar { value < 0x4E00 ? self : Simplified.form(of: self) }
}

private enum Simplified {
  /// Nearly all lie in the first block and are found by their place: texts are folded whole, character by character.
  private static let block: Range<UInt32> = 0x4E00..<0xA000
  private static let near: [Unicode.Scalar] = block.map { value in
    let scalar = Unicode.Scalar(value) ?? "〇"
    return forms[scalar] ?? scalar
  }

  static func form(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    block.contains(scalar.value) ? near[Int(scalar.value - block.lowerBound)] : forms[scalar] ?? scalar
  }

  private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
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
