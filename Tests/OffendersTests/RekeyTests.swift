import App
import Kit
import Matching
import Storage
import TestKit
import Testing

@testable import Offenders

/// Keys and counts made anew where the lists of characters and counties changed.
@Suite struct RekeyTests {
  private static func kept(_ test: TestHouse) async throws -> [String] {
    try await test.database.read { reader in
      try reader.query("SELECT k, record FROM offender_key ORDER BY k, record") { "\(try $0.int(0)) \(try $0.int(1))" }
        + reader.query("SELECT k, county, n FROM offender_census WHERE n <> 0 ORDER BY k, county") {
          "\(try $0.int(0)) \(try $0.int(1)) \(try $0.int(2))"
        }
    }
  }

  @Test(arguments: Store.both)
  func makesTheSameKeysAgainAndOnlyWhereItIsNeeded(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (scene, database) = (Scene(test), test.database)
      #expect(try await scene.room.rekey(database) == 0, "nobody is there")
      let said = Scene.said("谌桂芳", number: "990102198205071130", phone: "13900000744", home: "江苏沭阳")
      let kept = try #require(try await scene.keep(said))
      try await scene.keep(
        Scene.said("祝万仓", phone: "13900000633"), Scene.penalty("乙〔2023〕1号"), county: Cast.otherCounty)
      let before = try await Self.kept(test)
      #expect(before.count > 10)
      #expect(try await scene.room.rekey(database) == 2, "with which lists they were made was not known")
      #expect(try await Self.kept(test) == before)
      #expect(try await scene.room.rekey(database) == 0)
      #expect(try await scene.room.rekey(all: true, database) == 2)
      // Keys of older lists: nobody is found by them.
      try await database.change(Cast.county, by: .system, deed: Deed("test.age")) { tx in
        try tx.execute(
          "UPDATE offender_key SET k = k + 1 WHERE record IN (SELECT id FROM offender_record WHERE county = 110)")
        try tx.execute("UPDATE offender_census SET k = k + 1 WHERE county = 110")
        try tx.execute("UPDATE offender_edition SET edition = 'older' WHERE county = 110")
        tx.tell(Ref(RefKind("test"), 1), "旧名单")
      }
      #expect(try await !scene.lookUp(said).persons.contains(kept.person))
      #expect(try await scene.room.rekey(database) == 1, "of the one county alone")
      #expect(try await scene.lookUp(said).persons.first == kept.person)
      #expect(try await Self.kept(test) == before)
    }
  }
}
