internal import Yams

/// The kind that YAML 1.1 gives to a single value. Packs have ten thousands of them, nearly all Chinese texts and words,
/// which are told by their first byte; the rest goes to the library's rules.
enum PackKind {
  static func of(_ node: Node) -> Tag.Name {
    guard case .scalar(let scalar) = node, node.tag.rawValue == Tag.Name.str.rawValue, scalar.style == .plain else {
      return Tag.Name(rawValue: node.tag.rawValue)
    }
    return isPlainlyText(scalar.string) ? .str : Resolver.default.resolveTag(of: Node(scalar.string))
  }

  private static func isPlainlyText(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    if first >= 0x80 { return true }
    let letter = first | 0x20
    guard (97...122).contains(letter) else { return false }
    return text.utf8.count > longest || !special.contains(text.lowercased())
  }

  /// Words that mean a truth value or nothing.
  private static let special: Set<String> = ["y", "n", "yes", "no", "true", "false", "on", "off", "null"]
  private static let longest = 5
}
