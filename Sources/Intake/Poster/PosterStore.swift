import Kit
import Registers
import Storage

/// The SQL of posters.
enum PosterStore {
  private static let columns: SQL = "id, county, institution, code, issued_at, issued_by"

  static func insert(_ poster: PosterRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO report_poster (\(sql: columns)) VALUES (\(poster.id), \(tx.county), \(poster.institution),
        \(poster.code), \(poster.issuedAt), \(poster.issuedBy))
      """)
  }

  static func find(code: String, _ reader: Reader) throws -> PosterRecord? {
    try reader.first("SELECT \(sql: columns) FROM report_poster WHERE code = \(code)", poster)
  }

  static func find(_ institution: ID<Institution>, in county: County, _ reader: Reader) throws -> PosterRecord? {
    try reader.first(
      "SELECT \(sql: columns) FROM report_poster WHERE county = \(county) AND institution = \(institution)", poster)
  }

  static func find(
    _ institutions: [ID<Institution>], in county: County, _ reader: Reader
  ) throws -> [ID<Institution>: PosterRecord] {
    let found = try reader.query(
      """
      SELECT \(sql: columns) FROM report_poster WHERE county = \(county) AND institution IN \(sql: .list(institutions))
      """, poster)
    return Dictionary(found.map { ($0.institution, $0) }) { first, _ in first }
  }

  /// A clue that came by a poster: about the institution where it hangs, until somebody corrects that.
  static func note(_ clue: ID<Clue>, from poster: Int64, _ tx: Transaction) throws {
    try tx.execute("INSERT INTO clue_poster (clue, county, poster) VALUES (\(clue), \(tx.county), \(poster))")
    try tx.execute(
      """
      UPDATE clue SET premises_kind = \(RefKind.institution),
        premises = (SELECT institution FROM report_poster WHERE id = \(poster))
      WHERE county = \(tx.county) AND id = \(clue)
      """)
  }

  static func set(_ site: PosterSite, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO poster_site (county, address, phone) VALUES (\(tx.county), \(site.address), \(site.phone))
      ON CONFLICT (county) DO UPDATE SET address = excluded.address, phone = excluded.phone
      """)
  }

  static func site(of county: County, _ reader: Reader) throws -> PosterSite? {
    try reader.first("SELECT address, phone FROM poster_site WHERE county = \(county)") {
      PosterSite(address: try $0.text(0), phone: try $0.text(1))
    }
  }

  private static func poster(_ row: Row) throws -> PosterRecord {
    PosterRecord(
      id: try row.id(0), county: try row.county(1), institution: try row.id(2), code: try row.text(3),
      issuedAt: try row.instant(4), issuedBy: try row.text(5))
  }
}
