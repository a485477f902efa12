import App
import Casework
import Duties
import Kit
import Offices
import Procedure
import Storage
import TestKit
import Testing
import Transfers
import Web

/// A transfer is never promised where the case cannot go to the police, and an approval can be taken back.
@Suite struct WayBackTests {
  /// What a program did that did not ask where the transfer stands.
  private static func withdrawCase(_ scene: Scene) async throws {
    let house = scene.test.house
    let older = Casework(
      law: house.law, roles: house.roles, procedure: house.procedure, papers: house.papers, evidence: house.evidence)
    var facts = StepFacts()
    facts.outcome = "no-violation"
    let (id, step) = (scene.lawCase, NewStep(.withdrawal, on: scene.today, facts: facts))
    try await scene.change(by: scene.head) { _ = try older.take(step, in: id, as: [.head], $0) }
  }

  private static func close(_ scene: Scene) async -> [String] {
    let (casework, id) = (scene.casework, scene.lawCase)
    return await refusals { try await scene.change(by: scene.head) { try casework.close(id, note: "撤销", $0) } }
  }

  private static func revoke(_ id: ID<Transfer>, _ scene: Scene, by login: String = "heyuan") async throws -> Answer {
    try await Visitor.signedIn(scene.test, login).post("/transfers/\(id)/revoke", [("words", "案件已经撤销立案")])
  }

  @Test(arguments: Store.both) func `a case that cannot go to the police is not reported, and says why`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let check = try await scene.check()
      try await Self.withdrawCase(scene)
      #expect(await refusals { _ = try await scene.propose(check) } == ["transfers.ours"])
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let page = try await officer.get("/cases/\(scene.lawCase)").text
      #expect(page.contains("现在不能提出移送") && !page.contains("/cases/\(scene.lawCase)/transfer\""))
      let form = try await officer.get("/cases/\(scene.lawCase)/transfer").text
      #expect(form.contains("本案已经移送其他机关或者撤销立案") && !form.contains("<textarea"))
    }
  }

  /// An on-the-spot case was never filed: its step 移送公安机关 is closed.
  @Test(arguments: Store.both) func `nor is an on-the-spot case`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (room, casework, officers) = (scene.room, scene.casework, try await Self.team(scene))
      let site = try await scene.test.database.read { try Casework.lawCase(scene.lawCase, $0)?.premises }
      let new = NewOnTheSpot(
        NewCase(
          party: "某甲", premises: site, violation: "mw-storage-classification", summary: "没有分类。", first: officers.0,
          second: officers.1), penalties: [.warning], told: true)
      let codes = await refusals {
        try await scene.change { tx in
          let id = try casework.punishOnTheSpot(new, tx)
          let check = try room.check(id, NewCheck(crime: "illegal-practice", answers: Scene.reachedAnswers), tx).id
          try room.propose(id, Self.report(check, scene.head.id), tx)
        }
      }
      #expect(codes == ["transfers.filed"])
    }
  }

  private static func team(_ scene: Scene) async throws -> (ID<Account>, ID<Account>) {
    (scene.officer.id, try await scene.test.account("qinsa").id)
  }

  private static func report(_ check: ID<ThresholdCheck>, _ head: ID<Account>) -> NewTransfer {
    NewTransfer(check: check, head: head, facts: "甲", proof: "乙", police: "清沅县公安局", procuratorate: "清沅县人民检察院")
  }

  @Test(arguments: Store.both) func `what cannot be handed over is not approved`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      try await Self.withdrawCase(scene)
      #expect(await refusals { try await scene.approve(id) } == ["transfers.ours"])
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      #expect(try await head.get("/transfers/\(id)/decide").text.contains("只能不批准"))
      let room = scene.room
      try await scene.change(by: scene.head) { try room.refuse(id, words: "已经撤销立案", $0) }
      #expect(await Self.close(scene) == [])
    }
  }

  /// As an older program left it: approved, and the case withdrawn. The self-check names it until the head takes it back.
  @Test(arguments: Store.both) func `an approval that cannot be carried out is taken back`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      try await scene.approve(id)
      #expect(try await Self.stuck(scene).isEmpty)
      try await Self.withdrawCase(scene)
      #expect(await refusals { try await scene.handOver(id) }.contains("casework.ours"))
      #expect(await Self.close(scene).contains("casework.transfer-decided"))
      #expect(try await Self.stuck(scene) == [Ref(.transfer, id)])
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let page = try await officer.get("/transfers/\(id)").text
      #expect(page.contains("现在不能移送公安机关") && page.contains("由批准移送的负责人撤回"))
      #expect(try await Self.revoke(id, scene).status == 303)
      #expect(try await Self.stuck(scene).isEmpty)
      #expect(await Self.close(scene) == [])
    }
  }

  private static func stuck(_ scene: Scene) async throws -> [Ref] {
    let check = try #require(scene.room.checks.first { $0.id == "C86" })
    let ground = CheckGround(
      county: Cast.county, today: scene.today, attachments: scene.test.database.attachments, isThorough: false)
    return try await scene.test.database.read { try check.find(ground, $0).map(\.record) }
  }

  @Test(arguments: Store.both) func `its reasons stand on record, its letter is void, the case may be reported anew`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let check = try await scene.check()
      let id = try await scene.propose(check)
      #expect(try await Self.revoke(id, scene).status == 409, "还没有批准")
      try await scene.approve(id)
      #expect(try await Self.revoke(id, scene, by: "fangl").status == 403)
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      #expect(try await head.post("/transfers/\(id)/revoke", [("words", " ")]).status == 422)
      #expect(try await head.get("/transfers/\(id)").text.contains("/transfers/\(id)/revoke"))
      #expect(try await Self.revoke(id, scene).status == 303)
      try await Self.afterRevoking(id, scene)
      let again = try await scene.propose(check)
      try await scene.approve(again)
      #expect(try await scene.transfer(again).letter == "清卫医刑移〔2026〕2号")
      try await scene.handOver(again)
      #expect(try await Self.revoke(again, scene).status == 409, "已经移送")
    }
  }

  private static func afterRevoking(_ id: ID<Transfer>, _ scene: Scene) async throws {
    let record = try await scene.transfer(id)
    #expect(record.state == .revoked)
    let (owed, standing, told) = try await scene.test.database.read { reader in
      (
        try Duties.waiting(on: record.ref, reader).count, try Transfers.standing(of: scene.lawCase, reader),
        try LedgerReading.history(of: record.ref, reader).last
      )
    }
    #expect(owed == 0 && standing?.letter == nil)
    #expect(told?.deed == "transfers.revoke" && told?.sentence.contains("移送书清卫医刑移〔2026〕1号作废") == true)
    let officer = try await Visitor.signedIn(scene.test, "zhouyn")
    #expect(try await officer.get("/transfers/\(id)/papers/crime-transfer").status == 404)
    let procurator = try await Visitor.signedIn(scene.test, "jianan")
    #expect(try await procurator.get("/oversight/\(id)").text.contains("案件已经撤销立案"))
    #expect(try await Visitor.signedIn(scene.test, "shigang").get("/received/\(id)").status == 404)
  }
}
