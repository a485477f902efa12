import Kit
import Registers
import Storage

enum EffectSchema {
  static let change = SchemaChange("casework-5-across") { _ in
    [
      """
      CREATE TABLE case_effect (law_case BIGINT NOT NULL, step BIGINT NOT NULL, kind TEXT NOT NULL, county BIGINT NOT NULL,
        premises_kind TEXT, premises BIGINT, licence TEXT NOT NULL, subjects TEXT NOT NULL, since TEXT NOT NULL, until TEXT,
        due_since TEXT NOT NULL, account BIGINT NOT NULL, at BIGINT NOT NULL, lifted TEXT,
        PRIMARY KEY (law_case, step, kind))
      """
    ]
  }
}

enum EffectStore {
  static func insert(_ new: NewEffect, of record: CaseRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO case_effect (law_case, step, kind, county, premises_kind, premises, licence, subjects, since, until,
        due_since, account, at)
      VALUES (\(record.id), \(new.due.step), \(new.due.kind.rawValue), \(tx.county), \(new.premises?.kind),
        \(new.premises?.number), \(new.licence), \(new.subjects.joined(separator: "\n")), \(new.since), \(new.until),
        \(new.due.since), \(tx.actor.number), \(tx.now))
      """)
  }

  static func lift(_ due: DueEffect, of record: CaseRecord, on day: CivilDate, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE case_effect SET lifted = \(day)
      WHERE law_case = \(record.id) AND step = \(due.step) AND kind = \(due.kind.rawValue)
      """)
  }

  static func effects(of record: CaseRecord, _ reader: Reader) throws -> [CaseEffect] {
    try reader.query(
      """
      SELECT step, kind, premises_kind, premises, licence, subjects, since, until, due_since, lifted FROM case_effect
      WHERE law_case = \(record.id) ORDER BY step, kind
      """, effect)
  }

  private static func effect(_ row: Row) throws -> CaseEffect {
    let due = DueEffect(
      step: try row.int(0), kind: EffectKind(rawValue: try row.text(1)) ?? .revoke, since: try row.date(8))
    let premises = try row.maybeText(2).flatMap { kind in try row.maybeInt(3).map { Ref(RefKind(kind), $0) } }
    return CaseEffect(
      new: NewEffect(
        due, premises: premises, licence: try row.text(4),
        subjects: try row.text(5).split(separator: "\n").map(String.init), since: try row.date(6),
        until: try row.maybeDate(7)),
      lifted: try row.maybeDate(9))
  }
}
