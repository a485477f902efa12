import Kit
import Storage

/// The last outcome of each county, and of the walk through the ledger.
enum CheckRunStore {
  static func keep(_ outcome: CheckOutcome, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_check_finding WHERE county = \(outcome.county)")
    for (place, line) in outcome.lines.enumerated() {
      try scratch.execute(
        """
        INSERT INTO scratch_check_finding (county, rule, place, kind, number, title)
        VALUES (\(outcome.county), \(line.rule), \(place), \(line.breach.record.kind), \(line.breach.record.number),
          \(line.breach.title))
        """)
    }
    try scratch.execute(
      """
      INSERT INTO scratch_check_run (county, at, thorough) VALUES (\(outcome.county), \(outcome.at), \(outcome.isThorough))
      ON CONFLICT (county) DO UPDATE SET at = excluded.at, thorough = excluded.thorough
      """)
  }

  static func keep(_ walk: LedgerWalkOutcome, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_ledger_walk WHERE id = 1")
    try scratch.execute(
      """
      INSERT INTO scratch_ledger_walk (id, at, entries, faults, first)
      VALUES (1, \(walk.at), \(walk.entries), \(walk.faults), \(walk.first))
      """)
  }

  static func lastWalk(_ reader: Reader) throws -> LedgerWalkOutcome? {
    try reader.first("SELECT at, entries, faults, first FROM scratch_ledger_walk WHERE id = 1") {
      LedgerWalkOutcome(
        at: try $0.instant(0), entries: try $0.int(1), faults: try $0.int(2), first: try $0.maybeText(3))
    }
  }

  /// When the county that waits longest was looked at; nil where none was.
  static func oldestRun(_ counties: SQL, _ reader: Reader) throws -> Instant? {
    try reader.first("SELECT MIN(at) FROM scratch_check_run WHERE " + counties) { try $0.maybeInstant(0) } ?? nil
  }

  static func counts(_ counties: SQL, _ reader: Reader) throws -> [String: Int64] {
    let rows = try reader.query(
      "SELECT rule, COUNT(*) FROM scratch_check_finding WHERE " + counties + " GROUP BY rule"
    ) { (try $0.text(0), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  static func findings(
    _ counties: SQL, rule: String?, offset: Int, limit: Int, _ reader: Reader
  ) throws -> (total: Int64, lines: [CheckOutcome.Line]) {
    let condition = counties + (rule.map { SQL(" AND rule = \($0)") } ?? "")
    let total = try reader.number("SELECT COUNT(*) FROM scratch_check_finding WHERE " + condition)
    let lines = try reader.query(
      "SELECT rule, kind, number, title FROM scratch_check_finding WHERE " + condition
        + " ORDER BY rule, county, place LIMIT \(limit) OFFSET \(offset)"
    ) { row in
      CheckOutcome.Line(
        rule: try row.text(0),
        breach: Breach(record: Ref(RefKind(try row.text(1)), try row.int(2)), title: try row.text(3)))
    }
    return (total, lines)
  }
}
