import Foundation
import Kit
import TestKit
import Testing

@testable import Storage

/// The independent verifier finds what ours finds, on the store as a file.
@Suite struct LedgerVerifierTests {
  private static let cases: [(name: String, first: Int64?)] = [
    ("", nil), ("edit the sentence", 3), ("delete", 5), ("re-hash forward", 8), ("cut the tail and forge the head", 11),
    ("clock back", 13),
  ]

  @Test(arguments: cases.indices) func `both verifiers agree`(index: Int) async throws {
    let (name, first) = Self.cases[index]
    try await LedgerScene.with(.sqlite, tallied: false) { scene in
      if let what = LedgerTamperingTests.all.first(where: { $0.name == name }) {
        try await scene.dropGuards()
        try await what.act(scene)
      }
      let ours = try await scene.firstFault(scene.checkpoints())
      #expect(ours?.height == first)
      let theirs = try await Self.verify(scene.database.folder.store, scene.database.checkpointKey)
      #expect(theirs.status == (first == nil ? 0 : 1), "\(theirs.words)")
      #expect(theirs.words.hasPrefix(first.map { "链 7：第 \($0) 条" } ?? "6 个检查点，没有发现改动。"), "\(theirs.words)")
    }
  }

  @Test func `a forged signature and a foreign key are noticed`() async throws {
    try await LedgerScene.with(.sqlite, tallied: false) { scene in
      let foreign = try await Self.verify(scene.database.folder.store, String(repeating: "09", count: 32))
      #expect(foreign.status == 1 && foreign.words.contains("第 4 条检查点签名不对"))
      let kept = scene.database.folder.url.appending(path: "kept.jsonl")
      let text = try scene.checkpoints().map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
      try Data(text.joined(separator: "\n").replacing("\"height\":8", with: "\"height\":7").utf8).write(to: kept)
      let forged = try await Self.verify(
        scene.database.folder.store, scene.database.checkpointKey, ["--checkpoints", kept.path])
      #expect(forged.status == 1 && forged.words.hasPrefix("链 7：第 7 条检查点签名不对"), "\(forged.words)")
    }
  }

  private static func verify(
    _ file: URL, _ key: String, _ more: [String] = []
  ) async throws -> (status: Int32, words: String) {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../script/verify-ledger")
    return try await Tool.run(script.path, [file.path, "--key", key] + more)
  }
}
