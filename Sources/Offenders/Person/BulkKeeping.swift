import Kit
import Matching
package import Storage

extension Offenders {
  /// Puts many records in with few statements: what comes out is what `keep` makes of them one after the other. Keys go in
  /// sorted, so that each page of a large register is written once a deed and not once a record.
  ///
  /// Answers those that were not there already. The caller tells the ledger.
  ///
  /// Example: `let added = try offenders.keepAll(rows, tx).count`.
  package func keepAll(_ news: [NewRecord], _ tx: Transaction) throws -> [OffenderRecord] {
    let (keys, desk) = (try tx.keys(), try shelf.desk())
    let fresh = try unknown(news, keys, tx)
    let entries = fresh.map { desk.entry(of: $0.new.said) }
    let numbers = entries.map { entry in
      entry.keys.first { $0.family == .number }.map { StoredKey.value($0, keys) }
    }
    var bearers = try bearers(of: numbers.compactMap(\.self), tx)
    var records: [OffenderRecord] = []
    for (one, number) in zip(fresh, numbers) {
      let own = number.flatMap { person(bearing: one.new.said, among: bearers[$0] ?? []) }
      let record = record(of: one.new, own, tx)
      if let number { bearers[number, default: []].append(Bearer(record)) }
      records.append(record)
    }
    try RecordStore.insert(Array(zip(records, fresh.map(\.fingerprint))), tx)
    let rows = zip(records, entries).flatMap { record, entry in
      entry.keys.map { (key: StoredKey.value($0, keys), record: record.id) }
    }
    try KeyStore.insert(rows.sorted { ($0.key, $0.record.value) < ($1.key, $1.record.value) }, tx)
    try KeyStore.count(entries.flatMap(\.tallies), 1, county: tx.county, tx)
    try refresh(records, tx)
    return records
  }

  private func record(of new: NewRecord, _ own: ID<Offender>?, _ tx: Transaction) -> OffenderRecord {
    OffenderRecord(
      id: tx.world.newID(), person: own ?? tx.world.newID(), county: tx.county, origin: new.origin, source: new.source,
      subject: new.subject, batch: new.batch, said: new.said, penalty: new.penalty, at: tx.now)
  }

  /// Each record once, and none that the register has.
  private func unknown(
    _ news: [NewRecord], _ keys: Keys, _ tx: Transaction
  ) throws -> [(new: NewRecord, fingerprint: String)] {
    let printed = news.map { (new: $0, fingerprint: $0.fingerprint(keys)) }
    var seen = try RecordStore.known(printed.map(\.fingerprint), tx)
    return printed.filter { seen.insert($0.fingerprint).inserted }
  }

  /// Who bears each whole number already.
  private func bearers(of numbers: [Int64], _ tx: Transaction) throws -> [Int64: [Bearer]] {
    let lists = try KeyStore.lists(numbers, tx).filter { !$0.value.isEmpty }
    let known = try RecordStore.records(lists.values.flatMap(\.self), tx)
    let byID = Dictionary(known.map { ($0.id.value, $0) }) { first, _ in first }
    return lists.mapValues { $0.compactMap { byID[$0].map(Bearer.init) } }
  }

  /// The persons of new records, drawn from all of theirs.
  private func refresh(_ records: [OffenderRecord], _ tx: Transaction) throws {
    let groups = Dictionary(grouping: records, by: \.person)
    let known = try OffenderStore.known(groups.keys.map(\.value), tx)
    for person in groups.keys where known.contains(person.value) { try refresh(person, tx) }
    let new = groups.filter { !known.contains($0.key.value) }.sorted { $0.key < $1.key }
    let persons = new.compactMap { id, records in
      let sorted = records.sorted(by: OffenderRecord.isOlder)
      return PersonSummary(sorted).map { OffenderPerson(id: id, county: tx.county, $0, sorted, at: tx.now) }
    }
    try OffenderStore.insert(persons, tx)
    try OffenderStore.index(persons, tx)
  }
}
