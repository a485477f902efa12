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

  static func region(_ number: Int64, _ reader: Reader) throws -> Region? {
    try reader.first(
      "SELECT \(sql: columns) FROM region WHERE number = \(number) ORDER BY valid_from DESC LIMIT 1", region)
  }

  static func regions(level: RegionLevel, county: County?, on date: CivilDate?, _ reader: Reader) throws -> [Region] {
    var condition = SQL("level = \(level.rawValue)")
    if let county { condition = condition + SQL(" AND county = \(county)") }
    if let date { condition = condition + SQL(" AND valid_from <= \(date) AND (valid_to IS NULL OR valid_to > \(date))") }
    return try reader.query("SELECT \(sql: columns) FROM region WHERE \(sql: condition) ORDER BY number", region)
  }

  static func counties(under number: Int64, _ reader: Reader) throws -> [County] {
    try reader.query(
      """
      WITH RECURSIVE below (number, level) AS (
        SELECT number, level FROM region WHERE number = \(number)
        UNION SELECT region.number, region.level FROM region JOIN below ON region.parent = below.number
        WHERE below.level <> 'county'
      ) SELECT number FROM below WHERE level = 'county' ORDER BY number
      """) { try $0.county(0) }
  }

  private static func region(_ row: Row) throws -> Region {
    Region(
      number: try row.int(0), parent: try row.maybeInt(1), county: try row.county(2), name: try row.text(3),
      level: RegionLevel(rawValue: try row.text(4)) ?? .village, sign: try row.text(5))
  }
}
