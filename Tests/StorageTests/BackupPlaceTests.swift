import Foundation
import Kit
import TestKit
import Testing

@testable import Storage

@Suite struct BackupPlaceTests {
  @Test(arguments: Store.both) func `a place that is not empty, or served from, is not touched`(store: Store)
    async throws
  {
    try await BackupScene.withCopy(store) { _, copy in
      try await EmptyPlace.with(store) { place in
        let database = try await place.open(BackupScene.schema)
        try await BackupScene.add(77, to: database)
        let before = try await BackupScene.sums(database)
        await #expect(throws: BackupRefusal.notEmpty(place.folder.path)) {
          try await BackupScene.restore(copy, to: place)
        }
        if let address = place.address {
          let elsewhere = EmptyPlace(folder: place.beside("other"), address: address)
          await #expect(throws: BackupRefusal.notEmpty("目标数据库")) { try await BackupScene.restore(copy, to: elsewhere) }
          #expect(!FileManager.default.fileExists(atPath: elsewhere.folder.path))
        }
        #expect(try await BackupScene.sums(database) == before)
        await database.close()
      }
    }
  }

  @Test(arguments: Store.both) func `a copy of newer data is refused`(store: Store) async throws {
    try await BackupScene.withCopy(store) { _, copy in
      try await EmptyPlace.with(store) { place in
        await #expect(throws: BackupRefusal.newer("结构变更 backup-1")) {
          try await BackupScene.restore(copy, to: place, schema: [])
        }
        try await BackupScene.expectUntouched(place)
      }
    }
  }

  @Test(arguments: Store.both) func `an older copy is brought up to date`(store: Store) async throws {
    let next =
      BackupScene.schema + [
        SchemaChange("backup-2") { _ in
          ["ALTER TABLE thing ADD COLUMN colour TEXT", "UPDATE thing SET colour = '红' WHERE id = 2"]
        }
      ]
    try await BackupScene.withCopy(store) { _, copy in
      try await EmptyPlace.with(store) { place in
        let report = try await BackupScene.restore(copy, to: place, schema: next)
        #expect(report.newSteps == ["backup-2"])
        let restored = try await place.open(next)
        let red = try await restored.read { try $0.number("SELECT COUNT(*) FROM thing WHERE colour = '红'") }
        #expect(red == 1)
        await restored.close()
      }
    }
  }

  @Test(arguments: Store.both) func `keys come from the copy, from a kept folder, or are made anew`(store: Store)
    async throws
  {
    try await BackupScene.withCopy(store, withKeys: false) { database, copy in
      let kept = database.folder.url.appending(path: "keys")
      try await EmptyPlace.with(store) { place in
        await #expect(throws: BackupRefusal.self) { try await BackupScene.restore(copy, to: place) }
        let wrong = try DataFolder(place.beside("wrong"))
        defer { try? FileManager.default.removeItem(at: wrong.url) }
        await #expect(throws: BackupRefusal.self) {
          try await BackupScene.restore(copy, to: place, keys: .folder(wrong.url.appending(path: "keys")))
        }
        try await BackupScene.expectUntouched(place)
        let report = try await BackupScene.restore(copy, to: place, keys: .folder(kept))
        #expect(report.ledger.faults.isEmpty && report.ledger.checkpoints > 0)
        #expect(try DataFolder(place.folder).keys.lookup == database.folder.keys.lookup)
      }
      try await EmptyPlace.with(store) { place in
        let report = try await BackupScene.restore(copy, to: place, keys: .new)
        #expect(report.ledger.faults.isEmpty && report.ledger.checkpoints > 0, "旧检查点用旧公钥核对")
        let restored = try await place.open(BackupScene.schema)
        #expect(restored.folder.keys.lookup != database.folder.keys.lookup)
        try await restored.writeCheckpoints()
        #expect(try await restored.verifyLedger(Checkpoint.all(in: restored.folder.checkpoints)).faults.isEmpty)
        await restored.close()
      }
    }
  }

  @Test(arguments: Store.both) func `a store moves to the other kind within its folder`(store: Store) async throws {
    guard Store.address != nil else { return }
    try await EmptyPlace.with(store) { place in
      try await EmptyPlace.with(.postgres, tallied: false) { base in
        let source = Backup.Place(folder: place.folder, address: place.address)
        let target = Backup.Place(folder: place.folder, address: place.address == nil ? base.address : nil)
        let database = try await place.open(BackupScene.schema)
        try await BackupScene.fill(database)
        let before = try await BackupScene.sums(database)
        await database.close()
        let lock = try FolderLock(at: place.folder)
        await #expect(throws: StoreRefusal.self) { try await move(source, target) }
        withExtendedLifetime(lock) {}
        _ = consume lock
        let report = try await move(source, target)
        #expect(report.ledger.faults.isEmpty)
        let moved = try await EmptyPlace(folder: target.folder, address: target.address).open(BackupScene.schema)
        #expect(try await BackupScene.sums(moved) == before)
        await moved.close()
        await #expect(throws: BackupRefusal.self, "目标已有数据") { try await move(source, target) }
        await #expect(throws: BackupRefusal.self, "搬到自己") { try await move(source, source) }
      }
    }
  }

  @Test(arguments: Store.both) func `a move that fails on the way leaves nothing`(store: Store) async throws {
    try await EmptyPlace.with(store) { place in
      try await EmptyPlace.with(.sqlite, tallied: false) { target in
        let database = try await place.open(BackupScene.schema)
        try await BackupScene.fill(database)
        _ = try await database.engine.write { try $0.execute("UPDATE attachment SET size = 1") }
        await database.close()
        let source = Backup.Place(folder: place.folder, address: place.address)
        do {
          _ = try await move(source, Backup.Place(folder: target.folder))
          Issue.record("搬走了坏附件")
        } catch let refusal as BackupRefusal { #expect(refusal.code == "backup.file") }
        try await BackupScene.expectUntouched(target)
      }
    }
  }

  private func move(_ source: Backup.Place, _ target: Backup.Place) async throws -> Backup.Report {
    try await Backup.move(from: source, to: target, product: "0.0.1", rooms: BackupScene.schema)
  }
}
