/// One conversation with an engine; used by one transaction at a time.
protocol Connection: AnyObject {
  var dialect: Dialect { get }
  /// Gives the rows one after the other; each is good only while `row` runs.
  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws
  /// Number of rows touched.
  @discardableResult func execute(_ sql: SQL) throws -> Int
}

extension Connection {
  func query<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> [T] {
    var result: [T] = []
    try each(sql) { result.append(try row($0)) }
    return result
  }
}

/// An engine with its connections.
protocol Engine: Sendable {
  var dialect: Dialect { get }
  /// A consistent look at the store; nothing can be written in it.
  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
  /// One transaction. Returns only after it is safely stored; throws leave nothing behind.
  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
  func close() async
}
