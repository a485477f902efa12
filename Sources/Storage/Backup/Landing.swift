import Foundation
import GRDB

/// Where a copy comes down: a folder and, with PostgreSQL, an empty database.
struct Landing: Sendable {
  let folder: URL
  let address: String?
  let keys: KeySource
  let changes: [SchemaChange]

  private var staging: Staging {
    if case .own = keys { Staging(target: folder, isOwn: true) } else { Staging(target: folder, isOwn: false) }
  }

  /// Takes everything or leaves the place as it was.
  func take(_ source: @escaping @Sendable () throws -> any FrameSource) async throws -> Loaded {
    let staging = staging
    try staging.make()
    do {
      return try await translating { try await load(source, staging) }
    } catch {
      staging.clear()
      throw error
    }
  }

  private func load(_ source: @escaping @Sendable () throws -> any FrameSource, _ staging: Staging) async throws
    -> Loaded
  {
    guard let address else { return try await loadFile(source, staging) }
    let engine = PostgresEngine(address: address, connections: 1)
    let (keys, changes) = (keys, changes)
    let outcome = await Self.outcome {
      try await engine.write { connection in
        let loaded = try Loading(connection, source(), staging, keys, changes).run()
        // Before the commit: a folder without a database can be cleared, a database without its folder could not.
        try staging.land()
        return loaded
      }
    }
    await engine.close()
    return try outcome.get()
  }

  /// SQLite: loaded without waiting for the disk, which is made up for before the file gets its name.
  private func loadFile(
    _ source: @escaping @Sendable () throws -> any FrameSource, _ staging: Staging
  ) async throws -> Loaded {
    let engine = try SQLiteEngine(path: staging.store.path, durable: false)
    let (keys, changes) = (keys, changes)
    let outcome = await Self.outcome {
      let loaded = try await engine.write { try Loading($0, source(), staging, keys, changes).run() }
      try await engine.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      return loaded
    }
    await engine.close()
    let loaded = try outcome.get()
    try staging.land()
    return loaded
  }

  private static func outcome<T: Sendable>(_ work: () async throws -> T) async -> Result<T, any Error> {
    do { return .success(try await work()) } catch { return .failure(error) }
  }
}
