import Kit
import Storage

/// The questions of `OffenderChecks`. A person belongs to the county of his first record, a record to the one that brought it.
enum OffenderCheckStore {
  static func homeless(_ ground: CheckGround) -> SQL {
    """
    SELECT r.person, MIN(r.source) FROM offender_record r LEFT JOIN offender o ON o.id = r.person
    WHERE r.county = \(ground.county) AND (o.id IS NULL OR o.into_person IS NOT NULL) GROUP BY r.person
    """
  }

  /// What lists show of a person beside what his records say.
  static func uneven(_ ground: CheckGround) -> SQL {
    """
    SELECT o.id, '违法人员' FROM offender o WHERE o.county = \(ground.county) AND o.into_person IS NULL AND (
      o.records <> (SELECT COUNT(*) FROM offender_record r WHERE r.person = o.id)
      OR o.penalties <> (SELECT COUNT(*) FROM offender_record r WHERE r.person = o.id
        AND r.standing IN ('stands', 'changed') AND r.kinds <> '' AND r.kinds <> 'ban'))
    """
  }

  static func unmoved(_ ground: CheckGround) -> SQL {
    """
    SELECT o.id, '违法人员' FROM offender o WHERE o.county = \(ground.county) AND o.into_person IS NOT NULL
      AND o.into_person <> o.id AND NOT EXISTS (SELECT 1 FROM offender_move m
        WHERE m.source = o.id AND m.target = o.into_person AND m.state = 'done' AND m.decider <> m.proposer)
    """
  }

  static func stuck(_ ground: CheckGround) -> SQL {
    """
    SELECT m.id, m.proposer_title FROM offender_move m JOIN offender o ON o.id = m.source
    WHERE m.county = \(ground.county) AND m.state = 'proposed' AND (o.into_person IS NOT NULL
      OR m.kind = 'merge' AND EXISTS (SELECT 1 FROM offender t WHERE t.id = m.target AND t.into_person IS NOT NULL))
    """
  }

  /// The first and the last records of a county, so many of each: computing the keys of all of them would take a night.
  static func sample(_ county: County, _ most: Int, _ reader: Reader) throws -> [OffenderRecord] {
    let orders: [SQL] = ["ASC", "DESC"]
    let ends = try orders.flatMap { order in
      try reader.query(
        "SELECT id FROM offender_record WHERE county = \(county) ORDER BY id \(sql: order) LIMIT \(most)"
      ) { try $0.int(0) }
    }
    return try RecordStore.records(Array(Set(ends)), reader)
  }

  /// How many of these keys a record stands under.
  static func found(_ keys: [Int64], of record: ID<OffenderRecord>, _ reader: Reader) throws -> Int {
    Int(
      try reader.number(
        "SELECT COUNT(*) FROM offender_key WHERE record = \(record) AND k IN \(sql: .list(keys))"))
  }

  /// Records that the census has counted in a county, and those that are there.
  static func counted(_ county: County, _ key: Int64, _ reader: Reader) throws -> (census: Int64, records: Int64) {
    let census = try reader.number(
      "SELECT COALESCE(SUM(n), 0) FROM offender_census WHERE k = \(key) AND county = \(county)")
    return (census, try reader.number("SELECT COUNT(*) FROM offender_record WHERE county = \(county)"))
  }
}
