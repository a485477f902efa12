import Kit
import Storage

/// A column of the list as an agency last brought it in: its own heading, in its own order.
struct LayoutColumn: Sendable, Hashable {
  let heading: String
  let field: ImportField
}

/// A file that waits until somebody has said what its columns are.
struct WaitingImport: Sendable {
  let id: ID<InstitutionImport>
  let county: County
  let agency: Int64
  let fileName: String
  let type: String
  let sha256: String
}

/// All SQL of what agencies call their columns: of one file, remembered, and of the last import.
enum LayoutStore {
  /// By folded heading.
  static func remembered(by agency: Int64, _ reader: Reader) throws -> [String: ColumnChoice] {
    let rows = try reader.query("SELECT heading, choice FROM institution_column WHERE agency = \(agency)") {
      (try $0.text(0), ColumnChoice(try $0.text(1)))
    }
    return Dictionary(rows) { first, _ in first }
  }

  static func remember(_ heading: String, _ choice: ColumnChoice, by agency: Int64, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO institution_column (agency, heading, choice) VALUES (\(agency), \(heading), \(choice.text))
      ON CONFLICT (agency, heading) DO UPDATE SET choice = excluded.choice
      """)
  }

  /// Empty before the first import.
  static func layout(of agency: Int64, _ reader: Reader) throws -> [LayoutColumn] {
    try reader.query("SELECT heading, field FROM institution_layout WHERE agency = \(agency) ORDER BY place") { row in
      try ImportField(rawValue: row.text(1)).map { LayoutColumn(heading: try row.text(0), field: $0) }
    }.compactMap { $0 }
  }

  /// The columns of an applied file become those of the agency's list.
  static func keep(_ staged: StagedImport, _ tx: Transaction) throws {
    guard staged.agency != 0 else { return }
    let columns = try columns(of: staged.id, tx).compactMap { column in column.guess.field.map { (column, $0) } }
    try tx.execute("DELETE FROM institution_layout WHERE agency = \(staged.agency)")
    let rows = columns.map { column, field -> [SQLValue] in
      [.int(staged.agency), column.place.sqlValue, .text(column.heading), .text(field.rawValue)]
    }
    try tx.insert(into: "institution_layout (agency, place, heading, field)", rows: rows)
  }

  /// `choices` are what the columns were taken for; of a file that waits, what they may be.
  static func put(
    _ columns: [ImportHead.Column], _ choices: [ColumnChoice], _ batch: ID<InstitutionImport>, _ scratch: Scratch
  ) throws {
    try scratch.execute("DELETE FROM scratch_import_column WHERE batch = \(batch)")
    for (column, choice) in zip(columns, choices) {
      try scratch.execute(
        """
        INSERT INTO scratch_import_column (batch, place, heading, choice, sample)
        VALUES (\(batch), \(column.place), \(column.heading), \(choice.text), \(column.samples.joined(separator: "、")))
        """)
    }
  }

  static func columns(of batch: ID<InstitutionImport>, _ reader: Reader) throws -> [ImportHead.Column] {
    try reader.query(
      "SELECT place, heading, choice, sample FROM scratch_import_column WHERE batch = \(batch) ORDER BY place"
    ) { row in
      let sample = try row.text(3)
      return ImportHead.Column(
        place: Int(try row.int(0)), heading: try row.text(1), samples: sample.isEmpty ? [] : [sample],
        guess: ColumnChoice(try row.text(2)))
    }
  }

  static func wait(_ batch: ID<InstitutionImport>, _ scratch: Scratch) throws {
    try scratch.execute("UPDATE scratch_import SET ready = 2 WHERE id = \(batch)")
  }

  /// From now on it is read, and by nobody else.
  static func take(_ batch: ID<InstitutionImport>, _ scratch: Scratch) throws -> Bool {
    try scratch.execute("UPDATE scratch_import SET ready = 0 WHERE id = \(batch) AND ready = 2") == 1
  }

  static func waiting(_ id: ID<InstitutionImport>, _ reader: Reader) throws -> WaitingImport? {
    try reader.first(
      "SELECT id, county, agency, file, type, sha256 FROM scratch_import WHERE id = \(id) AND ready = 2"
    ) { row in
      WaitingImport(
        id: try row.id(0), county: try row.county(1), agency: try row.int(2), fileName: try row.text(3),
        type: try row.text(4), sha256: try row.text(5))
    }
  }
}
