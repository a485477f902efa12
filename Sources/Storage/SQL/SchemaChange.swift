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
  /// The shape of the ground floor, before that of the rooms.
  static let ground = LedgerSchema.changes + AttachmentSchema.changes + SearchSchema.changes + TallySchema.changes

  /// Brings the store up to date in one transaction; a failure leaves it as it was.
  static func apply(_ changes: [SchemaChange], to engine: any Engine, at milliseconds: Int64) async throws {
    _ = try await engine.write { try apply(changes, $0, at: milliseconds) }
  }

  /// The same within a transaction. Answers the names of the steps that were taken.
  @discardableResult
  static func apply(_ changes: [SchemaChange], _ connection: any Connection, at milliseconds: Int64) throws -> [String] {
    if connection.dialect == .postgres { _ = try connection.query("SELECT pg_advisory_xact_lock(20261122)") { _ in } }
    try connection.execute("CREATE TABLE IF NOT EXISTS schema_change (name TEXT PRIMARY KEY, at BIGINT NOT NULL)")
    let done = Set(try applied(connection))
    let due = changes.filter { !done.contains($0.name) }
    for change in due {
      for statement in change.statements(connection.dialect) { try connection.execute(statement) }
      try connection.execute("INSERT INTO schema_change (name, at) VALUES (\(change.name), \(milliseconds))")
    }
    return due.map(\.name)
  }

  /// Names of the steps that the store has taken.
  static func applied(_ connection: any Connection) throws -> [String] {
    try connection.query("SELECT name FROM schema_change") { try $0.text(0) }.sorted()
  }
}
