import Kit
import Matching
import Storage

/// All SQL of records. Number and telephone lie sealed with a key outside of the store.
enum RecordStore {
  private static let columns: SQL = """
    id, person, county, origin, source, subject_kind, subject, batch, \(sql: described), decision_number, authority,
    decided_on, kinds, violation, violation_name, served_on, remedy_end, standing, qualification, transferred_on, act_ended,
    at
    """

  /// What is compared.
  private static let described: SQL = """
    name, aliases, former_names, sex, birth_year, sealed, ethnicity, home_place, practice_county, address, institution,
    case_date
    """

  /// The oldest first.
  static func records(of person: ID<Offender>, _ reader: Reader) throws -> [OffenderRecord] {
    let keys = try reader.keys()
    return try reader.query("SELECT \(sql: columns) FROM offender_record WHERE person = \(person)") {
      try record($0, keys)
    }.sorted(by: OffenderRecord.isOlder)
  }

  static func record(_ id: ID<OffenderRecord>, _ reader: Reader) throws -> OffenderRecord? {
    try records([id.value], reader).first
  }

  static func records(_ ids: [Int64], _ reader: Reader) throws -> [OffenderRecord] {
    let keys = try reader.keys()
    return try reader.query("SELECT \(sql: columns) FROM offender_record WHERE id IN \(sql: .list(ids))") {
      try record($0, keys)
    }
  }

  static func record(of subject: Ref, _ reader: Reader) throws -> OffenderRecord? {
    let keys = try reader.keys()
    return try reader.first(
      "SELECT \(sql: columns) FROM offender_record WHERE subject_kind = \(subject.kind) AND subject = \(subject.number)"
    ) { try record($0, keys) }
  }

  static func insert(_ record: OffenderRecord, fingerprint: String, _ tx: Transaction) throws {
    try insert([(record, fingerprint)], tx)
  }

  static func insert(_ records: [(OffenderRecord, fingerprint: String)], _ tx: Transaction) throws {
    try tx.insert(
      into: "offender_record (\(sql: columns), fingerprint)",
      rows: try records.map { try values(of: $0, tx) + [$1.sqlValue] })
  }

  /// In the order of `columns`.
  private static func values(of record: OffenderRecord, _ tx: Transaction) throws -> [SQLValue] {
    let (said, penalty) = (record.said, record.penalty)
    let own: [any SQLBindable] = [
      record.id, record.person, record.county, record.origin.rawValue, record.source, record.subject?.kind,
      record.subject?.number, record.batch,
    ]
    let person: [any SQLBindable] = [
      said.name, said.aliases, said.formerNames, said.sex, said.birthYear, try sealed(said, record.id, tx),
      said.ethnicity, said.homePlace, said.practiceCounty, said.practiceAddress, said.institution, said.caseDate,
    ]
    let facts: [any SQLBindable] = [
      penalty.decisionNumber, penalty.authority, penalty.decidedOn, stored(penalty.kinds), penalty.violation,
      penalty.violationName, penalty.servedOn, penalty.remedyEnd, penalty.standing.rawValue,
      penalty.qualification.rawValue, penalty.transferredOn, penalty.actEnded, record.at,
    ]
    return (own + person + facts).map(\.sqlValue)
  }

  static func delete(_ id: ID<OffenderRecord>, _ tx: Transaction) throws {
    try tx.execute("DELETE FROM offender_record WHERE id = \(id)")
  }

  static func move(_ ids: [Int64], to person: ID<Offender>, _ tx: Transaction) throws {
    try tx.execute("UPDATE offender_record SET person = \(person) WHERE id IN \(sql: .list(ids))")
  }

  /// Only what is compared; the chosen records of one question.
  static func compared(_ ids: [Int64], _ reader: Reader) throws -> [KeptRecord] {
    let keys = try reader.keys()
    return try reader.query(
      "SELECT id, person, \(sql: described) FROM offender_record WHERE id IN " + KeyStore.among(ids, reader)
    ) { row in
      let id = try row.id(0, OffenderRecord.self)
      return KeptRecord(number: id.value, group: try row.int(1), record: try said(row, from: 2, id, keys))
    }
  }

  /// What the county made itself, and when it changed last.
  static func changes(in county: County, since: Instant?, _ reader: Reader) throws -> [(
    record: ID<OffenderRecord>, at: Instant
  )] {
    try reader.query(
      """
      SELECT id, at FROM offender_record WHERE county = \(county) AND origin IN ('case', 'ledger')
        AND at >= \(since?.milliseconds ?? 0) ORDER BY at, id
      """
    ) { (try $0.id(0), try $0.instant(1)) }
  }

  static func record(fingerprint: String, _ reader: Reader) throws -> ID<OffenderRecord>? {
    try reader.first("SELECT id FROM offender_record WHERE fingerprint = \(fingerprint)") { try $0.id(0) }
  }

  /// Which of these the register has.
  static func known(_ fingerprints: [String], _ reader: Reader) throws -> Set<String> {
    var known: Set<String> = []
    for start in stride(from: 0, to: fingerprints.count, by: 500) {
      let some = fingerprints[start..<min(start + 500, fingerprints.count)]
      known.formUnion(
        try reader.query("SELECT fingerprint FROM offender_record WHERE fingerprint IN \(sql: .list(some))") {
          try $0.text(0)
        })
    }
    return known
  }

  private static func stored(_ kinds: [PenaltyKind]) -> String { kinds.map(\.rawValue).joined(separator: ",") }

  private static func sealed(_ said: MatchRecord, _ id: ID<OffenderRecord>, _ tx: Transaction) throws -> String {
    if said.idNumber.isEmpty, said.phone.isEmpty { return "" }
    return try SealedText.seal(
      Array("\(said.idNumber)\u{1F}\(said.phone)".utf8), for: subject(id), try tx.keys(), tx.world)
  }

  private static func subject(_ id: ID<OffenderRecord>) -> String { "offender-record:\(id.value)" }

  private static func record(_ row: Row, _ keys: Keys) throws -> OffenderRecord {
    let id = try row.id(0, OffenderRecord.self)
    let kind = try row.maybeText(5)
    let subject = try row.maybeInt(6).flatMap { number in kind.map { Ref(RefKind($0), number) } }
    return OffenderRecord(
      id: id, person: try row.id(1), county: try row.county(2),
      origin: RecordOrigin(rawValue: try row.text(3)) ?? .ledger, source: try row.text(4), subject: subject,
      batch: try row.maybeInt(7), said: try said(row, from: 8, id, keys), penalty: try penalty(row),
      at: try row.instant(32))
  }

  /// `first` is the first of the columns `described`.
  private static func said(_ row: Row, from first: Int, _ id: ID<OffenderRecord>, _ keys: Keys) throws -> MatchRecord {
    var said = MatchRecord()
    said.id = "\(id.value)"
    said.name = try row.text(first)
    said.aliases = try row.text(first + 1)
    said.formerNames = try row.text(first + 2)
    said.sex = try row.text(first + 3)
    said.birthYear = try row.text(first + 4)
    said.ethnicity = try row.text(first + 6)
    said.homePlace = try row.text(first + 7)
    said.practiceCounty = try row.text(first + 8)
    said.practiceAddress = try row.text(first + 9)
    said.institution = try row.text(first + 10)
    said.caseDate = try row.text(first + 11)
    let sealed = try row.text(first + 5)
    guard !sealed.isEmpty else { return said }
    guard let plain = try SealedText.open(sealed, for: subject(id), keys) else { throw OffenderRefusal.sealBroken }
    let parts = plain.split(separator: 0x1F, maxSplits: 1, omittingEmptySubsequences: false)
    said.idNumber = String(decoding: parts[0], as: UTF8.self)
    if parts.count > 1 { said.phone = String(decoding: parts[1], as: UTF8.self) }
    return said
  }

  private static func penalty(_ row: Row) throws -> PenaltyFacts {
    var penalty = PenaltyFacts()
    penalty.decisionNumber = try row.text(20)
    penalty.authority = try row.text(21)
    penalty.decidedOn = try row.maybeDate(22)
    penalty.kinds = try row.text(23).commaParts.compactMap { PenaltyKind(rawValue: $0) }
    penalty.violation = try row.text(24)
    penalty.violationName = try row.text(25)
    penalty.servedOn = try row.maybeDate(26)
    penalty.remedyEnd = try row.maybeDate(27)
    penalty.standing = DecisionStanding(rawValue: try row.text(28)) ?? .stands
    penalty.qualification = Qualification(rawValue: try row.text(29)) ?? .unknown
    penalty.transferredOn = try row.maybeDate(30)
    penalty.actEnded = try row.maybeDate(31)
    return penalty
  }
}
