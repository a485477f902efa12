import Kit
import Storage

enum KnowingStore {
  /// Duties that began before a moment, open or ended, the oldest first; one more than `most` says that there are more.
  static func duties(_ condition: SQL, before: Instant, _ reader: Reader) throws -> [KnownDuty] {
    try reader.query(
      """
      SELECT \(sql: DutyStore.columns), duty.begun, duty.ended FROM duty JOIN account ON account.id = duty.owner
      WHERE \(sql: condition) AND duty.begun < \(before) ORDER BY duty.begun, duty.id LIMIT \(most + 1)
      """
    ) { KnownDuty(duty: try DutyStore.duty($0), begun: try $0.instant(17), ended: try $0.maybeInstant(18)) }
  }

  /// A longer list is not read at one go; the page says so.
  static let most = 300

  /// Whether there is one of any time.
  static func isAny(_ condition: SQL, _ reader: Reader) throws -> Bool {
    try reader.number("SELECT COUNT(*) FROM (SELECT 1 FROM duty WHERE \(sql: condition) LIMIT 1) AS one") > 0
  }

  /// Hand-overs, the oldest first.
  static func owners(
    of duties: [Int64], _ reader: Reader
  ) throws -> [(duty: Int64, at: Instant, from: String, to: String)] {
    try reader.query(
      """
      SELECT o.duty, o.at, former.name, later.name FROM duty_holder o JOIN account former ON former.id = o.from_owner
      JOIN account later ON later.id = o.to_owner WHERE o.duty IN \(sql: .list(duties)) ORDER BY o.duty, o.number
      """
    ) { row in
      (duty: try row.int(0), at: try row.instant(1), from: try row.text(2), to: try row.text(3))
    }
  }

  static func changes(
    of duties: [Int64], _ reader: Reader
  ) throws -> [(duty: Int64, at: Instant, actor: String, words: String, before: CivilDate, after: CivilDate?)] {
    try reader.query(
      """
      SELECT duty, at, actor, words, due_before, due_after FROM duty_change WHERE duty IN \(sql: .list(duties)) ORDER BY at, id
      """
    ) { row in
      (
        duty: try row.int(0), at: try row.instant(1), actor: try row.text(2), words: try row.text(3),
        before: try row.date(4), after: try row.maybeDate(5)
      )
    }
  }

  /// Whoever took a duty over was told when he got it. `seenBy` where somebody else read it in his place.
  static func told(
    of duties: [Int64], _ reader: Reader
  ) throws -> [(duty: Int64, at: Instant, words: String, reader: String, seen: Instant?, seenBy: String?)] {
    try reader.query(
      """
      SELECT n.duty, COALESCE(r.added, n.at), n.step, n.days, account.name, r.seen, other.name FROM duty_notice n
      JOIN duty_notice_reader r ON r.notice = n.id JOIN account ON account.id = r.person
      LEFT JOIN account other ON other.id = r.seen_by AND other.id <> r.person
      WHERE n.duty IN \(sql: .list(duties)) ORDER BY n.at, n.id, account.id
      """
    ) { row in
      let words = Notice.words(NoticeStep(key: try row.text(2)) ?? .late(.owner), Int(try row.int(3)))
      return (
        duty: try row.int(0), at: try row.instant(1), words: words, reader: try row.text(4),
        seen: try row.maybeInstant(5), seenBy: try row.maybeText(6)
      )
    }
  }

  /// Without what was wanted and answered: those words stand on the duty's own page.
  static func demands(
    of duties: [Int64], _ reader: Reader
  ) throws -> [(
    duty: Int64, number: Int64, at: Instant, by: String, until: CivilDate, answeredBy: String?, answered: Instant?
  )] {
    try reader.query(
      """
      SELECT duty, number, at, actor, answer_by, answered_by, answered_at FROM duty_demand WHERE duty IN \(sql: .list(duties))
      ORDER BY at, number
      """
    ) { row in
      (
        duty: try row.int(0), number: try row.int(1), at: try row.instant(2), by: try row.text(3),
        until: try row.date(4),
        answeredBy: try row.maybeText(5), answered: try row.maybeInstant(6)
      )
    }
  }
}
