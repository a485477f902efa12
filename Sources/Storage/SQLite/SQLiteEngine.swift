import Foundation
import GRDB
import Kit

/// SQLite in the data folder: one writer, many readers (WAL).
struct SQLiteEngine: Engine {
  let pool: DatabasePool
  var dialect: Dialect { .sqlite }

  /// Opens or makes the file. `synchronous = FULL` is set after opening, because the pool sets NORMAL itself when it
  /// switches to WAL; with NORMAL a power cut could lose an answered write.
  init(path: String, durable: Bool = true) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 6
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = ON")
      try db.execute(sql: "PRAGMA cache_size = -32768")
    }
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF")
      }
    } catch let error as DatabaseError {
      throw StoreRefusal.dataFolder("打不开数据文件：\(error.resultCode)。可能文件夹不可写，或文件已损坏。")
    }
  }

  /// 2 is FULL. Asked by tests and by `qingyuan config`.
  func synchronousLevel() async throws -> Int64 {
    try await write { try $0.query("PRAGMA synchronous") { try $0.int(0) }.first ?? -1 }
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await pool.read { try body(SQLiteConnection($0)) }
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await pool.write { try body(SQLiteConnection($0)) }
  }

  func close() async { try? pool.close() }
}

/// Statements are cached by GRDB; rows are decoded by position.
final class SQLiteConnection: Connection {
  let db: GRDB.Database
  var dialect: Dialect { .sqlite }

  init(_ db: GRDB.Database) { self.db = db }

  func query<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> [T] {
    let statement = try db.cachedStatement(sql: sql.text)
    var result: [T] = []
    let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments(sql))
    while let found = try cursor.next() { result.append(try row(Row(values: decode(found)))) }
    return result
  }

  @discardableResult func execute(_ sql: SQL) throws -> Int {
    let statement = try db.cachedStatement(sql: sql.text)
    try statement.execute(arguments: arguments(sql))
    return db.changesCount
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

  private func decode(_ row: GRDB.Row) -> [SQLValue] {
    (0..<row.count).map { column in
      switch (row[column] as DatabaseValue).storage {
      case .null: .null
      case .int64(let number): .int(number)
      case .double(let number): .real(number)
      case .string(let text): .text(text)
      case .blob(let data): .blob([UInt8](data))
      }
    }
  }
}
