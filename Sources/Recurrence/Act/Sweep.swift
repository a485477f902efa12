import Kit
import Offenders
import Storage

extension Recurrence {
  /// Counts every open act anew, because the register grows: a list from another province may bring the second penalty. It also
  /// owes what nobody owes any more.
  var sweepJob: Job {
    let room = self
    return Job("recurrence.sweep", purpose: "重新清点没有达到两次的人，补上没有人负责的再犯提示", seconds: 3600) { database in
      for county in try await database.read({ try ActStore.counties($0) }) {
        try await room.sweep(county, database)
      }
    }
  }

  /// One deed an act: a list of any length never holds the county's ledger up.
  func sweep(_ county: County, _ database: Database) async throws {
    var last: Int64 = 0
    while true {
      let from = last
      let acts = try await database.read { reader in
        (all: try ActStore.open(in: county, after: from, reader), due: try due(in: county, after: from, reader))
      }
      for act in acts.due {
        try await database.change(county, by: .system, deed: .sweepRecurrences) { tx in
          try weigh(try found(act.id, tx), tx)
        }
      }
      guard let end = acts.all.last else { return }
      last = end.id.value
    }
  }

  /// Of the acts after one those that the sweep would change.
  private func due(in county: County, after id: Int64, _ reader: Reader) throws -> [ActRecord] {
    try ActStore.open(in: county, after: id, reader).filter { act in
      act.state == .watched ? try result(of: act, reader).isReached : try isIdle(act, reader)
    }
  }
}
