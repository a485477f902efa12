/// What stands of the triggers that keep the ledger.
enum LedgerGuardStore {
  /// A sentence for each trigger that is gone, altered or foreign; none where all is as it was made.
  static func complaints(_ reader: Reader) throws -> [String] {
    let (wanted, found) = (wanted(reader.dialect), try found(reader))
    let gone = wanted.keys.filter { found[$0] == nil }.map { "防止改动台账的触发器 \($0) 不见了。" }
    let other = found.filter { $0.value != wanted[$0.key] }.keys.map { name in
      wanted[name] == nil ? "台账上多了一个触发器 \(name)，不是本系统建的。" : "防止改动台账的触发器 \(name) 被改过或停用了。"
    }
    return (gone + other).sorted()
  }

  private static func wanted(_ dialect: Dialect) -> [String: String] {
    guard dialect == .sqlite else { return ["ledger_keep": LedgerGuardSchema.postgresMark] }
    return Dictionary(LedgerGuardSchema.sqlite.map { ($0.name, $0.statement.text) }) { first, _ in first }
  }

  private static func found(_ reader: Reader) throws -> [String: String] {
    let ask: SQL =
      reader.dialect == .sqlite
      ? "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger'"
      : """
      SELECT t.tgname::text, t.tgenabled::text || ' ' || t.tgtype::text || ' '
        || (t.tgqual IS NULL AND t.tgattr::text = '')::text || ' ' || p.prosrc
      FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE t.tgrelid = 'ledger'::regclass AND NOT t.tgisinternal
      """
    let rows = try reader.query(ask) { (try $0.text(0), try $0.text(1)) }
    return Dictionary(rows) { first, _ in first }
  }
}
