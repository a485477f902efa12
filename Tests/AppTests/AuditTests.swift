import Foundation
import Kit
import Offices
import TestKit
import Testing
import Web

@testable import App
@testable import Storage

/// The auditor's pages: what they show, what they prove, what they leave behind.
@Suite struct AuditTests {
  private static let county = Cast.county

  /// Filters, with words that must and must not stand in the list then.
  private static let filters: [(query: String, shows: [String], hides: [String])] = [
    ("deed=intake.accept", ["受理线索清举"], ["导入机构底册", "登录。"]),
    ("kind=account&words=%E5%BC%80%E9%80%9A", ["开通账号"], ["受理线索"]),
    ("who=%E8%B4%BA%E8%BF%9C&deed=casework.decide", ["贺远"], ["罗惠（"]),
    ("words=%25", ["没有符合筛选条件"], ["第几条"]),
    ("from=2099-01-01", ["没有符合筛选条件"], ["第几条"]),
    ("to=2000-01-01", ["没有符合筛选条件"], ["第几条"]),
    ("from=2026-13-40", ["不是日期", "第几条"], []),
  ]

  @Test(arguments: Store.both) func `the list narrows and says what it cannot read`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let auditor = try await Visitor.signedIn(test, "weij")
      for (query, shows, hides) in Self.filters {
        let page = try await auditor.get("/ledger?\(query)")
        let list = page.text.split(separator: "</form>").last.map(String.init) ?? ""
        #expect(page.status == 200)
        for words in shows { #expect(list.contains(words), "\(query) \(words)") }
        for words in hides { #expect(!list.contains(words), "\(query) \(words)") }
      }
    }
  }

  @Test(arguments: Store.both) func `an entry shows its proof, and that it was tampered with`(store: Store) async throws
  {
    try await TestHouse.withDemo(store) { test in
      let auditor = try await Visitor.signedIn(test, "weij")
      let number = Self.county.number
      let clean = try await auditor.get("/ledger/\(number)/3").text
      #expect(clean.contains("核对相符，有签名") && clean.contains("签名有效"))
      let newest = try await test.database.read { try LedgerStore.heads($0) }.first { $0.county == Self.county }
      let height = try #require(newest).head.height
      #expect(try await auditor.get("/ledger/\(number)/\(height)").text.contains("还没有检查点盖住它"))
      for missing in ["\(number)/\(height + 5)", "\(number)/0", "\(number)/x", "999/1"] {
        #expect(try await auditor.get("/ledger/\(missing)").status == 404, "\(missing)")
      }
      let drops: [SQL] =
        test.database.dialect == .sqlite
        ? ["DROP TRIGGER ledger_keep_words"] : ["DROP TRIGGER ledger_keep ON ledger"]
      try await test.database.engine.write { connection in
        for drop in drops { try connection.execute(drop) }
        try connection.execute("UPDATE ledger SET sentence = '换过' WHERE county = \(Self.county) AND height = 3")
      }
      let forged = try await auditor.get("/ledger/\(number)/3").text
      #expect(forged.contains("核对不上") && forged.contains("第 3 条的内容被改过"))
    }
  }

  @Test(arguments: Store.both) func `an export can be checked by others and leaves a trace`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let auditor = try await Visitor.signedIn(test, "weij")
      let silent = try await auditor.post("/ledger/export", [("deed", "intake.accept")])
      #expect(silent.status == 422 && silent.text.contains("“用途”还没有填"))
      let nothing = try await auditor.post("/ledger/export", [("purpose", "审计"), ("from", "2099-01-01")])
      #expect(nothing.status == 422 && nothing.text.contains("没有符合条件"))
      let answer = try await auditor.post("/ledger/export", [("purpose", "季度审计"), ("deed", "intake.accept")])
      #expect(answer.status == 200)
      let lines = answer.text.split(separator: "\n")
      let chosen = lines.filter { $0.contains("\"chosen\":true") }
      #expect(chosen.count > 2 && chosen.allSatisfy { $0.contains("受理线索") })
      #expect(
        lines.first?.contains("qingyuan-ledger-export-1") == true && lines.last?.contains("\"signature\"") == true)
      let list = try await auditor.get("/ledger?deed=ledger.export").text
      #expect(list.contains("导出台账第") && list.contains("事项为受理线索") && list.contains("理由：季度审计"))
      try await check(answer.bytes, test)
    }
  }

  /// As handed over, with one word changed, and with one entry left out.
  private func check(_ bytes: [UInt8], _ test: TestHouse) async throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let clean = try await verify(text, test)
    #expect(clean.status == 0 && clean.words.contains("没有发现改动"), "\(clean.words)")
    let edits = [("\"sentence\":\"受理", "\"sentence\":\"办结", "内容与校验值不符"), ("所）受理线索", "所）办结线索", "句子与各栏不符")]
    for (words, others, what) in edits {
      let edited = try await verify(text.replacing(words, with: others, maxReplacements: 1), test)
      #expect(edited.status == 1 && edited.words.contains(what), "\(edited.words)")
    }
    var lines = text.split(separator: "\n")
    lines.remove(at: 3)
    let short = try await verify(lines.joined(separator: "\n") + "\n", test)
    #expect(short.status == 1 && short.words.contains("不见了"), "\(short.words)")
  }

  private func verify(_ text: String, _ test: TestHouse) async throws -> (status: Int32, words: String) {
    let file = test.dataFolder.appending(path: "export.jsonl")
    try Data(text.utf8).write(to: file)
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../script/verify-ledger")
    return try await Tool.run(script.path, [file.path, "--key", test.database.checkpointKey])
  }

  /// A deed without plain words would show its code to the auditor: `AuditNames` has to know it.
  @Test func `every deed that a room declares has plain words`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
      .standardizedFileURL
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var declared: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let pieces = try String(contentsOf: file, encoding: .utf8).split(
        separator: "= Deed(\"", omittingEmptySubsequences: false)
      declared.formUnion(pieces.dropFirst().map { String($0.prefix { $0 != "\"" }) })
    }
    #expect(declared.count > 30)
    #expect(declared.subtracting(AuditNames.deeds.map(\.name)) == [], "给 AuditNames.deeds 添上一行")
  }
}
