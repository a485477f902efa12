import App
import Casework
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// Cases that those above watch, through their pages.
@Suite struct ListedTests {
  private static func owed(_ id: ID<Case>, _ scene: Scene) async throws -> [String] {
    try await scene.test.database.read { try Duties.waiting(on: Ref(.lawCase, id), $0).map(\.kind) }.filter {
      $0 == "listed.report"
    }
  }

  @Test(arguments: Store.both) func `the superior lists, the unit reports, the superior takes off`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let superior = try await Visitor.signedIn(scene.test, "mengzh")
      let listing = [("reason", "群众反映强烈"), ("demands", "查清药品来源"), ("due", scene.today.adding(days: 15).iso)]
      #expect(try await superior.post("/cases/\(id)/listing", listing).status == 303)
      #expect(try await superior.post("/cases/\(id)/listing", listing).text.contains("案件已经挂牌"))
      #expect(try await Self.owed(id, scene).count == 1)
      #expect(try await superior.post("/cases/\(id)/listing/end", [("why", "办结")]).text.contains("还没有报告进展"))
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.post("/cases/\(id)/listing", listing).status == 403)
      let report = [("kind", "report"), ("text", "已查到上家。"), ("on", scene.today.iso)]
      #expect(try await officer.post("/cases/\(id)/log", report).status == 303)
      #expect(try await Self.owed(id, scene).isEmpty)
      #expect(try await superior.get("/cases/listed").text.contains("查清药品来源"))
      #expect(try await superior.post("/cases/\(id)/listing/end", [("why", "要求都办到了")]).status == 303)
      #expect(try await superior.get("/cases/listed").text.contains("现在没有挂牌的案件"))
      #expect(try await officer.get("/cases/\(id)").text.contains("摘牌：要求都办到了"))
    }
  }

  @Test(arguments: Store.both) func `a case that was closed while listed is reported on and taken off`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let superior = try await Visitor.signedIn(scene.test, "mengzh")
      let listing = [("reason", "群众反映强烈"), ("demands", "查清药品来源"), ("due", scene.today.adding(days: 15).iso)]
      #expect(try await superior.post("/cases/\(id)/listing", listing).status == 303)
      let warned = NewDecision(date: scene.today, penalties: [.warning], reasons: "承认。", mitigation: Scene.mitigation)
      try await scene.prepare(id, warned)
      try await scene.decide(id, warned)
      try await scene.serve(8, of: id)
      #expect(await scene.closing(id) == [])
      #expect(try await Self.owed(id, scene).count == 1)
      try await Self.reportClosed(id, superior, scene)
    }
  }

  private static func reportClosed(_ id: ID<Case>, _ superior: Visitor, _ scene: Scene) async throws {
    let officer = try await Visitor.signedIn(scene.test, "zhouyn")
    #expect(try await officer.get("/cases/\(id)").text.contains("登记挂牌案件的结果"))
    let joint = [("kind", "joint"), ("units", "县公安局"), ("text", "一同到场。"), ("on", scene.today.iso)]
    #expect(try await officer.post("/cases/\(id)/log", joint).text.contains("案件已经结案"))
    let report = [("kind", "report"), ("text", "已处罚结案。"), ("on", scene.today.iso)]
    #expect(try await officer.post("/cases/\(id)/log", report).status == 303)
    #expect(try await owed(id, scene).isEmpty)
    #expect(try await superior.get("/cases/\(id)").text.contains("摘牌"))
    #expect(try await superior.post("/cases/\(id)/listing/end", [("why", "已经办结")]).status == 303)
    #expect(try await superior.get("/cases/listed").text.contains("现在没有挂牌的案件"))
    let again = [("reason", "再挂"), ("demands", "再查"), ("due", scene.today.iso)]
    #expect(try await superior.post("/cases/\(id)/listing", again).text.contains("案件已经结案"))
  }

  @Test(arguments: Store.both) func `what was done with the police early is logged with its units`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      func log(_ kind: String, _ units: String, _ on: CivilDate) async throws -> Answer {
        try await officer.post(
          "/cases/\(id)/log", [("kind", kind), ("units", units), ("text", "一同询问。"), ("on", on.iso)])
      }
      #expect(try await log("report", "", scene.today).text.contains("案件没有挂牌"))
      #expect(try await log("police", "", scene.today).status == 422)
      #expect(try await log("police", "县公安局治安大队", scene.today.adding(days: 1)).status == 422)
      #expect(try await log("police", "县公安局治安大队", scene.today).status == 303)
      let page = try await officer.get("/cases/\(id)").text
      #expect(page.contains("公安提前介入") && page.contains("县公安局治安大队"))
    }
  }
}
