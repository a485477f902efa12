import App
import Kit
import Law
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Rulebook

/// Only the decision of a case is blocked by what nobody verified.
@Suite struct DecidingTests {
  @Test(arguments: Store.both) func `a case waits for the approval and no longer`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let page = try await scene.lawCase()
      let form = try await scene.head.get("\(page)/decide").text
      #expect(form.contains("还不能作决定") && form.contains("href=\"/law/violations/\(Scene.doubtful)\""))
      let early = try await scene.head.post("\(page)/decide", scene.decision())
      #expect(early.status == 422 && early.text.contains("法制机构核准以前不能据以作出决定") && early.text.contains("证据充分"))
      // A closed step says what is missing and has no button.
      let waiting = try await scene.head.get(page).text
      #expect(waiting.contains("待核") && !waiting.contains("\(page)/decide"))
      let approval = try await scene.approve()
      let free = try await scene.head.get(page).text
      #expect(free.contains("法制机构已核准") && free.contains("\(page)/decide"))
      #expect(try await scene.head.post("\(page)/decide", scene.decision()).status == 303)

      // Withdrawn: the decision stands, the next case waits again.
      #expect(try await scene.lawyer.post("\(approval)/withdraw", [("reason", "复核有误")]).status == 303)
      scene.test.clock.advance(minutes: 1)
      let next = try await scene.lawCase()
      let late = try await scene.head.post("\(next)/decide", scene.decision())
      #expect(late.status == 422 && late.text.contains("核准已经撤回"))
      #expect(try await scene.head.get(page).text.contains("已决定"))
    }
  }

  @Test(arguments: Store.both) func `a verified violation needs nobody`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let page = try await scene.lawCase("unlicensed-institution")
      #expect(try await !scene.head.get("\(page)/decide").text.contains("还不能作决定"))
      #expect(try await scene.head.post("\(page)/decide", scene.decision()).status == 303)
    }
  }

  @Test(arguments: Store.both) func `what an officer approved himself does not count for his case`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (officer, value) = (try await scene.test.account("zhouyn"), try scene.value())
      let (actor, rulebook) = (Actor(kind: .account, number: officer.id.value, title: officer.label), scene.rulebook)
      try await scene.test.database.change(Cast.county, by: actor, deed: .approveValue) { tx in
        _ = try rulebook.approve(
          NewApproval(name: value.name, seen: value.fingerprint, document: "公报", day: tx.today), tx)
      }
      let page = try await scene.lawCase()
      let answer = try await scene.head.post("\(page)/decide", scene.decision())
      #expect(answer.status == 422 && answer.text.contains("本案的办案人员核准"))
    }
  }

  @Test(arguments: Store.both) func `every obstacle has its reason`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let gap = try #require(scene.test.house.law.gaps.first { $0.violation.authority == .health }).violation
      let rulebook = scene.rulebook
      let obstacles = try await scene.test.database.read { reader in
        try ["no-such", gap.id, Scene.doubtful, "unlicensed-institution"].map {
          try rulebook.obstacle(toDeciding: $0, on: reader.today, officers: [], in: Cast.county, reader)
        }
      }
      #expect(obstacles[0] == .unknown("no-such"))
      #expect(obstacles[1] == .gap(gap.name, gap.gap ?? ""))
      guard case .unverified = obstacles[2] else { throw ApprovalTests.Unexpected() }
      #expect(obstacles[3] == nil)
    }
  }
}
