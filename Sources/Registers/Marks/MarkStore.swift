import Kit
import Storage

/// All SQL of marks.
enum MarkStore {
  private static let columns: SQL = """
    id, kind, premises_kind, premises, subjects, since, until, paper, source_kind, source, lifted, lifted_by
    """

  static func insert(_ id: ID<Mark>, _ new: NewMark, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO licence_mark (id, county, premises_kind, premises, kind, subjects, since, until, paper, source_kind, source, at)
      VALUES (\(id), \(tx.county), \(new.premises.kind), \(new.premises.number), \(new.kind.rawValue),
        \(new.subjects.joined(separator: "\n")), \(new.since), \(new.until), \(new.paper), \(new.source.kind),
        \(new.source.number), \(tx.now))
      """)
  }

  static func lift(_ id: ID<Mark>, on day: CivilDate, _ because: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE licence_mark SET lifted = \(day), lifted_by = \(because) WHERE id = \(id)")
  }

  static func marks(of premises: Ref, _ reader: Reader) throws -> [LicenceMark] {
    guard let county = try Registers.premises(premises, reader)?.county else { return [] }
    return try marks(
      "county = \(county) AND premises_kind = \(premises.kind) AND premises = \(premises.number)", reader)
  }

  static func marks(from source: Ref, in county: County, _ reader: Reader) throws -> [LicenceMark] {
    try marks("county = \(county) AND source_kind = \(source.kind) AND source = \(source.number)", reader)
  }

  /// Of the institutions of a page, by number.
  static func marks(ofInstitutions records: [InstitutionRecord], _ reader: Reader) throws -> [Int64: [LicenceMark]] {
    guard !records.isEmpty else { return [:] }
    let all = try marks(
      """
      county IN \(sql: .list(Set(records.map(\.county)))) AND premises_kind = \(RefKind.institution)
        AND premises IN \(sql: .list(records.map(\.id)))
      """, reader)
    return Dictionary(grouping: all, by: \.new.premises.number)
  }

  private static func marks(_ condition: SQL, _ reader: Reader) throws -> [LicenceMark] {
    try reader.query("SELECT \(sql: columns) FROM licence_mark WHERE " + condition + " ORDER BY since, id", mark)
  }

  private static func mark(_ row: Row) throws -> LicenceMark {
    let new = NewMark(
      MarkKind(rawValue: try row.text(1)) ?? .revoked, on: Ref(RefKind(try row.text(2)), try row.int(3)),
      subjects: try row.text(4).split(separator: "\n").map(String.init), since: try row.date(5),
      until: try row.maybeDate(6),
      paper: try row.text(7), source: Ref(RefKind(try row.text(8)), try row.int(9)))
    return LicenceMark(id: try row.id(0), new: new, lifted: try row.maybeDate(10), liftedBy: try row.maybeText(11))
  }
}
