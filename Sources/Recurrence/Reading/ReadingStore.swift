import Kit
import Storage

enum ReadingStore {
  static func insert(_ choice: ReadingChoice, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO recurrence_reading (county, number, reading, because, account, title, at)
      SELECT CAST(\(tx.county) AS BIGINT), COUNT(*) + 1, CAST(\(choice.reading) AS TEXT), CAST(\(choice.because) AS TEXT),
        CAST(\(tx.actor.number) AS BIGINT), CAST(\(choice.by) AS TEXT), CAST(\(choice.at) AS BIGINT)
      FROM recurrence_reading WHERE county = \(tx.county)
      """)
  }

  /// The newest first.
  static func choices(in county: County, limit: Int = 50, _ reader: Reader) throws -> [ReadingChoice] {
    try reader.query(
      """
      SELECT reading, because, title, at FROM recurrence_reading WHERE county = \(county) ORDER BY number DESC LIMIT \(limit)
      """
    ) {
      ReadingChoice(reading: try $0.text(0), because: try $0.text(1), by: try $0.text(2), at: try $0.instant(3))
    }
  }
}
