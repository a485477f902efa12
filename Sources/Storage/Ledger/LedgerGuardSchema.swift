/// Triggers that refuse to change or remove an entry.
///
/// They stop a careless statement and a program gone wrong, on every way into the store. An administrator can take them
/// off; then `ledger verify` says so, and what he changes meanwhile is found by the chain.
enum LedgerGuardSchema {
  /// By name, as the store keeps their text. A replacing insert does not pass the trigger on deletion, hence the third.
  static let sqlite: [(name: String, statement: SQL)] = [
    (
      "ledger_keep_words",
      "CREATE TRIGGER ledger_keep_words BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, '台账只增不改'); END"
    ),
    (
      "ledger_keep_rows",
      "CREATE TRIGGER ledger_keep_rows BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, '台账只增不改'); END"
    ),
    (
      "ledger_keep_place",
      """
      CREATE TRIGGER ledger_keep_place BEFORE INSERT ON ledger
      WHEN EXISTS (SELECT 1 FROM ledger WHERE county = NEW.county AND height = NEW.height)
      BEGIN SELECT RAISE(ABORT, '台账只增不改'); END
      """
    ),
  ]

  /// `ALWAYS`: also in a session that plays the replica, which ordinary triggers sleep through.
  static let postgres: [SQL] = [
    """
    CREATE FUNCTION ledger_keep() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION '台账只增不改'; END$$
    """,
    """
    CREATE TRIGGER ledger_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep()
    """,
    "ALTER TABLE ledger ENABLE ALWAYS TRIGGER ledger_keep",
  ]

  /// What PostgreSQL's catalogue says of the trigger above: before (2), of delete (8), update (16) and truncate (32), for
  /// the statement, always, without condition or list of columns.
  static let postgresMark = "A 58 true BEGIN RAISE EXCEPTION '台账只增不改'; END"

  static func statements(_ dialect: Dialect) -> [SQL] { dialect == .sqlite ? sqlite.map(\.statement) : postgres }
}
