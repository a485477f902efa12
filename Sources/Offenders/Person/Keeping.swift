package import Kit
package import Matching
package import Storage

/// A record on its way in.
package struct NewRecord: Sendable {
  package let origin: RecordOrigin
  package let source: String
  package let subject: Ref?
  package let batch: Int64?
  package let said: MatchRecord
  package let penalty: PenaltyFacts

  package init(
    _ origin: RecordOrigin, source: String, subject: Ref? = nil, batch: Int64? = nil, said: MatchRecord,
    penalty: PenaltyFacts
  ) {
    self.origin = origin
    self.source = source
    self.subject = subject
    self.batch = batch
    self.said = said
    self.penalty = penalty
  }

  /// Of what the record says, wherever it comes from: the same row brought twice is one record. Keyed, because it holds the
  /// number; of a record of our own its subject alone.
  func fingerprint(_ keys: Keys) -> String {
    if let subject { return "\(subject)" }
    let columns = MatchRecord.columns.map { said[keyPath: $0.field] }
    let facts = [penalty.decisionNumber, penalty.authority, penalty.decidedOn?.iso ?? "", penalty.violationName]
    return keyedHash((columns + facts).joined(separator: "\u{1F}"), key: keys.lookup)
  }
}

extension Offenders {
  /// Puts a record in: with its keys and counts, so that the next look-up sees it. It joins the person whose record bears the
  /// same whole number and one of the same names; else it is a person of its own, and what it resembles is for people to judge.
  ///
  /// Answers nil where the same record is there already. The caller tells the ledger.
  package func keep(_ new: NewRecord, _ tx: Transaction) throws -> OffenderRecord? {
    let fingerprint = new.fingerprint(try tx.keys())
    guard try RecordStore.record(fingerprint: fingerprint, tx) == nil else { return nil }
    let own = try person(numbered: new.said, tx)
    let record = OffenderRecord(
      id: tx.world.newID(), person: own ?? tx.world.newID(), county: tx.county, origin: new.origin, source: new.source,
      subject: new.subject, batch: new.batch, said: new.said, penalty: new.penalty, at: tx.now)
    try put(record, fingerprint, tx)
    return record
  }

  /// The record of a subject says something else now. Its keys and its person follow.
  func replace(_ old: OffenderRecord, by new: NewRecord, _ tx: Transaction) throws {
    try remove(old, tx)
    let record = OffenderRecord(
      id: old.id, person: old.person, county: old.county, origin: old.origin, source: new.source, subject: old.subject,
      batch: old.batch, said: new.said, penalty: new.penalty, at: tx.now)
    try put(record, new.fingerprint(try tx.keys()), tx)
    if old.penalty.isPenalty, !new.penalty.isPenalty { try recheckBlack([old.id.value], tx) }
  }

  private func put(_ record: OffenderRecord, _ fingerprint: String, _ tx: Transaction) throws {
    let (keys, entry) = (try tx.keys(), try shelf.desk().entry(of: record.said))
    try RecordStore.insert(record, fingerprint: fingerprint, tx)
    try KeyStore.insert(entry.keys.map { StoredKey.value($0, keys) }, of: record.id, tx)
    try KeyStore.count(entry.tallies, 1, county: record.county, tx)
    try refresh(record.person, tx)
  }

  private func remove(_ record: OffenderRecord, _ tx: Transaction) throws {
    let (keys, entry) = (try tx.keys(), try shelf.desk().entry(of: record.said))
    try RecordStore.delete(record.id, tx)
    try KeyStore.delete(entry.keys.map { StoredKey.value($0, keys) }, of: record.id, tx)
    try KeyStore.count(entry.tallies, -1, county: record.county, tx)
  }

  /// The person who bears this number and one of these names; nil where the number is not whole, or borne by several.
  private func person(numbered said: MatchRecord, _ tx: Transaction) throws -> ID<Offender>? {
    let entry = try shelf.desk().entry(of: said)
    guard let key = entry.keys.first(where: { $0.family == .number }) else { return nil }
    let value = StoredKey.value(key, try tx.keys())
    let records = try RecordStore.records(try KeyStore.lists([value], tx)[value] ?? [], tx)
    return person(bearing: said, among: records.map(Bearer.init))
  }

  /// Of those who share a whole number, the one person with one of the same names.
  func person(bearing said: MatchRecord, among bearers: [Bearer]) -> ID<Offender>? {
    let asked = Bearer.names(of: said)
    let same = bearers.filter { $0.number == said.idNumber.uppercased() && !asked.isDisjoint(with: $0.names) }
    let persons = Set(same.map(\.person))
    return persons.count == 1 ? persons.first : nil
  }

  /// Draws what stands in lists of a person from his records. `into` where they all went to another.
  func refresh(_ id: ID<Offender>, into other: ID<Offender>? = nil, _ tx: Transaction) throws {
    let records = try RecordStore.records(of: id, tx)
    let known = try OffenderStore.person(id, tx)
    guard let summary = PersonSummary(records) else {
      guard let known else { return }
      return try put(known.emptied(into: other, at: tx.now), tx)
    }
    try put(OffenderPerson(id: id, county: known?.county ?? tx.county, summary, records, at: tx.now), tx)
  }

  private func put(_ person: OffenderPerson, _ tx: Transaction) throws {
    try OffenderStore.put(person, tx)
    try OffenderStore.index([person], tx)
  }
}

/// Who bears a number (持号人): what decides whether a new record is the same person.
struct Bearer {
  let person: ID<Offender>
  let number: String
  let names: Set<String>

  init(_ record: OffenderRecord) {
    (person, number, names) = (record.person, record.said.idNumber.uppercased(), Bearer.names(of: record.said))
  }

  static func names(of said: MatchRecord) -> Set<String> {
    Set(said.names.map { foldedWords([$0]) }.filter { !$0.isEmpty })
  }
}

/// What the records of a person say together: of each field what the newest record says that says it.
struct PersonSummary {
  let name: String
  let otherNames: [String]
  let sex: String
  let birthYear: String
  let homePlace: String
  let counties: Int64
  let firstOn: CivilDate?
  let lastOn: CivilDate?

  /// Nil for no records.
  init?(_ records: [OffenderRecord]) {
    guard let newest = records.last else { return nil }
    func last(_ field: KeyPath<MatchRecord, String>) -> String {
      records.last { !$0.said[keyPath: field].isEmpty }?.said[keyPath: field] ?? ""
    }
    name = newest.said.name
    var seen: Set<String> = [newest.said.name, ""]
    otherNames = records.reversed().flatMap(\.said.names).map(\.trimmed).filter { seen.insert($0).inserted }
    sex = last(\.sex)
    birthYear = last(\.birthYear)
    homePlace = last(\.homePlace)
    counties = Int64(
      Set(records.map { $0.said.practiceCounty.isEmpty ? "\($0.county.number)" : $0.said.practiceCounty }).count)
    let days = records.compactMap(\.on)
    (firstOn, lastOn) = (days.min(), days.max())
  }
}

extension OffenderPerson {
  /// As his records say; they are sorted, the oldest first.
  init(id: ID<Offender>, county: County, _ summary: PersonSummary, _ records: [OffenderRecord], at moment: Instant) {
    self.init(
      id: id, county: county, name: summary.name, otherNames: summary.otherNames, sex: summary.sex,
      birthYear: summary.birthYear, homePlace: summary.homePlace, records: Int64(records.count),
      penalties: Int64(records.count { $0.penalty.isPenalty }), counties: summary.counties, firstOn: summary.firstOn,
      lastOn: summary.lastOn, evidenceAt: moment, into: nil)
  }

  /// Without records: merged into another, or split up.
  func emptied(into other: ID<Offender>?, at: Instant) -> OffenderPerson {
    OffenderPerson(
      id: id, county: county, name: name, otherNames: otherNames, sex: sex, birthYear: birthYear, homePlace: homePlace,
      records: 0, penalties: 0, counties: 0, firstOn: firstOn, lastOn: lastOn, evidenceAt: at, into: other ?? id)
  }
}
