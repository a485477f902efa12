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
  func challenge(_ id: ID<Case>) async throws {
    var way = StepFacts()
    way.way = "litigation"
    try await take(NewStep(.challenge, on: today, facts: way), in: id)
  }

  /// Answers the last challenge; `penalties` what a change leaves.
  func answer(_ outcome: String, of id: ID<Case>, penalties: [String] = []) async throws {
    let steps = try await test.database.read { try CaseStepStore.steps(of: id, $0) }
    var result = StepFacts()
    (result.outcome, result.penalties) = (outcome, penalties)
    let about = steps.last { $0.taken.kind == .challenge }?.taken.id
    try await take(NewStep(.challengeResult, on: today, about: about, facts: result), in: id)
  }

  /// Confiscated things on the list of the decision, step 9, the case closed.
  func confiscated() async throws -> (id: ID<Case>, items: [ID<Goods>]) {
    let id = try await closedWithGoods().id
    try await list([], carried: try await goods(id)[0].items.map(\.id), on: 9, of: id)
    return (id, try await goods(id)[1].items.map(\.id))
  }
}

/// Confiscated things while the decision can fall, and when it fell.
@Suite struct ContestedGoodsTests {
  private static func destroying(_ scene: Scene, _ id: ID<Case>, note: String? = nil) async throws -> [String] {
    let items = try await scene.goods(id)[1].items.map(\.id)
    return await refusals { try await scene.dispose(items, "destroyed", on: 9, of: id, note: note) }
  }

  @Test(arguments: Store.both) func `things stay while the decision is contested, and in the term only with a reason`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let (id, _) = try await scene.confiscated()
      #expect(try await Self.destroying(scene, id) == ["evidence.may-be-contested"])
      try await scene.challenge(id)
      #expect(try await Self.destroying(scene, id) == ["evidence.contested"])
      #expect(try await Self.destroying(scene, id, note: "负责人批准") == ["evidence.contested"])
      try await scene.answer("kept", of: id)
      #expect(try await Self.destroying(scene, id, note: "不能久存，负责人批准") == [])
      #expect(await scene.archiving(id) == [])
    }
  }

  @Test(arguments: ["revoked", "redo"], Store.both)
  func `what is no longer confiscated goes back, with receiver and receipt`(outcome: String, store: Store) async throws
  {
    try await Scene.play(store) { scene in
      let (id, items) = try await scene.confiscated()
      let early = await refusals { try await scene.dispose(items, "returned", on: 9, of: id, receipt: "收条1") }
      #expect(early == ["evidence.way-closed"])
      try await scene.challenge(id)
      try await scene.answer(outcome, of: id)
      #expect(try await scene.goods(id)[1].confiscation == .fallen)
      #expect(try await Self.destroying(scene, id, note: "负责人批准") == ["evidence.way-closed"])
      if outcome != "redo" { #expect(await scene.archiving(id) == ["evidence.goods-left"]) }
      let bare = await refusals { try await scene.dispose(items, "returned", on: 9, of: id) }
      #expect(bare == ["evidence.no-receipt"])
      try await scene.dispose(items, "returned", on: 9, of: id, receipt: "收条1")
      if outcome != "redo" { #expect(await scene.archiving(id) == []) }
    }
  }

  @Test(arguments: Store.both) func `a change that still confiscates leaves both ways open`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, items) = try await scene.confiscated()
      try await scene.challenge(id)
      try await scene.answer("changed", of: id, penalties: ["goods"])
      #expect(try await scene.goods(id)[1].confiscation == .changed)
      try await scene.dispose([items[0]], "returned", on: 9, of: id, receipt: "收条1")
      try await scene.dispose([items[1]], "destroyed", on: 9, of: id, note: "不能久存，负责人批准")
      #expect(try await scene.goods(id)[1].owed.isEmpty)
      #expect(await scene.archiving(id) == [])
    }
  }

  @Test(arguments: Store.both) func `of what was gone before the decision fell the value is owed`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (id, items) = try await scene.confiscated()
      let paid = GoodsRedress(Money(yuan: 300), on: scene.today, receiver: "卢某", receipt: "付1", note: "赔偿协议")
      @Sendable func redress(_ item: ID<Goods>, _ paid: GoodsRedress) async -> [String] {
        await refusals {
          try await scene.change(.redressGoods) { try scene.room.redress(item, paid, on: 9, of: id, $0) }
        }
      }
      #expect(try await Self.destroying(scene, id, note: "不能久存，负责人批准") == [])
      #expect(await redress(items[0], paid) == ["evidence.not-owed"])
      try await scene.challenge(id)
      try await scene.answer("revoked", of: id)
      #expect(await scene.archiving(id) == ["evidence.value-owed"])
      let nothing = GoodsRedress(.zero, on: scene.today, receiver: "卢某", receipt: "付1", note: "赔偿协议")
      #expect(await redress(items[0], nothing) == ["evidence.no-amount"])
      #expect(await redress(items[0], paid) == [])
      #expect(await redress(items[0], paid) == ["evidence.not-owed"])
      #expect(await scene.archiving(id) == ["evidence.value-owed"])
      #expect(await redress(items[1], paid) == [])
      #expect(await scene.archiving(id) == [])
      #expect(try await scene.goods(id)[1].items.map(\.redress) == [paid, paid])
    }
  }

  @Test(arguments: Store.both) func `the page tells what fell, and takes the payment`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, items) = try await scene.confiscated()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let address: Link = "/cases/\(id)/goods/9"
      #expect(try await officer.get(address.text).text.contains("复议、诉讼的期限没有届满"))
      #expect(try await Self.destroying(scene, id, note: "不能久存，负责人批准") == [])
      try await scene.challenge(id)
      try await scene.answer("revoked", of: id)
      let fallen = try await officer.get(address.text).text
      #expect(fallen.contains("已经处置的 2 件返还价款或者赔付") && fallen.contains("要返还价款或者赔付"))
      #expect(try await officer.get("/cases/\(id)").text.contains("2 件已经处置，没收被撤销、变更"))
      let form = [
        ("item", items[0].text), ("paid-amount", "300"), ("paid-on", scene.today.iso), ("receiver", "卢某"),
        ("paid-receipt", "付1"), ("paid-note", "赔偿协议"),
      ]
      #expect(try await officer.post("\(address.text)/redress", form).status == 303)
      #expect(try await officer.get(address.text).text.contains("给付 300 元，领取人：卢某"))
    }
  }
}
