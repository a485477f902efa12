import App
import Kit
import Papers
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// Papers through their pages.
@Suite struct CasePaperPageTests {
  @Test(arguments: Store.both) func `every template begins, fills and opens in a real case`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.prepare(id, scene.fined())
      try await scene.decide(id, scene.fined())
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let templates = scene.test.house.papers.all
      #expect(templates.count == 88)
      for (index, template) in templates.enumerated() {
        let form = try await officer.get("/cases/\(id)/papers/new/\(template.id)")
        #expect(form.status == 200 && form.text.contains(template.title), "\(template.id)")
        let draft = try await officer.post("/cases/\(id)/papers/new/\(template.id)", [("paper.date", scene.today.iso)])
        #expect(draft.location == "/cases/\(id)/papers/\(index + 1)", "\(template.id) \(draft.text.suffix(1500))")
        #expect(try await officer.get("/cases/\(id)/papers/\(index + 1)").status == 200, "\(template.id)")
        #expect(try await officer.get("/cases/\(id)/papers/\(index + 1)/edit").status == 200, "\(template.id)")
      }
    }
  }

  @Test(arguments: Store.both) func `every template issues when all is written`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.prepare(id, scene.fined())
      try await scene.decide(id, scene.fined())
      var refused: [String] = []
      for template in scene.test.house.papers.all {
        let number = try await scene.draft(template.id, in: id)
        let codes = await refusals { try await scene.issue(number, of: id) }
        if !codes.isEmpty { refused.append("\(template.id) \(codes.joined())") }
      }
      // Deeds that were not done in this case, and whose number the paper would carry.
      #expect(
        Set(refused)
          == Set(
            ["no-penalty", "on-the-spot", "help-request", "crime-transfer"].map {
              "\($0) casework.paper-step-not-taken"
            }))
    }
  }

  @Test(arguments: Store.both) func `an officer writes, issues, prints and hands out a paper`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let base = "/cases/\(id)/papers"
      let asks: [(String, String)] = [("paper.date", scene.today.iso), ("words", "乙")]
      let draft = try await officer.post("\(base)/new/order-to-correct", asks)
      #expect(draft.location == "\(base)/1")
      #expect(try await officer.get("\(base)/1/print").status == 404)
      let refused = try await officer.post("\(base)/1/issue", [])
      #expect(refused.status == 422 && refused.text.contains("没有填写"))
      let number = try await scene.draft("order-to-correct", in: id)
      try await scene.issue(number, of: id)
      try await printed(officer, "\(base)/\(number)", try #require(try await scene.paper(number, of: id).issue))
      try await checked(scene, try #require(try await scene.paper(number, of: id).issue))
    }
  }

  private func printed(_ officer: Visitor, _ base: String, _ issue: PaperIssue) async throws {
    let page = try await officer.get(base).text
    #expect(page.contains(issue.number ?? "?") && page.contains("80 毫米打印") && page.contains("还没有送达"))
    for sheet in ["", "?sheet=80"] {
      let print = try await officer.get("\(base)/print\(sheet)")
      #expect(
        print.status == 200 && print.text.contains(String(issue.digest.prefix(8))) && print.text.contains("paper.css"))
    }
    let word = try await officer.get("\(base)/word")
    #expect(word.status == 200 && word.text.hasPrefix("PK"))
    let pdf = try await officer.post("\(base)/pdf", [])
    #expect(pdf.text.hasPrefix("%PDF") || pdf.text.contains("没有安装"))
  }

  /// Without a name, an address or a case.
  private func checked(_ scene: Scene, _ issue: PaperIssue) async throws {
    let anybody = Visitor(scene.test)
    let found = try await anybody.get("/paper/\(issue.digest)").text
    #expect(
      found.contains("有这份文书") && found.contains(issue.number ?? "?") && !found.contains("卢某") && !found.contains("清卫医立")
    )
    let typed = try await anybody.get("/paper?hash=SHA").text
    #expect(typed.contains("没有这样的文书"))
  }

  @Test(arguments: Store.both) func `rows that were typed come back, and what is wrong stands at its place`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let address = "/cases/\(id)/papers/new/questioning"
      let wrong = try await officer.post(
        address, [("paper.date", scene.today.iso), ("begin", "25:00"), ("answers.0.q", "你叫什么？")])
      let text = wrong.text
      #expect(wrong.status == 422 && text.contains("不是时间") && text.contains("你叫什么？"))
      let saved = try await officer.post(
        address,
        [("paper.date", scene.today.iso), ("answers.0.q", "第一问"), ("answers.3.q", "第二问"), ("answers.3.a", "答\r\n两行")])
      #expect(saved.status == 303)
      let paper = try await scene.paper(1, of: id)
      #expect(paper.typing.rows["answers"]?.map { $0["q"] } == ["第一问", "第二问"])
      #expect(paper.typing.rows["answers"]?.last?["a"] == "答\n两行")
      #expect(try await officer.get("/cases/\(id)/papers/1/edit").text.contains("第二问"))
    }
  }
}
