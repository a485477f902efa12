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
import Web

extension Scene {
  /// A third officer with a certificate.
  func newcomer() async throws -> Person {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 9, count: 16))
    let (roles, agency) = (test.house.roles, officer.agency)
    let id = try await test.database.change(Cast.county, by: .system, deed: .addAccount) { tx in
      try Offices.addAccount(
        NewAccount(
          login: "jieban", name: "接班人", post: "监督员", agency: agency, region: Cast.county.number,
          certificate: Certificate("云卫执 0099"), roles: ["officer"], password: password), roles: roles, tx)
    }
    return try #require(try await test.database.read { try Offices.person(id, $0) })
  }

  /// The head grants the first officer's recusal.
  func recuse(for heir: Person, by decider: Person? = nil) async throws {
    var facts = StepFacts()
    (facts.outcome, facts.replaced, facts.successor) = ("granted", officer.id.value, heir.id.value)
    let (casework, id, step) = (casework, lawCase, NewStep(.recusal, on: today, facts: facts))
    try await change(by: decider ?? head) { _ = try casework.take(step, in: id, as: [.head], $0) }
  }
}

/// Whoever keeps away from a case does nothing in it and owns nothing of it.
@Suite struct RecusalTests {
  @Test(arguments: Store.both) func `the transfer and its duties go to whoever came`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      try await scene.approve(id)
      let heir = try await scene.newcomer()
      try await scene.recuse(for: heir)
      let record = try await scene.transfer(id)
      #expect(record.first == heir.id && !record.has(scene.officer.id.value))
      let owed = try await scene.test.database.read { reader in
        try Duties.waiting(on: record.ref, reader) + Duties.waiting(on: Ref(.lawCase, scene.lawCase), reader)
      }
      #expect(!owed.isEmpty && owed.allSatisfy { $0.owner == heir.id }, "\(owed.map(\.kind))")
    }
  }

  @Test(arguments: Store.both) func `the head to whom the report went is no successor`(store: Store) async throws {
    try await Scene.play(store) { scene in
      _ = try await scene.propose(try await scene.check())
      #expect(
        await refusals { try await scene.recuse(for: scene.head, by: scene.lawyer) } == ["transfers.successor-is-head"])
    }
  }

  @Test(arguments: Store.both) func `no deed of the transfer is open to who was recused`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.received()
      try await scene.recuse(for: try await scene.newcomer())
      let deeds = await Self.deeds(scene, id)
      for (name, codes) in deeds { #expect(codes == ["casework.not-recused"], "\(name) \(codes)") }
      #expect(deeds.count == 6)
    }
  }

  private static func deeds(_ scene: Scene, _ id: ID<Transfer>) async -> [(String, [String])] {
    let (room, lawCase, today, attachments) = (scene.room, scene.lawCase, scene.today, scene.test.database.attachments)
    let incident = NewIncident(on: today, place: "门口", words: "推搡", calledPolice: false)
    let event = NewEvent(on: today, document: "文号", words: "理由")
    return [
      ("check", await refusals { try await scene.check() }),
      ("propose", await refusals { _ = try await scene.propose(ID(7)) }),
      (
        "incident",
        await refusals { try await scene.change { try room.record(incident, on: lawCase, [], attachments, $0) } }
      ),
      ("approve", await refusals { try await scene.approve(id, by: scene.officer) }),
      ("refuse", await refusals { try await scene.change { try room.refuse(id, words: "不", $0) } }),
      (
        "record",
        await refusals {
          try await scene.change { try room.record(.copy, of: id, event, from: .office, [], attachments, $0) }
        }
      ),
    ]
  }

  @Test(arguments: Store.both) func `nor the hand-over`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      try await scene.approve(id)
      try await scene.recuse(for: try await scene.newcomer())
      #expect(await refusals { try await scene.handOver(id) } == ["casework.not-recused"])
    }
  }
}
