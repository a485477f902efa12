import Kit
import Storage

enum RecusalStore {
  static func insert(_ record: Ref, _ reason: String, of account: ID<Account>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO recusal (id, county, account, kind, number, reason, made, ended)
      VALUES (\(tx.world.newID(Recusal.self)), \(tx.county), \(account), \(record.kind), \(record.number), \(reason),
        \(tx.now), NULL)
      """)
  }

  static func end(_ id: ID<Recusal>, _ tx: Transaction) throws {
    try tx.execute("UPDATE recusal SET ended = \(tx.now) WHERE id = \(id)")
  }

  static func records(of account: ID<Account>, _ reader: Reader) throws -> Set<Ref> {
    Set(
      try reader.query("SELECT kind, number FROM recusal WHERE account = \(account) AND ended IS NULL") { row in
        Ref(RefKind(try row.text(0)), try row.int(1))
      })
  }

  static func accounts(from record: Ref, _ reader: Reader) throws -> [Int64] {
    try reader.query(
      "SELECT account FROM recusal WHERE kind = \(record.kind) AND number = \(record.number) AND ended IS NULL"
    ) { try $0.int(0) }
  }

  static func all(of account: ID<Account>, _ reader: Reader) throws -> [Recusal] {
    try reader.query(
      """
      SELECT id, kind, number, reason, made FROM recusal WHERE account = \(account) AND ended IS NULL ORDER BY made DESC
      """
    ) { row in
      Recusal(
        id: try row.id(0), record: Ref(RefKind(try row.text(1)), try row.int(2)), reason: try row.text(3),
        made: try row.instant(4))
    }
  }
}
