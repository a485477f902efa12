import Kit
import Storage
import Web

/// The SQL of imported lists of posts.
enum PostImportStore {
  static func insert(_ staged: StagedPosts, _ scratch: Scratch) throws {
    try scratch.execute(
      """
      INSERT INTO scratch_post_import (id, county, at, file, sha256, sealed)
      VALUES (\(staged.id), \(staged.county), \(scratch.now), \(staged.file), \(staged.sha256), \(staged.sealed))
      """)
  }

  static func forget(before moment: Instant, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_post_import WHERE at < \(moment)")
  }

  static func forget(_ id: ID<PostImport>, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_post_import WHERE id = \(id)")
  }

  static func staged(_ id: ID<PostImport>, _ reader: Reader) throws -> StagedPosts? {
    try reader.first("SELECT id, county, file, sha256, sealed FROM scratch_post_import WHERE id = \(id)") { row in
      StagedPosts(
        id: try row.id(0), county: try row.county(1), file: try row.text(2), sha256: try row.text(3),
        sealed: try row.text(4))
    }
  }

  static func face(_ id: ID<PostImport>, _ reader: Reader) throws -> RecordFace? {
    let known = try applied(id, reader).map { ($0.file, $0.county) }
    return try (known ?? staged(id, reader).map { ($0.file, $0.county) }).map { file, county in
      RecordFace(title: "导入哨点名册“\(file)”", place: Placement(county: county))
    }
  }

  private static let columns: SQL = "id, county, at, actor, file, sha256, added, changed, same"

  static func applied(_ id: ID<PostImport>, _ reader: Reader) throws -> AppliedPosts? {
    try reader.first("SELECT \(sql: columns) FROM post_import WHERE id = \(id)", applied)
  }

  static func latest(in county: County, limit: Int, _ reader: Reader) throws -> [AppliedPosts] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM post_import WHERE county = \(county) ORDER BY at DESC, id DESC LIMIT \(limit)
      """, applied)
  }

  static func insertApplied(_ staged: StagedPosts, _ rows: PostRows, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO post_import (id, county, at, actor, file, sha256, added, changed, same)
      VALUES (\(staged.id), \(tx.county), \(tx.now), \(tx.actor.title), \(staged.file), \(staged.sha256),
        \(Int64(rows.added.count)), \(Int64(rows.changed.count)), \(Int64(rows.same)))
      """)
  }

  private static func applied(_ row: Row) throws -> AppliedPosts {
    AppliedPosts(
      id: try row.id(0), county: try row.county(1), at: try row.instant(2), actor: try row.text(3),
      file: try row.text(4), sha256: try row.text(5), added: try row.int(6), changed: try row.int(7),
      same: try row.int(8))
  }
}
