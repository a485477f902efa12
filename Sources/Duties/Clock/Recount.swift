package import Kit
import Law
package import Storage

extension Deed {
  package static let recountDuties = Deed("duties.recount")
}

/// A record of an upper room that keeps the date of its duty beside itself; `App` fills it with the room's deed.
package typealias DueFollower =
  @Sendable (
    _ subject: Ref, _ kind: String, _ due: CivilDate, _ provisional: Bool, _ tx: Transaction
  ) throws -> Void

/// Counts every running term again: the State Council's notice for a year came, or a pack was mended. Content is read
/// at start, so the job that runs this at start is enough; a date that is true already is left alone.
struct Recount: Sendable {
  let law: LawContent
  let followers: [DueFollower]

  static let batch = 200

  func run(_ database: Database) async throws {
    for county in try await database.read({ try ClockStore.counties($0) }) {
      var last: Int64? = 0
      while let from = last {
        let clocks = try await database.read { try ClockStore.termed(in: county, after: from, limit: Self.batch, $0) }
        let wrong = clocks.filter { !isTrue($0) }.map(\.duty.id)
        if !wrong.isEmpty { try await mend(wrong, in: county, database) }
        last = clocks.last?.duty.id.value
      }
    }
  }

  private func mend(_ duties: [ID<Duty>], in county: County, _ database: Database) async throws {
    try await database.change(county, by: .system, deed: .recountDuties) { tx in
      for duty in duties { try mend(duty, tx) }
    }
  }

  /// Looks again, within the deed: it may have been settled or moved since.
  private func mend(_ id: ID<Duty>, _ tx: Transaction) throws {
    guard let duty = try DutyStore.open("duty.id = \(id)", tx).first, duty.suspended == nil,
      let clock = try Clock.of(duty, tx), !isTrue(clock)
    else { return }
    let due = try clock.count(law, tx)
    for follow in followers { try follow(duty.subject, duty.kind, due.date, due.provisional, tx) }
    try clock.tell("工作日历或者期限的规定有变动，重新计算“\(duty.title)”的期限", after: due, tx)
  }

  /// What the packs no longer hold is left as it is; the self-check names it.
  private func isTrue(_ clock: Clock) -> Bool { (try? clock.isTrue(law)) ?? true }
}
