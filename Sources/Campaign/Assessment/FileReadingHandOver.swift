internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

extension FileReadings {
  /// What somebody owes on drawn files goes only to who may do it: reading and deciding to people outside of the unit, and never both
  /// to one; the answer stays within the unit.
  static func handOver(_ roles: RoleBook) -> HandOver {
    HandOver("抽查案卷") { account, reader in
      try Duties.owed(by: account, kinds: [duty, answerDuty, decideDuty], reader)
    } move: { record, _, to, tx in
      let reading = try found(ID(record.number), tx)
      guard let kind = try Duties.waiting(on: record, tx).first?.kind else { throw GivingRefusal.settled }
      let able =
        kind == answerDuty
        ? try Reassigning.able(of: ID(reading.agency), in: reading.county, roles: roles, tx)
        : try FileReaders.able(in: reading.county, roles: roles, tx).filter { person in
          let other = kind == duty ? reading.arbiter : reading.finding?.by
          return person.agency.value != reading.agency && person.id.value != other
        }
      guard let person = able.first(where: { $0.id.value == to }) else { throw GivingRefusal.notThere }
      if kind == duty { try FileReadingStore.setReader(person, of: reading.id, tx) }
      if kind == decideDuty { try FileReadingStore.setArbiter(person, of: reading.id, tx) }
      try Giving.move(record, kind, to: person, tx)
    }
  }
}
