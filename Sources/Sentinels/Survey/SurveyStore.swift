import Kit
import Storage
import Web

/// All SQL of surveys.
enum SurveyStore {
  private static let columns: SQL = "id, county, title, wanted, owner, due, begun, ended"

  static func insert(_ survey: SurveyRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO village_survey (\(sql: columns)) VALUES (\(survey.id), \(survey.county), \(survey.title),
        \(survey.wanted), \(survey.owner), \(survey.due), \(survey.begun), NULL)
      """)
  }

  static func insert(_ result: VillageResult, of survey: ID<Survey>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO village_result (survey, village, county, found, note, post, account, at)
      VALUES (\(survey), \(result.village), \(tx.county), \(result.found), \(result.note), \(result.post),
        \(result.account), \(result.at))
      """)
  }

  static func end(_ id: ID<Survey>, _ tx: Transaction) throws {
    try tx.execute("UPDATE village_survey SET ended = \(tx.now) WHERE id = \(id)")
  }

  static func find(_ id: ID<Survey>, _ reader: Reader) throws -> SurveyRecord? {
    try reader.first("SELECT \(sql: columns) FROM village_survey WHERE id = \(id)", survey)
  }

  static func list(_ scope: Scope, offset: Int, _ reader: Reader) throws -> (total: Int64, surveys: [SurveyRecord]) {
    let seen = scope.filter(county: "county", agency: "0", owner: "owner")
    return (
      try reader.number("SELECT COUNT(*) FROM village_survey WHERE \(sql: seen)"),
      try reader.query(
        """
        SELECT \(sql: columns) FROM village_survey WHERE \(sql: seen) ORDER BY begun DESC, id DESC
        LIMIT \(Listing.size) OFFSET \(offset)
        """, survey)
    )
  }

  /// Of a county, not ended, that a village was not answered for in.
  static func open(for village: Int64, in county: County, _ reader: Reader) throws -> [SurveyRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM village_survey WHERE county = \(county) AND ended IS NULL AND NOT EXISTS (
        SELECT 1 FROM village_result r WHERE r.survey = village_survey.id AND r.village = \(village))
      ORDER BY due, id LIMIT 5
      """, survey)
  }

  static func results(of survey: ID<Survey>, _ reader: Reader) throws -> [VillageResult] {
    try reader.query(
      "SELECT village, found, note, post, account, at FROM village_result WHERE survey = \(survey) ORDER BY village"
    ) { row in
      VillageResult(
        village: try row.int(0), found: try row.int(1), note: try row.text(2), post: try row.maybeID(3),
        account: try row.maybeID(4), at: try row.instant(5))
    }
  }

  private static func survey(_ row: Row) throws -> SurveyRecord {
    SurveyRecord(
      id: try row.id(0), county: try row.county(1), title: try row.text(2), wanted: try row.text(3),
      owner: try row.id(4),
      due: try row.date(5), begun: try row.instant(6), ended: try row.maybeInstant(7))
  }
}
