import Kit
import Law
import Offices
package import Storage

extension Deed {
  package static let sweepDuties = Deed("duties.sweep")
}

/// The sweep (提醒和督办): finds what is near its date or past it, and tells each step once.
///
/// What was told stands in `duty_notice`; nothing else remembers it. A deed looks, writes and tells the ledger in one
/// transaction, deeds of one county happen one after the other, and a unique index stands behind them: so no step is
/// lost when the process dies, and none is told twice when two processes sweep.
struct Sweep: Sendable {
  let ladders: Ladders
  let calendar: WorkCalendar
  let roles: RoleBook

  /// Duties that share a deed: some milliseconds, so that nobody waits for it.
  static let batch = 20

  init(law: LawContent, ladders: Ladders, roles: RoleBook) {
    (calendar, self.ladders, self.roles) = (law.calendar, ladders, roles)
  }

  func run(_ database: Database) async throws {
    for county in try await database.read({ try ClockStore.counties($0) }) {
      for batch in try await wanting(in: county, database).pieces(of: Self.batch) {
        try await database.change(county, by: .system, deed: .sweepDuties) { try tell(batch, $0) }
      }
    }
  }

  /// Duties of a county with a step that was not told yet, the oldest date first.
  func wanting(in county: County, _ database: Database) async throws -> [ID<Duty>] {
    try await database.read { reader in
      let near = try NoticeStore.near(in: county, until: reader.today.adding(days: ladders.horizon), reader)
      return near.filter { !untold($0.duty, told: $0.told, on: reader.today).isEmpty }.map(\.duty.id)
    }
  }

  /// Looks again, within the deed: a duty may have been settled, moved or told since.
  func tell(_ duties: [ID<Duty>], _ tx: Transaction) throws {
    var pressers = try Pressers(tx.county, roles: roles, tx)
    for (duty, told) in try NoticeStore.states(of: duties, tx) {
      for (step, days) in untold(duty, told: told, on: tx.today) {
        let notice = Notice(id: tx.world.newID(), duty: duty, step: step, days: days)
        let readers = pressers.readers(of: step, duty)
        try NoticeStore.insert(notice, tx)
        try NoticeStore.insert(readers, of: notice, tx)
        tx.tell(duty.subject, "\(notice.words)：\(duty.title)，通知\(try pressers.labels(of: readers, tx))")
      }
    }
  }

  func untold(_ duty: OpenDuty, told: Set<String>, on day: CivilDate) -> [(step: NoticeStep, days: Int)] {
    ladders.ladder(for: duty.kind).steps(of: duty, on: day, calendar).filter { !told.contains($0.step.key) }
  }
}

extension Array {
  fileprivate func pieces(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
