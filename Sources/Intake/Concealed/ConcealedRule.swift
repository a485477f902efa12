import Kit
import Offices
import Packs
import Storage

/// Who receives a report about an office first, and where its reporter can go himself; data in `Content/channels/`.
struct ConcealedRule: Sendable {
  /// Roles, the first that anybody of the county or above it holds.
  let first: [String]
  let outside: String
  let provenance: Provenance

  init(_ node: PackNode) {
    first = node.texts("first")
    outside = node.text("outside")
    provenance = node.provenance()
  }
}

enum ConcealedTargets {
  /// Of the county and above it, never of the agency that the clue is about: by the roles that the packs prefer, then the nearest first.
  static func all(in county: County, notOf agency: Int64, _ intake: Intake, _ reader: Reader) throws -> [Person] {
    let above = try Offices.holding(county.number, reader)
    let first = intake.channels.concealed?.first ?? []
    func rank(_ person: Person, _ place: Int) -> (Int, Int, Int) {
      (
        first.firstIndex { person.roles.contains($0) } ?? first.count,
        above.firstIndex(of: person.region) ?? above.count, place
      )
    }
    let able = try Offices.people(over: county, holding: .concealedAnswer, roles: intake.roles, reader).map(\.person)
    return able.enumerated().filter { $0.element.agency.value != agency }
      .sorted { rank($0.element, $0.offset) < rank($1.element, $1.offset) }.map(\.element)
  }
}
