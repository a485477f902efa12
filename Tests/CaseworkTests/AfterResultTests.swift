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

/// What a reconsideration or a suit leaves to be done is owed by somebody, also on a closed case.
@Suite struct AfterResultTests {
  private static func after(_ scene: Scene, _ id: ID<Case>) async throws -> [String] {
    try await scene.owed(id).keys.filter { $0.hasPrefix("after.") }.sorted()
  }

  private static func refund(_ scene: Scene, _ id: ID<Case>) async throws {
    var facts = StepFacts()
    facts.amount = Money(fen: 5_864_050)
    try await scene.take(NewStep(.refund, on: scene.today, facts: facts), in: id)
  }

  @Test(arguments: Store.both) func `a refund is owed on a closed case until it is paid`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.closed()
      #expect(try await Self.after(scene, id) == [])
      try await scene.challenge(id)
      #expect(try await Self.after(scene, id) == [])
      try await scene.answer("revoked", of: id)
      #expect(try await scene.owed(id)["after.refund"] == scene.officer.name)
      let page = try await Visitor.signedIn(scene.test, "zhouyn").get("/today").text
      #expect(page.contains("退还多缴的罚没款"))
      try await Self.refund(scene, id)
      #expect(try await Self.after(scene, id) == [])
    }
  }

  @Test(arguments: Store.both) func `to decide anew is owed, then the archive once more`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.closed()
      #expect(await scene.archiving(id) == [])
      try await scene.challenge(id)
      try await scene.answer("redo", of: id)
      #expect(try await Self.after(scene, id) == ["after.anew", "after.refund"])
      try await Self.refund(scene, id)
      #expect(try await Self.after(scene, id) == ["after.anew"])
      var facts = StepFacts()
      facts.outcome = "no-violation"
      try await scene.take(NewStep(.withdrawal, on: scene.today, facts: facts), in: id, by: scene.head, as: [.head])
      #expect(try await Self.after(scene, id) == [])
      #expect(await scene.closing(id) == [])
      #expect(try await Self.after(scene, id) == ["after.archive"])
      #expect(await scene.archiving(id) == [])
      #expect(try await Self.after(scene, id) == [])
    }
  }

  @Test(arguments: Store.both) func `the value of what is gone is owed on an archived file until it is given`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let (id, items) = try await scene.confiscated()
      try await scene.dispose(items, "destroyed", on: 9, of: id, note: "不能久存，负责人批准")
      #expect(await scene.archiving(id) == [])
      try await scene.challenge(id)
      try await scene.answer("revoked", of: id)
      #expect(try await Self.after(scene, id) == ["after.goods"])
      for item in items {
        #expect(try await Self.after(scene, id) == ["after.goods"])
        let paid = GoodsRedress(Money(yuan: 300), on: scene.today, receiver: "卢某", receipt: "付1", note: "赔偿协议")
        try await scene.change(.redressGoods) { try scene.room.redress(item, paid, on: 9, of: id, $0) }
      }
      #expect(try await Self.after(scene, id) == [])
    }
  }

  @Test(arguments: Store.both) func `a hearing that was called waits no more when the case is withdrawn`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.call(id)
      #expect(try await scene.owed(id)["wait.hearing"] != nil)
      var facts = StepFacts()
      facts.outcome = "no-violation"
      try await scene.take(NewStep(.withdrawal, on: scene.today, facts: facts), in: id, by: scene.head, as: [.head])
      #expect(try await scene.owed(id).keys.filter { $0.hasPrefix("wait.") } == [])
    }
  }

  @Test(arguments: Store.both) func `who has left owes nothing, the other officer does`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.closed()
      try await scene.challenge(id)
      try await scene.test.database.change(Cast.county, by: .system, deed: Deed("offices.withdraw")) { tx in
        try Offices.withdraw(scene.officer.id, tx)
      }
      var result = StepFacts()
      result.outcome = "revoked"
      let about = try await scene.test.database.read { try CaseStepStore.steps(of: id, $0).last?.taken.id }
      try await scene.take(
        NewStep(.challengeResult, on: scene.today, about: about, facts: result), in: id, by: scene.second)
      #expect(try await scene.owed(id)["after.refund"] == scene.second.name)
    }
  }
}
