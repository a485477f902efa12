import App
import Casework
import Duties
import Kit
import Offices
import Procedure
import Registers
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// What decisions and bans take from the register.
@Suite struct MeasureTests {
  private static func revoked(_ scene: Scene) -> NewDecision {
    NewDecision(date: scene.today, penalties: [.warning, .revoke], reasons: "情节严重。", mitigation: Scene.mitigation)
  }

  /// A case about an institution whose licence is revoked, the decision served.
  private static func serve(_ scene: Scene, _ penalty: NewDecision) async throws -> (ID<Case>, Ref) {
    let institution = try await clinic(scene)
    let id = try await scene.file(scene.new(visit: nil, premises: institution, violation: "unlicensed-institution"))
    try await scene.prepare(id, penalty)
    try await scene.decide(id, penalty)
    #expect(try await owed(id, scene) == [])
    try await scene.serve(8, of: id)
    return (id, institution)
  }

  /// An institution of the register, brought in by a file as agencies do.
  private static func clinic(_ scene: Scene) async throws -> Ref {
    let head = try await Visitor.signedIn(scene.test, "heyuan")
    let file = """
      机构名称,机构类型,地址,许可证号,诊疗科目,所在乡镇（街道）,有效期止
      清沅春晖口腔诊所,诊所,柳塘镇正街1号,PDY99001,口腔科、内科,柳塘镇,2030-12-31
      """
    let sent = try await head.post("/institutions/import", [], files: [Visitor.File("file", "册.csv", Array(file.utf8))])
    let applied = try await head.post("\(sent.location)/apply")
    #expect(applied.status == 303, "\(applied.text.suffix(1500))")
    return try #require(
      try await scene.test.database.read {
        try Registers.candidates("春晖口腔", county: Cast.county, limit: 1, $0).first?.ref
      })
  }

  private static func owed(_ id: ID<Case>, _ scene: Scene) async throws -> [String] {
    try await scene.test.database.read { try Duties.waiting(on: Ref(.lawCase, id), $0).map(\.kind) }.filter {
      $0 == "effects.register"
    }
  }

  private static func due(_ id: ID<Case>, _ scene: Scene) async throws -> [DueEffect] {
    try await scene.test.database.read { try scene.room.dueEffects(of: id, $0) }
  }

  private static func marks(_ premises: Ref, _ scene: Scene) async throws -> [LicenceMark] {
    try await scene.test.database.read { try Registers.marks(of: premises, $0) }
  }

  private static func register(_ new: NewEffect, _ id: ID<Case>, _ scene: Scene) async -> [String] {
    await refusals { try await scene.change(.registerEffect) { try scene.room.register(new, of: id, $0) } }
  }

  @Test(arguments: Store.both) func `a revoked licence is owed to the register until it says so`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (id, clinic) = try await Self.serve(scene, Self.revoked(scene))
      #expect(try await Self.owed(id, scene).count == 1)
      let due = try #require(try await Self.due(id, scene).first)
      let early = NewEffect(due, premises: clinic, since: scene.today.adding(days: -1))
      #expect(await Self.register(early, id, scene) == ["casework.effect-too-early"])
      #expect(
        await Self.register(NewEffect(due, premises: nil, since: scene.today), id, scene) == [
          "casework.effect-no-licence"
        ])
      #expect(await Self.register(NewEffect(due, premises: clinic, since: scene.today), id, scene) == [])
      #expect(try await Self.owed(id, scene) == [])
      #expect(
        await Self.register(NewEffect(due, premises: clinic, since: scene.today), id, scene) == [
          "casework.effect-not-waiting"
        ])
      let public_ = try await Visitor(scene.test).get("/lookup?q=%E6%98%A5%E6%99%96")
      #expect(public_.text.contains("已吊销") && !public_.text.contains("许可（备案）有效"))
    }
  }

  @Test(arguments: Store.both) func `a decision that falls gives the licence back`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, clinic) = try await Self.serve(scene, Self.revoked(scene))
      let due = try #require(try await Self.due(id, scene).first)
      #expect(
        await Self.register(NewEffect(due, premises: clinic, subjects: ["外科"], since: scene.today), id, scene) == [
          "registers.mark-strange-subjects"
        ])
      #expect(
        await Self.register(NewEffect(due, premises: clinic, subjects: ["内科"], since: scene.today), id, scene) == [])
      var (challenge, result) = (StepFacts(), StepFacts())
      (challenge.way, result.outcome) = ("reconsideration", "revoked")
      try await scene.take(NewStep(.challenge, on: scene.today, facts: challenge), in: id)
      #expect(try await Self.marks(clinic, scene).filter { $0.holds(on: scene.today) }.map(\.new.subjects) == [["内科"]])
      try await scene.take(NewStep(.challengeResult, on: scene.today, about: 10, facts: result), in: id)
      let marks = try await Self.marks(clinic, scene)
      #expect(marks.count == 1 && marks.allSatisfy { !$0.holds(on: scene.today) })
    }
  }

  @Test(arguments: Store.both) func `a decision that falls after closing gives the licence back too`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (id, clinic) = try await Self.serve(scene, Self.revoked(scene))
      let due = try #require(try await Self.due(id, scene).first)
      #expect(await Self.register(NewEffect(due, premises: clinic, since: scene.today), id, scene) == [])
      #expect(await scene.closing(id) == [])
      try await scene.challenge(id)
      try await scene.answer("revoked", of: id)
      #expect(try await Self.marks(clinic, scene).map { $0.holds(on: scene.today) } == [false])
    }
  }

  @Test(arguments: Store.both) func `a stop with a term ends with its last day, a revocation has none`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let stopped = NewDecision(
        date: scene.today, penalties: [.warning, .stop, .revoke], reasons: "情节严重。", mitigation: Scene.mitigation)
      let (id, clinic) = try await Self.serve(scene, stopped)
      let due = try await Self.due(id, scene)
      let until = scene.today.adding(days: 10)
      let revoke = try #require(due.first { $0.kind == .revoke })
      let endless = NewEffect(revoke, premises: clinic, since: scene.today, until: until)
      #expect(await Self.register(endless, id, scene) == ["registers.mark-endless"])
      let stop = try #require(due.first { $0.kind == .stop })
      let before = NewEffect(stop, premises: clinic, since: scene.today, until: scene.today.adding(days: -1))
      #expect(await Self.register(before, id, scene) == ["registers.mark-no-last-day"])
      #expect(await Self.register(NewEffect(stop, premises: clinic, since: scene.today, until: until), id, scene) == [])
      let mark = try #require(try await Self.marks(clinic, scene).first)
      #expect(mark.holds(on: until) && !mark.holds(on: until.adding(days: 1)))
      scene.test.clock.advance(days: 11)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.get("/institutions/\(ID<Institution>(clinic.number))").text.contains("已期满"))
    }
  }

  @Test(arguments: Store.both) func `a ban is counted alone and closes the site`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.take(NewStep(.ban, on: scene.today), in: id)
      let due = try #require(try await Self.due(id, scene).first)
      #expect(due.kind == .ban)
      #expect(await Self.register(NewEffect(due, premises: scene.site, since: scene.today), id, scene) == [])
      #expect(try await Self.marks(scene.site, scene).map(\.new.kind) == [.banned])
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let money = try await head.get("/cases/money?show=ban")
      #expect(money.text.contains("取缔 <a class=\"fig\" href=\"/cases/money?show=ban\">1</a> 件"))
      #expect(money.text.contains("吊销许可证件 <a class=\"fig\" href=\"/cases/money?show=revoke\">0</a> 件"))
      #expect(try await head.get("/sites").text.contains("已取缔"))
    }
  }

  /// Part of the fine is paid late and a reconsideration rests the days: both pages name the one sum.
  @Test(arguments: Store.both) func `the surcharge is one sum on both pages`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.prepare(id, scene.fined())
      try await scene.decide(id, scene.fined())
      try await scene.serve(8, of: id)
      scene.test.clock.advance(days: 20)
      let paid = scene.today
      try await scene.change(.payCase) {
        try scene.room.pay(id, CasePayment(date: paid, amount: Money(yuan: 20_000)), $0)
      }
      scene.test.clock.advance(days: 4)
      var challenge = StepFacts()
      challenge.way = "reconsideration"
      try await scene.take(NewStep(.challenge, on: scene.today, facts: challenge), in: id)
      scene.test.clock.advance(days: 3)
      let code = try await scene.code(of: id)
      let said = try await scene.page(code).text
      let sum = try #require(said.split(separator: "按规则是 ").last?.split(separator: " 元").first.map(String.init))
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      #expect(try await head.get("/cases/money?show=overdue").text.contains("\(sum) 元"), "\(sum)")
      #expect(Money(yuan: 1) < (Money(yuanText: sum.replacing(",", with: "")) ?? .zero))
    }
  }

  @Test(arguments: Store.both) func `what is owed and what was paid too much are not set off`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      let clinic = try await Self.clinic(scene)
      for (index, premises) in [nil, clinic].enumerated() {
        let plain = scene.new(visit: index == 0 ? scene.visit : nil, premises: premises)
        let id = try await scene.file(plain)
        let fine = NewDecision(date: scene.today, penalties: [.fine], fine: Money(yuan: 50_000), reasons: "无证行医。")
        try await scene.prepare(id, fine)
        try await scene.decide(id, fine)
        try await scene.serve(8, of: id)
        guard index == 0 else { continue }
        let paid = scene.today
        try await scene.change(.payCase) {
          try scene.room.pay(id, CasePayment(date: paid, amount: Money(yuan: 50_000)), $0)
        }
        var (challenge, result) = (StepFacts(), StepFacts())
        (challenge.way, result.outcome) = ("reconsideration", "changed")
        (result.penalties, result.fine) = (["fine"], Money(yuan: 40_000))
        try await scene.take(NewStep(.challenge, on: scene.today, facts: challenge), in: id)
        try await scene.take(NewStep(.challengeResult, on: scene.today, about: 11, facts: result), in: id)
      }
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let page = try await head.get("/cases/money").text
      #expect(
        page.contains("money=unpaid\">50,000</a> 元")
          && page.contains("多缴待退还 <a class=\"fig\" href=\"/cases?money=overpaid\">10,000</a> 元"))
      #expect(try await head.get("/cases?money=overpaid").text.contains("案件 1 件"))
    }
  }

  @Test(arguments: Store.both) func `unpaid money stands in one place, late money grows`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.prepare(id, scene.fined())
      try await scene.decide(id, scene.fined())
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      #expect(try await head.get("/cases/money?show=unserved").text.contains("案件 1 件，未缴 58,640.50 元"))
      try await scene.serve(8, of: id)
      #expect(try await head.get("/cases/money?show=in-term").text.contains("案件 1 件，未缴 58,640.50 元"))
      scene.test.clock.advance(days: 60)
      let again = try await Visitor.signedIn(scene.test, "heyuan")
      let late = try await again.get("/cases/money?show=overdue")
      #expect(late.text.contains("案件 1 件，未缴 58,640.50 元") && late.text.contains("<span>50,000 元</span>"))
    }
  }
}
