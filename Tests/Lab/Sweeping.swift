import App
import Kit
import Storage

@testable import Duties

/// A guard of the sweep that is switched off, to prove that the torture notices.
enum SweepFault: String, Sendable {
  /// Remembers that a step was told, and tells it in a deed of its own: what dies between the two is never told.
  case marksFirst = "sweep-marks-first"
  /// Does not look at what was told, and the unique index is gone: who starts again tells again.
  case forgets = "sweep-forgets"
}

/// The sweep without that guard.
struct Sweeping: Sendable {
  let sweep: Sweep
  let fault: SweepFault

  init(_ house: House, _ fault: SweepFault) throws {
    sweep = Sweep(law: house.law, ladders: try HouseContent.load(nil).ladders, roles: house.roles)
    self.fault = fault
  }

  var job: Job { Job("duties.sweep", purpose: "试验", seconds: 3600) { try await run($0) } }

  private func run(_ database: Database) async throws {
    if fault == .forgets { try await dropIndex(database) }
    for county in [Cast.county, Cast.otherCounty] {
      let duties = try await wanting(in: county, database)
      for start in stride(from: 0, to: duties.count, by: Sweep.batch) {
        let batch = Array(duties[start..<min(start + Sweep.batch, duties.count)])
        let marked = try await database.change(county, by: .system, deed: .sweepDuties) { try mark(batch, $0) }
        guard fault == .marksFirst else { continue }
        try await database.change(county, by: .system, deed: .sweepDuties) { try tell(marked, $0) }
      }
    }
  }

  private func wanting(in county: County, _ database: Database) async throws -> [ID<Duty>] {
    if fault == .marksFirst { return try await sweep.wanting(in: county, database) }
    return try await database.read { reader in
      try NoticeStore.near(in: county, until: reader.today.adding(days: 60), reader).map(\.duty.id)
    }
  }

  private func mark(_ duties: [ID<Duty>], _ tx: Transaction) throws -> [Notice] {
    var marked: [Notice] = []
    for (duty, told) in try NoticeStore.states(of: duties, tx) {
      for (step, days) in sweep.untold(duty, told: fault == .forgets ? [] : told, on: tx.today) {
        let notice = Notice(id: tx.world.newID(), duty: duty, step: step, days: days)
        try NoticeStore.insert(notice, tx)
        marked.append(notice)
      }
    }
    if fault == .forgets { try tell(marked, tx) } else { tx.tell(Ref(RefKind("lab"), 1), "先记下") }
    return marked
  }

  private func tell(_ notices: [Notice], _ tx: Transaction) throws {
    let pressers = try Pressers(tx.county, roles: sweep.roles, tx)
    for notice in notices {
      try NoticeStore.insert(pressers.readers(of: notice.step, notice.duty), of: notice, tx)
      tx.tell(notice.duty.subject, notice.words)
    }
  }

  private func dropIndex(_ database: Database) async throws {
    try await database.change(Cast.county, by: .system, deed: Deed("lab.break")) { tx in
      try tx.execute("DROP INDEX IF EXISTS duty_notice_once")
      tx.tell(Ref(RefKind("lab"), 1), "去掉唯一约束")
    }
  }
}
