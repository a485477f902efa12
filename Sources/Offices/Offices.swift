import Kit
import Packs
package import Storage
package import Web

/// Offices and accounts (机关与账号): the dated region tree, agencies, people, roles, signing in, numbers of papers.
///
/// - `Regions/`: the tree. `People/`: agencies and accounts, the pages of the security administrator.
/// - `RegionList/`: the list of counties that ships with the program, read from `Content/regions/`.
/// - `Roles/`: what each role may do, read from `Content/roles/`. `Appointments/`: who holds which, from when to when.
/// - `SignIn/`: passwords, codes, sessions. `Me/`: one's own account. `Setup/`: the first run of a real county.
/// - `Delegation/`: standing in. `Recusal/`: keeping away. `HandOver/`: everything open moves to another person.
/// - `Numbers/`: gapless series.
package struct Offices: Room {
  package let roles: RoleBook

  private let regions: RegionShelf

  package init(roles: RoleBook, regions: RegionShelf) {
    self.roles = roles
    self.regions = regions
  }

  package var schema: [SchemaChange] { OfficesSchema.changes }
  package var checks: [Check] { OfficesChecks.all }
  package var routes: [Route] {
    SignInRoutes.routes + PeopleRoutes(roles: roles).routes + MeRoutes(roles: roles).routes
      + SetUpRoutes(roles: roles, regions: regions).routes + HandOverRoutes(roles: roles).routes
      + RegionRoutes().routes
  }

  package var panels: [Panel] {
    ["institution", "site"].map { kind in
      Panel(on: RefKind(kind), order: 90) { ref, viewer, reader in try RecusalPanel.make(ref, viewer, reader) }
    }
  }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(80, sign: "交", title: "交接", link: "/handover", permission: .handOver),
      NavigationItem(91, sign: "区", title: "行政区划", link: "/regions", permission: .regionSee),
      NavigationItem(90, sign: "账", title: "账号与岗位", link: "/accounts", permission: .accountSee),
    ]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.account, noun: "个账号", see: .accountSee, link: { "/accounts/\(ID<Account>($0))" }) { number, reader in
        try PeopleStore.person(ID(number), reader).map {
          RecordFace(title: $0.label, place: Placement(county: $0.county, agency: $0.agency.value, owner: number))
        }
      }
    ]
  }
}
