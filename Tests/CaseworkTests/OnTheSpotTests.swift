import App
import Duties
import Kit
import Offices
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// The simple procedure: 《行政处罚法》第五十一条、第五十二条.
@Suite struct OnTheSpotTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    var penalties: [Penalty] = [.fine]
    var yuan: Int64 = 0
    var isOrganisation = false
    var told = true
    let refused: [String]
    var testDescription: String { name }
  }

  static let examples = [
    Example(name: "a person, 200 yuan", yuan: 200, refused: []),
    Example(name: "a person, 201 yuan", yuan: 201, refused: ["casework.on-the-spot-limits"]),
    Example(name: "an organisation, 3,000 yuan", yuan: 3_000, isOrganisation: true, refused: []),
    Example(
      name: "an organisation, 3,001 yuan", yuan: 3_001, isOrganisation: true, refused: ["casework.on-the-spot-limits"]),
    Example(name: "a warning", penalties: [.warning], refused: []),
    Example(name: "an order to stop", penalties: [.stop], refused: ["casework.on-the-spot-limits"]),
    Example(name: "nobody was heard", penalties: [.warning], told: false, refused: ["casework.told-on-the-spot"]),
    Example(name: "no penalty at all", penalties: [], refused: ["casework.penalty-complete"]),
  ]

  @Test(arguments: Store.both) func `the limits of the law hold`(store: Store) async throws {
    try await Scene.play(store) { scene in
      for (place, example) in Self.examples.enumerated() {
        let new = Self.new(scene, example, party: "某\(place)")
        #expect(await refusals { _ = try await Self.punish(scene, new) } == example.refused, "\(example.name)")
      }
    }
  }

  /// 《疫苗管理法》第八十五条 multiplies the value of the goods: 0 is a value, nothing written is none.
  @Test(arguments: Store.both) func `the value of the goods is asked, and may be nothing`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let page = try await officer.get("/cases/on-the-spot?premises=\(scene.site)").text
      #expect(page.contains("货值金额"))
      for (goods, isMissing) in [("", true), ("0", false), ("60000", false)] {
        let answer = try await officer.post("/cases/on-the-spot", Self.form(scene, goods: goods))
        #expect(answer.status == 422 && answer.text.contains("要填货值金额") == isMissing, "\(goods)")
      }
    }
  }

  /// The law fines this act too heavily to be decided on the spot: it is refused in any case.
  private static func form(_ scene: Scene, goods: String) -> [(String, String)] {
    [
      ("premises", scene.site.description), ("party", "某诊所"), ("kind", "organisation"),
      ("violation", "vaccine-cold-chain"), ("summary", "冷链断了。"), ("penalties", "fine"), ("fine", "3000"),
      ("goods", goods), ("told", "yes"), ("first", scene.officer.id.text), ("second", scene.second.id.text),
    ]
  }

  @Test(arguments: [("", nil), ("0", Money.zero), ("8.50", Money(fen: 850))] as [(String, Money?)])
  func `the form of the decision takes a value of nothing`(typed: String, value: Money?) throws {
    var form = Form()
    for (name, text) in [("date", "2026-11-20"), ("reasons", "理由"), ("penalties", "warning"), ("goods", typed)] {
      form.add(name, text)
    }
    #expect(try DecisionForm.read(form).goods == value)
  }

  @Test(arguments: Store.both) func `it is filed with the own agency, paid and closed`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await Self.punish(scene, Self.new(scene, Example(name: "", yuan: 200, refused: []), party: "某甲"))
      let record = try await scene.lawCase(id)
      #expect(record.number.contains("卫医简〔2026〕1号") && record.state == .decided && record.owed == Money(yuan: 200))
      #expect(try await scene.duties(of: id).isSuperset(of: ["case.simple-filing", "case.payment"]))
      #expect(await scene.closing(id) == ["casework.paid-or-court-result", "casework.simple-filed"])
      try await scene.take(NewStep(.simpleFiling, on: scene.today), in: id)
      try await scene.change(.payCase) {
        try scene.room.pay(id, CasePayment(date: scene.today, amount: Money(yuan: 200)), $0)
      }
      #expect(await scene.closing(id) == [])
      #expect(try await scene.test.database.verifyLedger([]).faults.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `its page offers the steps of its own procedure alone`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let form = try await officer.get("/cases/on-the-spot?premises=\(scene.site)").text
      #expect(form.contains("200 元") && form.contains("3,000 元") && form.contains("听取了陈述申辩"))
      let id = try await Self.punish(scene, Self.new(scene, Example(name: "", yuan: 200, refused: []), party: "某甲"))
      let page = try await officer.get("/cases/\(id)").text
      #expect(
        page.contains("/steps/simple-filing") && page.contains("当场处罚决定") && !page.contains("/steps/investigation-end"))
      let other = try await officer.get("/cases/\(try await scene.file())/steps").text
      #expect(!other.contains("/steps/simple-filing") && other.contains("调查终结"))
      let view = try await scene.page(try await scene.code(of: id)).text
      #expect(view.contains("要先申请行政复议") && view.contains("还要缴") && view.contains("200 元"))
    }
  }

  private static func new(_ scene: Scene, _ example: Example, party: String) -> NewOnTheSpot {
    NewOnTheSpot(
      NewCase(
        party: party, isOrganisation: example.isOrganisation, premises: scene.site,
        violation: "mw-storage-classification",
        summary: "没有公示收费标准。", first: scene.officer.id, second: scene.second.id),
      penalties: example.penalties, fine: Money(yuan: example.yuan), told: example.told)
  }

  private static func punish(_ scene: Scene, _ new: NewOnTheSpot) async throws -> ID<Case> {
    try await scene.change(.decideCase) { try scene.room.punishOnTheSpot(new, $0) }
  }
}
