import App
import Casework
import Inspection
import Kit
import Offices
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// What an officer who leaves still owes of his cases goes to somebody else, who may take it.
@Suite struct CaseHandOverTests {
  private static func owed(_ scene: Scene, _ person: Person) async throws -> [Int64] {
    try await scene.test.database.read { try scene.room.handOvers[0].open(person.id.value, $0).map(\.number) }
  }

  private static func handOver(_ scene: Scene, _ id: ID<Case>, to heir: Int64) async -> [String] {
    await refusals {
      try await scene.change(Deed("test.hand-over")) { tx in
        try scene.room.handOvers[0].move(Ref(.lawCase, id), scene.officer.id.value, heir, tx)
      }
    }
  }

  private static func heir(_ scene: Scene) async throws -> Int64 {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 9, count: 16))
    let (agency, roles) = (scene.officer.agency, scene.test.house.roles)
    return try await scene.test.database.change(Cast.county, by: .system, deed: .addAccount) { tx in
      try Offices.addAccount(
        NewAccount(
          login: "jieban", name: "接班人", post: "监督员", agency: agency, region: Cast.county.number,
          certificate: Certificate("云卫执 0099"), roles: ["officer"], password: password), roles: roles, tx)
    }.value
  }

  @Test(arguments: Store.both) func `a closed case moves until its file is archived`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.closedWithGoods().id
      #expect(try await Self.owed(scene, scene.officer) == [id.value])
      #expect(await Self.handOver(scene, id, to: try await Self.heir(scene)) == [])
      #expect(try await scene.lawCase(id).team.first.name == "接班人")
      #expect(try await Self.owed(scene, scene.officer) == [])
      #expect(try await Self.owed(scene, scene.second) == [id.value])
      let destroyed = await refusals {
        try await scene.change(.listGoods, by: scene.second) { tx in
          let items = try scene.room.goods(of: id, Cast.county, tx)[0].items.map(\.id)
          try scene.room.list([], carried: items, on: 9, of: id, tx)
          let gone = try scene.room.goods(of: id, Cast.county, tx)[1].items.map(\.id)
          try scene.room.dispose(gone, GoodsDisposal("destroyed", on: tx.today, note: "不能久存"), on: 9, of: id, tx)
        }
      }
      #expect(destroyed == [])
      try await scene.take(NewStep(.archive, on: scene.today), in: id, by: scene.second)
      #expect(try await Self.owed(scene, scene.second) == [])
    }
  }

  @Test(arguments: Store.both) func `nobody takes over a case that he judged`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.closedWithGoods().id
      #expect(await Self.handOver(scene, id, to: scene.head.id.value) == ["casework.judged-before"])
      #expect(try await scene.lawCase(id).team.first.id == scene.officer.id)
    }
  }

  @Test(arguments: Store.both) func `people whom the county does not know are no staff of a hearing`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      var facts = StepFacts()
      facts.staff = [987_654_321]
      let step = NewStep(.hearing, on: scene.today, facts: facts)
      let codes = await refusals { try await scene.take(step, in: id, as: [.presider]) }
      #expect(codes == ["casework.unknown-staff"])
    }
  }
}
