package import Kit

/// The questions of `StorageChecks`.
enum GroundCheckStore {
  static func unevenChain(_ ground: CheckGround) -> SQL {
    """
    SELECT h.county, '台账第 ' || CAST(h.height AS TEXT) || ' 条' FROM ledger_head h WHERE h.county = \(ground.county)
      AND (h.height <> (SELECT COUNT(*) FROM ledger l WHERE l.county = h.county)
        OR h.height <> (SELECT COALESCE(MAX(l.height), 0) FROM ledger l WHERE l.county = h.county))
    """
  }
}

extension AttachmentStore {
  static func all(of county: County, _ reader: Reader) throws -> [Attachment] {
    try reader.query("SELECT \(sql: columns) FROM attachment WHERE county = \(county) ORDER BY id", attachment)
  }

  static func chunkSize(of sha256: String, _ reader: Reader) throws -> Int64 {
    try reader.number(
      "SELECT CAST(COALESCE(SUM(LENGTH(bytes)), 0) AS BIGINT) FROM attachment_chunk WHERE sha256 = \(sha256)")
  }
}

/// Counties that a check goes through: all that ever did a deed.
package enum CheckCountyStore {
  package static func all(_ reader: Reader) throws -> [County] {
    try reader.query("SELECT county FROM ledger_head ORDER BY county") { try $0.county(0) }
  }
}

/// For the checks of rooms that keep numbers in `tally`.
package enum TallyCheckStore {
  /// Parts whose kept number is not the real one. `real` answers `part` and `number`; a part that is left out is 0.
  /// `titles` says what each part is called.
  package static func uneven(
    _ kind: RefKind, _ real: SQL, titles: [(part: String, title: String)], _ ground: CheckGround
  ) -> SQL {
    let words = SQL.join(titles.map { "WHEN \($0.part) THEN \($0.title)" }, " ")
    return """
      SELECT CAST(\(ground.county) AS BIGINT) AS place,
        '合计数：' || CASE both_sides.part \(sql: words) ELSE both_sides.part END FROM (
        SELECT part, SUM(kept) AS kept, SUM(counted) AS counted FROM (
          SELECT t.part AS part, t.number AS kept, 0 AS counted FROM tally t
          WHERE t.kind = \(kind) AND t.county = \(ground.county)
          UNION ALL SELECT r.part, 0, r.number FROM (\(sql: real)) AS r) AS sides
        GROUP BY part) AS both_sides
      WHERE both_sides.kept <> both_sides.counted
      """
  }
}

/// For the checks of rooms whose records the search box finds.
package enum SearchCheckStore {
  /// True of a record that search does not know; `record` names its number.
  package static func unfound(_ kind: RefKind, _ record: SQL) -> SQL {
    "NOT EXISTS (SELECT 1 FROM search_record s WHERE s.kind = \(kind) AND s.number = \(sql: record))"
  }
}
