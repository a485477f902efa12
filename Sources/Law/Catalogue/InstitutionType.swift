package import Packs

/// A type of institution or place (机构类型), with the words that plans and registers use for it.
package struct InstitutionType: Hashable, Sendable {
  package let id: String
  package let name: String
  /// Other words for it; `name` need not be repeated.
  package let aliases: [String]
  /// Words for a whole group, such as 医疗机构: they count only where no closer word stands.
  package let general: [String]
  /// The wider type that a plan means as well: a coverage of 医院 counts 民营医院 too.
  package let kindOf: String?
  /// Whether it works under a licence or filing of the health authority.
  package let licensed: Bool
  package let provenance: Provenance
}

extension InstitutionType {
  static func read(_ node: PackNode) -> InstitutionType {
    let type = InstitutionType(
      id: node.slug("id"), name: node.text("name"), aliases: node.textsIfAny("aliases"),
      general: node.textsIfAny("general"), kindOf: node.textIfAny("kind-of"), licensed: node.flag("licensed"),
      provenance: node.provenance())
    node.claim(type.id, in: "institution-types", key: "id")
    for word in [type.name] + type.aliases { node.claim(word, in: "words for types", key: "aliases") }
    if let wider = type.kindOf { node.refer(to: wider, in: "institution-types", key: "kind-of") }
    return type
  }
}
