import Kit
import Offices
import Storage
import Web

/// All SQL of concealed clues.
enum ConcealedStore {
  static func insert(_ one: ConcealedClue, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_concealed (clue, county, agency, agency_name, receiver, receiver_agency, receiver_name, ground,
        due, at, by_name)
      VALUES (\(one.clue), \(one.county), \(one.agency), \(one.agencyName), \(one.receiver), \(one.receiverAgency),
        \(one.receiverName), \(one.ground), \(one.due), \(one.at), \(one.by))
      """)
  }

  static func setReceiver(_ clue: ID<Clue>, _ person: Person, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE clue_concealed SET receiver = \(person.id), receiver_agency = \(person.agency),
        receiver_name = \(person.agencyName) WHERE clue = \(clue)
      """)
  }

  static func find(_ clue: ID<Clue>, _ reader: Reader) throws -> ConcealedClue? {
    try reader.first(
      """
      SELECT clue, county, agency, agency_name, receiver, receiver_agency, receiver_name, ground, due, at, by_name
      FROM clue_concealed WHERE clue = \(clue)
      """
    ) { row in
      ConcealedClue(
        clue: try row.id(0), county: try row.county(1), agency: try row.int(2), agencyName: try row.text(3),
        receiver: try row.int(4), receiverAgency: try row.int(5), receiverName: try row.text(6),
        ground: try row.text(7), due: try row.date(8), at: try row.instant(9), by: try row.text(10))
    }
  }

  /// From whom a clue is hidden: nobody, but for those that are about an agency.
  static func agency(of clue: ID<Clue>, _ reader: Reader) throws -> Int64? {
    try reader.first("SELECT agency FROM clue_concealed WHERE clue = \(clue)") { try $0.int(0) }
  }

  /// Whether anything at all is hidden from somebody of these agencies: kept numbers then do not hold for him.
  static func hidesAny(from agencies: [Int64], _ reader: Reader) throws -> Bool {
    try reader.number("SELECT COUNT(*) FROM clue_concealed WHERE agency IN \(sql: .list(agencies))") > 0
  }

  /// What nobody of the reader's agencies may know of, as a condition on a column that names the clue.
  static func visible(_ clue: SQL, to viewer: Viewer) -> SQL {
    """
     AND NOT EXISTS (SELECT 1 FROM clue_concealed hidden WHERE hidden.clue = \(sql: clue)
      AND hidden.agency IN \(sql: .list(viewer.agencies)))
    """
  }

  static func page(_ scope: Scope, _ listing: Listing, _ reader: Reader) throws -> (Int64, [ClueRecord]) {
    let from: SQL =
      "FROM clue_concealed k JOIN clue c ON c.id = k.clue WHERE "
      + scope.filter(county: "k.county", agency: "k.receiver_agency", owner: "k.receiver")
    let clues = try reader.query(
      """
      SELECT \(sql: ClueStore.columns) \(sql: from) ORDER BY c.received_at DESC, c.id DESC
      LIMIT \(Listing.size) OFFSET \(listing.offset)
      """, ClueStore.record)
    return (try reader.number("SELECT COUNT(*) " + from), clues)
  }
}
