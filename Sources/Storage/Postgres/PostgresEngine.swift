import Kit

/// PostgreSQL through a few conversations. libpq blocks, so each has a thread of its own, never one of those that answer
/// requests; a piece of work is handed over once and answers from there.
final class PostgresEngine: Engine {
  private let desk: PostgresDesk
  var dialect: Dialect { .postgres }

  init(address: String, commit: String = "on", connections: Int) {
    desk = PostgresDesk(address: address, commit: commit, most: connections)
  }

  /// Whoever asked goes on as soon as the body has answered: what only looked has nothing to lose at its end.
  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await handing { connection, tell in
      let begun = Self.begun(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
      tell(begun)
      guard case .success = begun else { return Self.isGood(begun) }
      return Self.isGood(Result { try connection.get().commit() })
    }
  }

  /// Answers when the commit is acknowledged, never before.
  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await handing { connection, tell in
      let ended = Self.begun(connection, "BEGIN") { connection in
        let result = try body(connection)
        try connection.commit()
        return result
      }
      tell(ended)
      return Self.isGood(ended)
    }
  }

  func close() async { await desk.close() }
  var use: PoolUse { desk.use }

  /// `work` says whether the connection may be used again.
  private func handing<T: Sendable>(
    _ work: @escaping @Sendable (Result<PostgresConnection, any Error>, (Result<T, any Error>) -> Void) -> Bool
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      desk.hand { connection in work(connection) { continuation.resume(with: $0) } }
    }
  }

  private static func isGood<T>(_ outcome: Result<T, any Error>) -> Bool {
    if case .failure(let error as PostgresError) = outcome { !error.isBroken } else { true }
  }

  /// What failed is rolled back; a rollback that fails tells of a lost connection, which counts more.
  private static func begun<T>(
    _ connection: Result<PostgresConnection, any Error>, _ begin: String, _ body: (PostgresConnection) throws -> T
  ) -> Result<T, any Error> {
    connection.flatMap { connection in
      do {
        connection.begin(begin)
        return .success(try body(connection))
      } catch {
        do { try connection.rollback() } catch let lost { return .failure(lost is PostgresError ? lost : error) }
        return .failure(error)
      }
    }
  }
}
