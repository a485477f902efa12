import Kit

/// A named step of the store's shape. Steps run once, in the order of the rooms; a name is never used again.
package struct SchemaChange: Sendable {
  package let name: String
  let statements: @Sendable (Dialect) -> [SQL]
  /// What statements cannot say: derived tables that are filled anew from what is stored.
  let filling: (@Sendable (Transaction) throws -> Void)?

  package init(
    _ name: String, filling: (@Sendable (Transaction) throws -> Void)? = nil,
    _ statements: @escaping @Sendable (Dialect) -> [SQL]
  ) {
    self.name = name
    self.filling = filling
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
  static let ground =
    LedgerSchema.changes + AttachmentSchema.changes + SearchSchema.changes + TallySchema.changes
    + SharingSchema.changes

  /// Brings the store up to date in one transaction; a failure leaves it as it was.
  static func apply(_ changes: [SchemaChange], to engine: any Engine, _ world: World) async throws {
    _ = try await engine.write { try apply(changes, $0, world) }
  }

  /// The same within a transaction. Answers the names of the steps that were taken. Refuses a store that has taken steps which
  /// this program does not know: it would read and write tables that are no longer what it thinks.
  @discardableResult
  static func apply(_ changes: [SchemaChange], _ connection: any Connection, _ world: World) throws -> [String] {
    if connection.dialect == .postgres { _ = try connection.query("SELECT pg_advisory_xact_lock(20261122)") { _ in } }
    try connection.execute("CREATE TABLE IF NOT EXISTS schema_change (name TEXT PRIMARY KEY, at BIGINT NOT NULL)")
    let done = Set(try applied(connection))
    if let strange = done.subtracting(changes.map(\.name)).min() { throw StoreRefusal.newer(strange) }
    let due = changes.filter { !done.contains($0.name) }
    for change in due {
      for statement in change.statements(connection.dialect) { try connection.execute(statement) }
      try change.filling?(
        Transaction(
          connection, county: County(0), actor: .system, world: world, now: world.now(), deed: Deed("schema.change"),
          reason: nil))
      try connection.execute("INSERT INTO schema_change (name, at) VALUES (\(change.name), \(world.now()))")
    }
    return due.map(\.name)
  }

  /// Names of the steps that the store has taken.
  static func applied(_ connection: any Connection) throws -> [String] {
    try connection.query("SELECT name FROM schema_change") { try $0.text(0) }.sorted()
  }
}
