import App
import Intake
import Kit
import Offices
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// The code of a case, and what it opens: this case, and of it what is meant for the party.
@Suite struct PartyCodeTests {
  @Test(arguments: Store.both) func `only officers of the case make the code, and a new one ends the old`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      #expect(await refusals { _ = try await scene.code(of: id, by: false) } == ["party.not-officer"])
      let old = try await scene.code(of: id)
      let printed = try await scene.test.database.read { [keys = scene.keys] in try Casework.partyCode(of: id, keys, $0)
      }
      #expect(printed == old)
      #expect(try await scene.page(old).status == 200)
      let new = try await scene.code(of: id)
      #expect(try await scene.page(old).status == 422)
      #expect(try await scene.page(new).status == 200)
      #expect(await refusals { try await scene.send(PartySending(.address), old) } == ["party.wrong-code"])
    }
  }

  @Test(arguments: Store.both) func `wrong codes tell nothing and become too many`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let code = try await scene.code(of: try await scene.file())
      let visitor = Visitor(scene.test)
      for place in 0..<20 {
        let typed = place.isMultiple(of: 2) ? "ABCD-EFGH-JKMN" : "nonsense"
        let answer = try await visitor.post("/party", [("code", typed)])
        #expect(answer.status == 422 && answer.text.contains("没有这个查询码"))
      }
      #expect(try await visitor.post("/party/defence", [("code", "ABCD-EFGH-JKMN"), ("defence", "x")]).status == 429)
      #expect(try await visitor.post("/party", [("code", code.text.lowercased())]).status == 200)
    }
  }

  @Test(arguments: Store.both) func `a code opens its own case and no other`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let mine = try await scene.file()
      let other = try await scene.file(scene.new(visit: nil, premises: scene.site, violation: "physician-unregistered"))
      try await scene.notice(mine)
      try await scene.notice(other)
      let code = try await scene.code(of: mine)
      _ = try await scene.code(of: other)
      let number = try await scene.lawCase(other).number
      let fields = [("code", code.text), ("defence", "只写给我的案件"), ("id", other.text), ("case", other.text)]
      #expect(try await Visitor(scene.test).post("/party/defence", fields).status == 201)
      let theirs = try await scene.test.database.read { try CaseStepStore.steps(of: other, $0).map(\.note) }
      #expect(!theirs.contains("只写给我的案件"))
      #expect(try await !scene.page(code).text.contains(number))
    }
  }
}

/// A text in every field that the party must not read, and a look for it on every page of the party.
@Suite struct PartyCanaryTests {
  private static let secret = "金丝雀"
  private static let internalSteps: [StepKind] = [
    .questioning, .onSite, .otherEvidence, .investigationEnd, .panel, .suspension, .resumption, .recusal,
  ]

  @Test(arguments: Store.both) func `nothing internal shows on the party's pages`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await Self.plant(scene)
      let code = try await scene.code(of: id)
      let answers = [try await scene.page(code), try await Self.defend(scene, code), try await scene.page(code)]
      try await Self.finish(scene, id)
      for answer in answers + [try await scene.page(code)] {
        #expect([200, 201].contains(answer.status))
        #expect(!answer.text.contains(Self.secret), "\(Self.around(answer.text))")
        for name in [scene.officer.name, scene.second.name, scene.head.name, "卢某"] {
          #expect(!answer.text.contains(name), "\(name)")
        }
      }
      try await Self.bites(scene, id)
    }
  }

  /// The look would find it: the officers' page shows every planted text, each with its own number.
  private static func bites(_ scene: Scene, _ id: ID<Case>) async throws {
    let officer = try await Visitor.signedIn(scene.test, "zhouyn")
    let page = try await officer.get("/cases/\(id)").text
    for step in ["事实", "questioning", "investigation-end", "panel", "defence-review", "discussion", "service"] {
      #expect(page.contains("\(secret)-\(step)"), "\(step)")
    }
  }

  private static func note(_ name: String) -> String { "\(secret)-\(name)" }

  private static func plant(_ scene: Scene) async throws -> ID<Case> {
    let plain = scene.new(visit: scene.visit)
    let id = try await scene.file(
      NewCase(
        party: "卢某\(note("当事人"))", visit: scene.visit, violation: plain.violation, summary: note("事实"),
        first: plain.first,
        second: plain.second))
    for kind in internalSteps where [.questioning, .onSite, .otherEvidence].contains(kind) {
      try await take(kind, scene, id)
    }
    try await take(.investigationEnd, scene, id)
    try await take(.panel, scene, id)
    try await scene.take(NewStep(.priorNotice, on: scene.today, facts: Scene.fine(50_000), note: "拟罚款。"), in: id)
    var facts = StepFacts()
    facts.way = "direct"
    try await scene.take(NewStep(.service, on: scene.today, about: 7, facts: facts, note: note("service")), in: id)
    return id
  }

  private static func take(_ kind: StepKind, _ scene: Scene, _ id: ID<Case>) async throws {
    try await scene.take(NewStep(kind, on: scene.today, note: note(kind.rawValue)), in: id)
  }

  private static func defend(_ scene: Scene, _ code: QueryCode) async throws -> Answer {
    try await Visitor(scene.test).post(
      "/party/defence", [("code", code.text), ("act", "defence"), ("defence", "请从轻。")])
  }

  /// Review, discussion, and a decision that the party does not know yet.
  private static func finish(_ scene: Scene, _ id: ID<Case>) async throws {
    let review = NewStep(
      .defenceReview, on: scene.today, about: 9, facts: Scene.outcome("refused"), note: note("defence-review"))
    try await scene.take(review, in: id)
    try await scene.take(NewStep(.waiver, on: scene.today, facts: Scene.outcome("both")), in: id)
    try await scene.take(
      NewStep(.discussion, on: scene.today, note: note("discussion")), in: id, by: scene.head, as: [.head])
    try await scene.decide(
      id, NewDecision(date: scene.today, penalties: [.fine], fine: Money(yuan: 50_000), reasons: note("未送达的决定")))
  }

  private static func around(_ text: String) -> String {
    text.firstRange(of: secret).map { String(text[$0.lowerBound...].prefix(60)) } ?? ""
  }
}
