import GRDB
import GRDBSQLite
import Synchronization

/// Where the statements of a conversation come from: each text is prepared once and kept.
protocol SQLiteStatements: AnyObject {
  var handle: OpaquePointer? { get }
  /// The statement lives at least as long as its owner.
  func statement(_ text: String) throws -> (OpaquePointer, owner: AnyObject)
}

/// GRDB's own connections: the writer, and the reader of a long copy.
final class PoolStatements: SQLiteStatements {
  private let db: GRDB.Database
  var handle: OpaquePointer? { db.sqliteConnection }

  init(_ db: GRDB.Database) { self.db = db }

  func statement(_ text: String) throws -> (OpaquePointer, owner: AnyObject) {
    let statement = try db.cachedStatement(sql: text)
    return (statement.sqliteStatement, statement)
  }
}

/// A connection of our own that can only read. GRDB's would ask for the schema's version before each look and hand it
/// through a queue, which together costs more than a small statement.
final class LookStatements: SQLiteStatements {
  private(set) var handle: OpaquePointer?
  private var kept: [String: Kept] = [:]

  /// Long-lived connections must not collect statements without bound.
  private static let mostKept = 400

  init(reading path: String) throws {
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK else {
      let error = DatabaseError(sqlite: handle, code)
      sqlite3_close_v2(handle)
      throw error
    }
    sqlite3_busy_timeout(handle, 10_000)
    sqlite3_exec(handle, "PRAGMA cache_size = -32768", nil, nil, nil)
  }

  /// SQLite keeps what is still in use until its last statement goes.
  deinit { sqlite3_close_v2(handle) }

  func statement(_ text: String) throws -> (OpaquePointer, owner: AnyObject) {
    if let known = kept[text] { return (known.statement, known) }
    if kept.count >= Self.mostKept { kept.removeAll() }
    let new = try Kept(text, handle)
    kept[text] = new
    return (new.statement, new)
  }

  private final class Kept {
    let statement: OpaquePointer

    init(_ text: String, _ handle: OpaquePointer?) throws {
      var statement: OpaquePointer?
      let code = sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
      guard code == SQLITE_OK, let statement else { throw DatabaseError(sqlite: handle, code) }
      self.statement = statement
    }

    deinit { sqlite3_finalize(statement) }
  }
}
