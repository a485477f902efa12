import Foundation
import Kit

/// Which tables a copy takes, and their shape: asked from the store, so that a new table cannot be forgotten.
enum Catalogue {
  /// Attachments travel as files of their own: under SQLite they are files, in PostgreSQL rows of this table.
  static let chunks = "attachment_chunk"

  static func isCopied(_ table: String) -> Bool { !table.hasPrefix("scratch_") && table != chunks }

  /// Refuses a table that has no key, because its rows have no order, and a type that only one store knows.
  static func tables(_ connection: any Connection) throws -> [TableShape] {
    try CatalogueStore.names(connection).filter(isCopied).map { try shape(of: $0, connection) }
  }

  private static func shape(of table: String, _ connection: any Connection) throws -> TableShape {
    let columns = try CatalogueStore.columns(of: table, connection)
    let key = columns.filter { $0.2 > 0 }.sorted { $0.2 < $1.2 }.map(\.0)
    guard !key.isEmpty else { throw BackupRefusal.shape("表 \(table) 没有主键，备份无法给它的行排序。") }
    let shapes = try columns.map { name, type, _ in
      guard let kind = kinds[type.uppercased()] else {
        throw BackupRefusal.shape("表 \(table) 的列 \(name) 是 \(type) 类型，备份不认识。")
      }
      return TableShape.Column(name: name, kind: kind)
    }
    return TableShape(name: table, columns: shapes.sorted { $0.name < $1.name }, key: key)
  }

  private static let kinds: [String: TableShape.Kind] = [
    "BIGINT": .int, "INTEGER": .int, "SMALLINT": .int, "TEXT": .text, "BLOB": .blob, "BYTEA": .blob, "REAL": .real,
    "DOUBLE PRECISION": .real,
  ]

  /// The tables that these named steps make, tried out on an empty store. A copy whose tables differ could not be
  /// restored, and is refused when it is made.
  static func expected(_ names: [String], _ changes: [SchemaChange]) async throws -> [TableShape] {
    let place = FileManager.default.temporaryDirectory.appending(path: "qingyuan-shape-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: place) }
    let engine = try SQLiteEngine(path: place.appending(path: "shape.sqlite").path, durable: false)
    let steps = try steps(names, changes)
    let shapes = try await engine.write { connection in
      try Schema.apply(steps, connection, World.live(node: 0))
      return try tables(connection)
    }
    await engine.close()
    return shapes
  }

  /// The steps by these names, in the order of the program. Refuses a name that the program does not know.
  static func steps(_ names: [String], _ changes: [SchemaChange]) throws -> [SchemaChange] {
    let known = Set(changes.map(\.name))
    if let strange = names.first(where: { !known.contains($0) }) {
      throw BackupRefusal.newer("结构变更 \(strange)")
    }
    let wanted = Set(names)
    return changes.filter { wanted.contains($0.name) }
  }

  /// Refuses tables or columns that differ, by name.
  static func refuseDifference(_ found: [TableShape], _ expected: [TableShape]) throws {
    let known = Dictionary(expected.map { ($0.name, $0) }) { first, _ in first }
    for table in found where known[table.name] != table {
      throw BackupRefusal.shape("表 \(table.name) 与本程序建的不同（或者不是本程序建的），这样的备份恢复不了。")
    }
    let names = Set(found.map(\.name))
    if let missing = expected.first(where: { !names.contains($0.name) }) {
      throw BackupRefusal.shape("缺少表 \(missing.name)，数据不完整。")
    }
  }
}
