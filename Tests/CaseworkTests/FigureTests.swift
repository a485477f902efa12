import App
import Campaign
import Casework
import Kit
import Storage
import TestKit
import Testing
import Web

@Suite struct FigureTests {
  private static func figures(_ scene: Scene) async throws -> [String] {
    try await scene.change(Deed("test.campaign")) { tx in
      try tx.execute("UPDATE law_case SET campaign = 77")
      tx.tell(scene.site, "计入行动")
    }
    let figures = try await scene.test.database.read { try Casework.figures(ID<CampaignRecord>(77), Cast.county, $0) }
    return figures.map { figure in
      "\(figure.title) \(figure.number) \(figure.unit) "
        + figure.parts.map { "\($0.words) \($0.number)" }.joined(separator: " ")
    }
  }

  @Test(arguments: Store.both) func `cases and money add up and open their lists`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      #expect(try await Self.figures(scene) == ["立案 1 件 在办 1 结案 0", "罚没款 0 元 已缴 0 未缴 0"])
      try await scene.prepare(id, scene.fined())
      try await scene.decide(id, scene.fined())
      // Not whole hundreds: yuan, so that the parts add up exactly.
      #expect(try await Self.figures(scene) == ["立案 1 件 在办 1 结案 0", "罚没款 58,640.50 元 已缴 0 未缴 58,640.50"])
      let payment = CasePayment(date: scene.today, amount: Money(fen: 64_050))
      try await scene.change(.payCase) { try scene.room.pay(id, payment, $0) }
      #expect(try await Self.figures(scene)[1] == "罚没款 58,640.50 元 已缴 640.50 未缴 58,000")
      let visitor = try await Visitor.signedIn(scene.test, "luohui")
      for query in [
        "?campaign=25", "?campaign=25&money=any", "?campaign=25&money=paid", "?campaign=25&money=unpaid", "?state=open",
        "?visit=\(scene.visit)", "?clue=\(scene.clue)", "?premises=\(scene.site)",
      ] {
        let page = try await visitor.get("/cases\(query)")
        #expect(page.text.contains("案件 1 件"), "\(query)")
        #expect(page.text.contains("罚没款 58,640.50 元，已缴 640.50 元，未缴 58,000 元"), "\(query)")
      }
      for query in ["?state=closed", "?campaign=26", "?officer=me", "?premises=x"] {
        #expect(try await visitor.get("/cases\(query)").text.contains("没有符合条件的案件"), "\(query)")
      }
      for sort in ["filed", "-filed", "amount", "-amount"] {
        #expect(try await visitor.get("/cases?sort=\(sort)").status == 200)
      }
    }
  }

  @Test(arguments: Store.both) func `round sums are said in ten thousands`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let fine = NewDecision(date: scene.today, penalties: [.fine], fine: Money(yuan: 58_600), reasons: "x")
      try await scene.prepare(id, fine)
      try await scene.decide(id, fine)
      let payment = CasePayment(date: scene.today, amount: Money(yuan: 8_600))
      try await scene.change(.payCase) { try scene.room.pay(id, payment, $0) }
      #expect(try await Self.figures(scene)[1] == "罚没款 5.86 万元 已缴 0.86 未缴 5")
    }
  }
}
