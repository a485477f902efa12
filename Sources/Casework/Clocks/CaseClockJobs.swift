import Duties
import Kit
import Offices
import Procedure
package import Storage
import Web

/// Terms that were counted without the calendar of their year get their true day when that year is published: a step of the
/// case would move them too, but may be months away.
extension Casework {
  package var jobs: [Job] {
    [
      Job("casework.recount", purpose: "工作日历公布以后，重新计算案件的期限", seconds: 86_400) { try await recount($0) },
      waitJob,
    ]
  }

  /// Twice does no more than once.
  func recount(_ database: Database) async throws {
    let counties = try await database.read { try Duties.counties($0) }
    for county in counties {
      let moved = try await database.read { reader in
        try Duties.provisional(on: .lawCase, in: county, reader).filter { try hasMoved(ID($0), reader) }
      }
      if moved.isEmpty { continue }
      try await database.change(county, by: .system, deed: .recountDuties) { tx in
        for number in moved { try recount(ID(number), tx) }
      }
    }
  }

  private func recount(_ id: ID<Case>, _ tx: Transaction) throws {
    let record = try found(id, tx)
    try keepClocks(record, try file(of: record, try CaseStepStore.steps(of: id, tx), tx), tx)
    tx.tell(record.ref, "工作日历或者期限的规定有变动，重新计算案件\(record.number)的期限")
  }

  private func hasMoved(_ id: ID<Case>, _ reader: Reader) throws -> Bool {
    guard let record = try CaseStore.find(id, reader) else { return false }
    let file = try file(of: record, try CaseStepStore.steps(of: id, reader), reader)
    let running = procedure.clocks(file, law: law).filter(\.isDuty)
    return try Duties.waiting(on: record.ref, reader)
      .contains { duty in
        duty.provisional && CaseDuty.isOurs(duty) && !running.contains { CaseDuty.same($0, duty) }
      }
  }
}
