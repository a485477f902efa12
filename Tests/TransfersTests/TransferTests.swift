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

/// A transfer through its deeds, on both stores.
@Suite struct TransferTests {
  private func owed(_ scene: Scene, _ id: ID<Transfer>) async throws -> [String: CivilDate] {
    let duties = try await scene.test.database.read { try Duties.waiting(on: Ref(.transfer, id), $0) }
    return Dictionary(duties.map { ($0.kind, $0.due) }) { first, _ in first }
  }

  @Test(arguments: Store.both) func `the report needs a check, an officer of the case and another head`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let low = try await scene.check(["subject": .no])
      #expect(await refusals { _ = try await scene.propose(low) } == ["transfers.not-reached"])
      #expect(await refusals { _ = try await scene.propose(ID(7)) } == ["transfers.no-check"])
      let check = try await scene.check()
      #expect(await refusals { _ = try await scene.propose(check, by: scene.head) } == ["transfers.not-your-case"])
      #expect(await refusals { _ = try await scene.propose(check, to: scene.officer) } == ["transfers.head-is-officer"])
      let id = try await scene.propose(check)
      #expect(await refusals { _ = try await scene.propose(check) } == ["transfers.already-open"])
      // Friday: three calendar days end on Monday.
      #expect(try await owed(scene, id) == ["transfer.decision": scene.today.adding(days: 3)])
    }
  }

  @Test(arguments: Store.both) func `only the head who got the report decides`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      #expect(await refusals { try await scene.approve(id, by: scene.lawyer) } == ["transfers.not-the-head"])
      #expect(await refusals { try await scene.approve(id, by: scene.officer) } == ["transfers.head-is-officer"])
      #expect(await refusals { try await scene.handOver(id) } == ["transfers.closed"])
      try await scene.approve(id)
      #expect(await refusals { try await scene.approve(id) } == ["transfers.closed"])
      #expect(try await owed(scene, id) == ["transfer.handover": scene.today.adding(days: 1)])
      #expect(try await scene.transfer(id).letter == "清卫医刑移〔2026〕1号")
      #expect(try await scene.stage() == .investigation)
    }
  }

  @Test(arguments: Store.both) func `a refusal keeps its reasons, and the case may be reported anew`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let check = try await scene.check()
      let (id, room) = (try await scene.propose(check), scene.room)
      try await scene.change(by: scene.head) { try room.refuse(id, words: "证据不足", $0) }
      let events = try await scene.test.database.read { try Transfers.events(of: id, $0) }
      #expect(events.map(\.action) == [.propose, .refuse] && events.last?.words == "证据不足")
      #expect(try await owed(scene, id).isEmpty)
      #expect(try await scene.propose(check) != id)
    }
  }

  @Test(arguments: Store.both) func `with the police no decision is made, and it comes back when they do not file`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.received()
      #expect(try await scene.stage() == .police)
      #expect(
        try await owed(scene, id) == [
          "transfer.police.decision": scene.today.adding(days: 3), "transfer.copy": scene.today,
        ])
      try await scene.record(.copy, id, from: .office)
      #expect(await refusals { try await scene.record(.copy, id, from: .office) } == ["transfers.already-copied"])
      try await scene.record(.decline, id)
      #expect(await refusals { try await scene.record(.accept, id) } == ["transfers.closed"], "异议是本机关的事")
      try await scene.record(.review, id, from: .office)
      try await scene.record(.uphold, id, from: .office)
      try await scene.record(.supervise, id, from: .office)
      #expect(try await owed(scene, id).isEmpty, "监督没有法定期限")
      try await scene.record(.unsupported, id, from: .office)
      try await scene.record(.accept, id, from: .office)
      #expect(try await scene.stage() == .investigation)
      #expect(try await scene.transfer(id).state == .returned)
    }
  }

  @Test(arguments: Store.both) func `filed, tried and sentenced, with the numbers`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.received()
      try await scene.record(.prolong, id)
      #expect(try await owed(scene, id)["transfer.police.decision.facts"] == scene.today.adding(days: 10))
      try await scene.record(.file, id)
      #expect(try await owed(scene, id)["transfer.items"] == scene.today.adding(days: 3))
      try await scene.record(.items, id, from: .office)
      try await scene.record(.charge, id, from: .office)
      try await scene.record(.sentence, id, from: .office)
      let record = try await scene.transfer(id)
      #expect(record.state == .sentenced && record.suspects == 3 && record.sentenced == 3)
      #expect(try await scene.stage() == .police, "刑事判决以后，案件不再由本机关决定")
    }
  }

  @Test(arguments: Store.both) func `papers of others come with a scan, in their order of days`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (id, room, attachments) = (try await scene.received(), scene.room, scene.test.database.attachments)
      let today = scene.today
      func enter(_ day: CivilDate, _ files: [StagedFile]) async -> [String] {
        let new = NewEvent(on: day, document: "文号", words: "理由")
        return await refusals {
          try await scene.change { try room.record(.decline, of: id, new, from: .office, files, attachments, $0) }
        }
      }
      #expect(await enter(today, []) == ["transfers.scan-missing"])
      #expect(await enter(today.adding(days: 1), [try! scene.scan()]) == ["transfers.date-in-future"])
      #expect(await enter(today.adding(days: -1), [try! scene.scan()]) == ["transfers.before"])
      #expect(await enter(today, [try! scene.scan()]) == [])
      let files = try await scene.test.database.read { try attachments.list(of: Ref(.transfer, id), $0) }
      #expect(files.map(\.name).contains("回执.pdf") && files.count == 2)
    }
  }

  @Test(arguments: Store.both) func `nobody's name is in the ledger`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.received()
      let entries = try await scene.test.database.read { try LedgerReading.history(of: Ref(.transfer, id), $0) }
      #expect(entries.count == 4 && !entries.contains { $0.sentence.contains("郭某") })
    }
  }
}
