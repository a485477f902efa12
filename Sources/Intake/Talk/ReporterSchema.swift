import Kit
import Storage

/// Tables of what goes on between reporters and the office after the report: talk, answers given, satisfaction, objections, linked
/// reports, rewards.
enum ReporterSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("intake-7") { _ in talk + answers + rewards },
    // Whether an answer came in time is decided once, when it is given: its date may be counted anew later.
    SchemaChange("intake-7-late") { _ in ["ALTER TABLE clue_answered ADD COLUMN late BIGINT"] },
  ]

  private static let talk: [SQL] = [
    """
    CREATE TABLE clue_message (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, clue BIGINT NOT NULL, side TEXT NOT NULL,
      author BIGINT, text TEXT NOT NULL, at BIGINT NOT NULL, seen_at BIGINT, once_hash TEXT NOT NULL)
    """,
    "CREATE UNIQUE INDEX clue_message_once ON clue_message (clue, once_hash)",
    """
    CREATE TABLE clue_link (clue BIGINT PRIMARY KEY, county BIGINT NOT NULL, origin BIGINT NOT NULL, kind TEXT NOT NULL,
      at BIGINT NOT NULL)
    """,
    "CREATE INDEX clue_link_origin ON clue_link (origin)",
  ]

  /// Each answer that a reporter was given, also those that an objection took back. Of answers from before there was this table
  /// nobody is known who gave them, nor the date that was owed.
  private static let answers: [SQL] = [
    """
    CREATE TABLE clue_answered (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, clue BIGINT NOT NULL, state TEXT NOT NULL,
      text TEXT NOT NULL, author BIGINT NOT NULL, at BIGINT NOT NULL, due TEXT, passed_way TEXT, passed_at BIGINT,
      passed_by BIGINT)
    """,
    "CREATE INDEX clue_answered_clue ON clue_answered (clue, id)",
    """
    INSERT INTO clue_answered (id, county, clue, state, text, author, at, due)
    SELECT id, county, id, state, COALESCE(answer, ''), 0, ended_at, NULL FROM clue WHERE ended_at IS NOT NULL
    """,
    """
    CREATE TABLE clue_feedback (answered BIGINT PRIMARY KEY, county BIGINT NOT NULL, clue BIGINT NOT NULL,
      level TEXT NOT NULL, word TEXT, at BIGINT NOT NULL)
    """,
    "CREATE INDEX clue_feedback_county ON clue_feedback (county, level)",
    """
    CREATE TABLE clue_objection (answered BIGINT PRIMARY KEY, county BIGINT NOT NULL, clue BIGINT NOT NULL,
      reasons TEXT NOT NULL, at BIGINT NOT NULL, outcome TEXT, words TEXT, decided_by BIGINT, decided_at BIGINT)
    """,
    "CREATE INDEX clue_objection_clue ON clue_objection (clue)",
  ]

  private static let rewards: [SQL] = [
    """
    CREATE TABLE reward_scheme_adopted (county BIGINT PRIMARY KEY, scheme TEXT NOT NULL, basis TEXT NOT NULL,
      by_account BIGINT NOT NULL, at BIGINT NOT NULL)
    """,
    """
    CREATE TABLE reward (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, clue BIGINT NOT NULL, scheme TEXT NOT NULL,
      state TEXT NOT NULL, claimed_at BIGINT NOT NULL, amount BIGINT, reasons TEXT, proposed_by BIGINT, proposed_at BIGINT,
      words TEXT, decided_by BIGINT, decided_at BIGINT, collect_by TEXT)
    """,
    "CREATE UNIQUE INDEX reward_clue ON reward (clue)",
    "CREATE INDEX reward_county ON reward (county, state, id)",
    """
    CREATE TABLE reward_payment (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, reward BIGINT NOT NULL,
      amount BIGINT NOT NULL, way TEXT NOT NULL, paid_on TEXT NOT NULL, voucher TEXT NOT NULL, by_account BIGINT NOT NULL)
    """,
    "CREATE INDEX reward_payment_reward ON reward_payment (reward)",
  ]
}
