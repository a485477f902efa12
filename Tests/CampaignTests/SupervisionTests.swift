import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Supervision visits: planned, held, what was found answered, taken or returned.
@Suite(.serialized) struct SupervisionTests {
  /// One that took place and found nothing.
  static func visit(_ campaign: String, _ visitor: Visitor, _ test: TestHouse) async throws {
    let planned = try await plan(campaign, on: test.clock.now.date, visitor, test)
    #expect(try await visitor.post("\(planned.location)/record", [("summary", "任务落实")]).status == 303)
  }

  static func plan(
    _ campaign: String, on day: CivilDate, _ visitor: Visitor, _ test: TestHouse
  ) async throws -> Answer {
    let unit = try await test.account("gujm").agency.text
    return try await visitor.post(
      "\(campaign)/supervisions", [("unit", unit), ("on", day.iso), ("visitors", "孟昭"), ("subject", "广告整治")])
  }

  private static func found(_ owner: String, _ due: CivilDate, _ test: TestHouse) async throws -> [(String, String)] {
    [("text", "没有台账"), ("owner", try await test.account(owner).id.text), ("due", due.iso)]
  }

  @Test(arguments: Store.both) func `a finding is answered, returned, answered again and taken`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, superior) = (try await GroupTests.campaign(test), try await Visitor.signedIn(test, "mengzh"))
      #expect(Seen(try await superior.get(campaign)).has("还没有督导检查"))
      let today = test.clock.now.date
      let visit = try await Self.plan(campaign, on: today, superior, test).location
      #expect(Seen(try await superior.get(campaign)).has("还没有督导检查"), "安排了还不算")
      #expect(try await superior.post("\(visit)/findings", Self.found("gujm", today, test)).text.contains("还没有写看到的情况"))
      #expect(try await superior.post("\(visit)/record", [("summary", "看了广告台账")]).status == 303)
      #expect(!Seen(try await superior.get(campaign)).has("还没有督导检查"))
      let due = today.adding(days: 7)
      #expect(try await superior.post("\(visit)/findings", Self.found("zhouyn", due, test)).status == 422, "不是被督导单位的人")
      #expect(
        try await superior.post("\(visit)/findings", Self.found("gujm", today.adding(days: -1), test)).status == 422)
      let lost = try await superior.post("\(visit)/findings", [("text", "写到一半"), ("owner", ""), ("due", "")])
      #expect(lost.status == 422 && lost.text.contains("写到一半") && lost.text.contains("看了广告台账"))
      #expect(try await superior.post("\(visit)/findings", Self.found("gujm", due, test)).status == 303)
      let id = try #require(try await superior.get(visit).id(after: "href=\"/findings/"))
      try await Self.answer("/findings/\(id)", due, test)
      let page = Seen(try await superior.get("/findings/\(id)"))
      #expect(page.has("建了台账") && page.has("没有附样本") && page.has("通过") && page.doubledIDs.isEmpty)
      let finding = try #require(ID<SupervisionFinding>(text: id))
      let told = try await test.database.read {
        try LedgerReading.history(of: Ref(.finding, finding), $0).map(\.sentence)
      }
      #expect(told.count == 5 && !told.joined().contains("台账") && !told.joined().contains("样本"), "\(told)")
    }
  }

  /// Pressing tells the title of the duty to the ledger, where the words of the finding do not belong.
  private static func press(_ finding: String, _ superior: Visitor, _ test: TestHouse) async throws {
    let id = try #require(ID<SupervisionFinding>(text: finding.split(separator: "/").last ?? ""))
    let duty = try await test.database.read { try Duties.waiting(on: Ref(.finding, id), $0) }
    let wanted = [("words", "尽快答复"), ("answer-by", test.clock.now.date.adding(days: 2).iso)]
    #expect(try await superior.post("/duties/\(try #require(duty.first).id)/demand", wanted).status == 303)
  }

  private static func answer(_ finding: String, _ due: CivilDate, _ test: TestHouse) async throws {
    let (owner, superior) = (try await Visitor.signedIn(test, "gujm"), try await Visitor.signedIn(test, "mengzh"))
    #expect(try await superior.post("\(finding)/accept").status == 409, "还没有答复")
    #expect(try await superior.post("\(finding)/answer", [("answer", "代答")]).status == 403)
    #expect(try await owner.get("/today").text.contains("答复督导县市场监管局的第 1 个问题"))
    try await press(finding, superior, test)
    #expect(try await owner.post("\(finding)/answer", [("answer", "建了台账")]).status == 303)
    #expect(try await owner.post("\(finding)/answer", [("answer", "再答")]).status == 409)
    #expect(try await owner.post("\(finding)/accept").status == 403)
    #expect(try await superior.post("\(finding)/return", [("reason", "没有附样本"), ("due", "2026-01-01")]).status == 422)
    #expect(try await superior.post("\(finding)/return", [("reason", "没有附样本"), ("due", due.iso)]).status == 303)
    #expect(try await owner.get("/today").text.contains("答复督导县市场监管局的第 1 个问题"), "重新成为他的待办")
    #expect(try await owner.post("\(finding)/answer", [("answer", "附上样本")]).status == 303)
    #expect(try await superior.post("\(finding)/accept").status == 303)
    #expect(try await superior.post("\(finding)/return", [("reason", "x"), ("due", due.iso)]).status == 409)
  }

  @Test(arguments: Store.both) func `nothing is found before the visit, and officers plan none`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let later = test.clock.now.date.adding(days: 3)
      let visit = try await Self.plan(campaign, on: later, office, test).location
      #expect(try await office.post("\(visit)/record", [("summary", "x")]).status == 409)
      #expect(try await office.post("\(visit)/findings", Self.found("gujm", later, test)).status == 409)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await Self.plan(campaign, on: later, officer, test).status == 403)
      #expect(try await officer.get(visit).status == 200)
      let foreign = try await Visitor.signedIn(test, "dongl")
      #expect(try await foreign.get(visit).status == 404)
      let strange = try await test.account("dongl").agency.text
      let wrong = [("unit", strange), ("on", later.iso), ("visitors", "x"), ("subject", "x")]
      #expect(try await office.post("\(campaign)/supervisions", wrong).text.contains("选的单位不在本县"))
    }
  }

  /// A visit of the city to a unit of the county, written down, with one finding that the unit has answered.
  private static func judged(
    _ unit: String, answeredBy owner: String, _ test: TestHouse
  ) async throws -> (visit: String, finding: String) {
    let (campaign, superior) = (try await GroupTests.campaign(test), try await Visitor.signedIn(test, "mengzh"))
    let today = test.clock.now.date
    let agency = try await test.account(unit).agency.text
    let fields = [("unit", agency), ("on", today.iso), ("visitors", "孟昭"), ("subject", "台账")]
    let visit = try await superior.post("\(campaign)/supervisions", fields).location
    #expect(try await superior.post("\(visit)/record", [("summary", "看了台账")]).status == 303)
    #expect(try await superior.post("\(visit)/findings", found(owner, today.adding(days: 5), test)).status == 303)
    let id = try #require(try await superior.get(visit).id(after: "href=\"/findings/"))
    let answerer = try await Visitor.signedIn(test, owner)
    #expect(try await answerer.post("/findings/\(id)/answer", [("answer", "建了")]).status == 303)
    return (visit, "/findings/\(id)")
  }

  @Test(arguments: Store.both) func `nobody judges his own unit, nor what was planned above him`(_ store: Store)
    async throws
  {
    for (unit, owner) in [("luohui", "luohui"), ("gujm", "gujm")] {
      try await TestHouse.with(store) { test in
        let (visit, finding) = try await Self.judged(unit, answeredBy: owner, test)
        let (office, due) = (try await PlanPageTests.office(test), test.clock.now.date.adding(days: 3))
        for (path, fields) in [
          ("\(visit)/record", [("summary", "都很好")]), ("\(visit)/findings", try await Self.found(owner, due, test)),
          ("\(finding)/accept", []), ("\(finding)/return", [("reason", "x"), ("due", due.iso)]),
        ] {
          #expect(try await office.post(path, fields).status == 403, "\(path)")
        }
        let (page, one) = (Seen(try await office.get(visit)), Seen(try await office.get(finding)))
        #expect(page.has("看了台账") && !page.has("保存情况") && !page.has("加一个问题"))
        #expect(one.has("等督导的人验收") && !one.has("退回"))
        let superior = try await Visitor.signedIn(test, "mengzh")
        #expect(try await superior.post("\(visit)/record", [("summary", "看了两本台账")]).status == 303)
        #expect(try await superior.post("\(finding)/accept").status == 303)
        let id = try #require(ID<Supervision>(text: visit.split(separator: "/").last ?? ""))
        let mended = try await test.database.read { try LedgerReading.history(of: Ref(.supervision, id), $0) }
          .last { $0.sentence == "修改督导情况" }?.changes
        #expect(mended?.contains("情况校验值") == true && mended?.contains("台账") == false)
      }
    }
  }

  @Test(arguments: Store.both) func `a unit above, one's own, and a day before the campaign are refused`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let form = Seen(try await office.get("\(campaign)/supervisions/new"))
      #expect(form.has("县市场监管局") && !form.has("市卫生监督支队"))
      for login in ["mengzh", "luohui"] {
        let unit = try await test.account(login).agency.text
        let wrong = [("unit", unit), ("on", test.clock.now.date.iso), ("visitors", "x"), ("subject", "x")]
        #expect(try await office.post("\(campaign)/supervisions", wrong).text.contains("不能督导自己所在的单位和上级"), "\(login)")
      }
      let early = try #require(CivilDate(2020, 1, 1))
      #expect(try await Self.plan(campaign, on: early, office, test).text.contains("不能早于专项行动开始"))
    }
  }
}
