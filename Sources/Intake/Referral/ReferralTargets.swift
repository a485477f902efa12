import Kit
import Offices
import Storage

/// Who a clue can be handed on to.
enum ReferralTargets {
  /// People of other agencies who receive: of the county and those above it, then one of each agency of other counties.
  static func all(
    from county: County, agency own: Int64, roles: RoleBook, _ reader: Reader
  ) throws -> [(person: Person, level: ReferralLevel)] {
    let near = try Offices.people(in: county, holding: .referralAnswer, roles: roles, reader)
      .filter { $0.agency.value != own }
    let others = try Offices.counties(reader).filter { $0.county != county }
    let far = try others.flatMap { other -> [Person] in
      var known: Set<Int64> = []
      return try Offices.people(in: other.county, holding: .referralAnswer, roles: roles, reader)
        .filter { known.insert($0.agency.value).inserted }
    }
    return try (near + far).map { ($0, try level(of: $0, from: county, reader)) }
  }

  static func level(of person: Person, from county: County, _ reader: Reader) throws -> ReferralLevel {
    if person.region == county.number { return .department }
    if try Offices.holding(county.number, reader).contains(person.region) { return .superior }
    return person.county == county ? .lower : .elsewhere
  }

  static func words(_ one: (person: Person, level: ReferralLevel)) -> String {
    let place = one.level == .elsewhere ? "\(one.person.regionName)　" : ""
    return "\(one.level.title)：\(place)\(one.person.agencyName)　\(one.person.name)（\(one.person.post)）"
  }
}
