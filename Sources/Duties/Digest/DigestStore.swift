import Kit
import Storage
import Web

enum DigestStore {
  /// Active owners of open duties without a digest of the day, with the county of their account.
  static func waiting(
    on day: CivilDate, _ sealed: [String], _ reader: Reader
  ) throws -> [(person: Int64, county: County)] {
    try reader.query(
      """
      SELECT account.id, account.county FROM account WHERE account.active = 1
        AND EXISTS (SELECT 1 FROM duty WHERE duty.owner = account.id AND duty.ended IS NULL \(sql: DutyStore.unsealed(sealed)))
        AND NOT EXISTS (SELECT 1 FROM duty_digest g WHERE g.person = account.id AND g.day = \(day))
      ORDER BY account.id
      """
    ) { (person: try $0.int(0), county: try $0.county(1)) }
  }

  /// The nearest first, each with the moment since when the person has it.
  static func duties(
    of person: Int64, _ sealed: [String], _ reader: Reader
  ) throws -> [(duty: OpenDuty, begun: Instant)] {
    try reader.query(
      """
      SELECT \(sql: DutyStore.columns), COALESCE(
          (SELECT MAX(o.at) FROM duty_holder o WHERE o.duty = duty.id AND o.to_owner = duty.owner), duty.begun)
      FROM duty JOIN account ON account.id = duty.owner
      WHERE duty.owner = \(person) AND duty.ended IS NULL \(sql: DutyStore.unsealed(sealed)) ORDER BY duty.due, duty.id LIMIT 500
      """
    ) { (duty: try DutyStore.duty($0), begun: try $0.instant(17)) }
  }

  static func insert(_ words: String, of person: Int64, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO duty_digest (county, person, day, at, words)
      VALUES (\(tx.county), \(person), \(tx.today), \(tx.now), \(words))
      """)
  }

  static func find(_ person: Int64, on day: CivilDate, _ reader: Reader) throws -> (at: Instant, words: String)? {
    try reader.first("SELECT at, words FROM duty_digest WHERE person = \(person) AND day = \(day)") {
      (at: try $0.instant(0), words: try $0.text(1))
    }
  }

  /// When the person's last digest was written.
  static func last(of person: Int64, _ reader: Reader) throws -> Instant? {
    try reader.first("SELECT at FROM duty_digest WHERE person = \(person) ORDER BY day DESC LIMIT 1") {
      try $0.instant(0)
    }
  }
}
