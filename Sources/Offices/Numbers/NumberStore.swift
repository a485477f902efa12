import Kit
import Storage

enum NumberStore {
  static func next(_ series: String, _ year: Int, _ tx: Transaction) throws -> Int64 {
    try tx.execute(
      """
      INSERT INTO number_series (county, series, year, last) VALUES (\(tx.county), \(series), \(year), 1)
      ON CONFLICT (county, series, year) DO UPDATE SET last = number_series.last + 1
      """)
    return try tx.number(
      "SELECT last FROM number_series WHERE county = \(tx.county) AND series = \(series) AND year = \(year)")
  }
}
