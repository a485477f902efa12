import Foundation
import Kit
import TestKit
import Testing

@testable import Storage

@Suite struct BackupTests {
  @Test(arguments: Store.both, Store.both)
  func `a copy comes down equal on either store`(source: Store, target: Store) async throws {
    try await BackupScene.withCopy(source) { database, copy in
      try await EmptyPlace.with(target) { place in
        let report = try await BackupScene.restore(copy, to: place)
        #expect(report.ledger.faults.isEmpty && report.ledger.entries == 4 && report.ledger.checkpoints > 0)
        #expect(report.newSteps.isEmpty)
        let restored = try await place.open(BackupScene.schema)
        #expect(try await BackupScene.sums(restored) == BackupScene.sums(database))
        let scratch = try await restored.read { try $0.number("SELECT COUNT(*) FROM scratch_thing") }
        #expect(scratch == 0, "临时表不进备份")
        let files = try await restored.read { reader in
          try restored.attachments.list(of: Ref(RefKind("thing"), 2), reader).map {
            try restored.attachments.bytes(of: $0, reader).count
          }
        }
        #expect(files == [600_000])
        #expect(restored.folder.keys.lookup == database.folder.keys.lookup)
        try await BackupScene.add(9, to: restored)
        await restored.close()
      }
    }
  }

  @Test(arguments: Store.both) func `a copy that is taken while others write is of one moment`(store: Store)
    async throws
  {
    try await EmptyPlace.with(store) { place in
      let database = try await place.open(BackupScene.schema)
      let copy = place.beside("hot.qyb")
      defer { try? FileManager.default.removeItem(at: copy) }
      for id in 1...200 { try await BackupScene.add(Int64(id), to: database) }
      let writer = Task {
        var id: Int64 = 1000
        while !Task.isCancelled {
          try await BackupScene.add(id, to: database)
          if id.isMultiple(of: 50) { try await database.writeCheckpoints() }
          id += 1
        }
      }
      let before = try await things(database)
      _ = try await database.backUp(
        to: copy, BackupScene.secret(), withKeys: true, product: "0.0.1", rooms: BackupScene.schema)
      let after = try await things(database)
      writer.cancel()
      _ = try? await writer.value
      await database.close()
      #expect(after > before, "备份时确实有人在写")
      try await EmptyPlace.with(store) { target in
        let report = try await BackupScene.restore(copy, to: target)
        #expect(report.ledger.faults.isEmpty)
        let restored = try await target.open(BackupScene.schema)
        let copied = try await things(restored)
        #expect(copied == report.ledger.entries && copied >= 200, "每行恰有一条台账")
        await restored.close()
      }
    }
  }

  @Test(arguments: Store.both) func `what could not be restored is refused when it is copied`(store: Store) async throws
  {
    let strange: [(SQL, String)] = [
      ("CREATE TABLE odd (a BIGINT)", "没有主键"),
      ("CREATE TABLE odd (a BIGINT PRIMARY KEY, b VARCHAR(3))", "备份不认识"),
      ("CREATE TABLE odd (a BIGINT PRIMARY KEY)", "不是本程序建的"),
      ("ALTER TABLE thing ADD COLUMN extra TEXT", "表 thing"),
    ]
    for (statement, words) in strange {
      try await EmptyPlace.with(store) { place in
        let database = try await place.open(BackupScene.schema)
        _ = try await database.engine.write { try $0.execute(statement) }
        let copy = place.beside("odd.qyb")
        do {
          _ = try await database.backUp(to: copy, BackupScene.secret(), product: "0.0.1", rooms: BackupScene.schema)
          Issue.record("备份了恢复不了的结构：\(words)")
        } catch let refusal as BackupRefusal { #expect(refusal.sentence.contains(words)) }
        #expect(!FileManager.default.fileExists(atPath: copy.path))
        await database.close()
      }
    }
  }

  @Test(arguments: Store.both) func `a damaged attachment is named instead of copied`(store: Store) async throws {
    try await EmptyPlace.with(store) { place in
      let database = try await place.open(BackupScene.schema)
      try await BackupScene.fill(database)
      try await damage(database)
      await #expect(throws: BackupRefusal.self) {
        try await database.backUp(
          to: place.beside("x.qyb"), BackupScene.secret(), product: "0.0.1", rooms: BackupScene.schema)
      }
      #expect(!FileManager.default.fileExists(atPath: place.beside("x.qyb").path))
      await database.close()
    }
  }

  private func things(_ database: Database) async throws -> Int64 {
    try await database.read { try $0.number("SELECT COUNT(*) FROM thing") }
  }

  private func damage(_ database: Database) async throws {
    let all = FileManager.default.enumerator(
      at: database.folder.url.appending(path: "attachments"), includingPropertiesForKeys: nil)
    while let file = all?.nextObject() as? URL {
      if file.lastPathComponent.count == 64 { try Data("别的".utf8).write(to: file) }
    }
    _ = try await database.engine.write {
      try $0.execute("UPDATE attachment_chunk SET bytes = \([UInt8](repeating: 1, count: 9))")
    }
  }

  @Test func `a value that the other store cannot hold is noticed by the comparison`() async throws {
    guard Store.address != nil else { return }
    try await EmptyPlace.with(.sqlite, tallied: false) { place in
      let database = try await place.open(BackupScene.schema)
      let copy = place.beside("zero.qyb")
      defer { try? FileManager.default.removeItem(at: copy) }
      _ = try await database.engine.write {
        try $0.execute("INSERT INTO thing (id, name) VALUES (1, CAST(X'E99BB600E5AD97' AS TEXT))")
      }
      _ = try await database.backUp(
        to: copy, BackupScene.secret(), withKeys: true, product: "0.0.1", rooms: BackupScene.schema)
      await database.close()
      try await EmptyPlace.with(.postgres, tallied: false) { target in
        await #expect(throws: BackupRefusal.differs("表 thing")) { try await BackupScene.restore(copy, to: target) }
        try await BackupScene.expectUntouched(target)
      }
    }
  }
}
