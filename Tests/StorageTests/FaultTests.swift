import Foundation
import Kit
import Storage
import TestKit
import Testing

private let schema = [
  SchemaChange("fault-1") { _ in ["CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT NOT NULL)"] }
]

@Suite struct FaultTests {
  private func add(_ id: Int64, _ size: Int, _ database: Database) async throws {
    try await database.change(County(7), by: .system, deed: Deed("test.add")) { tx in
      try tx.execute("INSERT INTO thing (id, name) VALUES (\(id), \(String(repeating: "满", count: size)))")
      tx.tell(Ref(RefKind("thing"), id), "登记")
    }
  }

  @Test func `a full disk refuses in plain words, keeps nothing half, and heals`() async throws {
    try await TestStore.with(.sqlite, tallied: false, schema: schema) { database in
      try await add(1, 10, database)
      try await database.change(County(7), by: .system, deed: Deed("test.limit")) { tx in
        let pages = try tx.number("PRAGMA page_count")
        _ = try tx.query("PRAGMA max_page_count = 1") { _ in }
        #expect(pages > 1)
        tx.tell(Ref(RefKind("thing"), 1), "占满磁盘")
      }
      do {
        try await add(2, 200_000, database)
        Issue.record("磁盘满了还在写")
      } catch let refusal as StoreRefusal {
        #expect(refusal.code == "store.disk-full")
        #expect(refusal.status == .unavailable)
      }
      let rows = try await database.read { try $0.number("SELECT COUNT(*) FROM thing") }
      #expect(rows == 1)
      try await database.change(County(7), by: .system, deed: Deed("test.limit")) { tx in
        _ = try tx.query("PRAGMA max_page_count = 1000000") { _ in }
        tx.tell(Ref(RefKind("thing"), 1), "腾出空间")
      }
      try await add(3, 200_000, database)
      #expect(try await database.verifyLedger([]).faults.isEmpty)
    }
  }

  @Test func `a server that is away is a sentence, not a trap`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingyuan-away-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      let options = Database.Options(address: "postgresql://127.0.0.1:1/nothing?connect_timeout=2")
      _ = try await Database.open(DataFolder(folder), options, rooms: [])
      Issue.record("连上了不存在的数据库")
    } catch let refusal as StoreRefusal {
      #expect(refusal.code == "store.unavailable")
      #expect(refusal.sentence.contains("数据库现在连不上"))
    }
  }

  @Test(arguments: Store.both)
  func `a store that a newer program changed is refused, and stays as it was`(_ store: Store) async throws {
    let newer = SchemaChange("fault-2") { _ in ["ALTER TABLE thing ADD COLUMN shape TEXT"] }
    let other = SchemaChange("fault-3") { _ in ["DROP TABLE thing"] }
    try await EmptyPlace.with(store) { place in
      try await place.open(schema + [newer]).close()
      do {
        try await place.open(schema + [other]).close()
        Issue.record("旧程序打开了新数据")
      } catch let refusal as StoreRefusal {
        #expect(refusal.code == "store.newer" && refusal.sentence.contains("fault-2"))
      }
      let again = try await place.open(schema + [newer])
      try await add(1, 1, again)
      await again.close()
    }
  }

  @Test func `a folder that cannot be written is a sentence`() {
    #expect(throws: StoreRefusal.self) { try DataFolder(URL(filePath: "/proc/nothing")) }
  }

  @Test func `a damaged key is refused, never replaced`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingyuan-key-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try DataFolder(folder)
    let key = folder.appending(path: "keys/lookup.key")
    try Data("abc\n".utf8).write(to: key)
    #expect(throws: StoreRefusal.self) { try DataFolder(folder) }
    #expect(try String(contentsOf: key, encoding: .utf8) == "abc\n")
  }

  @Test func `keys are readable by their owner only`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingyuan-mode-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try DataFolder(folder)
    for name in ["lookup.key", "checkpoint.key"] {
      let path = folder.appending(path: "keys/\(name)").path
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test(arguments: Store.both) func `attachments keep their bytes and notice damage`(store: Store) async throws {
    try await TestStore.with(store) { database in
      let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let url = database.folder.incoming.appending(path: "arrived")
      try Data(bytes).write(to: url)
      let staged = StagedFile(
        url: url, name: "照片.png", type: "image/png", size: Int64(bytes.count), sha256: SHA256.hash(bytes).hex)
      let owner = Ref(RefKind("thing"), 9)
      try await database.change(County(7), by: .system, deed: Deed("test.attach")) { tx in
        try database.attachments.attach(staged, to: owner, tx)
        tx.tell(owner, "附上照片")
      }
      staged.remove()
      let attachments = database.attachments
      let read = try await database.read { reader in
        try attachments.list(of: owner, reader).map { try attachments.bytes(of: $0, reader) }
      }
      #expect(read == [bytes])
      if store == .sqlite {
        let place = database.folder.url.appending(path: "attachments/\(staged.sha256.prefix(2))/\(staged.sha256)")
        try Data([1, 2, 3]).write(to: place)
      } else {
        try await database.change(County(7), by: .system, deed: Deed("test.damage")) { tx in
          try tx.execute("DELETE FROM attachment_chunk WHERE part = 1")
          tx.tell(owner, "损坏")
        }
      }
      await #expect(throws: DamagedAttachment.self) {
        try await database.read { reader in
          _ = try attachments.list(of: owner, reader).map { try attachments.bytes(of: $0, reader) }
        }
      }
    }
  }
}
