import App
import Kit
import Matching
import Offices
import Storage
import TestKit
import Testing

@testable import Offenders

@Suite struct KeepingTests {
  private static let zhou = Scene.said("周国强", number: "321322197803154517", birth: "1978", county: "320102")

  @Test(arguments: Store.both)
  func oneNumberAndNameIsOnePerson(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      let first = try #require(try await scene.keep(Self.zhou))
      #expect(try await scene.keep(Self.zhou) == nil)
      var second = Self.zhou
      (second.practiceCounty, second.caseDate, second.aliases) = ("320104", "2026-01-05", "周牙医")
      let other = try #require(try await scene.keep(second, Scene.penalty("秦卫医罚〔2026〕1号", on: "2026-01-20")))
      #expect(other.person == first.person)
      let file = try #require(try await scene.person(first.person))
      #expect(file.records.count == 2 && file.person.penalties == 2 && file.person.counties == 2)
      #expect(file.person.otherNames == ["周牙医"])
      #expect(file.person.firstOn?.iso == "2025-05-01" && file.person.lastOn?.iso == "2026-01-05")
      // The number of somebody else's name is not he.
      let stranger = try #require(try await scene.keep(Scene.said("吴小妹", number: "321322197803154517")))
      #expect(stranger.person != first.person)
    }
  }

  @Test(arguments: Store.both)
  func mergesAndSplitsByTwoPeople(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      let one = try #require(try await scene.keep(Self.zhou)).person
      let two = try #require(try await scene.keep(Scene.said("周牙医", birth: "1978"))).person
      let (officer, head) = (try await test.account("zhouyn"), try await test.account("heyuan"))
      func actor(_ person: Person) -> Actor { Actor(kind: .account, number: person.id.value, title: person.name) }
      func change<T: Sendable>(_ by: Person, _ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await test.database.change(Cast.county, by: actor(by), deed: Deed("test.move"), body)
      }
      let merge = try await change(officer) { try Offenders.proposeMerge(of: two, into: one, because: "照片相同", $0) }
      await #expect(throws: OffenderRefusal.moveWaits) {
        _ = try await change(officer) { try Offenders.proposeMerge(of: one, into: two, because: "再来", $0) }
      }
      await #expect(throws: OffenderRefusal.ownProposal) {
        try await change(officer) { try scene.room.confirm(merge, because: "看过", $0) }
      }
      try await change(head) { try scene.room.confirm(merge, because: "看过", $0) }
      var (file, gone) = (try #require(try await scene.person(one)), try #require(try await scene.person(two)))
      #expect(file.records.count == 2 && file.person.otherNames == ["周牙医"] || file.person.name == "周牙医")
      #expect(gone.records.isEmpty && gone.person.into == one)
      #expect(try await scene.lookUp(Scene.said("周牙医", birth: "1978")).persons.first == one)
      await #expect(throws: OffenderRefusal.self) {
        try await change(head) { try scene.room.confirm(merge, because: "又来", $0) }
      }
      // Back again: the same records to the person they came from.
      let part = try #require(file.records.first { $0.said.name == "周牙医" }).id
      await #expect(throws: OffenderRefusal.noPart) {
        _ = try await change(officer) { try Offenders.proposeSplit(of: one, [], because: "不是", $0) }
      }
      let split = try await change(officer) { try Offenders.proposeSplit(of: one, [part], because: "不是他", $0) }
      try await change(head) { try scene.room.confirm(split, because: "核对了", $0) }
      (file, gone) = (try #require(try await scene.person(one)), try #require(try await scene.person(two)))
      #expect(file.records.count == 1 && gone.records.count == 1 && gone.person.into == nil)
      let told = try await test.database.read { try LedgerReading.history(of: Ref(.offender, two), $0) }
      #expect(told.count >= 4)
    }
  }

  @Test(arguments: Store.both)
  func aJudgementWaitsForAnotherLookAfterNews(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      let person = try #require(try await scene.keep(Self.zhou)).person
      let subject = Ref(RefKind("case"), 7)
      test.clock.advance(minutes: 1)
      try await test.database.change(Cast.county, by: .system, deed: .judgeOffender) {
        try Offenders.judge(person, subject, .different, because: "指纹不同", $0)
      }
      let judgement = try #require(try await test.database.read { try Offenders.judgements(on: subject, $0)[person] })
      #expect(try #require(try await scene.person(person)).person.evidenceAt < judgement.at)
      test.clock.advance(minutes: 1)
      var more = Self.zhou
      more.phone = "13800000000"
      try await scene.keep(more)
      #expect(judgement.isStale(try #require(try await scene.person(person)).person))
    }
  }
}
