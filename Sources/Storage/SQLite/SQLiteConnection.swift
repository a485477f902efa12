import GRDB
import GRDBSQLite
import Kit

/// One conversation with SQLite. Statements are bound, stepped and read here: every page consists of rows, and each value
/// would otherwise be wrapped three times.
final class SQLiteConnection: Connection {
  private let handle: OpaquePointer?
  private let statements: any SQLiteStatements
  var dialect: Dialect { .sqlite }

  init(_ statements: any SQLiteStatements) {
    self.statements = statements
    handle = statements.handle
  }

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    try running(sql) { statement in
      let lines = SQLiteLines(statement)
      defer { lines.close() }
      while try step(statement) { try row(Row(source: lines)) }
    }
  }

  @discardableResult func execute(_ sql: SQL) throws -> Int {
    try running(sql) { statement in while try step(statement) {} }
    return Int(sqlite3_changes(handle))
  }

  /// One snapshot for the whole body.
  func looking<T>(_ body: (any Connection) throws -> T) throws -> T {
    try execute("BEGIN DEFERRED")
    do {
      let result = try body(self)
      try execute("COMMIT")
      return result
    } catch {
      _ = try? execute("ROLLBACK")
      throw error
    }
  }

  private func running(_ sql: SQL, _ body: (OpaquePointer) throws -> Void) throws {
    let (statement, owner) = try statements.statement(sql.text)
    // Whatever throws away the kept statements meanwhile: this one stays until it is done.
    try withExtendedLifetime(owner) {
      defer {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
      }
      try bind(sql.values, to: statement)
      try body(statement)
    }
  }

  /// False where there are no more rows.
  private func step(_ statement: OpaquePointer) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    case let code: throw DatabaseError(sqlite: handle, code)
    }
  }

  private func bind(_ values: [SQLValue], to statement: OpaquePointer) throws {
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
      guard code == SQLITE_OK else { throw DatabaseError(sqlite: handle, code) }
    }
  }

  /// With its length, so that a zero character does not cut it off.
  private static func bind(_ text: String, to statement: OpaquePointer, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text64(statement, index, $0.baseAddress, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// SQLite makes its own copy before the call returns (`SQLITE_TRANSIENT`).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// A statement that is stepped from row to row.
private final class SQLiteLines: RowSource {
  private let statement: OpaquePointer
  private(set) var width: Int

  init(_ statement: OpaquePointer) {
    self.statement = statement
    width = Int(sqlite3_column_count(statement))
  }

  /// The statement goes on to other work; a row that somebody kept has no columns any more.
  func close() { width = 0 }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

  func value(_ column: Int) -> SQLValue {
    let column = Int32(column)
    return switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .int(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: .text(String(decoding: bytes(sqlite3_column_text(statement, column), column), as: UTF8.self))
    case SQLITE_BLOB: .blob(Array(bytes(sqlite3_column_blob(statement, column), column)))
    default: .null
    }
  }

  /// The pointer must be asked for before the count: SQLite may convert in between.
  private func bytes(_ start: UnsafeRawPointer?, _ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}

extension DatabaseError {
  /// What SQLite says of the call that has just failed.
  init(sqlite handle: OpaquePointer?, _ code: Int32) {
    let extended = sqlite3_extended_errcode(handle)
    self.init(
      resultCode: ResultCode(rawValue: extended == GRDBSQLite.SQLITE_OK ? code : extended),
      message: sqlite3_errmsg(handle).map { String(cString: $0) })
  }
}
