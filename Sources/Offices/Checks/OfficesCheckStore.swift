internal import Kit
package import Storage

/// The questions of `OfficesChecks`.
enum OfficesCheckStore {
  static func livingSessions(_ ground: CheckGround) -> SQL {
    """
    SELECT a.id, '账号' || a.login FROM account a WHERE a.county = \(ground.county) AND a.active = 0
      AND EXISTS (SELECT 1 FROM session s WHERE s.account = a.id)
    """
  }

  static func homeless(_ ground: CheckGround) -> SQL {
    """
    SELECT a.id, '账号' || a.login FROM account a WHERE a.county = \(ground.county)
      AND (NOT EXISTS (SELECT 1 FROM appointment p WHERE p.account = a.id) OR NOT EXISTS (SELECT 1 FROM agency g WHERE g.id = a.agency))
    """
  }

  /// An administrator's role and another one that both hold today.
  static func mixedOffices(_ ground: CheckGround) -> SQL {
    """
    SELECT DISTINCT a.id, '账号' || a.login FROM account a JOIN appointment p ON p.account = a.id
      JOIN appointment q ON q.account = a.id AND q.role <> p.role
    WHERE a.county = \(ground.county) AND p.role IN ('system-admin', 'security-admin', 'auditor', 'custodian')
      AND p.begins <= \(ground.today) AND (p.ends IS NULL OR p.ends >= \(ground.today))
      AND q.begins <= \(ground.today) AND (q.ends IS NULL OR q.ends >= \(ground.today))
    """
  }
}

/// Numbers are drawn in the transaction that uses them: what was drawn and what is on file are the same count.
package enum SeriesCheckStore {
  /// Series of a county and year whose last number is not the count of `numbers`, a statement that answers the numbers
  /// of the county's papers in a column `number`.
  package static func gaps(_ sign: String, _ numbers: SQL, _ ground: CheckGround) -> SQL {
    """
    SELECT n.county, n.series || '〔' || CAST(n.year AS TEXT) || '〕' FROM number_series n
    WHERE n.county = \(ground.county) AND n.series = \(sign) AND n.last <> (
      SELECT COUNT(*) FROM (\(sql: numbers)) AS paper
      WHERE paper.number LIKE '%' || n.series || '〔' || CAST(n.year AS TEXT) || '〕%')
    """
  }

  /// The same of several series whose papers stand together: `numbers` is read once for all of them.
  package static func gaps(_ signs: Set<String>, _ numbers: SQL, _ ground: CheckGround, _ reader: Reader) throws
    -> [Breach]
  {
    var papers: [String: Int] = [:]
    _ = try reader.query(numbers) { row in
      // 清卫医罚〔2026〕1号 is of the series 卫医罚 of 2026; the county's sign stands before it.
      if let head = try row.maybeText(0)?.prefix(while: { $0 != "〕" }) { papers[String(head), default: 0] += 1 }
    }
    let drawn = try reader.query(
      "SELECT n.series, n.year, n.last FROM number_series n WHERE n.county = \(ground.county) ORDER BY n.series, n.year"
    ) { (sign: try $0.text(0), year: try $0.int(1), last: try $0.int(2)) }
    return drawn.filter { signs.contains($0.sign) }.compactMap { series in
      let head = "\(series.sign)〔\(series.year)"
      let found = papers.reduce(0) { $1.key.hasSuffix(head) ? $0 + $1.value : $0 }
      return found == series.last ? nil : Breach(record: Ref(.region, ground.county.number), title: head + "〕")
    }
  }
}
