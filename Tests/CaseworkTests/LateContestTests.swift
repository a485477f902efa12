import App
import Casework
import Kit
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// The party contests after the case was closed, or its file archived.
@Suite struct LateContestTests {
  private static func refund(_ scene: Scene, _ id: ID<Case>) async -> [String] {
    var facts = StepFacts()
    facts.amount = Money(fen: 5_864_050)
    let step = NewStep(.refund, on: scene.today, facts: facts)
    return await refusals { try await scene.take(step, in: id) }
  }

  private static func sums(_ scene: Scene) async throws -> [String: Int64] {
    try await scene.test.database.read { try TallyStore.parts(of: .lawCase, in: [Cast.county], $0) }
  }

  @Test(arguments: Store.both) func `the result reaches a closed case, its sums and what is given back`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.closed()
      try await scene.challenge(id)
      try await scene.answer("revoked", of: id)
      let record = try await scene.lawCase(id)
      #expect(record.state == .closed && record.decision?.outcome == .revoked && record.owed == .zero)
      #expect(try await Self.sums(scene)[CaseTally.owed] == 0)
      #expect(await Self.refund(scene, id) == [])
      #expect(try await Self.sums(scene)[CaseTally.paid] == 0)
      #expect(await scene.archiving(id) == [])
      #expect(try await scene.faults(id) == [])
    }
  }

  private static func kept(_ scene: Scene, _ id: ID<Case>) async throws -> Dossier {
    try #require(try await scene.test.database.read { try Casework.dossier(of: id, $0) })
  }

  @Test(arguments: Store.both) func `an archived file keeps its hash, and what comes is a supplement`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.closed()
      #expect(await scene.archiving(id) == [])
      let before = try await Self.kept(scene, id)
      try await scene.challenge(id)
      try await scene.answer("revoked", of: id)
      #expect(await Self.refund(scene, id) == [])
      let after = try await Self.kept(scene, id)
      #expect(after.hash == before.hash && after.parts == before.parts)
      #expect(after.supplements.map { $0.parts.map(\.name) } == [["step:13"], ["step:14"], ["step:15"]])
      #expect(after.supplements.first?.hash == Dossier.hash(after.supplements[0].parts, after: before.hash))
      #expect(try await scene.faults(id) == [])
      #expect(try await scene.breach("C72") == [])
      #expect(try await scene.lawCase(id).stage == .archived)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let page = try await officer.get("/cases/\(id)/file").text
      #expect(page.contains("第 3 次补充 1 件") && page.contains("与归档时一致") && page.contains(after.supplements[2].hash))
      try await scene.change(Deed("test.break")) { tx in
        try tx.execute("UPDATE dossier_supplement_part SET sha256 = 'x' WHERE supplement = 2")
        tx.tell(Ref(.lawCase, id), "别人的手")
      }
      #expect(try await scene.faults(id)?.contains("第 2 次补充的目录本身被改动") == true)
    }
  }

  @Test(arguments: Store.both) func `a changed number of a document is found, and an older index still holds`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.closed()
      #expect(await scene.archiving(id) == [])
      let present = try await scene.test.database.read { try scene.room.dossierParts(of: id, Cast.county, $0) }
      let older = present.map { part in
        DossierPart(
          name: part.name, group: part.group, title: part.title, on: part.on, pages: part.pages,
          sha256: part.former ?? part.sha256)
      }
      #expect(older.map(\.sha256) != present.map(\.sha256))
      #expect(Dossier(parts: older, hash: Dossier.hash(older), at: scene.test.clock.now).faults(present) == [])
      try await scene.change(Deed("test.break")) { tx in
        try tx.execute("UPDATE case_step SET paper = '清卫医罚〔2026〕9号' WHERE law_case = \(id) AND kind = 'decision'")
        tx.tell(Ref(.lawCase, id), "别人的手")
      }
      #expect(try await scene.faults(id)?.count == 1)
    }
  }

  @Test(arguments: Store.both) func `to be decided again opens an archived case, and archives it once more`(
    store: Store
  )
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.closed()
      #expect(await scene.archiving(id) == [])
      try await scene.challenge(id)
      try await scene.answer("redo", of: id)
      let open = try await scene.lawCase(id)
      #expect(open.state == .investigating && open.closedOn == nil && open.decision == nil)
      #expect(try await scene.faults(id, isOpen: true) == [])
      #expect(try await scene.breach("C72") == [])
      #expect(await scene.adding(to: id) == [], "又可以取证")
      #expect(await Self.refund(scene, id) == [])
      var facts = StepFacts()
      facts.outcome = "no-violation"
      try await scene.take(NewStep(.withdrawal, on: scene.today, facts: facts), in: id, by: scene.head, as: [.head])
      #expect(await scene.closing(id) == [])
      #expect(await scene.archiving(id) == [])
      let kept = try await Self.kept(scene, id)
      #expect(kept.supplements.count == 2 && kept.supplements[1].parts.map(\.name).contains("evidence:1"))
      #expect(try await scene.faults(id) == [])
    }
  }

  @Test(arguments: Store.both) func `by the number of a decision that was set aside the case is found`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.closed()
      let number = try #require(try await scene.lawCase(id).decision?.number)
      try await scene.challenge(id)
      try await scene.answer("redo", of: id)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.get("/cases/\(id)").text.contains(number), "办案经过里还有原来的文号")
      #expect(try await officer.get("/search?q=\(number)").text.contains("/cases/\(id)"))
    }
  }

  @Test(arguments: Store.both) func `a story of a decision that fell is told no longer`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.closed()
      try await scene.change(.writeTypical) {
        _ = try scene.room.writeTypical("无证镶牙案", "某镶牙点无证镶牙。", of: id, scene.keys, $0)
      }
      try await scene.change(.publishTypical, by: scene.head) { try scene.room.publishTypical(of: id, scene.keys, $0) }
      let everybody = Visitor(scene.test)
      #expect(try await everybody.get("/typical").text.contains("无证镶牙案"))
      try await scene.challenge(id)
      #expect(try await everybody.get("/typical").text.contains("无证镶牙案"))
      try await scene.answer("revoked", of: id)
      #expect(try await everybody.get("/typical").text.contains("还没有公布"))
    }
  }
}
