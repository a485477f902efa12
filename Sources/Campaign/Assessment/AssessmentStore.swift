internal import Kit
internal import Offices
internal import Storage
internal import Web

enum AssessmentStore {
  static func insert(
    _ id: ID<Assessment>, _ campaign: ID<CampaignRecord>, _ rules: AssessmentRules, _ lines: [AssessmentLine],
    _ units: [AssessedUnit], _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO assessment (id, county, campaign, title, source, least_points, least_items, object_days, decide_days,
        made_by, made_at)
      VALUES (\(id), \(tx.county), \(campaign), \(rules.title), \(rules.source), \(rules.leastPoints), \(rules.leastItems),
        \(rules.objectDays), \(rules.decideDays), \(tx.actor.title), \(tx.now))
      """)
    for line in lines {
      try tx.execute(
        """
        INSERT INTO assessment_line (assessment, county, position, key, part, title, formula, points, each_points)
        VALUES (\(id), \(tx.county), \(line.position), \(line.key), \(line.part), \(line.title), \(line.formula.rawValue),
          \(line.points), \(line.each))
        """)
    }
    try insert(units, of: id, tx)
  }

  private static func insert(_ units: [AssessedUnit], of id: ID<Assessment>, _ tx: Transaction) throws {
    for unit in units {
      try tx.execute(
        """
        INSERT INTO assessment_unit (assessment, county, agency, name, town)
        VALUES (\(id), \(tx.county), \(unit.agency), \(unit.name), \(unit.town))
        """)
    }
  }

  static func weigh(_ one: AssessmentRecord, _ choice: AssessmentChoice, _ tx: Transaction) throws {
    for (line, points) in zip(one.lines, choice.points) where line.points != points {
      try tx.execute(
        "UPDATE assessment_line SET points = \(points) WHERE assessment = \(one.id) AND position = \(line.position)")
    }
    guard one.units != choice.units else { return }
    try tx.execute("DELETE FROM assessment_unit WHERE assessment = \(one.id)")
    try insert(choice.units, of: one.id, tx)
  }

  static func fix(_ id: ID<Assessment>, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE assessment SET fixed_by = \(tx.actor.title), fixed_at = \(tx.now) WHERE id = \(id) AND fixed_at IS NULL")
  }

  static func find(_ id: ID<Assessment>, _ reader: Reader) throws -> AssessmentRecord? {
    try one("a.id = \(id)", reader)
  }

  static func find(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> AssessmentRecord? {
    try one("a.campaign = \(campaign)", reader)
  }

  private static func one(_ condition: SQL, _ reader: Reader) throws -> AssessmentRecord? {
    let head = try reader.first(
      """
      SELECT a.id, a.county, a.campaign, c.title, a.title, a.source, a.least_points, a.least_items, a.object_days,
        a.decide_days, a.fixed_by, a.fixed_at
      FROM assessment a JOIN campaign c ON c.id = a.campaign WHERE \(sql: condition)
      """, head)
    return try head.map { try $0(lines(of: $1, reader), units(of: $1, reader)) }
  }

  private typealias Made = @Sendable ([AssessmentLine], [AssessedUnit]) -> AssessmentRecord

  private static func head(_ row: Row) throws -> (Made, ID<Assessment>) {
    let (id, county, campaign): (ID<Assessment>, County, ID<CampaignRecord>) = (
      try row.id(0), try row.county(1), try row.id(2)
    )
    let rules = AssessmentRules(
      title: try row.text(4), leastPoints: try row.int(6), leastItems: try row.int(7), objectDays: try row.int(8),
      decideDays: try row.int(9), source: try row.text(5))
    let (title, fixedBy, fixedAt) = (try row.text(3), try row.maybeText(10), try row.maybeInstant(11))
    let made: Made = { lines, units in
      AssessmentRecord(
        id: id, county: county, campaign: campaign, campaignTitle: title, rules: rules, lines: lines, units: units,
        fixedBy: fixedBy, fixedAt: fixedAt)
    }
    return (made, id)
  }

  private static func lines(of id: ID<Assessment>, _ reader: Reader) throws -> [AssessmentLine] {
    try reader.query(
      """
      SELECT position, key, part, title, formula, points, each_points FROM assessment_line WHERE assessment = \(id)
      ORDER BY position
      """
    ) { row in
      AssessmentLine(
        position: try row.int(0), key: try row.text(1), part: try row.text(2), title: try row.text(3),
        formula: IndicatorFormula(rawValue: try row.text(4)) ?? .duties, points: try row.int(5), each: try row.int(6))
    }
  }

  /// In the order of the agencies.
  private static func units(of id: ID<Assessment>, _ reader: Reader) throws -> [AssessedUnit] {
    try reader.query("SELECT agency, name, town FROM assessment_unit WHERE assessment = \(id) ORDER BY agency") {
      AssessedUnit(agency: try $0.int(0), name: try $0.text(1), town: try $0.maybeInt(2))
    }
  }

  /// For the campaign's page.
  static func standing(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> AssessmentStanding {
    let issued = try reader.first(
      """
      SELECT id, number FROM assessment_result WHERE campaign = \(campaign) AND issued_at IS NOT NULL AND replaced_by IS NULL
      """
    ) { (try $0.id(0, AssessmentResult.self), try $0.int(1)) }
    if let issued { return .issued(issued.0, number: issued.1) }
    let fixed = try reader.first("SELECT fixed_at FROM assessment WHERE campaign = \(campaign)") { try !$0.isNull(0) }
    return fixed.map { $0 ? .fixed : .open } ?? .none
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { RecordFace(title: $0.title, place: Placement(county: $0.county)) }
  }
}
