import App
import Casework
import Kit
import Offices
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

extension Scene {
  func thing(_ name: String = "注射器", holder: String = "周予宁") -> NewEvidence {
    NewEvidence(
      kind: "exhibit", name: name, takenOn: today, takenAt: "09:30", place: "东街18号", source: "当事人",
      exhibit: Exhibit(count: "6", unit: "支"), holder: holder)
  }

  func add(_ new: NewEvidence, to id: ID<Case>, by person: Person? = nil) async throws -> ID<EvidenceItem> {
    try await change(.addEvidence, by: person) { try self.room.add(new, to: id, $0) }
  }

  func move(_ item: ID<EvidenceItem>, from: String, to: String, on day: CivilDate? = nil, by person: Person? = nil)
    async throws
  {
    let move = CustodyMove(from: from, to: to, on: day ?? today, why: "入库", state: "封条完好")
    try await change(.moveEvidence, by: person) { try self.room.move(item, move, $0) }
  }

  func chain(_ item: ID<EvidenceItem>) async throws -> [CustodyMove] {
    try await test.database.read { try CustodyStore.chain(of: item, $0) }
  }
}

@Suite struct EvidenceTests {
  @Test(arguments: Store.both) func `an item is in somebody's hands from its first moment`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let item = try await scene.add(scene.thing(), to: id)
      let other = try await scene.add(scene.thing("收费本"), to: id)
      let chain = try await scene.chain(item)
      #expect(chain.map(\.to) == ["周予宁"] && chain.first?.from == "当事人")
      let kept = try await scene.test.database.read { try EvidenceStore.list(of: id, Cast.county, $0) }
      #expect(kept.map(\.number) == [1, 2] && kept.map(\.id) == [item, other])
      #expect(kept.first?.takers.contains("执法证") == true && kept.first?.what.exhibit?.count == "6")
    }
  }

  /// What is wrong, and the code of its refusal.
  private static let wrong: [(String, @Sendable (inout NewEvidence, CivilDate) -> Void)] = [
    ("evidence.no-kind", { new, _ in new.kind = "hearsay" }),
    ("evidence.in-future", { new, today in new.takenOn = today.adding(days: 1) }),
    ("evidence.no-step", { new, _ in new.step = 99 }),
    ("evidence.no-count", { new, _ in new.exhibit = nil }),
  ]

  @Test(arguments: Store.both) func `what is wrong is refused by name and leaves nothing`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      for (code, spoil) in Self.wrong {
        var new = scene.thing()
        spoil(&new, scene.today)
        #expect(await refusals { _ = try await scene.add(new, to: id) } == [code])
      }
      #expect(
        await refusals { _ = try await scene.add(scene.thing(), to: id, by: scene.head) } == ["evidence.not-on-team"])
      #expect(try await scene.test.database.read { try EvidenceStore.list(of: id, Cast.county, $0) }.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `who does not have it hands nothing on`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let item = try await scene.add(scene.thing(), to: try await scene.file())
      try await scene.move(item, from: "周予宁", to: "证物室")
      #expect(await refusals { try await scene.move(item, from: "周予宁", to: "检验所") } == ["evidence.not-holder"])
      #expect(await refusals { try await scene.move(item, from: "证物室", to: "证物室") } == ["evidence.same-holder"])
      let early = scene.today.adding(days: -1)
      #expect(
        await refusals { try await scene.move(item, from: "证物室", to: "检验所", on: early) } == ["evidence.moved-before"])
      let late = scene.today.adding(days: 1)
      #expect(await refusals { try await scene.move(item, from: "证物室", to: "检验所", on: late) } == ["evidence.in-future"])
      let stranger = await refusals { try await scene.move(item, from: "证物室", to: "检验所", by: scene.head) }
      #expect(stranger == ["evidence.not-on-team"])
      try await scene.move(item, from: "证物室", to: "检验所")
      #expect(try await scene.chain(item).map(\.to) == ["周予宁", "证物室", "检验所"])
    }
  }

  @Test(arguments: Store.both) func `the ledger tells of it without names`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let item = try await scene.add(scene.thing("卢某的收费本", holder: "卢某"), to: id)
      try await scene.move(item, from: "卢某", to: "证物室")
      let ref = try await scene.lawCase(id).ref
      let told = try await scene.test.database.read { try LedgerReading.history(of: ref, $0) }.map(\.sentence)
      #expect(told.contains { $0.contains("登记证据 1（物证") } && told.contains { $0.contains("证据 1换了保管人") })
      #expect(!told.contains { $0.contains("卢某") })
    }
  }
}
