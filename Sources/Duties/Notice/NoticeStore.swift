import Kit
import Offices
import Storage
import Web

enum NoticeStore {
  typealias State = (duty: OpenDuty, told: Set<String>)

  /// Running duties of a county due until a day, the oldest first, each with the steps told for its date.
  static func near(in county: County, until day: CivilDate, _ reader: Reader) throws -> [State] {
    try states("duty.county = \(county) AND duty.due <= \(day)", limit: most, reader)
  }

  static func states(of duties: [ID<Duty>], _ reader: Reader) throws -> [State] {
    try states("duty.id IN \(sql: .list(duties))", limit: duties.count, reader)
  }

  private static func states(_ condition: SQL, limit: Int, _ reader: Reader) throws -> [State] {
    let running = condition + " AND duty.suspended IS NULL"
    let told = try reader.query(
      """
      SELECT n.duty, n.step FROM duty_notice n JOIN duty ON duty.id = n.duty AND duty.due = n.due
      WHERE duty.ended IS NULL AND \(sql: running)
      """
    ) { (try $0.int(0), try $0.text(1)) }
    let steps = Dictionary(grouping: told, by: \.0).mapValues { Set($0.map(\.1)) }
    return try DutyStore.open(running, limit: limit, reader).map { ($0, steps[$0.id.value] ?? []) }
  }

  /// More than any county has open.
  private static let most = 1_000_000

  static func insert(_ notice: Notice, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO duty_notice (id, county, duty, due, step, at, days)
      VALUES (\(notice.id), \(tx.county), \(notice.duty.id), \(notice.duty.due), \(notice.step.key), \(tx.now), \(notice.days))
      """)
  }

  static func insert(_ readers: [ID<Account>], of notice: Notice, _ tx: Transaction) throws {
    for reader in readers {
      try tx.execute(
        """
        INSERT INTO duty_notice_reader (notice, county, person, waits, seen, seen_by)
        VALUES (\(notice.id), \(tx.county), \(reader), 1, NULL, NULL)
        """)
    }
  }

  /// Whoever takes duties over reads what their owner was told.
  static func addReader(_ person: ID<Account>, of duties: SQL, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO duty_notice_reader (notice, county, person, waits, seen, seen_by, added)
      SELECT n.id, n.county, CAST(\(person) AS BIGINT), 1, NULL, NULL, CAST(\(tx.now) AS BIGINT) FROM duty_notice n
      JOIN duty ON duty.id = n.duty AND duty.due = n.due
      WHERE \(sql: duties) AND duty.ended IS NULL AND n.step NOT IN \(sql: .list(toOthers))
        AND n.step NOT LIKE 'demanded-%'
      ON CONFLICT DO NOTHING
      """)
  }

  /// Steps that others than the owner read.
  private static let toOthers = [Ladder.Rung.agency, .superior].map { NoticeStep.late($0).key }

  /// The oldest that wait for him or whom he stands in for, each once.
  static func unread(by viewer: Viewer, _ sealed: [String], _ reader: Reader) throws -> [Notice] {
    let rows = try viewer.accounts.flatMap { try waiting(for: $0, DutyStore.visible(to: viewer, sealed), reader) }
    let oldest = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }.values
      .sorted { $0.id.value < $1.id.value }.prefix(mostUnread)
    guard !oldest.isEmpty else { return [] }
    let duties = try DutyStore.open("duty.id IN \(sql: .list(Set(oldest.map(\.duty))))", reader)
    let byID = Dictionary(duties.map { ($0.id.value, $0) }) { first, _ in first }
    return oldest.compactMap { row in
      guard let duty = byID[row.duty], let step = NoticeStep(key: row.step) else { return nil }
      return Notice(id: row.id, duty: duty, step: step, days: row.days)
    }
  }

  private typealias Waiting = (id: ID<Notice>, duty: Int64, step: String, days: Int)

  /// The oldest of one person. A province's superior may have a hundred thousand: they are gone through in pieces by their
  /// index, which a database that guesses how many fit would not do.
  private static func waiting(for person: Int64, _ visible: SQL, _ reader: Reader) throws -> [Waiting] {
    var (found, last, more) = ([Waiting](), Int64(0), true)
    while more, found.count < mostUnread {
      let piece = try piece(after: last, of: person, visible, reader)
      found += piece.compactMap { row in row.duty.map { (ID(row.id), $0, row.step, row.days) } }
      (last, more) = (piece.last?.id ?? last, piece.count == mostUnread)
    }
    return found
  }

  /// `duty` is nil where the notice no longer speaks to him: the duty ended, stands, has another day, or is another's.
  private static func piece(
    after last: Int64, of person: Int64, _ visible: SQL, _ reader: Reader
  ) throws -> [(id: Int64, duty: Int64?, step: String, days: Int)] {
    try reader.query(
      """
      SELECT n.id, duty.id, n.step, n.days FROM (SELECT notice, person FROM duty_notice_reader
        WHERE person = \(person) AND waits = 1 AND notice > \(last) ORDER BY notice LIMIT \(mostUnread)) r
      JOIN duty_notice n ON n.id = r.notice
      LEFT JOIN duty ON duty.id = n.duty AND duty.due = n.due AND duty.ended IS NULL AND duty.suspended IS NULL
        AND (n.step IN \(sql: .list(toOthers)) OR n.step LIKE 'demanded-%' OR duty.owner = r.person)\(sql: visible)
      ORDER BY n.id
      """
    ) { (try $0.int(0), try $0.maybeInt(1), try $0.text(2), Int(try $0.int(3))) }
  }

  /// Of one digest: a longer one is not read at one go, the rest comes when these are read.
  static let mostUnread = 200

  static func setSeen(_ notice: ID<Notice>, by accounts: [Int64], _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE duty_notice_reader SET waits = 0, seen = \(tx.now), seen_by = \(tx.actor.number)
      WHERE notice = \(notice) AND person IN \(sql: .list(accounts)) AND seen IS NULL
      """)
  }

  /// The duties end or get another date: what was told of them is to be read no more.
  static func withdraw(of duties: SQL, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE duty_notice_reader SET waits = 0 WHERE waits = 1 AND notice IN (
        SELECT n.id FROM duty_notice n JOIN duty ON duty.id = n.duty WHERE \(sql: duties) AND duty.ended IS NULL)
      """)
  }

  struct Told: Sendable {
    let at: Instant
    let step: NoticeStep
    let days: Int
    let due: CivilDate
    let reader: String
    let seen: Instant?
  }

  /// All that was ever told of a duty, the oldest first, a line for each reader.
  static func told(of duty: ID<Duty>, _ reader: Reader) throws -> [Told] {
    try reader.query(
      """
      SELECT n.at, n.step, n.days, n.due, account.name, r.seen FROM duty_notice n
      JOIN duty_notice_reader r ON r.notice = n.id JOIN account ON account.id = r.person
      WHERE n.duty = \(duty) ORDER BY n.id, account.id
      """
    ) { row in
      Told(
        at: try row.instant(0), step: NoticeStep(key: try row.text(1)) ?? .late(.owner), days: Int(try row.int(2)),
        due: try row.date(3), reader: try row.text(4), seen: try row.maybeInstant(5))
    }
  }
}
