import Foundation
import Kit
import Storage
import TestKit
import Testing

private let thing = RefKind("thing")
private let schema = [
  SchemaChange("test-1") { _ in
    [
      "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT NOT NULL)",
      "CREATE UNIQUE INDEX thing_name ON thing (name)",
    ]
  }
]
private let county = County(7)

private func add(_ id: Int64, _ name: String, to database: Database) async throws {
  try await database.change(county, by: .system, deed: Deed("test.add"), reason: id == 3 ? "补登" : nil) { tx in
    try tx.execute("INSERT INTO thing (id, name) VALUES (\(id), \(name))")
    tx.tell(Ref(thing, id), "登记物品第 \(id) 号", [Change("名称", nil, name)])
  }
}

@Suite struct LedgerTests {
  @Test(arguments: Store.both) func `a clean chain verifies and reads as sentences`(store: Store) async throws {
    try await TestStore.with(store, schema: schema) { database in
      for id in 1...5 { try await add(Int64(id), "物品\(id)", to: database) }
      let report = try await database.verifyLedger([])
      #expect(report.faults.isEmpty)
      #expect(report.entries == 5)
      #expect(report.uncovered == 5)
      let third = try await database.read { try LedgerReading.history(of: Ref(thing, 3), $0) }
      #expect(third.map(\.plain) == ["2026年11月20日 10:00，系统登记物品第 3 号，理由：补登。"])
    }
  }

  @Test(arguments: Store.both) func `honest entries verify also when the clock moves meanwhile`(store: Store)
    async throws
  {
    let clock = TestClock()
    clock.drift()
    try await TestStore.with(store, schema: schema, clock: clock) { database in
      for id in 1...20 { try await add(Int64(id), "物品\(id)", to: database) }
      #expect(try await database.verifyLedger([]).faults.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `a chain rewritten and hashed anew is found by a checkpoint`(store: Store)
    async throws
  {
    try await TestStore.with(store, schema: schema) { honest in
      for id in 1...4 { try await add(Int64(id), "物品\(id)", to: honest) }
      try await honest.writeCheckpoints()
      let kept = try Checkpoint.all(in: honest.folder.checkpoints)
      let key = try publicKey(of: honest)
      try await TestStore.with(store, schema: schema) { forged in
        for id in 1...4 { try await add(Int64(id), id == 2 ? "别的" : "物品\(id)", to: forged) }
        let faults = try await forged.verifyLedger(kept, publicKey: key).faults
        #expect(faults.map(\.height) == [4])
        #expect(faults.first?.sentence.contains("整体重写") == true)
      }
    }
  }

  @Test(arguments: Store.both) func `a checkpoint that was edited is refused`(store: Store) async throws {
    try await TestStore.with(store, schema: schema) { database in
      try await add(1, "物品", to: database)
      try await database.writeCheckpoints()
      let kept = try #require(try Checkpoint.all(in: database.folder.checkpoints).first)
      let text = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
        .replacing("\"height\":1", with: "\"height\":0")
      let forged = try JSONDecoder().decode(Checkpoint.self, from: Data(text.utf8))
      let faults = try await database.verifyLedger([forged]).faults
      #expect(faults.contains { $0.sentence.contains("签名不对") })
    }
  }

  private func publicKey(of database: Database) throws -> [UInt8] {
    let text = try String(contentsOf: database.folder.url.appending(path: "keys/checkpoint.pub"), encoding: .utf8)
    return try #require([UInt8](hex: text.trimmed))
  }
}

@Suite struct DatabaseTests {
  @Test(arguments: Store.both) func `a deed that tells nothing is refused and leaves nothing`(store: Store) async throws
  {
    try await TestStore.with(store, schema: schema) { database in
      await #expect(throws: UntoldChange.self) {
        try await database.change(county, by: .system, deed: Deed("test.silent")) { tx in
          _ = try tx.execute("INSERT INTO thing (id, name) VALUES (1, 'a')")
        }
      }
      let rows = try await database.read { try $0.number("SELECT COUNT(*) FROM thing") }
      #expect(rows == 0)
    }
  }

  @Test(arguments: Store.both) func `a refused deed leaves no row and no entry`(store: Store) async throws {
    try await TestStore.with(store, schema: schema) { database in
      try await add(1, "同名", to: database)
      await #expect(throws: StoreRefusal.self) { try await add(2, "同名", to: database) }
      let entries = try await database.read { try $0.number("SELECT COUNT(*) FROM ledger") }
      #expect(entries == 1)
      try await add(3, "另一个", to: database)
      #expect(try await database.verifyLedger([]).faults.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `the back door writes scratch tables only`(store: Store) async throws {
    try await TestStore.with(store, schema: schema) { database in
      await #expect(throws: UntoldChange.self) {
        try await database.scratch { try $0.execute("INSERT INTO thing (id, name) VALUES (1, 'a')") }
      }
      await #expect(throws: UntoldChange.self) {
        try await database.scratch { try $0.execute("DELETE FROM ledger WHERE county = 7") }
      }
    }
  }

  @Test(arguments: Store.both) func `answers come after a sync, and the laboratory switch is noticed`(store: Store)
    async throws
  {
    let sound = try await TestStore.with(store) { try await $0.answersAfterSync() }
    let faulty = try await TestStore.with(store, fault: .syncOff) { try await $0.answersAfterSync() }
    #expect(sound)
    #expect(!faulty)
  }

  @Test(arguments: Store.both) func `sixty-four writers of one county make one chain without gaps`(store: Store)
    async throws
  {
    try await TestStore.with(store, schema: schema) { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for id in 1...64 { group.addTask { try await add(Int64(id), "物品\(id)", to: database) } }
        try await group.waitForAll()
      }
      let report = try await database.verifyLedger([])
      #expect(report.entries == 64)
      #expect(report.faults.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `values go there and back`(store: Store) async throws {
    let values = [
      SchemaChange("values") { dialect in
        ["CREATE TABLE scratch_value (id BIGINT PRIMARY KEY, i BIGINT, t TEXT, b \(sql: dialect.blob))"]
      }
    ]
    try await TestStore.with(store, schema: values) { database in
      let text = "引号'\"？\\ 换行\n\u{20BB7}？"
      let bytes = (0...255).map { UInt8($0) }
      try await database.scratch { scratch in
        try scratch.execute("INSERT INTO scratch_value (id, i, t, b) VALUES (1, \(Int64.max), \(text), \(bytes))")
        try scratch.execute(
          "INSERT INTO scratch_value (id, i, t, b) VALUES (2, \(Int64?.none), \(String?.none), \(SQLValue.null))")
      }
      let rows = try await database.read { try $0.query("SELECT i, t, b FROM scratch_value ORDER BY id") { $0.values } }
      #expect(rows == [[.int(.max), .text(text), .blob(bytes)], [.null, .null, .null]])
    }
  }
}
