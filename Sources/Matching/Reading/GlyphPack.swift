import Packs

/// `Content/matching/characters.yaml`: groups of variants, of characters that look alike, and the mergers of dialects.
struct GlyphPack {
  var variants: [[UInt16]] = []
  var looks: [[UInt16]] = []
  /// Beginnings and ends of syllables that are heard as one, in this order.
  var starts: [(heard: String, as: String)] = []
  var ends: [(heard: String, as: String)] = []

  static func read(_ node: PackNode) -> GlyphPack {
    _ = node.provenance()
    return GlyphPack(
      variants: groups(node.texts("variants")), looks: groups(node.texts("look-alike")),
      starts: pairs(node, "merged-initials"), ends: pairs(node, "merged-finals"))
  }

  /// `zhuang` → `zuan` where zh is heard as z and ng as n.
  func merged(_ letters: String) -> String {
    var word = letters
    if let rule = starts.first(where: { word.hasPrefix($0.heard) }) {
      word = rule.as + word.dropFirst(rule.heard.count)
    }
    if let rule = ends.first(where: { word.hasSuffix($0.heard) }) { word = word.dropLast(rule.heard.count) + rule.as }
    return word
  }

  /// Each line holds groups parted by blanks.
  private static func groups(_ lines: [String]) -> [[UInt16]] {
    lines.flatMap { $0.split(separator: " ") }.map { $0.unicodeScalars.map(Glyphs.unit) }
  }

  private static func pairs(_ node: PackNode, _ key: String) -> [(heard: String, as: String)] {
    node.texts(key).compactMap { text in
      let parts = text.split(separator: " ").map(String.init)
      if parts.count != 2 { node.refuse(key, "“\(text)”应是“听成前 听成后”两部分") }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}
