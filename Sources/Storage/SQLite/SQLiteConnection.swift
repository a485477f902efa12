import Foundation
import GRDB
import GRDBSQLite
import Kit

/// One conversation with SQLite. GRDB prepares, caches and runs statements that write; rows are read from the statement
/// itself, because every page consists of them and each value would otherwise be wrapped three times.
final class SQLiteConnection: Connection {
  let db: GRDB.Database
  var dialect: Dialect { .sqlite }

  init(_ db: GRDB.Database) { self.db = db }

  func query<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> [T] {
    let prepared = try db.cachedStatement(sql: sql.text)
    let statement = prepared.sqliteStatement
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    return try withExtendedLifetime(prepared) {
      try bind(sql.values, to: statement)
      return try rows(of: statement, row)
    }
  }

  @discardableResult func execute(_ sql: SQL) throws -> Int {
    let statement = try db.cachedStatement(sql: sql.text)
    try statement.execute(arguments: arguments(sql))
    return db.changesCount
  }

  /// One snapshot for the whole body. The pool could begin and end it too, with two statements that are parsed anew for
  /// every page and bookkeeping for writes that a reader never makes.
  func looking<T>(_ body: (any Connection) throws -> T) throws -> T {
    _ = try query("BEGIN DEFERRED") { _ in }
    do {
      let result = try body(self)
      _ = try query("COMMIT") { _ in }
      return result
    } catch {
      _ = try? query("ROLLBACK") { _ in }
      throw error
    }
  }

  private func rows<T>(of statement: SQLiteStatement, _ row: (Row) throws -> T) throws -> [T] {
    let columns = sqlite3_column_count(statement)
    var result: [T] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: result.append(try row(Row(values: (0..<columns).map { value(statement, $0) })))
      case SQLITE_DONE: return result
      case let code: throw fault(code)
      }
    }
  }

  private func value(_ statement: SQLiteStatement, _ column: Int32) -> SQLValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .int(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: .text(String(decoding: bytes(sqlite3_column_text(statement, column), statement, column), as: UTF8.self))
    case SQLITE_BLOB: .blob(Array(bytes(sqlite3_column_blob(statement, column), statement, column)))
    default: .null
    }
  }

  /// The pointer must be asked for before the count: SQLite may convert in between.
  private func bytes(
    _ start: UnsafeRawPointer?, _ statement: SQLiteStatement, _ column: Int32
  ) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  private func bind(_ values: [SQLValue], to statement: SQLiteStatement) throws {
    for (index, value) in zip(Int32(1)..., values) {
      let code =
        switch value {
        case .null: sqlite3_bind_null(statement, index)
        case .int(let number): sqlite3_bind_int64(statement, index, number)
        case .real(let number): sqlite3_bind_double(statement, index, number)
        case .text(let text): Self.bind(text, to: statement, at: index)
        case .blob(let bytes):
          bytes.isEmpty
            ? sqlite3_bind_zeroblob(statement, index, 0)
            : sqlite3_bind_blob64(statement, index, bytes, UInt64(bytes.count), Self.copied)
        }
      guard code == SQLITE_OK else { throw fault(code) }
    }
  }

  /// With its length, so that a zero character does not cut it off.
  private static func bind(_ text: String, to statement: SQLiteStatement, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text64(statement, index, $0.baseAddress, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// SQLite makes its own copy before the call returns (`SQLITE_TRANSIENT`).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private func fault(_ code: Int32) -> DatabaseError {
    let extended = sqlite3_extended_errcode(db.sqliteConnection)
    return DatabaseError(
      resultCode: ResultCode(rawValue: extended == SQLITE_OK ? code : extended),
      message: sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) })
  }

  private func arguments(_ sql: SQL) -> StatementArguments {
    StatementArguments(
      sql.values.map { value -> (any DatabaseValueConvertible)? in
        switch value {
        case .null: nil
        case .int(let number): number
        case .real(let number): number
        case .text(let text): text
        case .blob(let bytes): Data(bytes)
        }
      })
  }
}
