import Casework
import Foundation
import Kit
import Papers
import Procedure
import Storage
import TestKit
import Testing
import Transfers
import Web

/// The package is checked as its receiver checks it.
@Suite struct PackageTests {
  @Test(arguments: Store.both) func `the same case gives the same bytes, and the kept hash is theirs`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      try await scene.approve(id)
      let (one, two) = (
        try await scene.room.prepare(id, scene.test.database), try await scene.room.prepare(id, scene.test.database)
      )
      #expect(one.file.sha256 == two.file.sha256)
      try await scene.handOver(id)
      let record = try await scene.transfer(id)
      let attachments = scene.test.database.attachments
      let bytes = try await scene.test.database.read { reader in
        try attachments.bytes(of: try #require(try Transfers.package(of: record, attachments, reader)), reader)
      }
      #expect(SHA256.hash(bytes).hex == record.packageHash && record.packageHash == one.file.sha256)
    }
  }

  @Test(arguments: Store.both) func `a step or a file that came meanwhile is noticed`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      try await scene.approve(id)
      let (package, room, attachments) = (
        try await scene.room.prepare(id, scene.test.database), scene.room, scene.test.database.attachments
      )
      let (file, lawCase) = (try scene.scan(), scene.lawCase)
      try await scene.change { tx in
        try attachments.attach(file, to: Ref(.lawCase, lawCase), tx)
        tx.tell(Ref(.lawCase, lawCase), "补充材料")
      }
      #expect(
        await refusals { try await scene.change { try room.handOver(id, package, attachments, $0) } } == [
          "transfers.package-stale"
        ])
    }
  }

  @Test(arguments: Store.both) func `sha256sum finds every file in order, and a changed byte`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      let (attachments, file, lawCase) = (scene.test.database.attachments, try scene.scan(), scene.lawCase)
      try await scene.change { tx in
        try attachments.attach(file, to: Ref(.lawCase, lawCase), tx)
        tx.tell(Ref(.lawCase, lawCase), "附材料")
      }
      try await scene.approve(id)
      let package = try await scene.room.prepare(id, scene.test.database)
      let folder = scene.test.dataFolder.appending(path: "stick")
      let names = try await Self.unpack(package.file.url, into: folder)
      #expect(names.contains("读我.txt") && names.contains("1-涉嫌犯罪案件移送书.docx") && names.contains("附件/001-回执.pdf"))
      #expect(try await Self.check(in: folder) == 0)
      try Data("改过".utf8).write(to: folder.appending(path: "5-办案经过.txt"))
      #expect(try await Self.check(in: folder) != 0)
    }
  }

  @Test(arguments: Store.both) func `issued papers go along as they were issued, and the lists of things`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      let (casework, lawCase, today) = (scene.casework, scene.lawCase, scene.today)
      try await scene.change { tx in
        let step = try casework.take(NewStep(.registration, on: today), in: lawCase, as: [.officer], tx).taken.id
        try casework.list([NewGoods("输液器", count: "12", unit: "套")], on: step, of: lawCase, tx)
      }
      try await scene.approve(id)
      let issue = try await scene.issue("crime-transfer")
      let package = try await scene.room.prepare(id, scene.test.database)
      let folder = scene.test.dataFolder.appending(path: "stick")
      let names = try await Self.unpack(package.file.url, into: folder)
      let paper = try #require(names.first { $0.hasPrefix("文书/001-") && $0.hasSuffix(".txt") })
      #expect(SHA256.hash(Array(try Data(contentsOf: folder.appending(path: paper)))).hex == issue.digest)
      let page = try String(contentsOf: folder.appending(path: paper.replacing(".txt", with: ".html")), encoding: .utf8)
      #expect(page.contains("清卫医刑移〔2026〕1号") && names.contains("文书/paper.css"))
      #expect(names.contains { $0.hasPrefix("物品清单/001-") && $0.hasSuffix(".docx") })
      let sums = try String(contentsOf: folder.appending(path: "SHA256SUMS"), encoding: .utf8)
      #expect(names.allSatisfy { ["读我.txt", "SHA256SUMS"].contains($0) || sums.contains("  \($0)\n") })
      #expect(try await Self.check(in: folder) == 0)
    }
  }

  @Test(arguments: Store.both) func `a paper that was issued meanwhile is noticed`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      try await scene.approve(id)
      let (package, room, attachments) = (
        try await scene.room.prepare(id, scene.test.database), scene.room, scene.test.database.attachments
      )
      _ = try await scene.issue("crime-transfer")
      #expect(
        await refusals { try await scene.change { try room.handOver(id, package, attachments, $0) } } == [
          "transfers.package-stale"
        ])
    }
  }

  /// As the receiver does it, by the tool of his system.
  private static func check(in folder: URL) async throws -> Int32 {
    try await Tool.run("/usr/bin/sha256sum", ["-c", "--strict", "SHA256SUMS"], in: folder.path).status
  }

  private static func unpack(_ zip: URL, into folder: URL) async throws -> [String] {
    let script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); z.extractall(sys.argv[2]); print('\\n'.join(z.namelist()))"
    let ended = try await Tool.run(
      "/usr/bin/python3", ["-c", script, zip.path, folder.path],
      environment: ["PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"])
    return ended.words.split(separator: "\n").map(String.init)
  }
}
