/// A consistent look at the store. Stores take one, so that the same statement serves pages and deeds.
package class Reader {
  let connection: any Connection

  init(_ connection: any Connection) { self.connection = connection }

  package var dialect: Dialect { connection.dialect }

  package func query<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> [T] { try connection.query(sql, row) }

  package func first<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> T? { try connection.query(sql, row).first }

  /// The single number of a `SELECT COUNT(*)` or `SUM`; 0 for an empty sum.
  package func number(_ sql: SQL) throws -> Int64 { try first(sql) { try $0.maybeInt(0) ?? 0 } ?? 0 }
}
