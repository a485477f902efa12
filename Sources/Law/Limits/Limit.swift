package import Kit
package import Packs

/// A definition or limit of law that checks and pages use (界限): how much, how often, how long to keep.
package struct Limit: Hashable, Sendable {
  /// Stable, e.g. `blood.single-volume`.
  package let key: String
  package let title: String
  /// As it is written: a number, or a word. nil where the rule is a sentence only.
  package let value: String?
  package let unit: String?
  /// The rule as a sentence.
  package let says: String
  package let from: CivilDate?
  package let provenance: Provenance
  package let note: String?
}

extension Limit {
  /// The source is an article of a statute (`law`, `article`) or another paper (`source`).
  static func read(_ node: PackNode, _ statutes: Statutes) -> Limit {
    let source =
      node.has("law")
      ? Citation.read(node, statutes, mayBeWhole: true).text : node.text("source") + (node.textIfAny("article") ?? "")
    let limit = Limit(
      key: node.slug("key"), title: node.text("title"), value: node.writtenIfAny("value"), unit: node.textIfAny("unit"),
      says: node.text("says"), from: node.dateIfAny("from"),
      provenance: Provenance(source: source, confidence: node.choice("confidence", standIn: .doubtful)),
      note: node.textIfAny("note"))
    node.claim(limit.key, in: "limits", key: "key")
    return limit
  }
}
