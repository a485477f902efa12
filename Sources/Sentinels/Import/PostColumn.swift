import Kit
import Packs

/// What a column of a list of posts may hold.
enum PostField: String, CaseIterable, Sendable {
  case name, kind, town, village, address, supervisor, plaque, file, contact, telephone
}

/// A column that the import knows (名册的列), from `Content/sentinels/columns.yaml`.
struct PostColumn: Sendable {
  let field: PostField
  let title: String
  let aliases: [String]
  let isRequired: Bool

  static func read(_ node: PackNode) -> PostColumn {
    let field = node.choice("field", standIn: PostField.name)
    node.claim(field.rawValue, in: "sentinel-columns", key: "field")
    return PostColumn(
      field: field, title: node.text("title"), aliases: node.textsIfAny("aliases"), isRequired: node.flag("required"))
  }

  func isCalled(_ heading: String) -> Bool {
    let words = Kit.folded(heading)
    return ([title] + aliases).contains { Kit.folded($0) == words }
  }
}
