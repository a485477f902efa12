import Kit
package import Packs
package import Web

/// Role (岗位): what people of a post see and do, and how far. Data in `Content/roles/`; ids R01–R35c of the product.
package struct Role: Sendable {
  package let id: String
  package let code: String
  package let name: String
  /// What the product's table of roles says in words; shown on the page of roles.
  package let sees: String
  package let does: String
  package let never: String
  /// Held by nobody who holds another role: the three administrators.
  package let isAlone: Bool
  /// Citizens and the press need no account; their rows say what the public pages give them.
  package let hasAccount: Bool
  package let grants: [Permission: Reach]
}

/// All roles. What no role grants, nobody may do.
package struct RoleBook: Sendable {
  package let roles: [Role]
  /// What a right is called: `clue.see` → 看线索.
  let words: [String: String]
  private let byID: [String: Role]
  private let holders: [Permission: [String]]

  init(_ roles: [Role], words: [String: String] = [:]) {
    self.roles = roles
    self.words = words
    byID = Dictionary(roles.map { ($0.id, $0) }) { first, _ in first }
    holders = roles.reduce(into: [:]) { holders, role in
      for permission in role.grants.keys { holders[permission, default: []].append(role.id) }
    }
  }

  package static func load(_ source: any ContentSource) throws -> RoleBook {
    let reader = PackReader(source)
    let files = reader.files(in: "roles") { (rights: $0.records("rights", right), roles: $0.records("roles", read)) }
    let words = Dictionary(files.flatMap(\.rights)) { first, _ in first }
    try reader.settle()
    return RoleBook(files.flatMap(\.roles), words: words)
  }

  package subscript(id: String) -> Role? { byID[id] }

  func hasAlone(_ ids: [String]) -> Bool { ids.contains { byID[$0]?.isAlone == true } }

  /// Refuses an administrator's role beside another one.
  func refuseMixed(_ ids: [String]) throws {
    let roles = Set(ids).compactMap { byID[$0] }
    if roles.count > 1, let alone = roles.first(where: \.isAlone) { throw OfficesRefusal.mixedRoles(alone.name) }
  }

  /// The rights of somebody who holds several roles: the widest reach of each.
  package func grants(of roles: [String]) -> [Permission: Reach] {
    let grants = roles.compactMap { byID[$0]?.grants }
    return grants.dropFirst().reduce(into: grants.first ?? [:]) { $0.merge($1, uniquingKeysWith: max) }
  }

  /// Ids of the roles that hold a right at all.
  package func holding(_ permission: Permission) -> [String] {
    holders[permission] ?? []
  }

  private static func right(_ node: PackNode) -> (String, String) { (node.slug("id"), node.text("words")) }

  private static func read(_ node: PackNode) -> Role {
    var grants: [Permission: Reach] = [:]
    for (key, reach) in [("own", Reach.own), ("agency", .agency), ("jurisdiction", .jurisdiction)] {
      for name in node.textsIfAny(key) { grants[Permission(name)] = reach }
    }
    let id = node.slug("id")
    node.claim(id, in: "role", key: "id")
    return Role(
      id: id, code: node.text("code"), name: node.text("name"), sees: node.text("sees"), does: node.text("does"),
      never: node.text("never"), isAlone: node.textIfAny("alone") == "是",
      hasAccount: node.textIfAny("account") != "否", grants: grants)
  }
}
