import GRDBSQLite
import Synchronization

/// Connections that look at the file. A look runs on the thread that asks for it, so there are never more of them than
/// threads.
final class SQLiteReaders: Sendable {
  private struct State {
    var idle: [Idle] = []
    var isClosed = false
  }

  /// In one hand at a time: taken out of the state under its lock, and put back when the look is over.
  private struct Idle: @unchecked Sendable { let statements: LookStatements }

  private let path: String
  private let state = Mutex(State())

  init(path: String) { self.path = path }

  func look<T>(_ body: (any Connection) throws -> T) throws -> T {
    let statements = try take()
    defer { putBack(statements) }
    return try SQLiteConnection(statements).looking(body)
  }

  private func take() throws -> LookStatements {
    let idle = try state.withLock { state in
      guard !state.isClosed else { throw StoreRefusal.unavailable(detail: "closed") }
      return state.idle.popLast()
    }
    return try idle?.statements ?? LookStatements(reading: path)
  }

  /// Those that are under way end with their look.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.idle.removeAll()
    }
  }

  /// One whose snapshot could not be ended is closed instead.
  private func putBack(_ statements: LookStatements) {
    guard sqlite3_get_autocommit(statements.handle) != 0 else { return }
    let idle = Idle(statements: statements)
    state.withLock { state in
      if !state.isClosed { state.idle.append(idle) }
    }
  }
}
