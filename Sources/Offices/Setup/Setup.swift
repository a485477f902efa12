import Kit
package import Storage
import Web

/// The first run of a real county (首次设置): its place in the tree, its towns, its agencies, the three administrators and
/// the first head. Everything else is added later by those people.
package struct FirstCounty: Sendable {
  let province: String
  let city: String
  let county: String
  /// Six digits of GB/T 2260.
  let code: String
  /// One or two characters for numbers of papers.
  let sign: String
  let towns: [String]
  let bureau: String
  let institute: String
  let office: String
  let people: [FirstPerson]
}

struct FirstPerson: Sendable {
  let login: String
  let name: String
  let role: String
  /// Already derived.
  let password: String
}

extension Deed { package static let setUp = Deed("offices.set-up") }

extension Offices {
  /// Refuses a store that already has people.
  static func setUp(_ first: FirstCounty, _ numbers: SetUpNumbers, roles: RoleBook, _ tx: Transaction) throws {
    guard try PeopleStore.isEmpty(tx) else { throw OfficesRefusal.setUpDone }
    try addRegions(first.regions(numbers), from: tx.today, tx)
    try RegionStore.setCode(first.code, of: tx.county.number, tx)
    let agencies = [
      "bureau": try addAgency(first.bureau, tx), "institute": try addAgency(first.institute, tx),
      "office": try addAgency(first.office, tx),
    ]
    for person in first.people {
      let home = ["head": "institute", "office": "office"][person.role] ?? "bureau"
      guard let agency = agencies[home] else { throw MissingRecord("个单位") }
      _ = try addAccount(
        NewAccount(
          login: person.login, name: person.name, post: roles[person.role]?.name ?? person.role, agency: agency,
          region: tx.county.number, certificate: nil, roles: [person.role], password: person.password),
        roles: roles, tx)
    }
  }
}

/// Numbers that the new regions get; drawn before the deed, because the county's own is part of it.
struct SetUpNumbers: Sendable {
  let province: Int64
  let city: Int64
  let county: Int64
  let towns: [Int64]

  init(towns count: Int, _ world: World) {
    province = world.newID(Region.self).value
    city = world.newID(Region.self).value
    county = world.newID(Region.self).value
    towns = (0..<count).map { _ in world.newID(Region.self).value }
  }
}

extension FirstCounty {
  fileprivate func regions(_ numbers: SetUpNumbers) -> [Region] {
    let home = County(numbers.county)
    let above = [
      Region(number: numbers.province, parent: nil, county: .platform, name: province, level: .province),
      Region(number: numbers.city, parent: numbers.province, county: .platform, name: city, level: .city),
      Region(number: numbers.county, parent: numbers.city, county: home, name: county, level: .county, sign: sign),
    ]
    return above + zip(numbers.towns, towns).map { number, name in
      Region(number: number, parent: numbers.county, county: home, name: name, level: .town)
    }
  }
}
