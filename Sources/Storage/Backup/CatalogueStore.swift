/// What a store itself says of its tables.
enum CatalogueStore {
  static func names(_ connection: any Connection) throws -> [String] {
    let all: SQL =
      switch connection.dialect {
      case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table'"
      case .postgres:
        """
        SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
        """
      }
    return try connection.query(all) { try $0.text(0) }.filter { !$0.hasPrefix("sqlite_") }.sorted()
  }

  /// Name, declared type, and place in the primary key (0 outside of it) of every column.
  static func columns(of table: String, _ connection: any Connection) throws -> [(String, String, Int64)] {
    let all: SQL =
      switch connection.dialect {
      case .sqlite: "SELECT name, type, pk FROM pragma_table_info(\(table))"
      case .postgres:
        """
        SELECT a.attname::text, format_type(a.atttypid, NULL),
          COALESCE((SELECT k.place FROM unnest(i.indkey) WITH ORDINALITY AS k(number, place)
            WHERE k.number = a.attnum), 0)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
        WHERE n.nspname = current_schema() AND c.relname = \(table) AND a.attnum > 0 AND NOT a.attisdropped
        """
      }
    return try connection.query(all) { (try $0.text(0), try $0.text(1), try $0.int(2)) }
  }

  /// A copy may take longer than any page: lifts the limit of this transaction only.
  static func takeTime(_ connection: any Connection) throws {
    if connection.dialect == .postgres { try connection.execute("SET LOCAL statement_timeout = 0") }
  }

  /// The planner knows nothing of rows that came in one transaction.
  static func gatherStatistics(_ connection: any Connection) throws { try connection.execute("ANALYZE") }
}
