internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

enum PlacardReportStore {
  static func insert(
    _ placard: Placard, _ text: String, files: Int, owner: ID<Account>, _ tx: Transaction
  ) throws {
    let last = try tx.number("SELECT COALESCE(MAX(number), 0) FROM placard_report WHERE placard = \(placard.id)")
    try tx.execute(
      """
      INSERT INTO placard_report (placard, county, number, due, text, files, by_title, at, owner)
      VALUES (\(placard.id), \(tx.county), \(last + 1), \(placard.due), \(text), \(Int64(files)), \(tx.actor.title),
        \(tx.now), \(owner))
      """)
  }

  static func giveBack(_ placard: Placard, number: Int64, reason: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE placard_report SET returned_by = \(tx.actor.title), returned_at = \(tx.now), reason = \(reason)
      WHERE placard = \(placard.id) AND number = \(number)
      """)
  }

  /// The first first.
  static func all(of id: ID<Placard>, _ reader: Reader) throws -> [PlacardReport] {
    try reader.query(
      """
      SELECT number, due, text, files, by_title, at, owner, returned_by, returned_at, reason FROM placard_report
      WHERE placard = \(id) ORDER BY number
      """
    ) { row in
      PlacardReport(
        number: try row.int(0), due: try row.date(1), text: try row.text(2), files: try row.int(3),
        by: try row.text(4), at: try row.instant(5), owner: try row.id(6), returnedBy: try row.maybeText(7),
        returnedAt: try row.maybeInstant(8), reason: try row.maybeText(9))
    }
  }

  /// Of these, those whose last report nobody has returned: it waits for the one who listed it.
  static func answered(among ids: [ID<Placard>], _ reader: Reader) throws -> Set<Int64> {
    guard !ids.isEmpty else { return [] }
    return Set(
      try reader.query(
        """
        SELECT r.placard FROM placard_report r WHERE r.placard IN \(sql: .list(ids.map(\.value))) AND r.returned_at IS NULL
        """
      ) { try $0.int(0) })
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try Placards.find(ID(number), reader).map {
      RecordFace(title: "挂牌督办：\($0.matter)", place: Placement(county: $0.county))
    }
  }
}
