import App
import Casework
import Kit
import Procedure
import Storage
import TestKit
import Testing
import Transfers
import Web

/// A case that is on its way to the police, or with them, does not end as a penalty case; their results always find it.
@Suite struct ClosingTests {
  private static func end(_ kind: StepKind, _ scene: Scene, _ room: Casework? = nil) async -> [String] {
    let (room, id, today) = (room ?? scene.casework, scene.lawCase, scene.today)
    var facts = StepFacts()
    facts.outcome = scene.test.house.procedure.definition(kind)?.outcomes.first?.id
    let new = NewStep(kind, on: today, facts: facts)
    return await refusals { try await scene.change(by: scene.head) { _ = try room.take(new, in: id, as: [.head], $0) } }
  }

  @Test(arguments: Store.both) func `while the head has not decided, no other end is open`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      let ends: [StepKind] = [.noPenalty, .referral, .withdrawal, .closing]
      for end in ends { #expect(await Self.end(end, scene).contains("casework.transfer-decided"), "\(end)") }
      try await scene.approve(id)
      for end in ends { #expect(await Self.end(end, scene).contains("casework.transfer-decided"), "\(end)") }
      #expect(try await scene.stage() == .investigation)
    }
  }

  @Test(arguments: Store.both) func `a refusal by the head opens them again`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, room) = (try await scene.propose(try await scene.check()), scene.room)
      try await scene.change(by: scene.head) { try room.refuse(id, words: "证据不足", $0) }
      #expect(await Self.end(.withdrawal, scene) == [])
    }
  }

  /// What is recorded after the receipt, and whether the case may then be closed.
  private static let ways: [(acts: [TransferAction], isClosable: Bool)] = [
    ([], false), ([.decline], false), ([.decline, .review, .uphold, .supervise], false), ([.file], false),
    ([.file, .items], false), ([.file, .items, .charge], false), ([.file, .items, .charge, .sentence], true),
  ]

  @Test(arguments: Store.both, 0..<7) func `with the police it is not closed, after the judgment it is`(
    store: Store, way: Int
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.received()
      for act in Self.ways[way].acts { try await scene.record(act, id, from: .office) }
      let page = try await Visitor.signedIn(scene.test, "heyuan").get("/cases/\(scene.lawCase)/steps").text
      #expect(page.contains("本案还在公安机关") == !Self.ways[way].isClosable, "结案为什么不能办")
      #expect(await Self.end(.closing, scene) == (Self.ways[way].isClosable ? [] : ["casework.transfer-settled"]))
      #expect(try await scene.stage() == (Self.ways[way].isClosable ? .closing : .police))
    }
  }

  @Test(arguments: Store.both) func `results are entered after an older program closed the case`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.received()
      let house = scene.test.house
      let older = Casework(
        law: house.law, roles: house.roles, procedure: house.procedure, papers: house.papers, evidence: house.evidence,
        above: CaseQuestions(transfer: { _, _ in CaseTransfer(.judged, letter: nil) }, onTeamChange: { _, _, _, _ in }))
      #expect(await Self.end(.closing, scene, older) == [])
      for act in [TransferAction.file, .items, .charge] { try await scene.record(act, id, from: .office) }
      try await scene.record(.acquit, id, from: .office)
      #expect(try await scene.transfer(id).state == .returned)
      #expect(try await scene.stage() == .closing, "结案的案卷不变")
      let history = try await scene.test.database.read {
        try LedgerReading.history(of: Ref(.lawCase, scene.lawCase), $0)
      }
      #expect(history.contains { $0.sentence.contains("应当处罚的，重新立案") })
    }
  }
}
