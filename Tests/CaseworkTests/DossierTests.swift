import App
import Casework
import Kit
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

extension Scene {
  /// Registered things confiscated by the decision; closed, with the things still in hand.
  func closedWithGoods() async throws -> (id: ID<Case>, item: ID<EvidenceItem>) {
    let (id, items) = try await registered()
    let item = try await add(thing(), to: id)
    let penalty = NewDecision(
      date: today, penalties: [.goods], fine: .zero, gains: .zero, reasons: "有物品为证。",
      mitigation: Scene.mitigation)
    try await leadTo(id, penalty)
    try await decide(id, penalty)
    try await serve(9, of: id)
    try await dispose(items, "confiscated", on: 2, of: id)
    #expect(await end(.registrationEnd, 2, outcome: "confiscated", of: id) == [])
    #expect(await closing(id) == [])
    return (id, item)
  }

  /// From the questioning to the discussion: steps 3 to 8.
  private func leadTo(_ id: ID<Case>, _ penalty: NewDecision) async throws {
    var (notice, waiver) = (StepFacts(), StepFacts())
    (notice.penalties, notice.told, waiver.outcome) = (penalty.penalties.map(\.rawValue), true, "both")
    notice.basis = penalty.mitigation
    try await take(NewStep(.questioning, on: today), in: id)
    try await take(NewStep(.investigationEnd, on: today), in: id)
    try await take(NewStep(.priorNotice, on: today, facts: notice), in: id)
    try await serve(5, of: id)
    try await take(NewStep(.waiver, on: today, facts: waiver), in: id)
    try await take(NewStep(.discussion, on: today), in: id, by: head, as: [.head])
  }

  func archiving(_ id: ID<Case>) async -> [String] {
    await refusals { try await take(NewStep(.archive, on: today), in: id) }
  }

  func adding(to id: ID<Case>) async -> [String] { await refusals { _ = try await add(thing(), to: id) } }
  func moving(_ item: ID<EvidenceItem>, from: String) async -> [String] {
    await refusals { try await move(item, from: from, to: "证物室") }
  }
  func listing(_ id: ID<Case>) async -> [String] {
    await refusals { try await list([NewGoods("又", count: "1")], on: 9, of: id) }
  }
  func attaching(to item: ID<EvidenceItem>) async -> [String] {
    await refusals { try await change(.attachEvidence) { try self.room.attach(1, to: item, $0) } }
  }

  /// Confiscated things go to the list of the decision and are destroyed.
  func destroy(_ id: ID<Case>) async throws {
    try await list([], carried: try await goods(id)[0].items.map(\.id), on: 9, of: id)
    let items = try await goods(id)[1].items.map(\.id)
    try await dispose(items, "destroyed", on: 9, of: id, note: "不能久存，经批准先行销毁")
  }

  func faults(_ id: ID<Case>, isOpen: Bool = false) async throws -> [String]? {
    try await test.database.read { reader in
      try Casework.dossier(of: id, reader)?.faults(
        try self.room.dossierParts(of: id, Cast.county, reader), isOpen: isOpen)
    }
  }

  func breach(_ rule: String) async throws -> [Ref] {
    let ground = CheckGround(
      county: Cast.county, today: today, attachments: test.database.attachments, isThorough: false)
    return try await test.database.read { reader in
      try self.room.checks.filter { $0.id == rule }.flatMap { try $0.find(ground, reader) }.map(\.record)
    }
  }
}

@Suite struct DossierTests {
  @Test(arguments: Store.both) func `after closing nothing is gathered, and the archive waits for what is in hand`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let made = try await scene.closedWithGoods()
      #expect(await scene.adding(to: made.id) == ["evidence.closed"])
      #expect(await scene.attaching(to: made.item) == ["evidence.closed"])
      #expect(await scene.archiving(made.id) == ["evidence.goods-left"])
      #expect(await scene.moving(made.item, from: "周予宁") == [])
      try await scene.destroy(made.id)
      #expect(try await scene.faults(made.id) == nil)
      #expect(await scene.archiving(made.id) == [])
      #expect(try await scene.faults(made.id) == [])
      #expect(await scene.moving(made.item, from: "证物室") == ["evidence.archived"])
      #expect(await scene.listing(made.id) == ["evidence.archived"])
    }
  }

  @Test(arguments: Store.both) func `the index holds everything in its order`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.closedWithGoods().id
      try await scene.destroy(id)
      #expect(await scene.archiving(id) == [])
      let kept = try #require(try await scene.test.database.read { try Casework.dossier(of: id, $0) })
      let steps = (1...13).map { "step:\($0)" }
      #expect(Set(kept.parts.map(\.name)) == Set(steps + ["evidence:1", "goods:2", "goods:9"]))
      let order = scene.room.evidence.groups.map(\.id)
      let places = kept.parts.compactMap { order.firstIndex(of: $0.group) }
      #expect(places.count == kept.parts.count && places == places.sorted())
      #expect(kept.parts.first?.name == "step:9" && kept.parts.last?.name == "step:13", "决定书在前，归档在后")
      #expect(kept.hash == Dossier.hash(kept.parts) && kept.hash.utf8.count == 64)
    }
  }

  /// Another hand in the store, and what the page then says.
  private static let hands: [(statement: SQL, words: String)] = [
    ("UPDATE case_step SET note = 'x' WHERE number = 3", "“询问”被改动"),
    ("UPDATE evidence SET name = 'x'", "被改动"),
    ("UPDATE custody SET to_holder = 'x' WHERE number = 1", "被改动"),
    ("UPDATE goods_disposal SET way = 'returned'", "被改动"),
    ("DELETE FROM evidence", "不见了"),
    ("UPDATE dossier_part SET sha256 = 'x' WHERE position = 1", "目录本身被改动"),
    ("UPDATE dossier SET hash = 'x'", "目录本身被改动"),
  ]

  @Test(arguments: Store.both) func `every change by another hand is seen`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.closedWithGoods().id
      try await scene.destroy(id)
      #expect(await scene.archiving(id) == [])
      #expect(try await scene.breach("C72") == [])
      for hand in Self.hands {
        let (faults, found) = try await Self.broken(hand.statement, scene, id)
        #expect(faults.contains { $0.contains(hand.words) }, "\(hand.words)")
        #expect(found.map(\.number) == [id.value])
      }
    }
  }

  private struct TakenBack: Error {
    let faults: [String]
    let found: [Ref]
  }

  /// Does it, looks, and takes it back.
  private static func broken(_ statement: SQL, _ scene: Scene, _ id: ID<Case>) async throws -> ([String], [Ref]) {
    let ground = CheckGround(
      county: Cast.county, today: scene.today, attachments: scene.test.database.attachments, isThorough: false)
    do {
      try await scene.change(Deed("test.break")) { tx in
        try tx.execute(statement)
        let kept = try Casework.dossier(of: id, tx)
        let faults = kept?.faults(try scene.room.dossierParts(of: id, Cast.county, tx)) ?? []
        let found = try scene.room.checks.filter { $0.id == "C72" }.flatMap { try $0.find(ground, tx) }
        throw TakenBack(faults: faults, found: found.map(\.record))
      }
    } catch let back as TakenBack { return (back.faults, back.found) }
    return ([], [])
  }
}
