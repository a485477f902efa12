import Kit
import Storage

/// All SQL of making keys anew.
enum RekeyStore {
  /// Counties with records, and with which lists their keys were made; nil: before that was written down.
  static func counties(_ reader: Reader) throws -> [(county: County, edition: String?)] {
    try reader.query(
      """
      SELECT c.county, e.edition FROM (SELECT DISTINCT county FROM offender_record) c
      LEFT JOIN offender_edition e ON e.county = c.county ORDER BY c.county
      """
    ) { (try $0.county(0), try $0.maybeText(1)) }
  }

  static func clear(_ county: County, _ tx: Transaction) throws {
    try tx.execute(
      "DELETE FROM offender_key WHERE record IN (SELECT id FROM offender_record WHERE county = \(county))")
    try tx.execute("DELETE FROM offender_census WHERE county = \(county)")
  }

  static func records(in county: County, after id: Int64, limit: Int, _ reader: Reader) throws -> [OffenderRecord] {
    let ids = try reader.query(
      "SELECT id FROM offender_record WHERE county = \(county) AND id > \(id) ORDER BY id LIMIT \(limit)"
    ) { try $0.int(0) }
    return try RecordStore.records(ids, reader).sorted { $0.id < $1.id }
  }

  static func put(_ edition: String, _ county: County, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO offender_edition (county, edition) VALUES (\(county), \(edition))
      ON CONFLICT (county) DO UPDATE SET edition = excluded.edition
      """)
  }
}
