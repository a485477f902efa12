package import Kit

/// A consistent look at the store at one moment. Stores take one, so that the same statement serves pages and deeds.
package class Reader {
  let connection: any Connection
  /// The moment of the look or deed. Taken once: the live clock would move between two looks, and a ledger entry hashed
  /// at one moment and stored at another would not verify.
  package let now: Instant

  init(_ connection: any Connection, now: Instant) {
    self.connection = connection
    self.now = now
  }

  /// What dated facts (rights, regions, terms) are asked for.
  package var today: CivilDate { now.date }

  package var dialect: Dialect { connection.dialect }

  package func query<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> [T] { try connection.query(sql, row) }

  package func first<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> T? { try connection.query(sql, row).first }

  /// The single number of a `SELECT COUNT(*)` or `SUM`; 0 for an empty sum.
  package func number(_ sql: SQL) throws -> Int64 { try first(sql) { try $0.maybeInt(0) ?? 0 } ?? 0 }
}
