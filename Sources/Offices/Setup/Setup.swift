import Kit
package import Storage
import Web

/// The first run of a real county (首次设置): its place in the tree, its towns, its agencies, the three administrators and
/// the first head. Everything else is added later by those people.
package struct FirstCounty: Sendable {
  let place: FirstPlace
  /// One or two characters for numbers of papers.
  let sign: String
  let towns: [String]
  let bureau: String
  let institute: String
  let office: String
  let people: [FirstPerson]
}

/// Where the county stands, with six digits of GB/T 2260 each; above the county the code is empty where it is not known.
package struct FirstPlace: Sendable {
  let province: ListedPlace
  /// Nil where the province governs the county itself.
  let city: ListedPlace?
  let county: ListedPlace
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
    let place = first.place
    for (listed, number) in [
      (place.province, numbers.province), (place.city, numbers.city), (place.county, numbers.county),
    ] {
      if let listed, !listed.code.isEmpty { try RegionStore.setCode(listed.code, of: number, tx) }
    }
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
    let top = Region(
      number: numbers.province, parent: nil, county: .platform, name: place.province.name, level: .province)
    let city = place.city.map {
      Region(number: numbers.city, parent: numbers.province, county: .platform, name: $0.name, level: .city)
    }
    let own = Region(
      number: numbers.county, parent: (city ?? top).number, county: home, name: place.county.name, level: .county,
      sign: sign)
    return [top, city, own].compactMap { $0 }
      + zip(numbers.towns, towns).map { number, name in
        Region(number: number, parent: numbers.county, county: home, name: name, level: .town)
      }
  }
}
