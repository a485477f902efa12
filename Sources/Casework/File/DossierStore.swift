import Kit
import Procedure
import Storage

enum DossierStore {
  static func insert(_ dossier: Dossier, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO dossier (law_case, county, hash, account, at)
      VALUES (\(id), \(tx.county), \(dossier.hash), \(tx.actor.number), \(dossier.at))
      """)
    let rows = dossier.parts.enumerated().map { index, part -> [SQLValue] in
      [
        id.sqlValue, .int(Int64(index + 1)), tx.county.sqlValue, .text(part.name), .text(part.group), .text(part.title),
        part.on.sqlValue, part.pages.map(SQLValue.int) ?? .null, .text(part.sha256),
      ]
    }
    try tx.insert(
      into: "dossier_part (law_case, position, county, name, part_group, title, on_date, pages, sha256)", rows: rows)
  }

  static func insert(_ more: Dossier, supplement: Int, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO dossier_supplement (law_case, number, county, hash, account, at)
      VALUES (\(id), \(supplement), \(tx.county), \(more.hash), \(tx.actor.number), \(more.at))
      """)
    let rows = more.parts.enumerated().map { index, part -> [SQLValue] in
      [
        id.sqlValue, .int(Int64(supplement)), .int(Int64(index + 1)), tx.county.sqlValue, .text(part.name),
        .text(part.group), .text(part.title), part.on.sqlValue, part.pages.map(SQLValue.int) ?? .null,
        .text(part.sha256),
      ]
    }
    try tx.insert(
      into: """
        dossier_supplement_part (law_case, supplement, position, county, name, part_group, title, on_date, pages, sha256)
        """, rows: rows)
  }

  private static func supplements(_ id: ID<Case>, _ reader: Reader) throws -> [Dossier] {
    let parts = try reader.query(
      """
      SELECT name, part_group, title, on_date, pages, sha256, supplement FROM dossier_supplement_part
      WHERE law_case = \(id) ORDER BY supplement, position
      """
    ) { (try $0.int(6), try part($0)) }
    let grouped = Dictionary(grouping: parts) { $0.0 }
    return try reader.query(
      "SELECT number, hash, at FROM dossier_supplement WHERE law_case = \(id) ORDER BY number"
    ) { row in
      Dossier(
        parts: grouped[try row.int(0), default: []].map(\.1), hash: try row.text(1), at: try row.instant(2))
    }
  }

  static func find(_ id: ID<Case>, _ reader: Reader) throws -> Dossier? {
    let head = try reader.first("SELECT hash, at FROM dossier WHERE law_case = \(id)") {
      (try $0.text(0), try $0.instant(1))
    }
    guard let head else { return nil }
    let parts = try reader.query(
      """
      SELECT name, part_group, title, on_date, pages, sha256 FROM dossier_part WHERE law_case = \(id) ORDER BY position
      """
    ) { try part($0) }
    return Dossier(parts: parts, hash: head.0, at: head.1, supplements: try supplements(id, reader))
  }

  private static func part(_ row: Row) throws -> DossierPart {
    DossierPart(
      name: try row.text(0), group: try row.text(1), title: try row.text(2), on: try row.date(3),
      pages: try row.maybeInt(4), sha256: try row.text(5))
  }

  /// Cases of a county whose file was archived with an index, each with its number and whether it is decided anew.
  static func archived(in county: County, _ reader: Reader) throws -> [(id: ID<Case>, number: String, isOpen: Bool)] {
    try reader.query(
      """
      SELECT d.law_case, k.number, k.stage FROM dossier d JOIN law_case k ON k.id = d.law_case WHERE d.county = \(county)
      ORDER BY d.law_case
      """
    ) { (try $0.id(0), try $0.text(1), try $0.text(2) != Stage.archived.rawValue) }
  }
}

/// Hashes of what is stored, row by row as it is stored: a program that reads a field in another way does not change them.
extension DossierStore {
  /// With the number of the document (文号) that the step made. Files that were archived before it was counted keep the hash
  /// without it: `former`.
  static func stepMarks(of id: ID<Case>, _ reader: Reader) throws -> [Int64: (mark: String, former: String?)] {
    let rows = try reader.query(
      """
      SELECT number, kind, on_date, account, officers, about, facts, note, at, paper FROM case_step WHERE law_case = \(id)
      ORDER BY number
      """
    ) { row in
      let former = mark([Array(row.values.dropLast())])
      let isNumbered = try row.maybeText(9) != nil
      return (try row.int(0), (mark: isNumbered ? mark([row.values]) : former, former: isNumbered ? former : nil))
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// The item with its chain of custody.
  static func evidenceMark(_ id: ID<EvidenceItem>, _ reader: Reader) throws -> String {
    let item = try reader.query(
      """
      SELECT number, kind, name, proves, taken_on, taken_at, place, takers, source, original, step, count, unit, spec, began,
        ended, device, medium, medium_hash, account, at FROM evidence WHERE id = \(id)
      """
    ) { $0.values }
    let chain = try reader.query(
      """
      SELECT number, from_holder, to_holder, on_date, on_time, why, state, account, at FROM custody WHERE evidence = \(id)
      ORDER BY number
      """
    ) { $0.values }
    return mark(item + chain)
  }

  /// A list with what became of each thing.
  static func goodsMark(of id: ID<Case>, step: Int64, _ county: County, _ reader: Reader) throws -> String {
    let rows = try reader.query(
      """
      SELECT g.number, g.name, g.spec, g.batch, g.count, g.unit, g.place, g.note, g.origin, g.account, g.at, d.way, d.on_date,
        d.witness, d.receipt, d.note, d.account, d.at FROM goods_item g LEFT JOIN goods_disposal d ON d.item = g.id
      WHERE g.county = \(county) AND g.law_case = \(id) AND g.step = \(step) ORDER BY g.number
      """
    ) { $0.values }
    return mark(rows)
  }

  /// What was given for things that were gone; nil: nothing.
  static func redressMark(of id: ID<Case>, step: Int64, _ county: County, _ reader: Reader) throws -> String? {
    let rows = try reader.query(
      """
      SELECT g.number, r.amount, r.on_date, r.receiver, r.receipt, r.note, r.account, r.at FROM goods_redress r
      JOIN goods_item g ON g.id = r.item
      WHERE g.county = \(county) AND g.law_case = \(id) AND g.step = \(step) ORDER BY g.number
      """
    ) { $0.values }
    return rows.isEmpty ? nil : mark(rows)
  }

  /// Every value with its length, so that no two rows read alike.
  private static func mark(_ rows: [[SQLValue]]) -> String {
    SHA256.hex(of: rows.map { $0.map(written).joined() + "\n" }.joined())
  }

  private static func written(_ value: SQLValue) -> String {
    switch value {
    case .null: "-;"
    case .int(let number): "i\(number);"
    case .real(let number): "r\(number);"
    case .text(let text): "t\(text.utf8.count):\(text);"
    case .blob(let bytes): "b\(bytes.count):\(bytes.hex);"
    }
  }
}
