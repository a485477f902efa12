import App
import Foundation
import Kit
import Storage
import Synchronization
import TestKit
import Testing
import Web

/// The whole way, as on a bad day: a county at work, a copy taken meanwhile, an empty machine, the doors open again.
@Suite struct BackupDrillTests {
  private static let word = "qingyuan-drill-secret"

  private static func rooms() throws -> [SchemaChange] {
    House.rooms(try HouseContent.load(TestHouse.contentFolder)).flatMap(\.schema)
  }

  @Test(arguments: Store.both, Store.both)
  func `a county at work comes up again on an empty machine`(source: Store, target: Store) async throws {
    try await TestHouse.withDemo(source) { test in
      let copy = FileManager.default.temporaryDirectory.appending(path: "qingyuan-drill-\(UUID().uuidString).qyb")
      defer { try? FileManager.default.removeItem(at: copy) }
      let work = Work(test)
      let working = Task { try await work.go() }
      for _ in 0..<3000 where work.clues.count < 5 { try await Task.sleep(for: .milliseconds(10)) }
      let before = work.clues
      try #require(before.count >= 5)
      _ = try await test.database.backUp(
        to: copy, Backup.Secret(Self.word), withKeys: true, product: "drill", rooms: Self.rooms())
      let after = work.clues
      working.cancel()
      try? await working.value
      #expect(after.count > before.count, "备份时在写")
      try await EmptyPlace.with(target) { place in
        let report = try await Backup.restore(
          from: copy, Backup.Secret(Self.word), to: place.folder, address: place.address, rooms: Self.rooms())
        #expect(report.ledger.faults.isEmpty)
        try await OpenedAgain.check(place) { head in
          for clue in before {
            let page = try await head.get("/clues/\(clue)")
            #expect(page.status == 200)
          }
        }
      }
    }
  }

  /// Every release leaves a copy of a store in `Tests/Fixtures`; see docs/backup.md.
  @Test(arguments: Store.both) func `the store of every release opens with this program`(store: Store) async throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures").standardizedFileURL
    let copies = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "qyb" }
    #expect(copies.contains { $0.lastPathComponent == "store-0.1.0.qyb" })
    for copy in copies {
      let word = copy.deletingPathExtension().lastPathComponent.replacing("store-", with: "qingyuan-fixture-")
      try await EmptyPlace.with(store) { place in
        let report = try await Backup.restore(
          from: copy, Backup.Secret(word), to: place.folder, address: place.address, rooms: Self.rooms())
        #expect(report.ledger.faults.isEmpty && report.ledger.entries > 100 && report.ledger.checkpoints > 0)
        #expect(report.copy.files > 0)
        try await OpenedAgain.check(place) { head in
          let clue = try #require(
            try await head.get("/clues?words=%E8%8F%9C%E5%9C%BA%E5%90%8E%E5%B7%B7").id(afterLast: "href=\"/clues/"))
          let page = try await head.get("/clues/\(clue)")
          let file = try #require(page.id(after: "href=\"/files/"), "旧附件")
          #expect(try await head.get("/files/\(file)").status == 200)
        }
      }
    }
  }
}

/// A restored house: everybody signs in, the pages open, new work can be done, the ledger goes on.
private enum OpenedAgain {
  static func check(_ place: EmptyPlace, _ more: (Visitor) async throws -> Void) async throws {
    var options = House.Options(data: place.folder, address: place.address, content: TestHouse.contentFolder)
    options.connections = 3
    let house = try await House.open(options)
    do {
      let logins = try await house.database.read { try $0.query("SELECT login FROM account") { try $0.text(0) } }
      #expect(logins.count >= 9)
      for login in logins {
        let visitor = Visitor(house.site)
        try await visitor.signIn(login)
        #expect(try await visitor.get("/today").status == 200, "\(login)")
      }
      let head = Visitor(house.site)
      try await head.signIn("heyuan")
      for kind in ["clues", "cases", "visits", "institutions", "sites", "rectifications"] {
        let id = try #require(try await head.get("/\(kind)").id(afterLast: "href=\"/\(kind)/"), "\(kind)")
        #expect(try await head.get("/\(kind)/\(id)").status == 200, "\(kind)")
      }
      #expect(try await Work.record(head) != nil)
      try await more(head)
      let checkpoints = try Checkpoint.all(in: house.database.folder.checkpoints)
      #expect(try await house.database.verifyLedger(checkpoints).faults.isEmpty)
    } catch {
      await house.close()
      throw error
    }
    await house.close()
  }
}

/// Somebody at the desk who records one report after the other, each with a photograph.
private final class Work: Sendable {
  private let test: TestHouse
  private let done = Mutex<[String]>([])

  init(_ test: TestHouse) { self.test = test }

  /// Clues that were acknowledged.
  var clues: [String] { done.withLock { $0 } }

  func go() async throws {
    let head = try await Visitor.signedIn(test, "heyuan")
    while !Task.isCancelled {
      if let clue = try await Work.record(head) { done.withLock { $0.append(clue) } }
    }
  }

  static func record(_ head: Visitor) async throws -> String? {
    let picture = TinyPicture.png(UInt8.random(in: 0...255))
    let receipt = try await head.post(
      "/clues/new", [("once", UUID().uuidString), ("channel", "visit"), ("text", "演练中的线索"), ("place", "柳塘镇")],
      files: [Visitor.File("files", "照片.png", picture)])
    return receipt.id(after: "href=\"/clues/")
  }
}
