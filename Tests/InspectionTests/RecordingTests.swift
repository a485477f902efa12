import App
import Duties
import Inspection
import Kit
import Law
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct RecordingTests {
  /// What is wrong with a report, and the codes of its refusals, all at once.
  private static let wrong: [(codes: [String], report: @Sendable (Scene) throws -> VisitReport)] = [
    (["inspection.unanswered"], { try $0.report(.clean, leaving: ["physician"]) }),
    (["inspection.not-clean"], { try $0.report(.clean, unlawful: ["licence"]) }),
    (["inspection.order-missing"], { try $0.report(.correct, unlawful: ["licence"]) }),
    (["inspection.order-unwanted"], { try $0.report(.clean, order: NewRectification(text: "改", due: $0.today)) }),
    (
      ["inspection.order-due-too-early"],
      {
        try $0.report(
          .correct, unlawful: ["licence"], order: NewRectification(text: "改", due: $0.today.adding(days: -1)))
      }
    ),
    (
      ["inspection.unanswered", "inspection.unanswered", "inspection.not-clean"],
      { try $0.report(.clean, unlawful: ["licence"], leaving: ["physician", "wellness"]) }
    ),
    (
      ["inspection.date-in-future", "inspection.ends-before-begin"],
      { scene in
        let good = try scene.report(.clean)
        return VisitReport(
          date: scene.today.adding(days: 1), place: "东街", began: "10:00", ended: "09:59", summary: "无", result: .clean,
          lines: good.lines)
      }
    ),
    (
      ["inspection.note-missing"],
      { scene in
        var lines = try scene.report(.lawCase).lines
        lines["licence"] = VisitReport.Line(.no)
        return VisitReport(date: scene.today, place: "东街", summary: "无证", result: .lawCase, lines: lines)
      }
    ),
  ]

  @Test(arguments: Store.both) func `everything wrong with a record is named at once`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.plan(scene.new(scene.site))
      for (codes, report) in Self.wrong {
        let report = try report(scene)
        #expect(await refusals { try await scene.record(id, report) } == codes)
      }
      #expect(try await scene.visit(id).state == .planned)
    }
  }

  @Test(arguments: Store.both) func `a record that leads to a case owes the filing within seven working days`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.plan(scene.new(scene.site, clue: scene.clue))
      try await scene.record(id, try scene.report(.lawCase, unlawful: ["licence", "physician"]))
      let visit = try await scene.visit(id)
      let (duties, history, violations) = try await scene.test.database.read { reader in
        (
          try Duties.waiting(on: visit.ref, reader), try LedgerReading.history(of: visit.ref, reader),
          try Inspection.violations(of: id, reader)
        )
      }
      #expect(visit.finding?.result == .lawCase)
      // 2026-11-20 is a Friday: 23, 24, 25, 26, 27 November, 30, 1 December.
      #expect(duties.map(\.kind) == [Inspection.filingDuty])
      #expect(duties.map(\.due.iso) == ["2026-12-01"])
      #expect(history.last?.sentence == "记录检查清检〔2026〕0001（集贸市场镶牙点）：移交立案，7 项中 2 项不符合")
      #expect(violations == ["unlicensed-institution", "nonphysician-practice"])
      #expect(await refusals { try await scene.record(id, try scene.report(.clean)) } == ["inspection.not-planned"])
    }
  }

  @Test(arguments: Store.both) func `an order is re-checked once, and a failed one leads to a case`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.plan(scene.new(scene.clinic, checklist: "clinic"))
      let due = scene.today.adding(days: 7)
      try await scene.record(
        id,
        try scene.report(
          .correct, unlawful: ["display"], order: NewRectification(text: "公示许可证", due: due), checklist: "clinic"))
      let visitor = try await Visitor.signedIn(scene.test, "zhouyn")
      let list = try await visitor.get("/rectifications?state=open")
      #expect(list.text.contains("整改 1 件"))
      let rectification = try #require(list.id(after: "href=\"/rectifications/"))
      let ref = Ref(.rectification, try #require(ID<Rectification>(text: rectification)))
      let duties = try await scene.test.database.read { try Duties.waiting(on: ref, $0) }
      // Ten working days after Friday 27 November: 30, then 1, 2, 3, 4, 7, 8, 9, 10, 11 December.
      #expect(duties.map(\.due.iso) == ["2026-12-11"])

      func recheck(_ verdict: String, days: Int) async throws -> Answer {
        try await visitor.post(
          "/rectifications/\(rectification)/recheck",
          [
            ("date", scene.today.adding(days: days).iso), ("first", scene.officer.id.text),
            ("second", scene.second.id.text), ("verdict", verdict), ("note", "许可证仍然没有公示"),
          ])
      }
      #expect(try await recheck("failed", days: 1).status == 422)
      #expect(try await recheck("failed", days: -1).status == 422)
      #expect(try await recheck("maybe", days: 0).status == 422)
      #expect(try await recheck("failed", days: 0).status == 303)
      #expect(try await recheck("passed", days: 0).status == 409)
      let page = try await visitor.get("/rectifications/\(rectification)")
      #expect(page.text.contains("/cases/new?visit=\(id)"))
      let left = try await scene.test.database.read { try Duties.waiting(on: ref, $0) }
      #expect(left.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `the form keeps what was typed, takes photographs and refuses other files`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.plan(scene.new(scene.site))
      let visitor = try await Visitor.signedIn(scene.test, "zhouyn")
      let form = try await visitor.get("/visits/\(id)/record")
      #expect(form.text.contains("有医疗机构执业许可证，或者已办理诊所备案"))
      #expect(form.text.contains("《医疗机构管理条例》第十四条"))
      let items = try #require(scene.test.house.law.checklists.first { $0.id == "unlicensed-site" }).items
      let answers = items.map { ("a-\($0.id)", "yes") }
      let head = [
        ("date", scene.today.iso), ("place", "东街18号"), ("began", "9:05"), ("summary", "没有人营业"), ("result", "clean"),
      ]

      let odd = try await visitor.post(
        "/visits/\(id)/record", head + answers, files: [.init("files", "说明.docx", [0x50, 0x4B, 3, 4])])
      #expect(odd.status == 422)
      #expect(odd.text.contains("“说明.docx”不是照片、PDF 或 MP4"))
      #expect(odd.text.contains("没有人营业"))
      let time = try await visitor.post(
        "/visits/\(id)/record", head.map { $0.0 == "began" ? ("began", "25:00") : $0 } + answers)
      #expect(time.text.contains("“开始时间”写的是“25:00”，不是时间。"))

      let picture = Visitor.File("files", "门头.jpg", [0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 7, count: 100))
      #expect(try await visitor.post("/visits/\(id)/record", head + answers, files: [picture]).status == 303)
      let page = try await visitor.get("/visits/\(id)")
      #expect(page.text.contains("门头.jpg"))
      #expect(try await scene.visit(id).finding?.began == "09:05")
    }
  }
}
