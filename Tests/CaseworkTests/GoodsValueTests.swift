import App
import Kit
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// Where the law multiplies the value of the goods (货值金额), nobody fines without it, and it is kept.
@Suite struct GoodsValueTests {
  private static func filed(_ scene: Scene) async throws -> ID<Case> {
    let id = try await scene.file(
      scene.new(visit: nil, premises: scene.site, violation: "vaccine-cold-chain"))
    try await scene.take(NewStep(.questioning, on: scene.today), in: id)
    var order = StepFacts()
    order.until = scene.today.adding(days: 3)
    try await scene.take(NewStep(.orderToCorrect, on: scene.today, facts: order), in: id)
    try await scene.serve(3, of: id)
    scene.test.clock.advance(days: 5)
    let check = NewStep(.reinspection, on: scene.today, about: 3, facts: Scene.outcome("uncorrected"))
    try await scene.take(check, in: id)
    try await scene.take(NewStep(.investigationEnd, on: scene.today), in: id)
    return id
  }

  private static func facts(fine: Int64, goods: Int64?) -> StepFacts {
    var facts = Scene.fine(fine)
    facts.goods = goods.map { Money(yuan: $0) }
    return facts
  }

  /// 《疫苗管理法》第八十五条: who does not correct pays 200,000 to 1,000,000 yuan, in grave
  /// cases 10 to 30 times the value, which counts as 100,000 yuan at least.
  @Test(arguments: Store.both) func `the value is asked, and the range is the law's`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await Self.filed(scene)
      for (fine, goods, codes) in [
        (Int64(500_000), Int64?.none, ["casework.goods-missing"]), (6_000_001, 200_000, ["casework.fine-above-law"]),
        (3_000_001, 90_000, ["casework.fine-above-law"]), (6_000_000, 200_000, []),
      ] {
        let step = NewStep(.priorNotice, on: scene.today, facts: Self.facts(fine: fine, goods: goods))
        #expect(await refusals { try await scene.take(step, in: id) } == codes, "\(fine)")
      }
    }
  }

  @Test(arguments: Store.both) func `the form of the decision asks it and the step keeps it`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      let id = try await Self.filed(scene)
      try await scene.take(
        NewStep(.priorNotice, on: scene.today, facts: Self.facts(fine: 200_000, goods: 60_000)), in: id)
      try await scene.serve(7, of: id)
      try await scene.take(NewStep(.waiver, on: scene.today, facts: Scene.outcome("both")), in: id)
      try await scene.take(NewStep(.discussion, on: scene.today), in: id, by: scene.head, as: [.head])
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let form = try await head.get("/cases/\(id)/decide").text
      #expect(form.contains("货值金额") && form.contains("60,000"), "\(form.suffix(1500))")
      func decision(_ goods: Money?) -> NewDecision {
        NewDecision(
          date: scene.today, penalties: [.fine], fine: Money(yuan: 200_000), goods: goods, reasons: "冷链断了，逾期不改。")
      }
      #expect(await scene.deciding(id, decision(nil)) == ["casework.goods-missing"])
      #expect(await scene.deciding(id, decision(Money(yuan: 60_000))) == [])
      let kept = try await scene.test.database.read { try CaseStepStore.steps(of: id, $0).last?.taken.facts.goods }
      #expect(kept == Money(yuan: 60_000))
    }
  }
}
