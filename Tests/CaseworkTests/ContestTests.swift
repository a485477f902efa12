import App
import Kit
import Procedure
import Storage
import TestKit
import Testing

@testable import Casework

/// What a reconsideration or a court leaves of a decision reaches the record of the case, its money and its sums.
@Suite struct ContestTests {
  /// A fine of 50,000 and gains of 8,640.50, served, paid and contested; then the result is written down.
  private static func contested(_ scene: Scene, _ outcome: String, fine: Int64? = nil) async throws -> ID<Case> {
    let id = try await scene.file()
    try await scene.prepare(id, scene.fined())
    try await scene.decide(id, scene.fined())
    try await scene.serve(8, of: id)
    let payment = CasePayment(date: scene.today, amount: Money(fen: 5_864_050))
    try await scene.change(.payCase) { try scene.room.pay(id, payment, $0) }
    var way = StepFacts()
    way.way = "reconsideration"
    try await scene.take(NewStep(.challenge, on: scene.today, facts: way), in: id)
    var result = StepFacts()
    result.outcome = outcome
    if let fine { (result.penalties, result.fine) = (["fine"], Money(yuan: fine)) }
    try await scene.take(NewStep(.challengeResult, on: scene.today, about: 11, facts: result), in: id)
    return id
  }

  private static func refund(_ amount: Money, _ id: ID<Case>, _ scene: Scene) async -> [String] {
    var facts = StepFacts()
    facts.amount = amount
    let step = NewStep(.refund, on: scene.today, facts: facts)
    return await refusals { try await scene.take(step, in: id) }
  }

  private static func sums(_ scene: Scene) async throws -> [String: Int64] {
    try await scene.test.database.read { try TallyStore.parts(of: .lawCase, in: [Cast.county], $0) }
  }

  @Test(arguments: Store.both) func `a lighter penalty is what is owed, and the rest is given back`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await Self.contested(scene, "changed", fine: 10_000)
      let changed = try await scene.lawCase(id)
      #expect(changed.decision?.words == "罚款 10,000 元" && changed.unpaid == Money(fen: -4_864_050))
      #expect(await scene.closing(id).contains("casework.not-overpaid"))
      #expect(await Self.refund(Money(fen: 4_864_051), id, scene) == ["casework.refund-fits"])
      #expect(await Self.refund(Money(fen: 4_864_050), id, scene) == [])
      #expect(try await scene.lawCase(id).paid == Money(yuan: 10_000))
      #expect(await scene.closing(id) == [])
      let sums = try await Self.sums(scene)
      #expect(sums[CaseTally.owed] == 1_000_000 && sums[CaseTally.paid] == 1_000_000)
    }
  }

  @Test(arguments: Store.both) func `of a revoked decision nothing is owed`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await Self.contested(scene, "revoked")
      let record = try await scene.lawCase(id)
      #expect(record.state == .decided && record.decision?.outcome == .revoked && record.owed == .zero)
      #expect(await Self.refund(Money(fen: 5_864_050), id, scene) == [])
      #expect(await scene.closing(id) == [])
    }
  }

  @Test(arguments: Store.both) func `what is to be decided again is investigated again, under a new number`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await Self.contested(scene, "redo")
      let record = try await scene.lawCase(id)
      #expect(record.state == .investigating && record.decision == nil && record.owed == .zero)
      let early = await scene.deciding(id, scene.fined())
      #expect(early.contains("casework.notice-served"))
      try await Self.again(scene, id)
      #expect(await scene.deciding(id, scene.fined()) == [])
      #expect(try await scene.lawCase(id).decision?.number == "清卫医罚〔2026〕2号")
      let numbers = try await scene.test.database.read { try CaseStepStore.steps(of: id, $0).compactMap(\.number) }
      #expect(numbers == ["清卫医立〔2026〕1号", "清卫医罚〔2026〕1号", "清卫医罚〔2026〕2号"])
      #expect(try await Self.sums(scene)[CaseTally.owed] == 5_864_050)
    }
  }

  private static func again(_ scene: Scene, _ id: ID<Case>) async throws {
    var facts = StepFacts()
    (facts.penalties, facts.fine, facts.gains, facts.told) = (
      ["warning", "fine", "gains"], Money(yuan: 50_000), Money(fen: 864_050), true
    )
    try await scene.take(NewStep(.priorNotice, on: scene.today, facts: facts), in: id)
    try await scene.serve(13, of: id)
    var waiver = StepFacts()
    waiver.outcome = "both"
    try await scene.take(NewStep(.waiver, on: scene.today, facts: waiver), in: id)
    try await scene.take(NewStep(.discussion, on: scene.today), in: id, by: scene.head, as: [.head])
  }

  @Test(arguments: Store.both) func `a fine lies within the law, or says why it is lower`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.take(NewStep(.questioning, on: scene.today), in: id)
      try await scene.take(NewStep(.investigationEnd, on: scene.today), in: id)
      // 《基本医疗卫生与健康促进法》第九十九条: five to twenty times the gains, which count as 10,000 where there are fewer.
      for (yuan, basis, codes) in [
        (200_001, nil, ["casework.fine-above-law"]), (49_999, nil, ["casework.fine-below-law"]),
        (200_001, "行政处罚法第三十二条第一项", ["casework.fine-above-law"]), (49_999, "行政处罚法第三十二条第一项", []),
      ] as [(Int64, String?, [String])] {
        var facts = StepFacts()
        (facts.penalties, facts.fine, facts.told, facts.basis) = (["fine"], Money(yuan: yuan), true, basis)
        let notice = NewStep(.priorNotice, on: scene.today, facts: facts)
        #expect(await refusals { try await scene.take(notice, in: id) } == codes)
      }
    }
  }
}
