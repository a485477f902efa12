import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// After the answer: what the reporter thinks of it, objections, and who decides on them.
@Suite struct SatisfactionTests {
  /// A clue that zhouyn answered.
  private func answered(_ test: TestHouse, _ report: Report = Report()) async throws -> (id: ID<Clue>, code: String) {
    let (id, code) = try await test.reported(report)
    let officer = try await test.account("zhouyn")
    let head = try await Visitor.signedIn(test, "heyuan")
    #expect(try await head.post("/clues/\(id)/accept", [("owner", officer.id.text)]).status == 303)
    try await answer(id, "到场时没有看到摊位。", test)
    return (id, code)
  }

  private func answer(_ id: ID<Clue>, _ words: String, _ test: TestHouse) async throws {
    let officer = try await Visitor.signedIn(test, "zhouyn")
    #expect(try await officer.post("/clues/\(id)/answer", [("answer", words)]).status == 303)
  }

  @Test(arguments: Store.both) func `the reporter rates the answer and may change his mind`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await answered(test)
      let citizen = Visitor(test)
      #expect(try await citizen.post("/progress", [("code", code)]).text.contains("对答复满意吗"))
      #expect(try await citizen.post("/progress/rate", [("code", code), ("level", "great")]).status == 422)
      let first = try await citizen.post(
        "/progress/rate", [("code", code), ("level", "dissatisfied"), ("word", "没查清")])
      #expect(first.status == 200 && first.text.contains("你的评价：不满意"))
      _ = try await citizen.post("/progress/rate", [("code", code), ("level", "satisfied")])
      #expect(try await test.number("clue_feedback") == 1)
      #expect(try await Visitor.signedIn(test, "heyuan").get("/clues/\(id)").text.contains("满意"))
      #expect(try await test.history(id).map(\.plain).joined().contains("没查清") == false)
    }
  }

  @Test(arguments: Store.both) func `nothing can be rated or objected to before there is an answer`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (_, code) = try await test.reported()
      let citizen = Visitor(test)
      #expect(try await citizen.post("/progress/rate", [("code", code), ("level", "satisfied")]).status == 409)
      #expect(try await citizen.post("/progress/object", [("code", code), ("objection", "不对")]).status == 409)
    }
  }

  @Test(arguments: Store.both) func `an objection is decided by somebody else, and reopening owes the duty again`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await answered(test)
      let citizen = Visitor(test)
      let objected = try await citizen.post("/progress/object", [("code", code), ("objection", "摊子今天还在摆。")])
      #expect(objected.status == 200 && objected.text.contains("正在由另外的人复核"))
      #expect(try await test.duties(id).map { $0.split(separator: " ")[1] } == ["heyuan"])
      let again = try await citizen.post("/progress/object", [("code", code), ("objection", "再说一次。")])
      #expect(again.status == 422 && again.text.contains("已经提过异议"))

      let decision = [("outcome", "reopened"), ("words", "有新的事实，重新查。")]
      #expect(try await Visitor.signedIn(test, "zhouyn").post("/clues/\(id)/objection", decision).status == 403)
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/clues/\(id)/objection").text.contains("摊子今天还在摆。"))
      #expect(try await head.post("/clues/\(id)/objection", [("outcome", "reopened")]).status == 422)
      #expect(try await head.post("/clues/\(id)/objection", decision).status == 303)

      let clue = try await test.clue(id)
      #expect(clue.state == .accepted)
      #expect(try await test.duties(id).map { String($0.prefix(19)) } == ["clue.answer zhouyn "])
      let read = try await citizen.post("/progress", [("code", code)])
      #expect(read.text.contains("有新的事实，重新查。") && read.text.contains("以前的答复") && read.text.contains("到场时没有看到摊位。"))
      #expect(try await head.post("/clues/\(id)/objection", decision).status == 409)

      try await answer(id, "已经取缔。", test)
      let last = try await citizen.post("/progress", [("code", code)])
      #expect(last.text.contains("已经取缔。") && last.text.contains("对答复满意吗"))
      #expect(try await test.number("clue_answered") == 2)
      #expect(try await test.findings() == [])
    }
  }

  @Test(arguments: Store.both) func `a kept answer says why, and who answered cannot decide`(store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      // Refused by the head, who owns the clue: the bureau decides.
      let (id, code) = try await test.reported()
      let head = try await Visitor.signedIn(test, "heyuan")
      _ = try await head.post("/clues/\(id)/refuse", [("reason", "药价问题由市场监管局管。")])
      let citizen = Visitor(test)
      #expect(try await citizen.post("/progress/object", [("code", code), ("objection", "我说的不是药价。")]).status == 200)
      #expect(try await test.duties(id).map { $0.split(separator: " ")[1] } == ["fangl"])
      let decision = [("outcome", "kept"), ("words", "内容只说了药价。")]
      #expect(try await head.get("/clues/\(id)/objection").text.contains("要由待办里写的那位同事复核"))
      #expect(try await head.post("/clues/\(id)/objection", decision).status == 403)
      let lawyer = try await Visitor.signedIn(test, "fangl")
      // Who owns the clue may not either, though somebody else wrote the answer.
      try await test.own(id, "fangl")
      #expect(try await lawyer.get("/clues/\(id)/objection").text.contains("线索由你承办"))
      #expect(try await lawyer.post("/clues/\(id)/objection", decision).status != 303)
      #expect(try await test.clue(id).state == .refused)
      try await test.own(id, "heyuan")
      #expect(try await lawyer.get("/clues/\(id)/objection").text.contains("由没有写这次答复、也不承办这条线索的人决定"))
      #expect(try await lawyer.post("/clues/\(id)/objection", decision).status == 303)
      #expect(try await test.clue(id).state == .refused)
      #expect(try await test.duties(id).isEmpty)
      let read = try await citizen.post("/progress", [("code", code)])
      #expect(read.text.contains("复核结果：维持答复") && read.text.contains("内容只说了药价。"))
      #expect(try await test.findings() == [])
    }
  }

  @Test(arguments: Store.both) func `fifteen days after the answer it is too late, and it says until when`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (_, code) = try await answered(test)
      // Fifteen days after Friday 11-20 is Saturday 12-05, so Monday 12-07 still counts.
      test.clock.advance(days: 17)
      #expect(try await Visitor(test).post("/progress", [("code", code)]).text.contains("提出异议"))
      test.clock.advance(days: 1)
      let late = try await Visitor(test).post("/progress/object", [("code", code), ("objection", "不对")])
      #expect(late.status == 422 && late.text.contains("提异议的期限到"))
    }
  }

  @Test(arguments: Store.both) func `where nobody else is there to decide the objection is not taken`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.reported(Report(county: "120"))
      let officer = try await Visitor.signedIn(test, "dongl")
      #expect(try await officer.post("/clues/\(id)/refuse", [("reason", "不归本机关管。")]).status == 303)
      let answer = try await Visitor(test).post("/progress/object", [("code", code), ("objection", "不对")])
      #expect(answer.status == 422 && answer.text.contains("没有另外的人能复核") && answer.text.contains("12345"))
      #expect(try await test.number("clue_objection") == 0)
    }
  }

  @Test(arguments: Store.both) func `retaliation is an urgent clue of its own, tied to the first, as sealed as it`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let fields = Report().fields + [("reporter", "甲乙丙"), ("phone", "13900001234")]
      let sent = try await Visitor(test).post("/report", fields, files: [])
      let (first, code) = (try await test.newest(), try #require(sent.code))
      let told = [("code", code), ("retaliation", "昨晚有人砸了我家的窗。"), ("once", "99887766554433221100")]
      let answer = try await Visitor(test).post("/progress/retaliation", told, files: [])
      #expect(answer.status == 201)
      let second = try await test.newest()
      let own = try #require(answer.code)
      #expect(second != first && own != code)
      #expect(try await Visitor(test).post("/progress/retaliation", told, files: []).code == own)
      #expect(try await test.count() == 2)
      #expect(try await test.duties(second) == ["clue.accept heyuan 2026-11-23"])
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/clues/\(second)").text.contains("急件"))
      #expect(try await officer.get("/clues/\(first)").text.contains("/clues/\(second)"))
      #expect(try await !officer.get("/clues/\(second)").text.contains("甲乙丙"))
      let custodian = try await Visitor.signedIn(test, "baoz")
      let opened = try await custodian.post("/reporters/\(second)", [("reason", "查打击报复")])
      #expect(opened.text.contains("甲乙丙") && opened.text.contains("13900001234"))
      #expect(try await test.findings() == [])
    }
  }
}

extension TestHouse {
  fileprivate func own(_ clue: ID<Clue>, _ login: String) async throws {
    let owner = try await account(login).id
    try await database.change(Cast.county, by: .system, deed: Deed("test.own")) { tx in
      try tx.execute("UPDATE clue SET owner = \(owner) WHERE id = \(clue)")
      tx.tell(Ref(.clue, clue), "改派")
    }
  }
}
