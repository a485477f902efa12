import Kit
import Packs
package import Storage
package import Web

/// Offices and accounts (机关与账号): the dated region tree, agencies, people, roles, signing in, numbers of papers.
///
/// - `Regions/`: the tree. `People/`: agencies and accounts, the page of the security administrator.
/// - `Roles/`: what each role may do, read from `Content/roles/`. `SignIn/`: passwords and sessions.
/// - `Numbers/`: gapless series.
package struct Offices: Room {
  package let roles: RoleBook

  package init(roles: RoleBook) { self.roles = roles }

  package var schema: [SchemaChange] { OfficesSchema.changes }
  package var checks: [Check] { OfficesChecks.all }
  package var routes: [Route] { SignInRoutes.routes + PeopleRoutes(roles: roles).routes }

  package var navigation: [NavigationItem] {
    [NavigationItem(90, sign: "账", title: "账号与岗位", link: "/accounts", permission: .accountSee)]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.account, noun: "个账号", link: { _ in "/accounts" }) { number, reader in
        try PeopleStore.person(ID(number), reader).map {
          RecordFace(title: $0.label, place: Placement(county: $0.county, agency: $0.agency.value, owner: number))
        }
      }
    ]
  }
}
