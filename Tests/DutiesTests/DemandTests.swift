import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// One person presses another's duty, through the pages.
@Suite struct DemandTests {
  private static func wanted(_ day: String, _ words: String = "说明没有办结的原因") -> [(String, String)] {
    [("words", words), ("answer-by", day)]
  }

  /// An owner without a way to answer, and a clock that stands.
  private static func unanswerable(_ scene: Scene, _ office: Visitor) async throws {
    try await scene.owe(4, by: "weij", due: "2026-11-27")
    let auditor = try await scene.duty(4).id
    #expect(try await office.post("/duties/\(auditor)/demand", wanted("2026-11-24")).text.contains("没有办法在这里答复"))
    let (kind, subject, stop) = ("case.decision", Scene.subject(5), try Scene.day("2026-11-20"))
    try await scene.owe(5, term: kind, from: "2026-11-02")
    let decision = DutyDecision(document: "委托鉴定书", decider: "贺远（县卫生监督所）", on: stop)
    try await scene.change { try Duties.suspend(subject, kind: kind, from: stop, decision: decision, $0) }
    let standing = try await scene.duty(5).id
    #expect(try await office.post("/duties/\(standing)/demand", wanted("2026-11-24")).text.contains("起中止"))
  }

  private static func owed(_ id: ID<Duty>, _ scene: Scene) async throws -> [String] {
    try await scene.test.database.read { try Duties.waiting(on: Ref(.duty, id), $0).map { "\($0.kind) \($0.due.iso)" } }
  }

  @Test(arguments: Store.both) func `the owner is told, owes an answer, and gives it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-27")
      let id = try await scene.duty(1).id
      let office = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await office.post("/duties/\(id)/demand", Self.wanted("2026-11-24")).status == 303)
      #expect(try await scene.told(1) == ["demand-1: zhouyn"])
      #expect(try await Self.owed(id, scene) == ["duty.answer 2026-11-24"])
      let owner = try await Visitor.signedIn(scene.test, "zhouyn")
      let today = try await owner.get("/today").text
      #expect(today.contains("督办：第1件事") && today.contains("答复第 1 次督办：第1件事"))
      let page = try await owner.get("/duties/\(id)").text
      #expect(page.contains("说明没有办结的原因") && page.contains("还没有答复") && !page.contains("督办这件事"))
      #expect(try await owner.post("/duties/\(id)/demand", Self.wanted("2026-11-24")).status == 403, "不能自己督办")
      #expect(try await owner.post("/duties/\(id)/answer").text.contains("还没有填"))
      #expect(try await owner.post("/duties/\(id)/answer", [("answer", "周五前办结")]).status == 303)
      #expect(try await Self.owed(id, scene).isEmpty)
      #expect(try await office.get("/duties/\(id)").text.contains("周五前办结"))
      #expect(try await office.get("/demands?state=answered").text.contains("第1件事"))
      #expect(try await !office.get("/demands?state=silent").text.contains("第1件事"))
      #expect(try await owner.post("/duties/\(id)/answer", [("answer", "再说一次")]).text.contains("没有等着答复的督办"))
      let told = try await scene.history(1)
      #expect(told.contains("第 1 次督办“第1件事”，要求 2026-11-24 以前答复，通知周予宁（县卫生监督所）"))
      #expect(told.last == "答复“第1件事”的督办" && !told.joined().contains("原因"), "要求的原文不进台账")
    }
  }

  @Test(arguments: Store.both) func `silence goes up a level each time`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-12-31")
      let id = try await scene.duty(1).id
      let office = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await office.post("/duties/\(id)/demand", Self.wanted("2026-11-20")).status == 303)
      #expect(try await office.post("/duties/\(id)/demand", Self.wanted("2026-11-23")).text.contains("还没有到期"))
      scene.test.clock.advance(days: 3)
      let again = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await again.get("/demands?state=silent").text.contains("第1件事"))
      #expect(try await again.post("/duties/\(id)/demand", Self.wanted("2026-11-23")).status == 303)
      #expect(try await Self.owed(id, scene) == ["duty.answer 2026-11-23"], "只等一次答复")
      #expect(try await Visitor.signedIn(scene.test, "heyuan").get("/today").text.contains("督办：第1件事"))
      scene.test.clock.advance(days: 1)
      let third = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await third.post("/duties/\(id)/demand", Self.wanted("2026-11-25")).status == 303)
      let steps = try await scene.told(1).filter { $0.hasPrefix("demand") }
      #expect(
        steps == [
          "demand-1: zhouyn", "demand-2: zhouyn", "demanded-2: heyuan", "demand-3: zhouyn", "demanded-3: fangl mengzh",
        ])
    }
  }

  @Test(arguments: Store.both) func `an answer ends with its duty, and goes along with it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      for number in 1...2 { try await scene.owe(Int64(number), due: "2026-11-27") }
      let (first, second) = (try await scene.duty(1).id, try await scene.duty(2).id)
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      for id in [first, second] {
        #expect(try await head.post("/duties/\(id)/demand", Self.wanted("2026-11-24")).status == 303)
      }
      let heir = try await scene.test.account("qinsa").id
      try await scene.change { tx in
        try Duties.settle(Scene.subject(1), kind: "test.plain", outcome: "办结", tx)
        try Duties.handOver(Scene.subject(2), kind: nil, to: heir, tx)
        tx.tell(Scene.subject(1), "办结、改派")
      }
      #expect(try await Self.owed(first, scene).isEmpty)
      let answers = try await scene.test.database.read { try Duties.waiting(on: Ref(.duty, second), $0).map(\.owner) }
      #expect(answers == [heir])
      #expect(try await Visitor.signedIn(scene.test, "qinsa").get("/today").text.contains("督办：第2件事"))
      #expect(try await head.post("/duties/\(first)/demand", Self.wanted("2026-11-24")).text.contains("已经办结"))
      #expect(try await head.get("/demands?state=ended").text.contains("第1件事"))
    }
  }

  /// Settles what number 1 is about and owes it anew, to somebody else and by another date.
  private static func renew(_ scene: Scene, to login: String, due: String, inOneDeed: Bool) async throws {
    let (owner, day) = (try await scene.test.account(login).id, try Scene.day(due))
    let new = NewDuty(
      kind: "test.plain", title: "第1件事", subject: Scene.subject(1), owner: owner, due: day, basis: "补充通知")
    try await scene.change { tx in
      try Duties.settle(Scene.subject(1), kind: "test.plain", outcome: "期限变动", tx)
      if inOneDeed { try Duties.owe(new, tx) }
      tx.tell(Scene.subject(1), "改期")
    }
    guard !inOneDeed else { return }
    try await scene.change { tx in
      try Duties.owe(new, tx)
      tx.tell(Scene.subject(1), "又交办")
    }
  }

  @Test(arguments: Store.both) func `a demand goes along when a duty is owed anew in one deed`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-27")
      let before = try await scene.duty(1).id
      let office = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await office.post("/duties/\(before)/demand", Self.wanted("2026-11-24")).status == 303)
      try await Self.renew(scene, to: "qinsa", due: "2026-12-04", inOneDeed: true)
      let after = try await scene.duty(1).id
      #expect(after != before)
      #expect(try await Self.owed(before, scene).isEmpty)
      #expect(try await Self.owed(after, scene) == ["duty.answer 2026-11-24"], "等着的答复还在")
      #expect(try await office.get("/demands?state=silent").text.contains("/duties/\(after)"))
      #expect(try await !office.get("/demands?state=ended").text.contains("第1件事"), "没有算作办结")
      let (heir, former) = (
        try await Visitor.signedIn(scene.test, "qinsa"), try await Visitor.signedIn(scene.test, "zhouyn")
      )
      #expect(try await heir.get("/today").text.contains("督办：第1件事"))
      #expect(try await !former.get("/today").text.contains("第1件事"))
      #expect(try await scene.history(1).contains("“第1件事”重新交办，第 1 次督办随着转过去"))
      scene.test.clock.advance(days: 5)
      let again = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await again.post("/duties/\(after)/demand", Self.wanted("2026-11-27")).status == 303)
      let steps = try await scene.told(1).filter { $0.hasPrefix("demand") }
      #expect(steps == ["demand-1: zhouyn qinsa", "demand-2: qinsa", "demanded-2: heyuan"], "第二次按第二级通知")
      let owner = try await Visitor.signedIn(scene.test, "qinsa")
      #expect(try await owner.post("/duties/\(after)/answer", [("answer", "下周办结")]).status == 303)
      #expect(try await Self.owed(after, scene).isEmpty)
    }
  }

  @Test(arguments: Store.both) func `a demand ends with its duty when another deed owes it anew`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-27")
      let before = try await scene.duty(1).id
      let office = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await office.post("/duties/\(before)/demand", Self.wanted("2026-11-24")).status == 303)
      try await Self.renew(scene, to: "zhouyn", due: "2026-12-04", inOneDeed: false)
      #expect(try await Self.owed(try await scene.duty(1).id, scene).isEmpty)
      #expect(try await office.get("/demands?state=ended").text.contains("第1件事"))
    }
  }

  @Test(arguments: Store.both) func `what cannot be pressed is refused, what is sealed is not there`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-27")
      try await scene.owe(2, due: "2026-11-27", kind: "dereliction.open")
      try await scene.owe(3, by: "dongl", due: "2026-11-27", in: Cast.otherCounty)
      let (plain, sealed, foreign) = (
        try await scene.duty(1).id, try await scene.duty(2).id, try await scene.duty(3).id
      )
      let office = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await office.post("/duties/\(plain)/demand", Self.wanted("2026-11-19")).text.contains("不能早于今天"))
      #expect(try await office.post("/duties/\(plain)/demand", [("answer-by", "2026-11-24")]).text.contains("还没有填"))
      #expect(try await office.post("/duties/\(sealed)/demand", Self.wanted("2026-11-24")).status == 404)
      #expect(try await office.post("/duties/\(foreign)/demand", Self.wanted("2026-11-24")).status == 404)
      #expect(try await office.post("/duties/\(plain)/demand", Self.wanted("2026-11-24")).status == 303)
      let answer = try await scene.test.database.read { try Duties.waiting(on: Ref(.duty, plain), $0).first?.id }
      let owed = try #require(answer)
      #expect(try await office.post("/duties/\(owed)/demand", Self.wanted("2026-11-24")).text.contains("不能再督办它"))
      let superior = try await Visitor.signedIn(scene.test, "mengzh")
      #expect(try await superior.post("/duties/\(foreign)/demand", Self.wanted("2026-11-24")).status == 303)
      #expect(try await office.post("/duties/\(plain)/answer", [("answer", "代答")]).status == 403)
      try await Self.unanswerable(scene, office)
    }
  }

  @Test(arguments: Store.both) func `of several pressed duties of a kind the demands follow the same title`(
    store: Store
  )
    async throws
  {
    try await Scene.play(store) { scene in
      let (subject, due) = (Scene.subject(1), try Scene.day("2026-11-27"))
      let owner = try await scene.test.account("zhouyn").id
      @Sendable func duty(_ title: String) -> NewDuty {
        NewDuty(kind: "test.plain", title: title, subject: subject, owner: owner, due: due, basis: "方案")
      }
      try await scene.change { tx in
        for title in ["甲事", "乙事"] { try Duties.owe(duty(title), tx) }
        tx.tell(subject, "交办两件事")
      }
      let office = try await Visitor.signedIn(scene.test, "luohui")
      for one in try await scene.test.database.read({ try Duties.waiting(on: subject, $0) }) {
        let wanted = [("words", "\(one.title)怎么样了"), ("answer-by", "2026-11-24")]
        #expect(try await office.post("/duties/\(one.id)/demand", wanted).status == 303)
      }
      try await scene.change { tx in
        try Duties.settle(subject, kind: "test.plain", outcome: "重新交办", tx)
        try Duties.owe(duty("乙事"), tx)
        tx.tell(subject, "重新交办乙事")
      }
      let left = try await scene.test.database.read { try Duties.waiting(on: subject, $0) }
      let page = try await office.get("/duties/\(try #require(left.first).id)").text
      #expect(left.count == 1 && page.contains("乙事怎么样了") && !page.contains("甲事怎么样了"))
    }
  }
}
