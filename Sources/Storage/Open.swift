import Foundation
package import Kit

extension Database {
  /// How the store is opened. `address` nil is SQLite in the folder.
  package struct Options: Sendable {
    package var address: String?
    package var world: World?
    package var fault: Fault?
    /// At most so many conversations with PostgreSQL.
    package var connections = 12

    package init(address: String? = nil, world: World? = nil, fault: Fault? = nil) {
      self.address = address
      self.world = world
      self.fault = fault
    }
  }

  /// A guard switched off on purpose, to prove that the torture notices. No command of the product can ask for it.
  package enum Fault: String, Sendable {
    case syncOff = "sync-off"
    case answerBeforeCommit = "answer-before-commit"
    /// PostgreSQL answers before the standby has it.
    case localCommit = "local-commit"
  }

  /// Opens the store of a folder and brings its shape up to date. `rooms` are the schema changes of all rooms, lowest
  /// room first. Refuses an unreachable server, a folder that cannot be written, a damaged file, a store whose shape a
  /// newer program changed and, with PostgreSQL, keys that are not the store's.
  package static func open(
    _ folder: DataFolder, _ options: Options = Options(), rooms: [SchemaChange]
  ) async throws -> Database {
    let world = options.world ?? World.live(node: folder.node)
    let engine = try engine(folder, options)
    let database = Database(
      engine: engine, folder: folder, world: world, isSeated: options.address != nil && options.world == nil)
    do {
      try await translating { try await Schema.apply(Schema.ground + rooms, to: engine, world) }
      if options.address != nil { try await database.refuseForeignKeys() }
      if database.isSeated { try await database.takeSeat() }
    } catch {
      await engine.close()
      throw error
    }
    return database
  }

  static func engine(_ folder: DataFolder, _ options: Options) throws -> any Engine {
    let durable = options.fault != .syncOff
    let commit = options.fault == .localCommit ? "local" : durable ? "on" : "off"
    let engine: any Engine =
      if let address = options.address {
        PostgresEngine(address: address, commit: commit, connections: options.connections)
      } else {
        try SQLiteEngine(path: folder.store.path, durable: durable)
      }
    return options.fault == .answerBeforeCommit ? HastyEngine(inner: engine) : engine
  }

  /// Whether an answer is given only after a sync: asked from the engine itself, not from our settings.
  package func answersAfterSync() async throws -> Bool {
    switch engine {
    case let sqlite as SQLiteEngine: try await sqlite.synchronousLevel() >= 2
    case is PostgresEngine: try await read { try $0.query("SHOW synchronous_commit") { try $0.text(0) } } == ["on"]
    default: false
    }
  }
}
