import App
import Casework
import Duties
import Kit
import Offices
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// What two counties ask of each other, through their pages.
@Suite struct AssistanceTests {
  private static func ask(_ scene: Scene, _ kind: String, days: Int = 10) async throws -> (ID<Case>, String) {
    let id = try await scene.file()
    let officer = try await Visitor.signedIn(scene.test, "zhouyn")
    let answer = try await officer.post(
      "/cases/\(id)/assistance",
      [
        ("kind", kind), ("county", "\(Cast.otherCounty.number)"), ("what", "请查这批麻醉药从哪里来"), ("why", "进货单写着东岭县"),
        ("due", scene.today.adding(days: days).iso),
      ],
      files: [Visitor.File("files", "进货单.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1])])
    #expect(answer.status == 303, "\(answer.text.suffix(1500))")
    return (id, String(answer.location.split(separator: "/").last ?? ""))
  }

  private static func sentences(_ ref: Ref, _ scene: Scene) async throws -> [String] {
    try await scene.test.database.read { try LedgerReading.history(of: ref, $0).map(\.sentence) }
  }

  private static func owed(_ ref: Ref, _ scene: Scene) async throws -> [String] {
    try await scene.test.database.read { try Duties.waiting(on: ref, $0).map { "\($0.county.number) \($0.kind)" } }
  }

  @Test(arguments: Store.both) func `help is asked, answered and comes back to the case`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (lawCase, id) = try await Self.ask(scene, "help")
      let number = try #require(ID<Assistance>(text: id))
      #expect(try await Self.owed(Ref(.assistanceReceived, number), scene) == ["120 assistance.answer"])
      #expect(try await Self.owed(Ref(.assistance, number), scene) == ["110 assistance.follow"])
      let there = try await Visitor.signedIn(scene.test, "dongl")
      let page = try await there.get("/assistance/received/\(id)")
      #expect(page.text.contains("请查这批麻醉药") && page.text.contains("进货单.png") && !page.text.contains("卢某"))
      #expect(try await there.get("/cases/\(lawCase)").status == 404)
      let file = try #require(page.id(after: "href=\"/files/"))
      #expect(try await there.get("/files/\(file)").status == 200)
      let reply = try await there.post(
        "/assistance/received/\(id)/answer", [("answer", "reply"), ("text", "来自东岭县医药公司")],
        files: [Visitor.File("files", "回函.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 2])])
      #expect(reply.status == 303, "\(reply.text.suffix(1500))")
      try await Self.afterReply(lawCase, number, scene)
    }
  }

  private static func afterReply(_ lawCase: ID<Case>, _ id: ID<Assistance>, _ scene: Scene) async throws {
    let (asked, received) = (Ref(.assistance, id), Ref(.assistanceReceived, id))
    #expect(try await owed(asked, scene) == [])
    #expect(try await owed(received, scene) == [])
    #expect(try await sentences(asked, scene).last == "收到清卫医协〔2026〕1号　请求协查的答复：办完了，回复结果")
    #expect(try await sentences(received, scene).count == 2)
    let officer = try await Visitor.signedIn(scene.test, "zhouyn")
    let page = try await officer.get("/cases/\(lawCase)").text
    #expect(page.contains("回函.png") && page.contains("已回复"))
    let there = try await Visitor.signedIn(scene.test, "dongl")
    let again = try await there.post("/assistance/received/\(id)/answer", [("answer", "refuse"), ("text", "不办")])
    #expect(again.status == 409 && again.text.contains("已经答复过"))
  }

  /// The head of the asked county's bureau decides on cases and does not work on them: he could not answer.
  @Test(arguments: Store.both) func `the answer is owed by somebody who can give it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await Self.addBureau(scene)
      let (_, id) = try await Self.ask(scene, "help")
      let number = try #require(ID<Assistance>(text: id))
      let owed = try await scene.test.database.read { try Duties.waiting(on: Ref(.assistanceReceived, number), $0) }
      #expect(owed.map(\.ownerName) == ["董朗"])
    }
  }

  /// Has an older account than the officer of that county would need: the order of accounts must not decide.
  private static func addBureau(_ scene: Scene) async throws {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 3, count: 16))
    let roles = scene.test.house.roles
    try await scene.test.database.change(Cast.otherCounty, by: .system, deed: .addAccount) { tx in
      let agency = try Offices.addAgency("县卫生健康局", tx)
      _ = try Offices.addAccount(
        NewAccount(
          login: "juzhang", name: "局某", post: "局长", agency: agency, region: Cast.otherCounty.number, certificate: nil,
          roles: ["health-bureau"], password: password), roles: roles, tx)
    }
  }

  /// Both sides of a request carry the institution of its case, from which people keep away (回避).
  @Test(arguments: Store.both) func `who keeps away from the party keeps away from the request`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (_, id) = try await Self.ask(scene, "help")
      let number = try #require(ID<Assistance>(text: id))
      let premises = try await scene.lawCase(
        try await scene.test.database.read { try AssistanceStore.found(number, $0).lawCase }
      ).premises
      let faces = try await scene.test.database.read { reader in
        try AssistancePanel.records.map { try $0.face(number.value, reader)?.parties }
      }
      #expect(premises != nil && faces == [[premises].compactMap { $0 }, [premises].compactMap { $0 }])
    }
  }

  @Test(arguments: Store.both) func `both chains of the ledger hold after deeds of two counties`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      _ = try await Self.ask(scene, "help")
      for county in [Cast.county, Cast.otherCounty] {
        let entries = try await scene.test.database.read {
          try LedgerReading.entries(of: county, from: 1, limit: 1000, $0)
        }
        #expect(entries.map(\.height) == (0..<Int64(entries.count)).map { $0 + 1 })
        #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.hash == $1.previous })
        #expect(entries.last?.deed == "casework.ask-assistance")
      }
    }
  }

  @Test(arguments: Store.both) func `a dispute goes to the common superior once talking failed`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (lawCase, id) = try await Self.ask(scene, "jurisdiction")
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let early = try await officer.post("/assistance/\(id)/escalate", [("text", "应当归我们")])
      #expect(early.status == 409 && early.text.contains("还在协商"))
      let there = try await Visitor.signedIn(scene.test, "dongl")
      _ = try await there.post("/assistance/received/\(id)/answer", [("answer", "refuse"), ("text", "我们先立案")])
      #expect(try await officer.post("/assistance/\(id)/escalate", [("text", "应当归我们")]).status == 303)
      let number = try #require(ID<Assistance>(text: id))
      let duty = try await scene.test.database.read { try Duties.waiting(on: Ref(.assistance, number), $0) }
      #expect(
        duty.map(\.kind) == ["assistance.rule"] && duty.first?.ownerName == "孟昭"
          && duty.first?.due == CivilDate(2026, 12, 1))
      let superior = try await Visitor.signedIn(scene.test, "mengzh")
      #expect(try await superior.post("/assistance/\(id)/rule", [("county", "999"), ("text", "理由")]).status == 422)
      #expect(try await superior.post("/assistance/\(id)/rule", [("county", "120"), ("text", "先立案的管辖")]).status == 303)
      #expect(try await there.get("/assistance/received/\(id)").text.contains("东岭县"))
      #expect(try await Self.sentences(Ref(.assistanceReceived, number), scene).last?.contains("上级指定东岭县管辖") == true)
      try await Self.owesReferral(lawCase, scene)
    }
  }

  /// The case is the other county's: its officer owes the written transfer until it is made.
  private static func owesReferral(_ id: ID<Case>, _ scene: Scene) async throws {
    func owed() async throws -> [OpenDuty] {
      try await scene.test.database.read { try Duties.waiting(on: Ref(.lawCase, id), $0) }
        .filter { $0.kind == "assistance.referral" }
    }
    let duty = try #require(try await owed().first)
    #expect(await barred(id, scene) == true)
    #expect(duty.owner == scene.officer.id && duty.title.contains("移送主管机关") && duty.basis.contains("内部工作时限"))
    try await scene.take(NewStep(.referral, on: scene.today), in: id, by: scene.head, as: [.head])
    #expect(try await owed().isEmpty)
  }

  /// The ruling binds: nobody here tells or decides a penalty, finds none, or takes the filing back.
  private static func barred(_ id: ID<Case>, _ scene: Scene) async -> Bool {
    var facts = StepFacts()
    (facts.outcome, facts.penalties, facts.basis) = ("no-violation", ["warning"], Scene.mitigation)
    let steps: [(StepKind, Person, ActingRight)] = [
      (.priorNotice, scene.officer, .officer), (.decision, scene.head, .head), (.noPenalty, scene.head, .head),
      (.withdrawal, scene.head, .head),
    ]
    for (kind, person, right) in steps {
      let step = NewStep(kind, on: scene.today, facts: facts)
      let codes = await refusals { try await scene.take(step, in: id, by: person, as: [right]) }
      if !codes.contains("casework.jurisdiction-ours") { return false }
    }
    return true
  }

  /// A ruling for the own county bars nothing, and a later one counts.
  @Test(arguments: Store.both) func `the last ruling counts`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, _) = try await Self.ask(scene, "jurisdiction")
      try await Self.rule(scene, 120)
      #expect(await Self.barred(id, scene))
      scene.test.clock.advance(days: 1)
      try await Self.dispute(id, scene)
      try await Self.rule(scene, 110)
      #expect(await Self.barred(id, scene) == false)
      try await Self.closes(id, scene)
    }
  }

  /// At once, not when the hourly job comes by.
  @Test(arguments: Store.both) func `a ruling for another county ends what waits here`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.call(id)
      #expect(try await scene.waits(id).count == 2)
      try await Self.dispute(id, scene)
      try await Self.rule(scene, 120)
      #expect(try await scene.waits(id) == [:])
      let outcomes = try await scene.test.database.read { reader in
        try reader.query("SELECT DISTINCT outcome FROM duty WHERE subject = \(id) AND kind LIKE 'wait.%'") {
          try $0.maybeText(0)
        }
      }
      #expect(outcomes == ["不用再办"])
    }
  }

  private static func dispute(_ id: ID<Case>, _ scene: Scene) async throws {
    let officer = try await Visitor.signedIn(scene.test, "zhouyn")
    let sent = try await officer.post(
      "/cases/\(id)/assistance",
      [
        ("kind", "jurisdiction"), ("county", "\(Cast.otherCounty.number)"), ("what", "再议"), ("why", "因"),
        ("due", scene.today.adding(days: 5).iso),
      ])
    #expect(sent.status == 303)
  }

  /// The newest dispute goes to the superior, who names a county.
  private static func rule(_ scene: Scene, _ county: Int64) async throws {
    let newest = try await scene.test.database.read { reader in
      try reader.number("SELECT MAX(id) FROM assistance")
    }
    let id = ID<Assistance>(newest)
    let there = try await Visitor.signedIn(scene.test, "dongl")
    let refused = [("answer", "refuse"), ("text", "我们先立案")]
    #expect(try await there.post("/assistance/received/\(id)/answer", refused).status == 303)
    let officer = try await Visitor.signedIn(scene.test, "zhouyn")
    #expect(try await officer.post("/assistance/\(id)/escalate", [("text", "应当归我们")]).status == 303)
    let superior = try await Visitor.signedIn(scene.test, "mengzh")
    let ruling = [("county", "\(county)"), ("text", "先立案的管辖")]
    #expect(try await superior.post("/assistance/\(id)/rule", ruling).status == 303)
  }

  /// Ours again: decided here, and what was owed since the first ruling ends.
  private static func closes(_ id: ID<Case>, _ scene: Scene) async throws {
    func owed() async throws -> Bool {
      try await scene.test.database.read { try Duties.waiting(on: Ref(.lawCase, id), $0) }
        .contains { $0.kind == "assistance.referral" }
    }
    #expect(try await owed() == false)
    try await leaveOwed(id, scene)
    let warned = NewDecision(
      date: scene.today, penalties: [.warning], reasons: "轻微", mitigation: Scene.mitigation)
    try await scene.prepare(id, warned)
    try await scene.decide(id, warned)
    try await scene.serve(8, of: id)
    #expect(try await owed())
    #expect(await scene.closing(id) == [])
    #expect(try await owed() == false)
  }

  /// As an older program left it, which let a case be decided in spite of the ruling.
  private static func leaveOwed(_ id: ID<Case>, _ scene: Scene) async throws {
    let (owner, today) = (scene.officer.id, scene.today)
    _ = try await scene.change(.ruleAssistance) { tx in
      let subject = Ref(.lawCase, id)
      try Duties.owe(
        NewDuty(
          kind: Casework.referralDuty, title: "移送主管机关", subject: subject, owner: owner, due: today, basis: "上级指定"), tx)
      tx.tell(subject, "上级指定管辖")
    }
  }

  @Test(arguments: Store.both) func `the letter of a request carries its number, each its own`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (id, _) = try await Self.ask(scene, "help")
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let again = try await officer.post(
        "/cases/\(id)/assistance",
        [
          ("kind", "help"), ("county", "\(Cast.otherCounty.number)"), ("what", "再查"), ("why", "因"),
          ("due", scene.today.adding(days: 5).iso),
        ])
      #expect(again.status == 303)
      for number in ["清卫医协〔2026〕1号", "清卫医协〔2026〕2号"] {
        #expect(try await scene.issue(try await scene.draft("help-request", in: id), of: id).number == number)
      }
      let third = try await scene.draft("help-request", in: id)
      #expect(await refusals { try await scene.issue(third, of: id) } == ["casework.paper-number-given"])
    }
  }

  @Test(arguments: Store.both) func `its duties go to whoever comes for a recused officer`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, request) = try await Self.ask(scene, "help")
      let heir = try await RecusalTests.newcomer(scene)
      var facts = StepFacts()
      (facts.outcome, facts.replaced, facts.successor) = ("granted", scene.officer.id.value, heir.id.value)
      try await scene.take(NewStep(.recusal, on: scene.today, facts: facts), in: id, by: scene.head, as: [.head])
      let ref = Ref(.assistance, try #require(ID<Assistance>(text: request)))
      let owed = try await scene.test.database.read { try Duties.waiting(on: ref, $0) }
      #expect(owed.map(\.owner) == [heir.id])
    }
  }

  @Test(arguments: Store.both) func `what cannot be asked is refused`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      func sent(_ county: Int64, _ due: CivilDate) async throws -> Answer {
        try await officer.post(
          "/cases/\(id)/assistance",
          [("kind", "help"), ("county", "\(county)"), ("what", "甲"), ("why", "乙"), ("due", due.iso)])
      }
      #expect(try await sent(110, scene.today).text.contains("协查要选别的县"))
      #expect(try await sent(120, scene.today.adding(days: -1)).text.contains("不能早于今天"))
      #expect(try await sent(777, scene.today).text.contains("没有人能答复"))
      #expect(try await officer.get("/assistance").text.contains("还没有发过协查"))
    }
  }
}
