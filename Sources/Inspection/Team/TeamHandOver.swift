package import Kit
package import Offices
package import Storage
package import Web

extension Team {
  /// The same team with another person in one place, under the same rules as when it was chosen.
  package func replacing(
    _ from: Int64, with to: Int64, holding permission: Permission, roles: RoleBook, parties: [Ref], _ tx: Transaction
  ) throws -> Team {
    func place(_ officer: Officer) -> ID<Account> { officer.id.value == from ? ID(to) : officer.id }
    return try Team.choose(place(first), place(second), holding: permission, roles: roles, parties: parties, tx)
  }
}
