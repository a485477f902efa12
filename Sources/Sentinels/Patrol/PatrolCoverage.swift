import Kit
import Offices
import Storage

/// How often one village was looked at in one month.
struct PatrolTally: Sendable, Hashable {
  let village: Int64
  /// `2026-11`.
  let month: String
  let done: Int64
  let found: Int64
}

/// Patrols of a county by village and month, against what is asked (巡查覆盖). Only what was done counts.
struct PatrolCoverage: Sendable {
  static let months = 6

  let county: Region
  let places: PostPlaces
  /// The first day of each month, the latest first.
  let months: [CivilDate]
  let target: PatrolTarget
  private let tallies: [PatrolTally]

  init(_ county: Region, _ places: PostPlaces, _ tallies: [PatrolTally], _ target: PatrolTarget, today: CivilDate) {
    self.county = county
    self.places = places
    self.tallies = tallies
    self.target = target
    let first = CivilDate(today.year, today.month, 1) ?? today
    months = (0..<Self.months).map { first.adding(months: -$0) }
  }

  static func key(_ month: CivilDate) -> String { String(month.iso.prefix(7)) }

  func done(_ village: Int64, _ month: CivilDate) -> Int64 {
    tallies.first { $0.village == village && $0.month == Self.key(month) }?.done ?? 0
  }

  /// Villages that were looked at often enough in a month.
  func covered(_ month: CivilDate) -> Int {
    places.villages.filter { done($0.number, month) >= Int64(target.times) }.count
  }

  /// Everything of a month, what was looked at in whole towns too.
  func sum(_ month: CivilDate) -> (done: Int64, found: Int64) {
    let own = tallies.filter { $0.month == Self.key(month) }
    return (own.reduce(0) { $0 + $1.done }, own.reduce(0) { $0 + $1.found })
  }

  func isShort(_ month: CivilDate) -> Bool { covered(month) * 100 < target.share * places.villages.count }

  static func read(_ county: Region, _ book: SentinelBook, _ reader: Reader) throws -> PatrolCoverage {
    let since = reader.today.adding(months: -months)
    return PatrolCoverage(
      county, try PostPlaces([county.county], reader),
      try PatrolStore.tallies(in: county.county, since: since, reader), book.patrol, today: reader.today)
  }
}
