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
  func goods(_ id: ID<Case>) async throws -> [GoodsList] {
    try await test.database.read { try self.room.goods(of: id, Cast.county, $0) }
  }

  func list(_ new: [NewGoods], carried: [ID<Goods>] = [], on step: Int64, of id: ID<Case>) async throws {
    try await change(.listGoods) { try self.room.list(new, carried: carried, on: step, of: id, $0) }
  }

  func dispose(
    _ items: [ID<Goods>], _ way: String, on step: Int64, of id: ID<Case>, day: CivilDate? = nil, receipt: String? = nil,
    note: String? = nil
  ) async throws {
    let disposal = GoodsDisposal(way, on: day ?? today, witness: "办公室", receipt: receipt, note: note)
    try await change(.disposeGoods) { try self.room.dispose(items, disposal, on: step, of: id, $0) }
  }

  func end(_ kind: StepKind, _ step: Int64, outcome: String, of id: ID<Case>) async -> [String] {
    var facts = StepFacts()
    facts.outcome = outcome
    let new = NewStep(kind, on: today, about: step, facts: facts)
    return await refusals { try await take(new, in: id) }
  }

  /// A case with a registration (step 2) and two things on its list.
  func registered() async throws -> (id: ID<Case>, items: [ID<Goods>]) {
    let id = try await file()
    try await take(NewStep(.registration, on: today), in: id)
    try await list([NewGoods("治疗台", count: "1", unit: "台"), NewGoods("针剂", count: "40", unit: "支")], on: 2, of: id)
    return (id, try await goods(id).flatMap(\.items).map(\.id))
  }

  func seize(_ id: ID<Case>) async throws {
    var facts = StepFacts()
    facts.basis = "某条例第一条"
    try await take(NewStep(.seizure, on: today, facts: facts), in: id)
  }
}

@Suite struct GoodsTests {
  @Test(arguments: Store.both) func `a measure ends when each thing has gone its way, once`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, items) = try await scene.registered()
      #expect(await scene.end(.registrationEnd, 2, outcome: "returned", of: id) == ["evidence.undisposed"])
      try await scene.dispose([items[0]], "returned", on: 2, of: id)
      #expect(await scene.end(.registrationEnd, 2, outcome: "returned", of: id) == ["evidence.undisposed"])
      let twice = await refusals { try await scene.dispose([items[0]], "transferred", on: 2, of: id) }
      #expect(twice == ["evidence.disposed-already"])
      try await scene.dispose([items[1]], "tested", on: 2, of: id)
      #expect(await scene.end(.registrationEnd, 2, outcome: "seized", of: id) == ["evidence.outcome-differs"])
      #expect(await scene.end(.registrationEnd, 2, outcome: "returned", of: id) == [])
      #expect(await scene.end(.registrationEnd, 2, outcome: "returned", of: id) == ["casework.not-answered"])
      let late = await refusals { try await scene.list([NewGoods("又一件", count: "1")], on: 2, of: id) }
      #expect(late == ["evidence.measure-ended"])
    }
  }

  @Test(arguments: Store.both) func `a measure without a list does not end`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.seize(id)
      #expect(await scene.end(.seizureEnd, 2, outcome: "released", of: id) == ["evidence.list-missing"])
      #expect(await refusals { try await scene.list([], on: 2, of: id) } == ["evidence.no-items"])
      #expect(
        await refusals { try await scene.list([NewGoods("椅", count: "1")], on: 1, of: id) } == ["evidence.no-list"])
    }
  }

  @Test(arguments: Store.both) func `what is wrong with a disposal is refused`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, items) = try await scene.registered()
      let before = scene.today.adding(days: -1)
      let cases: [(String, () async throws -> Void)] = [
        ("evidence.unknown-way", { try await scene.dispose(items, "eaten", on: 2, of: id) }),
        ("evidence.nothing-chosen", { try await scene.dispose([], "returned", on: 2, of: id) }),
        ("evidence.nothing-chosen", { try await scene.dispose([ID(7)], "returned", on: 2, of: id) }),
        ("evidence.disposed-before", { try await scene.dispose(items, "returned", on: 2, of: id, day: before) }),
        (
          "evidence.in-future",
          { try await scene.dispose(items, "returned", on: 2, of: id, day: scene.today.adding(days: 1)) }
        ),
      ]
      for (code, deed) in cases { #expect(await refusals(deed) == [code]) }
    }
  }

  @Test(arguments: Store.both) func `registered things that are seized go on to the seizure's list, once`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (id, items) = try await scene.registered()
      try await scene.seize(id)
      let early = await refusals { try await scene.list([], carried: [items[0]], on: 3, of: id) }
      #expect(early == ["evidence.carried-already"])
      try await scene.dispose(items, "seized", on: 2, of: id)
      #expect(Casework.inHand(try await scene.goods(id)).count == 2)
      try await scene.list([], carried: items, on: 3, of: id)
      let again = await refusals { try await scene.list([], carried: items, on: 3, of: id) }
      #expect(again == ["evidence.carried-already"])
      let seized = try await scene.goods(id)[1]
      #expect(seized.items.map(\.what.name) == ["治疗台", "针剂"] && seized.items.map(\.origin) == items.map(Optional.init))
      #expect(Casework.inHand(try await scene.goods(id)).count == 2, "在扣押清单里，还没有处理")
    }
  }
}
