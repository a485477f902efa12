import Kit
import Storage

/// A county's region has the county's own number.
enum RegionStore {
  private static let columns: SQL = "number, parent, county, name, level, sign"

  static func insert(_ region: Region, from day: CivilDate, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO region (number, parent, county, name, level, sign, valid_from, valid_to)
      VALUES (\(region.number), \(region.parent), \(region.county), \(region.name), \(region.level.rawValue),
        \(region.sign), \(day), NULL)
      """)
  }

  static func setCode(_ code: String, of number: Int64, _ tx: Transaction) throws {
    try tx.execute("UPDATE region SET code = \(code) WHERE number = \(number)")
  }

  /// As it is on the reader's day; of one that has ended, or begins later, the nearest version.
  static func region(_ number: Int64, _ reader: Reader) throws -> Region? {
    try reader.first(
      """
      SELECT \(sql: columns) FROM region WHERE number = \(number)
      ORDER BY CASE WHEN valid_from <= \(reader.today) THEN 0 ELSE 1 END, valid_from DESC LIMIT 1
      """, region)
  }

  /// All versions of a county's regions, for the page of the tree.
  static func versions(of county: County, _ reader: Reader) throws -> [RegionVersion] {
    try reader.query(
      """
      SELECT \(sql: columns), valid_from, valid_to, code FROM region WHERE county = \(county)
      ORDER BY CASE level WHEN 'county' THEN 0 WHEN 'town' THEN 1 ELSE 2 END, number, valid_from
      """
    ) { row in
      RegionVersion(region: try region(row), from: try row.date(6), to: try row.maybeDate(7), code: try row.text(8))
    }
  }

  static func end(_ number: Int64, on day: CivilDate, _ tx: Transaction) throws {
    try tx.execute("UPDATE region SET valid_to = \(day) WHERE number = \(number) AND valid_to IS NULL")
  }

  static func regions(level: RegionLevel, county: County?, on date: CivilDate?, _ reader: Reader) throws -> [Region] {
    var condition = SQL("level = \(level.rawValue)")
    if let county { condition = condition + SQL(" AND county = \(county)") }
    if let date {
      condition = condition + SQL(" AND valid_from <= \(date) AND (valid_to IS NULL OR valid_to > \(date))")
    }
    return try reader.query("SELECT \(sql: columns) FROM region WHERE \(sql: condition) ORDER BY number", region)
  }

  static func counties(under number: Int64, _ reader: Reader) throws -> [County] {
    let today = reader.today
    return try reader.query(
      """
      WITH RECURSIVE below (number, level) AS (
        SELECT number, level FROM region WHERE number = \(number)
          AND valid_from <= \(today) AND (valid_to IS NULL OR valid_to > \(today))
        UNION SELECT region.number, region.level FROM region JOIN below ON region.parent = below.number
        WHERE below.level <> 'county' AND region.valid_from <= \(today)
          AND (region.valid_to IS NULL OR region.valid_to > \(today))
      ) SELECT number FROM below WHERE level = 'county' ORDER BY number
      """
    ) { try $0.county(0) }
  }

  /// A region and all above it, as the tree stands on the reader's day.
  static func holding(_ number: Int64, _ reader: Reader) throws -> [Int64] {
    let today = reader.today
    return try reader.query(
      """
      WITH RECURSIVE above (number, parent) AS (
        SELECT number, parent FROM region WHERE number = \(number)
          AND valid_from <= \(today) AND (valid_to IS NULL OR valid_to > \(today))
        UNION SELECT region.number, region.parent FROM region JOIN above ON region.number = above.parent
        WHERE region.valid_from <= \(today) AND (region.valid_to IS NULL OR region.valid_to > \(today))
      ) SELECT number FROM above ORDER BY number
      """
    ) { try $0.int(0) }
  }

  private static func region(_ row: Row) throws -> Region {
    Region(
      number: try row.int(0), parent: try row.maybeInt(1), county: try row.county(2), name: try row.text(3),
      level: RegionLevel(rawValue: try row.text(4)) ?? .village, sign: try row.text(5))
  }
}
