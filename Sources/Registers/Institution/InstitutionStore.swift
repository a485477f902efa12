import Kit
import Storage

/// All SQL that reads the register; an import writes it (`ImportStore`).
enum InstitutionStore {
  /// In the order that `values(_:from:)` reads.
  static let valueColumns: SQL = """
    name, credit, type, town, address, licence, valid_from, valid_to, subjects, representative
    """
  private static let columns = SQL("id, county, version, batch, since, \(sql: valueColumns)")

  static func record(_ id: ID<Institution>, _ reader: Reader) throws -> InstitutionRecord? {
    try reader.first("SELECT \(sql: columns) FROM institution WHERE id = \(id)", record)
  }

  static func records(_ ids: [Int64], _ reader: Reader) throws -> [InstitutionRecord] {
    try reader.query("SELECT \(sql: columns) FROM institution WHERE id IN \(sql: .list(ids))", record)
  }

  static func premises(_ ids: [Int64], _ reader: Reader) throws -> [Premises] {
    try records(ids, reader).map(premises)
  }

  private static func premises(_ record: InstitutionRecord) -> Premises {
    Premises(
      ref: Ref(.institution, record.id), county: record.county, name: record.values.name,
      address: record.values.address, town: record.values.town, type: record.values.type)
  }

  static func premises(
    of type: String, in county: County, except: SQL, limit: Int, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, premises: [Premises]) {
    try premises(
      "type = \(type) AND id NOT IN (\(sql: except))", in: county, limit: limit, offset: offset, reader)
  }

  static func towns(in county: County, among: SQL?, _ reader: Reader) throws -> [Int64: Int64] {
    let only: SQL = among.map { " AND id IN (\(sql: $0))" } ?? ""
    let rows = try reader.query(
      "SELECT town, COUNT(*) FROM institution WHERE county = \(county)\(sql: only) GROUP BY town"
    ) { (try $0.int(0), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  static func premises(
    inTown town: Int64, of county: County, among: SQL, isIn: Bool, limit: Int, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, premises: [Premises]) {
    let named: SQL = isIn ? "id IN (\(sql: among))" : "id NOT IN (\(sql: among))"
    return try premises("town = \(town) AND \(sql: named)", in: county, limit: limit, offset: offset, reader)
  }

  private static func premises(
    _ narrowed: SQL, in county: County, limit: Int, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, premises: [Premises]) {
    let condition: SQL = "county = \(county) AND \(sql: narrowed)"
    let records = try reader.query(
      """
      SELECT \(sql: columns) FROM institution WHERE \(sql: condition) ORDER BY town, name, id
      LIMIT \(limit) OFFSET \(offset)
      """, record)
    let total = try reader.number("SELECT COUNT(*) FROM institution WHERE " + condition)
    return (total, records.map(premises))
  }

  static func counts(in county: County, _ reader: Reader) throws -> [String: Int64] {
    let rows = try reader.query("SELECT type, COUNT(*) FROM institution WHERE county = \(county) GROUP BY type") {
      (try $0.text(0), try $0.int(1))
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// Replaced versions, the oldest first.
  static func versions(_ id: ID<Institution>, _ reader: Reader) throws -> [InstitutionVersion] {
    try reader.query(
      """
      SELECT v.batch, v.since, i.file, v.name, v.credit, v.type, v.town, v.address, v.licence, v.valid_from, v.valid_to,
        v.subjects, v.representative
      FROM institution_version v JOIN institution_import i ON i.id = v.batch
      WHERE v.institution = \(id) ORDER BY v.version
      """
    ) { row in
      InstitutionVersion(
        values: try values(row, from: 3), batch: try row.id(0), fileName: try row.text(2), since: try row.instant(1))
    }
  }

  static func values(_ row: Row, from first: Int) throws -> InstitutionValues {
    InstitutionValues(
      name: try row.text(first), credit: try row.text(first + 1), type: try row.text(first + 2),
      town: try row.int(first + 3), address: try row.text(first + 4), licence: try row.text(first + 5),
      validFrom: try row.maybeDate(first + 6), validTo: try row.maybeDate(first + 7),
      subjects: try row.text(first + 8), representative: try row.text(first + 9))
  }

  private static func record(_ row: Row) throws -> InstitutionRecord {
    InstitutionRecord(
      id: try row.id(0), county: try row.county(1), values: try values(row, from: 5), version: try row.int(2),
      batch: try row.id(3), since: try row.instant(4))
  }
}

/// What is asked of the list.
struct InstitutionQuery: Sendable {
  let scope: SQL
  let type: String?
  let town: Int64?
  let state: LicenceState?
  let words: [String]
  let today: CivilDate
}

extension InstitutionStore {
  static func list(
    _ query: InstitutionQuery, sort: String, descending: Bool, offset: Int, limit: Int, _ reader: Reader
  ) throws -> (total: Int64, records: [InstitutionRecord]) {
    let condition = condition(query)
    let total = try reader.number("SELECT COUNT(*) FROM institution WHERE " + condition)
    let records = try reader.query(
      "SELECT \(sql: columns) FROM institution WHERE " + condition + order(sort, descending)
        + " LIMIT \(limit) OFFSET \(offset)", record)
    return (total, records)
  }

  /// One after the other: a list of a whole register would be large.
  static func each(
    _ query: InstitutionQuery, sort: String, descending: Bool, _ reader: Reader,
    _ take: (InstitutionRecord) throws -> Void
  ) throws {
    _ = try reader.query(
      "SELECT \(sql: columns) FROM institution WHERE " + condition(query) + order(sort, descending)
    ) { try take(record($0)) }
  }

  /// How many stand in each state of licence, within the same filters.
  static func states(_ query: InstitutionQuery, _ reader: Reader) throws -> [LicenceState: Int64] {
    var counts: [LicenceState: Int64] = [:]
    for state in LicenceState.allCases {
      let part = InstitutionQuery(
        scope: query.scope, type: query.type, town: query.town, state: state, words: query.words, today: query.today)
      counts[state] = try reader.number("SELECT COUNT(*) FROM institution WHERE " + condition(part))
    }
    return counts
  }

  private static func condition(_ query: InstitutionQuery) -> SQL {
    var parts = [query.scope]
    if let type = query.type { parts.append("type = \(type)") }
    if let town = query.town { parts.append("town = \(town)") }
    if let state = query.state { parts.append(condition(state, query.today)) }
    for word in query.words { parts.append("folded LIKE \("%\(word)%")") }
    return .join(parts, " AND ")
  }

  private static func condition(_ state: LicenceState, _ today: CivilDate) -> SQL {
    let last = today.adding(days: LicenceState.warningDays)
    return switch state {
    case .valid: "valid_to > \(last)"
    case .expiring: "valid_to >= \(today) AND valid_to <= \(last)"
    case .expired: "valid_to < \(today)"
    case .unknown: "valid_to IS NULL"
    }
  }

  /// ISO dates sort as the days do; «not known» comes after «without end».
  private static func order(_ sort: String, _ descending: Bool) -> SQL {
    let way: SQL = descending ? " DESC" : ""
    return switch sort {
    case "end": SQL(" ORDER BY COALESCE(valid_to, '9999-99-99')") + way + ", id"
    case "town": " ORDER BY town" + way + ", id"
    default: " ORDER BY id" + way
    }
  }
}
