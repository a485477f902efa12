import Kit
import Packs
import Procedure
import TestKit
import Testing

@testable import Casework

/// What the reader of `Content/evidence/` refuses.
@Suite struct EvidenceBookTests {
  private struct Changed: ContentSource {
    let base: FolderContent
    let path: String
    let text: String
    func paths() -> [String] { base.paths() }
    func bytes(_ path: String) -> [UInt8]? { path == self.path ? Array(text.utf8) : base.bytes(path) }
  }

  private static let slips: [(file: String, old: String, new: String, reason: String)] = [
    ("kinds", "id: exhibit,", "id: documentary,", "documentary"),
    ("kinds", "exhibit: true", "exhibit: perhaps", "应写成 true 或者 false"),
    ("lists", "  - step: seizure\n", "  - step: siege\n", "“siege”不在可用的词里"),
    ("lists", "onward: seizure", "onward: ban", "没有 ban 的清单"),
    ("lists", "id: released,", "id: confiscated,", "confiscated"),
    ("lists", "when: again", "when: later", "“later”不在可用的词里"),
    ("file", "steps: [closing, archive]", "steps: [closing]", "卷内目录里没有步骤 archive"),
    ("file", "steps: [closing, archive]", "steps: [closing, archive, filing]", "filing"),
    ("file", "content: goods,", "content: evidence,", "卷内目录里 goods 应有一组"),
    ("file", "content: goods,", "content: goods, steps: [ban],", "只写一样"),
  ]

  @Test(arguments: slips) func refuses(slip: (file: String, old: String, new: String, reason: String)) throws {
    let base = try FolderContent(TestHouse.contentFolder)
    let path = "evidence/\(slip.file).yaml"
    let text = String(decoding: try #require(base.bytes(path)), as: UTF8.self)
    #expect(text.contains(slip.old))
    let changed = Changed(base: base, path: path, text: text.replacing(slip.old, with: slip.new))
    let refusal = #expect(throws: Refusals.self) { try EvidenceBook.load(changed) }
    #expect(refusal?.sentence.contains(slip.reason) == true, "\(refusal?.sentence ?? "")")
  }

  @Test func holdsTheStatute() throws {
    let book = try EvidenceBook.load(try FolderContent(TestHouse.contentFolder))
    #expect(book.kinds.map(\.title) == ["书证", "物证", "视听资料", "电子数据", "证人证言", "当事人的陈述", "鉴定意见", "勘验笔录、现场笔录"])
    #expect(book.list(endedBy: .seizureEnd)?.step == .seizure && book.list(of: .decision)?.end == nil)
    #expect(book.groups.flatMap(\.steps).count == StepKind.allCases.count)
  }
}
