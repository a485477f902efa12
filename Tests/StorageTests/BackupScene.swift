import Foundation
import Kit
import TestKit
import Testing

@testable import Storage

/// A small store with a value of every kind, and the words that copying it takes.
enum BackupScene {
  static let schema = [
    SchemaChange("backup-1") { dialect in
      [
        "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT NOT NULL)",
        """
        CREATE TABLE sample (name TEXT NOT NULL, part BIGINT NOT NULL, number BIGINT, ratio DOUBLE PRECISION, words TEXT,
          bytes \(sql: dialect.blob), PRIMARY KEY (name, part))
        """,
        "CREATE TABLE scratch_thing (id BIGINT PRIMARY KEY)",
      ]
    }
  ]
  static let county = County(7)
  static let word = "一串够长的备份口令"
  static func secret(_ text: String = word) throws -> Backup.Secret { try Backup.Secret(text) }

  static func add(_ id: Int64, to database: Database) async throws {
    try await database.change(county, by: .system, deed: Deed("test.add")) { tx in
      try tx.execute("INSERT INTO thing (id, name) VALUES (\(id), \("物品\(id)"))")
      tx.tell(Ref(RefKind("thing"), id), "登记物品第 \(id) 号")
    }
  }

  /// Keys that a language would sort otherwise than by bytes; numbers at their ends; absent values; an attachment of
  /// several pieces that two records share; a scratch row.
  static func fill(_ database: Database) async throws {
    for id in 1...3 { try await add(Int64(id), to: database) }
    let names = ["b", "B", "a_b", "ab", "é", "中", "", "10", "9"]
    let file = try stage(bytes: (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }, in: database)
    try await database.change(county, by: .system, deed: Deed("test.fill")) { tx in
      for (part, name) in names.enumerated() {
        let number = [Int64.max, .min, 0, -1][part % 4]
        let words: String? = part == 0 ? nil : "引号'\\\n𠮷\(name)"
        try tx.execute(
          """
          INSERT INTO sample (name, part, number, ratio, words, bytes) VALUES (\(name), \(part), \(number), \(0.1),
            \(words), \([UInt8](repeating: UInt8(part), count: part * 40_000)))
          """)
      }
      try tx.execute("INSERT INTO sample (name, part) VALUES ('空', 1)")
      for owner in [1, 2] { try database.attachments.attach(file, to: Ref(RefKind("thing"), Int64(owner)), tx) }
      tx.tell(Ref(RefKind("thing"), 1), "装满")
    }
    _ = try await database.scratch { try $0.execute("INSERT INTO scratch_thing (id) VALUES (1)") }
    try await database.writeCheckpoints()
    file.remove()
  }

  static func stage(bytes: [UInt8], in database: Database) throws -> StagedFile {
    let url = database.folder.incoming.appending(path: UUID().uuidString)
    try Data(bytes).write(to: url)
    return StagedFile(
      url: url, name: "现场.png", type: "image/png", size: Int64(bytes.count), sha256: SHA256.hash(bytes).hex)
  }

  /// A filled store on `store`, and its copy in a file.
  static func withCopy<T: Sendable>(
    _ store: Store, tallied: Bool = true, withKeys: Bool = true, _ body: (Database, URL) async throws -> T
  ) async throws -> T {
    try await EmptyPlace.with(store, tallied: tallied) { place in
      let database = try await place.open(schema)
      let copy = place.beside("copy.qyb")
      defer { try? FileManager.default.removeItem(at: copy) }
      let result: Result<T, any Error>
      do {
        try await fill(database)
        _ = try await database.backUp(to: copy, secret(), withKeys: withKeys, product: "0.0.1", rooms: schema)
        result = .success(try await body(database, copy))
      } catch { result = .failure(error) }
      await database.close()
      return try result.get()
    }
  }

  static func restore(
    _ copy: URL, to place: EmptyPlace, word: String = word, keys: KeySource = .copy, schema: [SchemaChange] = schema
  ) async throws -> Backup.Report {
    try await Backup.restore(
      from: copy, secret(word), to: place.folder, address: place.address, keys: keys, rooms: schema)
  }

  /// Count and hash of every table, as the store itself gives them.
  static func sums(_ database: Database) async throws -> [TableSum] {
    try await database.read { reader in
      try Catalogue.tables(reader.connection).map { try RowStore.sum(of: $0, reader.connection) }
    }
  }

  /// Nothing came down: no folder, and no table in the database.
  static func expectUntouched(_ place: EmptyPlace, _ what: String = "") async throws {
    #expect(!FileManager.default.fileExists(atPath: place.folder.path), "\(what)")
    guard let address = place.address else { return }
    let engine = PostgresEngine(address: address, connections: 1)
    let names = try await engine.read { try CatalogueStore.names($0) }
    await engine.close()
    #expect(names.isEmpty, "\(what)")
  }
}
