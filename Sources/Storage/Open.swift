import Foundation
package import Kit

extension Database {
  /// How the store is opened. `durable` is false only in the laboratory, which proves that the tests notice.
  package struct Options: Sendable {
    package var address: String?
    package var durable = true
    package var world: World?

    package init(address: String? = nil, durable: Bool = true, world: World? = nil) {
      self.address = address
      self.durable = durable
      self.world = world
    }
  }

  /// Opens the store of a folder and brings its shape up to date. `rooms` are the schema changes of all rooms, lowest
  /// room first. Refuses an unreachable server, a folder that cannot be written and a damaged file.
  package static func open(
    _ folder: DataFolder, _ options: Options = Options(), rooms: [SchemaChange]
  ) async throws -> Database {
    let world = options.world ?? World.live(node: folder.node)
    let engine: any Engine =
      if let address = options.address {
        PostgresEngine(address: address, durable: options.durable)
      } else {
        try SQLiteEngine(path: folder.store.path, durable: options.durable)
      }
    let ground = LedgerSchema.changes + AttachmentSchema.changes + SearchSchema.changes
    try await translating { try await Schema.apply(ground + rooms, to: engine, at: world.now().milliseconds) }
    return Database(engine: engine, folder: folder, world: world)
  }

  /// Whether an answer is given only after a sync: asked from the engine itself, not from our settings.
  package func answersAfterSync() async throws -> Bool {
    switch engine {
    case let sqlite as SQLiteEngine: try await sqlite.synchronousLevel() >= 2
    default: try await read { try $0.query("SHOW synchronous_commit") { try $0.text(0) } } == ["on"]
    }
  }
}
