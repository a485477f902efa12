/// Rows of any table, as its shape describes them: out in the order of the key, and in.
enum RowStore {
  /// Gives every row once, a page in memory at a time. Text keys go by their bytes on both stores, whatever language
  /// the server sorts in.
  static func each(
    of table: TableShape, _ connection: any Connection, _ body: ([SQLValue]) throws -> Void
  ) throws {
    let order = SQL.join(try table.key.map { try place(of: $0, in: table, connection.dialect) }, ", ")
    let rows: SQL = """
      SELECT \(sql: try columns(of: table)) FROM \(sql: try SQL.name(table.name)) ORDER BY \(sql: order)
      """
    switch connection.dialect {
    case .sqlite: _ = try connection.query(rows) { try body($0.values) }
    case .postgres: try byCursor(rows, try SQL.name("copy_\(table.name)"), connection, body)
    }
  }

  private static func byCursor(
    _ rows: SQL, _ cursor: SQL, _ connection: any Connection, _ body: ([SQLValue]) throws -> Void
  ) throws {
    try connection.execute("DECLARE \(sql: cursor) NO SCROLL CURSOR FOR \(sql: rows)")
    var count = pageSize
    while count == pageSize {
      count = try connection.query("FETCH 500 FROM \(sql: cursor)") { try body($0.values) }.count
    }
    try connection.execute("CLOSE \(sql: cursor)")
  }

  /// Rows of one `FETCH`.
  private static let pageSize = 500

  private static func place(of column: String, in table: TableShape, _ dialect: Dialect) throws -> SQL {
    let byBytes: SQL = dialect == .postgres && table.kind(of: column) == .text ? " COLLATE \"C\"" : ""
    return try SQL.name(column) + byBytes
  }

  private static func columns(of table: TableShape) throws -> SQL {
    SQL.join(try table.columns.map { try SQL.name($0.name) }, ", ")
  }

  /// A statement for so many rows; its values are laid flat.
  static func insertion(into table: TableShape, lines: Int) throws -> SQL {
    """
    INSERT INTO \(sql: try SQL.name(table.name)) (\(sql: try columns(of: table)))
    VALUES \(sql: SQL.holes(lines: lines, width: table.columns.count))
    """
  }

  /// Steps of the shape may have put rows in; the copy brings its own. A table without rows is not touched: the
  /// ledger lets nobody remove anything, not even nothing.
  static func empty(_ table: TableShape, _ connection: any Connection) throws {
    let name = try SQL.name(table.name)
    guard try !connection.query("SELECT 1 FROM \(sql: name) LIMIT 1", { _ in }).isEmpty else { return }
    try connection.execute("DELETE FROM \(sql: name)")
  }

  /// Reads the table once more and sums it up.
  static func sum(of table: TableShape, _ connection: any Connection) throws -> TableSum {
    let sum = RowSum()
    try each(of: table, connection) { row in
      for value in row { sum.bytes.append(value: value) }
      sum.endRow()
    }
    return sum.finish(table.name)
  }
}
