import Kit

enum AttachmentStore {
  static let columns: SQL = "id, county, owner_kind, owner, name, type, size, sha256"

  static func insert(_ file: Attachment, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO attachment (\(sql: columns)) VALUES (\(file.id), \(file.county), \(file.owner.kind),
        \(file.owner.number), \(file.name), \(file.type), \(file.size), \(file.sha256))
      """)
  }

  static func list(of owner: Ref, _ reader: Reader) throws -> [Attachment] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM attachment WHERE owner_kind = \(owner.kind) AND owner = \(owner.number) ORDER BY id
      """, attachment)
  }

  static func move(from old: Ref, to new: Ref, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE attachment SET owner_kind = \(new.kind), owner = \(new.number)
      WHERE county = \(tx.county) AND owner_kind = \(old.kind) AND owner = \(old.number)
      """)
  }

  static func find(_ id: ID<Attachment>, _ reader: Reader) throws -> Attachment? {
    try reader.first("SELECT \(sql: columns) FROM attachment WHERE id = \(id)", attachment)
  }

  static func hasChunks(_ sha256: String, _ reader: Reader) throws -> Bool {
    try reader.number("SELECT COUNT(*) FROM attachment_chunk WHERE sha256 = \(sha256)") > 0
  }

  static func insertChunk(_ sha256: String, _ part: Int, _ bytes: [UInt8], _ tx: Transaction) throws {
    try tx.execute("INSERT INTO attachment_chunk (sha256, part, bytes) VALUES (\(sha256), \(part), \(bytes))")
  }

  static func chunks(of sha256: String, _ reader: Reader) throws -> [UInt8] {
    try reader.query("SELECT bytes FROM attachment_chunk WHERE sha256 = \(sha256) ORDER BY part") { try $0.blob(0) }
      .reduce(into: []) { $0 += $1 }
  }

  static func attachment(_ row: Row) throws -> Attachment {
    Attachment(
      id: try row.id(0), county: try row.county(1), owner: Ref(RefKind(try row.text(2)), try row.int(3)),
      name: try row.text(4), type: try row.text(5), size: try row.int(6), sha256: try row.text(7))
  }
}
