import App
import Duties
import Kit
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

@Suite struct ScoreTests {
  /// A sheet of one post, opened by the head for the superior.
  private static func sheet(_ test: TestHouse) async throws -> (
    head: Visitor, superior: Visitor, phone: Visitor, path: String
  ) {
    let phone = try await test.telephone(of: try await test.post("柳塘镇卫生院哨点", [("plaque", "2026-01-05")]))
    let head = try await Visitor.signedIn(test, "heyuan")
    let verifier = try await test.account("mengzh").id.text
    let opened = try await head.post("/scores", [("span", "2026-10"), ("verifier", verifier)])
    #expect(opened.status == 303, "\(opened.text.suffix(1200))")
    let id = try #require(try await head.get("/scores").id(after: "<th scope=\"row\"><a href=\"/scores/"))
    return (head, try await Visitor.signedIn(test, "mengzh"), phone, "/scores/\(id)")
  }

  /// As the form offers them, 5 where it offers nothing.
  private static func points(_ form: OfferedForm, _ other: [String: String] = [:]) -> [(String, String)] {
    form.names(beginning: "p-").map { name in
      let offered = form.value(name)
      return (name, other[name] ?? (offered.isEmpty ? "5" : offered))
    }
  }

  @Test(arguments: Store.both)
  func `records make points, the post says its own, somebody else decides on site`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (head, superior, phone, path) = try await Self.sheet(test)
      let page = try await head.get(path).text
      #expect(page.contains("2026-01-05 挂牌") && page.contains("还没有建档") && page.contains("没有在任的备用联系人"))
      let verifier = try await test.account("mengzh").id.text
      #expect(try await head.post("/scores", [("span", "2026-10"), ("verifier", verifier)]).status == 409)
      let stranger = try await test.account("tangl").id.text
      #expect(try await head.post("/scores", [("span", "2026-07"), ("verifier", stranger)]).status == 422)
      let form = OfferedForm(try await phone.get("/post/score"))
      let raised = try await phone.post("/post/score", Self.points(form, ["p-4": "5"]))
      #expect(raised.status == 422 && raised.text.contains("从 0 分改成别的，要写理由"))
      #expect(try await phone.post("/post/score", Self.points(form, ["p-3": "6"])).text.contains("0 到 5 的整数"))
      let early = (0...10).map { ("p-\($0)", "0") } + [("on", "2026-11-20")]
      #expect(try await superior.post("\(path)/verify", early).status == 409)
      let filled = try await phone.post("/post/score", Self.points(form, ["p-4": "5"]) + [("r-4", "档案在柜子里")])
      #expect(filled.status == 303, "\(filled.text.suffix(1200))")
      #expect(try await superior.get("/duties").text.contains("现场核验监测哨点"))
      let look = OfferedForm(try await superior.get(path))
      let silent = try await superior.post("\(path)/verify", Self.points(look, ["p-4": "0"]) + [("on", "2026-11-20")])
      #expect(silent.status == 422 && silent.text.contains("要写理由"))
      let late = Self.points(look) + [("on", "2099-01-01")]
      #expect(try await superior.post("\(path)/verify", late).status == 422)
      let seen = Self.points(look, ["p-4": "0"]) + [("r-4", "柜子里没有"), ("on", "2026-11-20")]
      #expect(try await superior.post("\(path)/verify", seen).status == 303)
      #expect(try await phone.get("/post/score").text.contains("柜子里没有"))
      #expect(try await phone.post("/post/score/object", [("words", "档案送去盖章了")]).status == 303)
      #expect(try await head.post("\(path)/object", [("words", "再说一次")]).status == 409)
      let answer = OfferedForm(try await superior.get(path))
      let given = Self.points(answer, ["p-4": "5"]) + [("r-4", "看到盖好章的档案"), ("answer", "改为 5 分")]
      #expect(try await superior.post("\(path)/answer", given).status == 303)
      #expect(try await head.post("\(path)/object", [("words", "再说一次")]).status == 409)
      #expect(try await head.get(path).text.contains("异议已答复"))
    }
  }

  @Test(arguments: Store.both)
  func `a model is proposed from enough points, decided by another, withdrawn for a reason`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (head, superior, phone, path) = try await Self.sheet(test)
      let form = OfferedForm(try await phone.get("/post/score"))
      #expect(try await phone.post("/post/score", Self.points(form)).status == 303)
      let look = OfferedForm(try await superior.get(path))
      let reasons = look.names(beginning: "r-").map { ($0, "现场看到的") }
      #expect(try await superior.post("\(path)/verify", Self.points(look) + [("on", "2026-11-20")]).status == 303)
      let few = try await head.post("\(path)/propose", [])
      #expect(few.status == 409 && few.text.contains("提名示范哨点要"))
      #expect(try await phone.post("/post/score/object", [("words", "请再看")]).status == 303)
      let most = ["10", "5", "5", "5", "5", "20", "20", "5", "10", "10", "5"].enumerated().map { ("p-\($0)", $1) }
      #expect(try await superior.post("\(path)/answer", most + reasons + [("answer", "满分")]).status == 303)
      #expect(try await head.post("\(path)/propose", []).status == 303)
      #expect(try await head.post("\(path)/propose", []).status == 409)
      #expect(try await superior.get("/duties").text.contains("是不是示范哨点"))
      #expect(try await superior.post("\(path)/model", [("decision", "named")]).status == 422)
      #expect(try await superior.post("\(path)/model", [("decision", "named"), ("words", "看过")]).status == 303)
      #expect(try await head.get("/model-posts?state=named").text.contains("柳塘镇卫生院哨点"))
      #expect(try await superior.post("\(path)/withdraw", []).status == 422)
      #expect(try await superior.post("\(path)/withdraw", [("reason", "几个月没有报告")]).status == 303)
      #expect(try await head.get("/model-posts?state=withdrawn").text.contains("几个月没有报告"))
      #expect(try await superior.post("\(path)/withdraw", [("reason", "再撤一次")]).status == 409)
    }
  }

  @Test(arguments: Store.both)
  func `a new contact person owes training until he came to one`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let post = try await test.post()
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/duties").text.contains("新联系人培训"))
      let form = OfferedForm(try await officer.get("/trainings/new"))
      let told = [("title", "联系人培训"), ("on", "2026-11-20"), ("place", "会议室"), ("content", "怎么报")]
      let nobody = try await officer.post("/trainings/new", told)
      #expect(nobody.status == 422 && nobody.text.contains("至少勾一位") && nobody.text.contains("会议室"))
      let came = told + [("contacts", try form.box("contacts", beside: "艾某"))]
      let held = try await officer.post("/trainings/new", came)
      #expect(held.status == 303)
      #expect(try await officer.post("/trainings/new", came).status == 409)
      #expect(try await officer.get(held.location).text.contains("柳塘镇卫生院哨点"))
      #expect(try await !officer.get("/duties").text.contains("新联系人培训"))
      #expect(try await officer.get("/trainings").text.contains("在任的联系人都培训过"))
      let next = TestHouse.contact("柏某", since: "2026-11-20")
      #expect(try await officer.post("/posts/\(post)/contact", next).status == 303)
      #expect(try await officer.get("/duties").text.contains("新联系人培训"))
      #expect(try await officer.post("/posts/\(post)/state", [("state", "closed"), ("reason", "搬走了")]).status == 303)
      #expect(try await !officer.get("/duties").text.contains("新联系人培训"))
    }
  }

  @Test func `points are never rounded up and never more than there are`() {
    func measured(_ have: Int, _ need: Int) -> ScoreMeasured {
      ScoreMeasured(have: have, need: need, words: "", evidence: [])
    }
    #expect(measured(2, 3).points(of: 20) == 13)
    #expect(measured(5, 3).points(of: 20) == 20)
    #expect(measured(3, 0).points(of: 20) == 0)
  }
}
