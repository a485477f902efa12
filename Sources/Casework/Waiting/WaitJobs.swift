import Duties
import Kit
import Procedure
import Storage
import Web

extension Deed { static let keepWaits = Deed("casework.keep-waits") }

/// People come and go without a step of the case: a reviewer is appointed, a clerk leaves. What waits goes to whoever has to do it
/// now.
extension Casework {
  var waitJob: Job {
    Job("casework.waits", purpose: "等人办的事：原来的人不能办了，或者有了该办的人，就换人", seconds: 3_600) { try await keepWaits($0) }
  }

  /// Twice does no more than once.
  func keepWaits(_ database: Database) async throws {
    let kinds = WaitKind.allCases.map(\.rawValue)
    for county in try await database.read({ try Duties.counties($0) }) {
      let moved = try await database.read { reader in
        try Duties.subjects(.lawCase, owing: kinds, in: county, reader).filter { try hasMoved(waitsOf: ID($0), reader) }
      }
      if moved.isEmpty { continue }
      try await database.change(county, by: .system, deed: .keepWaits) { tx in
        for number in moved { try keepWaits(of: ID(number), tx) }
      }
    }
  }

  private func keepWaits(of id: ID<Case>, _ tx: Transaction) throws {
    let record = try found(id, tx)
    try keepOwed(record, tx)
    tx.tell(record.ref, "案件\(record.number)里等人办的事，交给现在该办的人")
  }

  /// What is owed in a case, where something besides a step changed it: a person, a ruling.
  func keepOwed(_ record: CaseRecord, _ tx: Transaction) throws {
    let file = try file(of: record, try CaseStepStore.steps(of: record.id, tx), tx)
    try keepWaits(record, file, after: nil, tx)
    try keepAfter(record, file, tx)
  }

  private func hasMoved(waitsOf id: ID<Case>, _ reader: Reader) throws -> Bool {
    guard let record = try CaseStore.find(id, reader) else { return false }
    let (file, open) = (
      try file(of: record, try CaseStepStore.steps(of: id, reader), reader), try openWaits(record, reader)
    )
    let waits = try Waits(room: self, record: record, file: file, step: nil, open: open, reader: reader).all
    return waits.contains { $0.kept == nil } || waits.count != open.count
  }
}
