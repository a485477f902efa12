import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Issued papers that are sent to bodies: signed for, late, pressed, given on, withdrawn and replaced.
@Suite(.serialized) struct CirculationTests {
  static func issued(_ heading: String, _ campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> String
  {
    let words = BriefingTests.words.map { ($0.0, $0.0 == "heading" ? heading : $0.1) }
    let paper = try await office.post("\(campaign)/briefings", words).location
    try await BriefingTests.approve(paper, office, test)
    #expect(try await office.post("\(paper)/issue").status == 303)
    return paper
  }

  static func chosen(_ people: [Person], due: CivilDate) -> [(String, String)] {
    [("due", due.iso)] + people.map { (FilingForm.field($0.agency), $0.id.text) }
  }

  /// The copy that waits for somebody, from his page of today.
  static func copy(_ visitor: Visitor) async throws -> String {
    let id = try #require(try await visitor.get("/today").id(after: "href=\"/copies/"))
    return "/copies/\(id)"
  }

  @Test(arguments: Store.both) func `each receiver signs, without any right on the campaign`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (police, market) = (try await test.account("shigang"), try await test.account("gujm"))
      let (today, paper) = (test.clock.now.date, try await Self.issued("整治行动进展", campaign, office, test))
      #expect(Seen(try await office.get(paper)).has("还没有分发"))
      #expect(try await office.post("\(paper)/send", Self.chosen([], due: today)).text.contains("还没有选发给谁"))
      #expect(
        try await office.post("\(paper)/send", Self.chosen([market], due: today.adding(days: -1))).text.contains(
          "不能早于今天"))
      let due = today.adding(days: 3)
      #expect(try await office.post("\(paper)/send", Self.chosen([police, market], due: due)).status == 303)
      #expect(try await office.post("\(paper)/send", Self.chosen([police], due: due)).text.contains("已经发给县公安局"))
      let receiver = try await Visitor.signedIn(test, "shigang")
      let copy = try await Self.copy(receiver)
      let page = Seen(try await receiver.get(copy))
      #expect(page.has("整治行动进展") && page.has("检查 3 户。") && page.has("签收") && page.doubledIDs.isEmpty)
      #expect(page.links("/campaigns").isEmpty && page.links("/briefings").isEmpty, "这一份以外哪里也去不了")
      #expect(try await receiver.get("\(copy)/print").text.contains("检查 3 户。"))
      #expect(try await receiver.get("\(copy)/word").bytes.starts(with: [0x50, 0x4B]))
      for closed in [campaign, paper, "\(paper)/word", "\(campaign)/copies"] {
        #expect(try await receiver.get(closed).status == 403, "\(closed)")
      }
      let other = try await Visitor.signedIn(test, "gujm")
      for part in ["", "/print", "/word"] { #expect(try await other.get("\(copy)\(part)").status == 404) }
      #expect(try await other.post("\(copy)/sign").status == 404)
      #expect(try await office.post("\(copy)/sign").status == 403, "整治办不能替他签收")
      #expect(try await receiver.post("\(copy)/sign").status == 303)
      #expect(try await receiver.post("\(copy)/sign").status == 409)
      #expect(Seen(try await receiver.get(copy)).has("已签收"))
      #expect(try await receiver.get("/today").id(after: "href=\"/copies/") == nil)
      try await Self.seen(campaign, paper, copy, office, test)
    }
  }

  /// What the office sees of it: counts that open their lists, names and times, and the ledger.
  private static func seen(
    _ campaign: String, _ paper: String, _ copy: String, _ office: Visitor, _ test: TestHouse
  ) async throws {
    let front = Seen(try await office.get(campaign))
    #expect(front.has("state=signed\">1</a> 份") && !front.links("\(campaign)/copies?state=signed").isEmpty)
    #expect(Seen(try await office.get(paper)).has("state=signed\">1</a> 份"))
    let signed = Seen(try await office.get("\(campaign)/copies?state=signed"))
    #expect(signed.has("县公安局") && signed.has("石岗") && !signed.has("县市场监管局"))
    let number = paper.split(separator: "/").last ?? ""
    #expect(Seen(try await office.get("\(campaign)/copies?paper=\(number)&state=waiting")).has("县市场监管局"))
    let told = try await test.database.read { reader in
      let id = try #require(ID<SentCopy>(text: copy.split(separator: "/").last ?? ""))
      return try LedgerReading.history(of: Ref(.sentCopy, id), reader).map(\.sentence)
    }
    #expect(told.count == 2 && !told.joined().contains("整治行动进展"), "标题不进台账：\(told)")
    test.clock.advance(days: 4)
    let later = try await PlanPageTests.office(test)
    #expect(Seen(try await later.get(campaign)).has("逾期没有签收 <a class=\"fig bad\""))
    let late = Seen(try await later.get("\(campaign)/copies?state=late"))
    let duty = try #require(late.links("/duties/").first)
    let day = test.clock.now.date.adding(days: 2).iso
    #expect(try await later.post("\(duty)/demand", [("words", "请今天签收"), ("answer-by", day)]).status == 303, "督办")
    #expect(Seen(try await Visitor.signedIn(test, "gujm").get("/today")).has("签收工作简报"))
  }

  @Test(arguments: Store.both) func `a withdrawn paper is known, and another takes its place`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (police, market) = (try await test.account("shigang"), try await test.account("gujm"))
      let due = test.clock.now.date.adding(days: 3)
      let first = try await Self.issued("进展", campaign, office, test)
      #expect(try await office.post("\(first)/send", Self.chosen([police, market], due: due)).status == 303)
      let (one, two) = (try await Visitor.signedIn(test, "shigang"), try await Visitor.signedIn(test, "gujm"))
      let (signed, unsigned) = (try await Self.copy(one), try await Self.copy(two))
      #expect(try await one.post("\(signed)/sign").status == 303)
      #expect(try await one.post("\(signed)/known").status == 409, "没有作废")
      let second = try await Self.issued("进展（更正）", campaign, office, test)
      let successor = String(second.split(separator: "/").last ?? "")
      let wrong = [("reason", "数字有误"), ("successor", String(first.split(separator: "/").last ?? ""))]
      #expect(try await office.post("\(first)/withdraw", wrong).text.contains("不是本行动里印发了"))
      #expect(Seen(try await office.get(first)).has("下载 Word"), "没有作废成")
      #expect(
        try await office.post("\(first)/withdraw", [("reason", "数字有误"), ("successor", successor)]).status == 303)
      #expect(Seen(try await office.get(first)).has("〔2026〕第2期</a>代替"))
      for (visitor, old) in [(one, signed), (two, unsigned)] {
        let page = Seen(try await visitor.get(old))
        #expect(page.has("作废") && page.has("数字有误") && page.has("代替") && !page.has("检查 3 户。"))
        #expect(try await visitor.get("\(old)/word").status == 409)
        #expect(try await visitor.post("\(old)/sign").status == 409)
        let fresh = try await Self.copy(visitor)
        #expect(fresh != old && page.links(fresh) == [fresh])
        #expect(Seen(try await visitor.get("/today")).has("代替已作废的"))
        #expect(try await visitor.post("\(fresh)/sign").status == 303)
      }
      // Without another in its place each of them has to know that it holds no longer.
      #expect(try await office.post("\(second)/withdraw", [("reason", "整份撤回")]).status == 303)
      let last = try await Self.copy(one)
      #expect(Seen(try await one.get(last)).has("整份撤回"))
      #expect(Seen(try await one.get("/today")).has("知悉工作简报"))
      #expect(try await two.post("\(last)/known").status == 404)
      #expect(try await one.post("\(last)/known").status == 303)
      #expect(Seen(try await office.get("\(campaign)/copies?state=withdrawn")).has("已作废，已知悉"))
    }
  }

  @Test(arguments: Store.both) func `another of the agency signs where the receiver is gone`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (bureau, reviewer) = (try await test.account("fangl"), try await test.account("songzj"))
      let paper = try await Self.issued("进展", campaign, office, test)
      let form = Seen(try await office.get("\(paper)/send?all=1"))
      #expect(form.has("县公安局") && !form.has("罗惠　"), "本单位不在名单里")
      let due = test.clock.now.date.adding(days: 3)
      #expect(try await office.post("\(paper)/send", Self.chosen([bureau], due: due)).status == 303)
      let copy = try await Self.copy(Visitor.signedIn(test, "fangl"))
      let (own, wrong) = ([("owner", reviewer.id.text)], [("owner", try await test.account("gujm").id.text)])
      #expect(try await office.post("\(copy)/reassign", wrong).status == 422)
      #expect(try await Visitor.signedIn(test, "fangl").post("\(copy)/reassign", own).status == 403)
      let next = try await Visitor.signedIn(test, "songzj")
      #expect(try await next.get(copy).status == 404)
      #expect(try await office.post("\(copy)/reassign", own).status == 303)
      #expect(try await Visitor.signedIn(test, "fangl").post("\(copy)/sign").status == 403)
      #expect(try await next.post("\(copy)/sign").status == 303)
      let draft = try await office.post("\(campaign)/briefings", BriefingTests.words).location
      #expect(try await office.get("\(draft)/send").status == 409, "没有印发的不分发")
      #expect(try await office.post("\(draft)/send", Self.chosen([bureau], due: due)).status == 409)
      #expect(try await Visitor.signedIn(test, "heyuan").get("\(paper)/send").status == 403)
    }
  }
}
