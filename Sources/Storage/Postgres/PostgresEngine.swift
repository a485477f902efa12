import Kit

/// PostgreSQL through a few conversations. libpq blocks, so each has a thread of its own, never one of those that answer
/// requests; a piece of work is handed over once and answers from there.
final class PostgresEngine: Engine {
  private let desk: PostgresDesk
  var dialect: Dialect { .postgres }

  init(address: String, commit: String = "on", connections: Int) {
    desk = PostgresDesk(address: address, commit: commit, most: connections)
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction("BEGIN", body)
  }

  func close() async { await desk.close() }
  var use: PoolUse { desk.use }

  private func transaction<T: Sendable>(
    _ begin: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      desk.hand { connection in
        let outcome = connection.flatMap { Self.run($0, begin, body) }
        continuation.resume(with: outcome)
        if case .failure(let error as PostgresError) = outcome { return !error.isBroken }
        return true
      }
    }
  }

  private static func run<T>(
    _ connection: PostgresConnection, _ begin: String, _ body: (any Connection) throws -> T
  ) -> Result<T, any Error> {
    do {
      try connection.run(begin)
      let result = try body(connection)
      try connection.commit()
      return .success(result)
    } catch {
      do { try connection.run("ROLLBACK") } catch let lost { return .failure(lost is PostgresError ? lost : error) }
      return .failure(error)
    }
  }
}
