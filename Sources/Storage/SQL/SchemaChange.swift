/// A named step of the store's shape. Steps run once, in the order of the rooms; a name is never used again.
package struct SchemaChange: Sendable {
  package let name: String
  let statements: @Sendable (Dialect) -> [SQL]

  package init(_ name: String, _ statements: @escaping @Sendable (Dialect) -> [SQL]) {
    self.name = name
    self.statements = statements
  }
}

extension Dialect {
  /// Makes a table whose rows lie in the order of their key (an index table).
  package var clustered: SQL { self == .sqlite ? " WITHOUT ROWID" : "" }
  package var blob: SQL { self == .sqlite ? "BLOB" : "BYTEA" }
}

enum Schema {
  /// Brings the store up to date in one transaction; a failure leaves it as it was.
  static func apply(_ changes: [SchemaChange], to engine: any Engine, at milliseconds: Int64) async throws {
    try await engine.write { connection in
      if connection.dialect == .postgres { _ = try connection.query("SELECT pg_advisory_xact_lock(20261122)") { _ in } }
      try connection.execute("CREATE TABLE IF NOT EXISTS schema_change (name TEXT PRIMARY KEY, at BIGINT NOT NULL)")
      let done = Set(try connection.query("SELECT name FROM schema_change") { try $0.text(0) })
      for change in changes where !done.contains(change.name) {
        for statement in change.statements(connection.dialect) { try connection.execute(statement) }
        try connection.execute("INSERT INTO schema_change (name, at) VALUES (\(change.name), \(milliseconds))")
      }
    }
  }
}
