import App
import Casework
import Kit
import Offices
import Packs
import Papers
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// Cases as other systems take them in.
@Suite struct ExportTests {
  private struct Pack: ContentSource {
    let text: String
    func paths() -> [String] { ["exports/a.yaml"] }
    func bytes(_ path: String) -> [UInt8]? { Array(text.utf8) }
  }

  private static func pack(_ column: String) -> Pack {
    Pack(
      text: """
        mappings:
          - id: a
            title: 列序
            note: 说明
            source: 示例
            confidence: M?
            columns:
              - {title: 编号, field: number}
              - \(column)
        """)
  }

  @Test(arguments: [
    ("{title: 甲, field: colour}", "不在可用的词里"), ("{title: 甲, field: filed}", "缺少这一项"),
    ("{title: 甲, field: filed, date: roman}", "不在可用的词里"), ("{title: 甲, field: fine}", "缺少这一项"),
    ("{title: 甲, field: party, date: iso}", "没有这一项"), ("{title: 编号, field: party}", "两列不能同名"),
    ("{title: 甲, fixed: 乙, required: true}", "固定值总是有的"), ("{title: 甲, fixed: 乙, field: party}", "没有这一项"),
    ("{title: 甲, field: outcome, codes: [{value: penalty, code: 1}]}", "没有写代码：none"),
    (
      "{title: 甲, field: party-kind, codes: [{value: person, code: 1}, {value: organisation, code: 2}, {value: dog, code: 3}]}",
      "没有这样的值：dog"
    ),
  ])
  func `a mapping that cannot be meant is refused`(column: String, words: String) {
    let problem = #expect(throws: Refusals.self) { try ExportBook.load(Self.pack(column)) }
    #expect(problem?.sentence.contains(words) == true, "\(problem?.sentence ?? "")")
  }

  @Test func `amounts and days are exact in every form`() throws {
    let money = Money(fen: 5_864_050)
    #expect(ExportMoney.allCases.map { $0.text(money) } == ["58640.50", "5864050", "5.864050"])
    #expect(ExportMoney.tenThousand.text(Money(fen: 7)) == "0.000007" && ExportMoney.yuan.text(.zero) == "0.00")
    let day = try #require(CivilDate(2026, 3, 9))
    #expect(ExportDate.allCases.map { $0.text(day) } == ["2026-03-09", "20260309", "2026年3月9日"])
  }

  @Test(arguments: Store.both) func `an undecided case lacks its decision and is left out`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let number = try await scene.lawCase(id).number
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let page = try await head.get("/cases/export?mapping=decisions")
      #expect(page.text.contains("缺必填项 1 件") && page.text.contains("处罚决定文书号、决定结果"))
      let none = try await head.post("/cases/export?mapping=decisions", [("file", "csv"), ("rows", "complete")])
      #expect(none.status == 422 && none.text.contains("没有可以导出的案件"))
      let all = try await head.post("/cases/export?mapping=decisions", [("file", "csv"), ("rows", "all")])
      #expect(all.status == 200 && all.text.contains("\(number),") && all.text.contains("处罚决定文书号,案件编号"))
    }
  }

  @Test(arguments: Store.both) func `a decided case leaves with its codes, and the ledger keeps the hash`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.prepare(id, scene.fined())
      try await scene.decide(id, scene.fined())
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let file = try await head.post("/cases/export?mapping=decisions", [("file", "csv"), ("rows", "complete")])
      #expect(
        file.text.contains(",1,警告、罚款、没收违法所得,5.000000,0.864050,\(scene.today.iso.replacing("-", with: "")),0.00,1,"))
      let told = try await scene.test.database.read {
        try LedgerReading.history(of: Ref(.region, Cast.county.number), $0).filter { $0.deed == "casework.export" }
      }
      #expect(told.map(\.sentence) == ["导出案件 1 件，列序“行政处罚决定（示例列序）”"])
      #expect(told.first?.changes.contains(SHA256.hash(file.bytes).hex) == true)
      #expect(told.first?.changes.contains("卢某") == false)
    }
  }

  @Test(arguments: Store.both) func `the range of days and the list's filters hold`(store: Store) async throws {
    try await Scene.play(store) { scene in
      _ = try await scene.file()
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let (day, before) = (scene.today.iso, scene.today.adding(days: -1).iso)
      #expect(try await head.get("/cases/export?from=\(day)&to=\(day)").text.contains("1 件，齐全 1 件"))
      #expect(try await head.get("/cases/export?to=\(before)").text.contains("没有符合条件的案件"))
      #expect(try await head.get("/cases/export?state=closed").text.contains("没有符合条件的案件"))
      #expect(try await head.get("/cases/export?from=\(day)&to=\(before)").text.contains("“从”晚于“到”"))
      #expect(try await head.get("/cases/export?mapping=nothing").text.contains("列序还没有选"))
    }
  }
}
