import Kit

/// All SQL of seats, turns and marks of keys.
enum SharingStore {
  /// The clock that all processes share: PostgreSQL's own; with SQLite there is one process and its clock.
  static func clock(_ reader: Reader) throws -> Instant {
    reader.dialect == .sqlite ? reader.now : Instant(milliseconds: try HealthStore.clock(reader))
  }

  static func marks(_ reader: Reader) throws -> [String: String] {
    let rows = try reader.query("SELECT name, mark FROM scratch_key") { (try $0.text(0), try $0.text(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// Marks that are there already stay.
  static func insert(_ marks: [String: String], _ scratch: Scratch) throws {
    for (name, mark) in marks {
      try scratch.execute("INSERT INTO scratch_key (name, mark) VALUES (\(name), \(mark)) ON CONFLICT DO NOTHING")
    }
  }

  /// Processes that take a seat do it one after the other, until their transactions end.
  static func queue(_ scratch: Scratch) throws {
    if scratch.dialect == .postgres { _ = try scratch.query("SELECT pg_advisory_xact_lock(20261123)") { _ in } }
  }

  /// A number that was never used or, once all were, the one that has been free for longest.
  static func freeNode(at now: Instant, _ reader: Reader) throws -> Int? {
    let used = try reader.number("SELECT COUNT(*) FROM scratch_seat")
    if used < Seat.numbers { return Int(used) }
    return try reader.first("SELECT node FROM scratch_seat WHERE until <= \(now) ORDER BY until, node LIMIT 1") {
      Int(try $0.int(0))
    }
  }

  static func take(_ node: Int, _ holder: String, at now: Instant, until: Instant, _ scratch: Scratch) throws {
    try scratch.execute(
      """
      INSERT INTO scratch_seat (node, holder, since, until) VALUES (\(node), \(holder), \(now), \(until))
      ON CONFLICT (node) DO UPDATE SET holder = excluded.holder, since = excluded.since, until = excluded.until
      """)
  }

  /// False where the seat is another's by now.
  static func keep(_ node: Int, _ holder: String, until: Instant, _ scratch: Scratch) throws -> Bool {
    try scratch.execute("UPDATE scratch_seat SET until = \(until) WHERE node = \(node) AND holder = \(holder)") == 1
  }

  static func seats(keptSince last: Instant, _ reader: Reader) throws -> [String] {
    let until = last.adding(seconds: Seat.seconds)
    return try reader.query("SELECT holder FROM scratch_seat WHERE until > \(until) ORDER BY node") { try $0.text(0) }
  }

  /// Its time has come and nobody is at it.
  static func isDue(_ job: String, at now: Instant, _ reader: Reader) throws -> Bool {
    try reader.first("SELECT due, until FROM scratch_turn WHERE job = \(job)") { row in
      try row.instant(0) <= now && row.instant(1) <= now
    } ?? true
  }

  /// True for one of all that ask.
  static func begin(_ job: String, _ holder: String, at now: Instant, until: Instant, _ scratch: Scratch) throws -> Bool
  {
    try scratch.execute(
      "INSERT INTO scratch_turn (job, due, holder, until) VALUES (\(job), 0, NULL, 0) ON CONFLICT DO NOTHING")
    return try scratch.execute(
      """
      UPDATE scratch_turn SET holder = \(holder), until = \(until)
      WHERE job = \(job) AND due <= \(now) AND until <= \(now)
      """) == 1
  }

  static func keepTurn(_ job: String, _ holder: String, until: Instant, _ scratch: Scratch) throws -> Bool {
    try scratch.execute("UPDATE scratch_turn SET until = \(until) WHERE job = \(job) AND holder = \(holder)") == 1
  }

  static func end(_ job: String, _ holder: String, due: Instant, _ scratch: Scratch) throws {
    try scratch.execute(
      "UPDATE scratch_turn SET due = \(due), holder = NULL, until = 0 WHERE job = \(job) AND holder = \(holder)")
  }
}
