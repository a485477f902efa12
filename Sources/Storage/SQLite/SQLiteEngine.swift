import GRDB
import Kit

/// SQLite in the data folder: one writer, many readers (WAL).
struct SQLiteEngine: Engine {
  let pool: DatabasePool
  private let readers: SQLiteReaders
  var dialect: Dialect { .sqlite }

  /// Opens or makes the file. `synchronous = FULL` is set after opening, because the pool sets NORMAL itself when it
  /// switches to WAL; with NORMAL a power cut could lose an answered write.
  init(path: String, durable: Bool = true) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = ON")
      try db.execute(sql: "PRAGMA cache_size = -32768")
    }
    readers = SQLiteReaders(path: path)
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

  /// On the calling thread. A look at a WAL never waits for the writer, and handing it to another thread and back costs
  /// more than most looks take.
  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try readers.look(body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await pool.write { try body(SQLiteConnection(PoolStatements($0))) }
  }

  /// The writer last, so that it can empty the log.
  func close() async {
    readers.close()
    try? pool.close()
  }
}
