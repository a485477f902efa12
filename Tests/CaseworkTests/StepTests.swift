import App
import Casework
import Duties
import Foundation
import Kit
import Offices
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// Steps through the deed that every one of them goes through.
@Suite struct StepTests {
  @Test(arguments: Store.both) func `what the party gave up is recorded by the officers of the case alone`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.notify(id)
      var both = StepFacts()
      both.outcome = "both"
      let waiver = NewStep(.waiver, on: scene.today, facts: both)
      #expect(await refusals { try await scene.take(waiver, in: id, by: scene.head) } == ["casework.case-officer"])
      #expect(await refusals { try await scene.take(waiver, in: id) } == [])
    }
  }

  @Test(arguments: Store.both) func `who is waited for stands right after the facts`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let page = try await Visitor.signedIn(scene.test, "zhouyn").get("/cases/\(id)").text
      let parts = ["基本事实", "在等谁", "办案经过", "<h2>当事人"].map { page.range(of: $0)?.lowerBound }
      #expect(!parts.contains(nil) && parts.compactMap { $0 } == parts.compactMap { $0 }.sorted())
    }
  }

  @Test(arguments: Store.both) func `every step says whether it may be taken, and why not`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.get("/cases/\(id)").text.contains("href=\"/cases/\(id)/steps\""))
      let page = try await officer.get("/cases/\(id)/steps").text
      for words in ["现在可以办的", "询问", "现在不能办的，和为什么", "调查还没有终结", "（《行政处罚法》第"] {
        #expect(page.contains(words), "\(words)")
      }
      let onlooker = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await onlooker.get("/cases/\(id)/steps").text.contains("这起案件的步骤不由你办"))
      #expect(try await onlooker.get("/cases/\(id)/papers").text.contains("没有由你制作的文书"))
      #expect(try await officer.get("/cases/\(id)/papers").text.contains("/papers/new/questioning"))
    }
  }

  @Test(arguments: Store.both) func `a case that is not ours ends without a decision`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let referral = try #require(scene.room.procedure.definition(.referral))
      var facts = StepFacts()
      facts.outcome = referral.outcomes.first?.id
      #expect(await scene.closing(id) == ["casework.decided-or-left"])
      try await scene.take(NewStep(.referral, on: scene.today, facts: facts), in: id, by: scene.head, as: [.head])
      #expect(await scene.closing(id) == [])
      let record = try await scene.lawCase(id)
      #expect(record.state == .closed && record.decision == nil)
      #expect(try await scene.test.database.read { try Duties.waiting(on: record.ref, $0) }.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `an order to correct has its day, and who leaves the case owes nothing`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      var order = StepFacts()
      order.until = scene.today.adding(days: 10)
      try await scene.take(NewStep(.orderToCorrect, on: scene.today, facts: order), in: id)
      try await scene.serve(2, of: id)
      let ref = try await scene.lawCase(id).ref
      let owed = try await scene.test.database.read { try Duties.waiting(on: ref, $0) }
      #expect(owed.contains { $0.kind == "case.correction" && $0.due == order.until })
      #expect(StepAsk.of(try #require(scene.room.procedure.definition(.orderToCorrect))).contains(.until))
    }
  }
}
