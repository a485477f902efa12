import App
import Kit
import Matching
import Storage
import TestKit
import Testing

@testable import Offenders

@Suite struct BulkKeepingTests {
  private static let zhou = Scene.said("周国强", number: "321322197803154517", birth: "1978", county: "320102")

  /// Who is there already, comes twice, bears the number of somebody known or of another row, or only his number.
  private static let rows: [MatchRecord] = [
    zhou, again(zhou, "2026-01-05"), LookUpTests.people[2].said, again(LookUpTests.people[2].said, "2024-03-01"),
    LookUpTests.people[2].said, Scene.said("吴小妹", number: "321322197803154517"), LookUpTests.people[1].said,
    Scene.said("周国强", birth: "1991"),
  ]

  private static func again(_ said: MatchRecord, _ day: String) -> MatchRecord {
    var said = said
    (said.caseDate, said.aliases) = (day, "周牙医")
    return said
  }

  /// The same persons, keys and counts, whether rows came one by one or together.
  @Test(arguments: Store.both)
  func keepsTogetherAsOneByOne(_ store: Store) async throws {
    let one = try await register(store) { room, news, tx in try news.compactMap { try room.keep($0, tx) }.count }
    let together = try await register(store) { room, news, tx in try room.keepAll(news, tx).count }
    #expect(one.added == 6 && together.added == one.added)
    #expect(together.persons == one.persons && one.persons.count == 5)
    #expect(together.scores == one.scores && one.scores.contains { $0 > 5 })
  }

  private func register(
    _ store: Store, _ keep: @escaping @Sendable (Offenders, [NewRecord], Transaction) throws -> Int
  ) async throws -> (added: Int, persons: Set<String>, scores: [Double]) {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      try await scene.keep(Self.zhou)
      let news = Self.rows.map { NewRecord(.otherCounty, source: "名单", said: $0, penalty: Scene.penalty()) }
      let added = try await test.database.change(Cast.county, by: .system, deed: Deed("test.keep")) { tx in
        let added = try keep(scene.room, news, tx)
        tx.tell(Ref(.offender, 1), "入库")
        return added
      }
      let persons = try await test.database.read { reader in
        try reader.query("SELECT \(sql: OffenderStore.columns) FROM offender", OffenderStore.person).map {
          "\($0.name) \($0.otherNames) \($0.records) \($0.penalties) \($0.counties) \($0.firstOn?.iso ?? "") \($0.lastOn?.iso ?? "")"
        }
      }
      var scores: [Double] = []
      for (asked, _, _) in LookUpTests.questions {
        scores += try await scene.lookUp(asked).answer.candidates.map(\.score)
      }
      return (added, Set(persons), scores)
    }
  }
}
