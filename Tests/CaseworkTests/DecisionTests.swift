import App
import Casework
import Duties
import Kit
import Law
import Procedure
import Storage
import TestKit
import Testing
import Web

@Suite struct DecisionTests {
  /// What is wrong with a decision, and the codes of its refusals.
  private static let wrong: [(codes: [String], decision: @Sendable (Scene) -> NewDecision)] = [
    (["casework.no-penalty"], { NewDecision(date: $0.today, reasons: "x") }),
    (["casework.amount-missing"], { NewDecision(date: $0.today, penalties: [.fine], reasons: "x") }),
    (
      ["casework.amount-unwanted"],
      { NewDecision(date: $0.today, penalties: [.warning], gains: Money(yuan: 1), reasons: "x") }
    ),
    (
      ["casework.decided-before-filing"],
      { NewDecision(date: $0.today.adding(days: -1), penalties: [.warning], reasons: "x") }
    ),
    (["casework.date-in-future"], { NewDecision(date: $0.today.adding(days: 1), penalties: [.warning], reasons: "x") }),
  ]

  @Test(arguments: Store.both) func `an unlawful decision is refused by name`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      for (codes, decision) in Self.wrong {
        let decision = decision(scene)
        #expect(await refusals { try await scene.decide(id, decision) } == codes)
      }
      for officer in [scene.officer, scene.second] {
        #expect(
          await refusals { try await scene.decide(id, by: officer, scene.fined()) } == ["casework.decider-is-officer"])
      }
    }
  }

  @Test(arguments: Store.both) func `a decision needs what comes before it, and is not heavier than told`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let early = await scene.deciding(id, scene.fined())
      #expect(early.contains("casework.investigation-ended") && early.contains("casework.notice-served"))
      try await scene.prepare(id, scene.fined())
      let heavier = NewDecision(date: scene.today, penalties: [.fine], fine: Money(yuan: 50_001), reasons: "x")
      #expect(await scene.deciding(id, heavier) == ["casework.not-heavier-than-notice"])
      #expect(await scene.deciding(id, scene.fined()) == [])
      #expect(await scene.deciding(id, scene.fined()) == ["casework.not-investigating"])
    }
  }

  @Test(arguments: Store.both) func `a fine is decided, paid in parts and closed`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.prepare(id, scene.fined())
      try await scene.decide(id, scene.fined())
      let decided = try await scene.lawCase(id)
      #expect(decided.decision?.number == "清卫医罚〔2026〕1号")
      #expect(decided.decision?.penalties == [.warning, .fine, .gains])
      #expect(decided.owed == Money(fen: 5_864_050))
      let duties = try await scene.test.database.read { try Duties.waiting(on: decided.ref, $0) }
      // Seven working days after Friday 2026-11-20: 23, 24, 25, 26, 27, 30, 1 December.
      #expect(duties.map { "\($0.kind) \($0.due.iso)" } == ["case.service 2026-12-01"])
      #expect(await scene.closing(id) == ["casework.served-before-closing", "casework.paid-or-court-result"])
      try await scene.serve(8, of: id)
      let served = try await scene.test.database.read { try Duties.waiting(on: decided.ref, $0) }
      // 15 days after 2026-11-20 is Saturday 5 December: Monday 7 December.
      // To the court within 3 months of the 6 months in which it may be contested: 2027-05-20, 2027-08-20.
      #expect(
        served.map { "\($0.kind) \($0.due.iso)" } == ["case.payment 2026-12-07", "case.court-application 2027-08-20"])

      func pay(_ amount: Money, days: Int = 0) async -> [String] {
        let payment = CasePayment(date: scene.today.adding(days: days), amount: amount)
        return await refusals { try await scene.change(.payCase) { try scene.room.pay(id, payment, $0) } }
      }
      #expect(await pay(.zero) == ["casework.amount-not-positive"])
      #expect(await pay(Money(fen: 5_864_051)) == ["casework.paid-too-much"])
      #expect(await pay(Money(yuan: 1), days: -1) == ["casework.paid-before-decision"])
      #expect(await pay(Money(yuan: 1), days: 1) == ["casework.date-in-future"])
      #expect(await pay(Money(yuan: 30_000)) == [])
      #expect(await scene.closing(id) == ["casework.paid-or-court-result"])
      #expect(await pay(Money(fen: 2_864_050)) == [])
      #expect(await scene.closing(id) == [])
      #expect(await scene.closing(id) == ["casework.not-decided"])
      #expect(await pay(Money(yuan: 1)) == ["casework.not-decided"])

      let (left, history) = try await scene.test.database.read { reader in
        (try Duties.waiting(on: decided.ref, reader), try LedgerReading.history(of: decided.ref, reader))
      }
      #expect(left.isEmpty)
      #expect(
        history.dropFirst(7).map(\.sentence) == [
          "对案件清卫医立〔2026〕1号作出决定清卫医罚〔2026〕1号：警告；罚款 50,000 元；没收违法所得 8,640.50 元",
          "案件清卫医立〔2026〕1号：送达（2026年11月20日）：直接送达",
          "登记案件清卫医立〔2026〕1号缴款 30,000 元，还欠 28,640.50 元", "登记案件清卫医立〔2026〕1号缴款 28,640.50 元，已缴清",
          "案件清卫医立〔2026〕1号结案",
        ])
    }
  }

  @Test(arguments: Store.both) func `no penalty owes nothing and closes at once`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      var facts = StepFacts()
      facts.outcome = "slight"
      try await scene.take(NewStep(.questioning, on: scene.today), in: id)
      try await scene.take(NewStep(.investigationEnd, on: scene.today), in: id)
      try await scene.take(
        NewStep(.noPenalty, on: scene.today, facts: facts, note: "轻微并及时改正"), in: id, by: scene.head, as: [.head])
      try await scene.serve(4, of: id)
      let record = try await scene.lawCase(id)
      #expect(record.decision?.number == "清卫医不罚〔2026〕1号")
      let duties = try await scene.test.database.read { try Duties.waiting(on: record.ref, $0) }
      #expect(duties.isEmpty)
      try await scene.change(.closeCase, by: scene.head) { try scene.room.close(id, note: "不予处罚", $0) }
      // The visit's case is closed: a new one may be filed.
      #expect(try await scene.lawCase(try await scene.file()).number == "清卫医立〔2026〕2号")
    }
  }

  @Test(arguments: Store.both) func `a basis that nobody read in the statute must be approved first`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let doubtful = try #require(scene.test.house.law.violations.first { $0.id == "physician-unregistered" })
      let id = try await scene.file(scene.new(visit: scene.visit, violation: doubtful.id))
      let plain = NewDecision(date: scene.today, penalties: [.warning], reasons: "x")
      #expect(await refusals { try await scene.decide(id, plain) } == ["casework.basis-unapproved"])
      let visitor = try await Visitor.signedIn(scene.test, "heyuan")
      #expect(try await visitor.get("/cases/\(id)").text.contains("待核"))
      let form = try await visitor.get("/cases/\(id)/decide").text
      #expect(form.contains("还不能作决定") && form.contains("/law/violations/physician-unregistered"))
    }
  }

  @Test(arguments: Store.both) func `the pages lead from decision to closing`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let (head, officer) = (
        try await Visitor.signedIn(scene.test, "heyuan"), try await Visitor.signedIn(scene.test, "zhouyn")
      )
      #expect(try await officer.get("/cases/\(id)/decide").status == 403)
      let early = try await head.get("/cases/\(id)/decide")
      #expect(early.text.contains("现在不能办这一步") && early.text.contains("行政处罚法"))
      let penalty = [("penalties", "fine"), ("penalties", "revoke"), ("fine", "50,000")]
      try await prepareDecision("/cases/\(id)", penalty, by: officer, head, on: scene.today.iso)
      let form = try await head.get("/cases/\(id)/decide")
      #expect(form.text.contains("value=\"revoke\" checked") && form.text.contains("value=\"50,000\""))
      let typed = [("date", scene.today.iso), ("penalties", "fine"), ("penalties", "revoke"), ("reasons", "情节严重")]
      let wrong = try await head.post("/cases/\(id)/decide", typed + [("fine", "五万")])
      #expect(wrong.status == 422)
      #expect(wrong.text.contains("“罚款金额”写的是“五万”，不是金额。"))
      #expect(wrong.text.contains("情节严重"))
      #expect(wrong.text.contains("value=\"revoke\" checked"))
      #expect(try await head.post("/cases/\(id)/decide", typed + [("fine", "50,000")]).status == 303)
      let owed = try await officer.get("/cases/\(id)/pay")
      #expect(owed.text.contains("value=\"50,000\""))
      try await serveDecision("/cases/\(id)", by: officer, on: scene.today.iso)
      #expect(try await officer.post("/cases/\(id)/close", [("note", "还没缴")]).status == 403)
      #expect(try await head.post("/cases/\(id)/close", [("note", "还没缴")]).status == 422)
      #expect(
        try await officer.post("/cases/\(id)/pay", [("date", scene.today.iso), ("amount", "50000")]).status == 303)
      #expect(try await head.post("/cases/\(id)/close", [("note", "缴清结案")]).status == 303)
      let page = try await officer.get("/cases/\(id)")
      #expect(page.text.contains("已结案，案卷只能归档，不再改动。"))
      #expect(page.text.contains("结案，理由：缴清结案") || page.text.contains("理由：缴清结案"))
    }
  }
}
