import Kit
package import Packs
package import Web

/// Role (岗位): what people of a post see and do, and how far. Data in `Content/roles/`; ids R01–R35c of the product.
package struct Role: Sendable {
  package let id: String
  package let code: String
  package let name: String
  package let grants: [Permission: Reach]
}

/// All roles. What no role grants, nobody may do.
package struct RoleBook: Sendable {
  package let roles: [Role]
  private let byID: [String: Role]

  init(_ roles: [Role]) {
    self.roles = roles
    byID = Dictionary(roles.map { ($0.id, $0) }) { first, _ in first }
  }

  package static func load(_ source: any ContentSource) throws -> RoleBook {
    let reader = PackReader(source)
    let roles = reader.files(in: "roles") { $0.records("roles", read) }.flatMap { $0 }
    try reader.settle()
    return RoleBook(roles)
  }

  package subscript(id: String) -> Role? { byID[id] }

  /// The rights of somebody who holds several roles: the widest reach of each.
  package func grants(of roles: [String]) -> [Permission: Reach] {
    roles.compactMap { byID[$0]?.grants }.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: max) }
  }

  /// Ids of the roles that hold a right at all.
  package func holding(_ permission: Permission) -> [String] {
    roles.filter { $0.grants[permission] != nil }.map(\.id)
  }

  private static func read(_ node: PackNode) -> Role {
    var grants: [Permission: Reach] = [:]
    for (key, reach) in [("own", Reach.own), ("agency", .agency), ("jurisdiction", .jurisdiction)] {
      for name in node.textsIfAny(key) { grants[Permission(name)] = reach }
    }
    let id = node.slug("id")
    node.claim(id, in: "role", key: "id")
    return Role(id: id, code: node.text("code"), name: node.text("name"), grants: grants)
  }
}
