import Kit
import Storage

enum AgencyDetailStore {
  /// Empty values are left out.
  static func details(of county: County, _ reader: Reader) throws -> [AgencyDetail: String] {
    let rows = try reader.query("SELECT name, value FROM agency_detail WHERE county = \(county) AND value <> ''") {
      (AgencyDetail(rawValue: try $0.text(0)), try $0.text(1))
    }
    return rows.reduce(into: [:]) { all, row in if let detail = row.0 { all[detail] = row.1 } }
  }

  static func set(_ detail: AgencyDetail, _ value: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO agency_detail (county, name, value, by_account, at)
      VALUES (\(tx.county), \(detail.rawValue), \(value), \(tx.actor.number), \(tx.now))
      ON CONFLICT (county, name) DO UPDATE SET value = \(value), by_account = \(tx.actor.number), at = \(tx.now)
      """)
  }
}
