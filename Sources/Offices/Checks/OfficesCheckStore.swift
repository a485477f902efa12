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
      AND (a.roles = '' OR NOT EXISTS (SELECT 1 FROM agency g WHERE g.id = a.agency))
    """
  }

  /// Roles are kept as `a,b`: more than one, and one of them an administrator's.
  static func mixedOffices(_ ground: CheckGround) -> SQL {
    """
    SELECT a.id, '账号' || a.login FROM account a WHERE a.county = \(ground.county) AND a.roles LIKE '%,%'
      AND (a.roles LIKE '%system-admin%' OR a.roles LIKE '%security-admin%' OR a.roles LIKE '%auditor%')
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
}
