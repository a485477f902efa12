import Kit
import Matching
package import Storage

extension Deed { package static let rekeyOffenders = Deed("offenders.rekey") }

/// Keys and counts follow the lists of characters and counties (比对索引): where a new version changes them, records that were kept
/// before would not be found by all that they could be.
extension Offenders {
  /// Makes the keys and counts of every county anew that were made with other lists than those of today; with `all`, of every
  /// county. Answers how many records were gone through. Nothing happens where the lists are the same.
  ///
  /// A county is one deed: its keys go and come together, so no look-up finds half of them. Other deeds of the county wait (on
  /// SQLite, of all counties), look-ups do not.
  @discardableResult
  package func rekey(all: Bool = false, _ database: Database) async throws -> Int {
    let counties = try await database.read { try RekeyStore.counties($0) }
    guard !counties.isEmpty else { return 0 }
    let edition = try shelf.desk().edition
    var total = 0
    for (county, known) in counties where all || known != edition {
      total += try await database.change(county, by: .system, deed: .rekeyOffenders) { tx in
        try rekey(county, edition, tx)
      }
    }
    return total
  }

  private func rekey(_ county: County, _ edition: String, _ tx: Transaction) throws -> Int {
    let (desk, keys) = (try shelf.desk(), try tx.keys())
    try RekeyStore.clear(county, tx)
    var (last, count, tallies, persons) = (Int64(0), 0, [UInt64](), Set<Int64>())
    while true {
      let records = try RekeyStore.records(in: county, after: last, limit: 500, tx)
      guard let end = records.last else { break }
      for record in records {
        let entry = desk.entry(of: record.said)
        try KeyStore.insert(entry.keys.map { StoredKey.value($0, keys) }, of: record.id, tx)
        tallies += entry.tallies
        persons.insert(record.person.value)
      }
      try KeyStore.count(tallies, 1, county: county, tx)
      tallies.removeAll(keepingCapacity: true)
      (last, count) = (end.id.value, count + records.count)
    }
    // Those who came before the search of the house knew of persons.
    for part in Array(persons).chunks(of: 500) {
      try OffenderStore.index(Array(try OffenderStore.persons(Array(part), tx).values), tx)
    }
    try RekeyStore.put(edition, county, tx)
    tx.tell(Ref(RefKind("region"), county.number), "重新编制违法人员的比对索引", [Change("记录", nil, "\(count) 条")])
    return count
  }

  /// After a start and every hour: where the lists are those of the keys, one small question.
  var rekeyJob: Job {
    Job("offenders.rekey", purpose: "字形、地名等名单变了的，重新编制违法人员的比对索引", seconds: 3600) { database in
      try await rekey(database)
    }
  }
}
