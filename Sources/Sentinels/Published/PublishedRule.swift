import Packs

/// A part of the rules that posts read (公布的规则).
struct PublishedRule: Sendable {
  let title: String
  let lines: [String]
  let provenance: Provenance

  static func read(_ node: PackNode) -> PublishedRule {
    PublishedRule(title: node.text("title"), lines: node.texts("lines"), provenance: node.provenance())
  }
}
