import App
import Kit
import Matching
import Packs
import Storage
import TestKit
import Testing

@testable import Offenders

@Suite struct LookUpTests {
  /// One register, many questions: who must come first, and with which answer at least.
  static let people: [(id: String, said: MatchRecord)] = [
    (
      "zhou",
      Scene.said(
        "周国强", number: "321322197803154517", phone: "13851234567", birth: "1978", sex: "男", home: "江苏省沭阳县",
        county: "320102", address: "玄武区兰园街道12号", shop: "国强牙科")
    ),
    (
      "li",
      Scene.said(
        "李秀英", birth: "1965", sex: "女", home: "安徽省怀远县", county: "320104", address: "秦淮区夫子庙街道5号", shop: "李氏膏药铺",
        aliases: "李大姐")
    ),
    (
      "wang", Scene.said("王建军", number: "34032119700101123X", birth: "1970", sex: "男", home: "安徽省怀远县", county: "320105")
    ),
    ("namesake", Scene.said("周国强", birth: "1991", sex: "男", home: "四川省仁寿县", county: "510104")),
    (
      "twin", Scene.said("周国胜", number: "321322197803154533", birth: "1978", sex: "男", home: "江苏省沭阳县", county: "320102")
    ),
  ]

  static let questions: [(MatchRecord, String, Verdict)] = [
    (Scene.said("周国强", number: "321322197803154517"), "zhou", .same),
    // 15 digits, another way to write the name.
    (Scene.said("周國強", number: "321322780315451", birth: "1978"), "zhou", .same),
    // Masked.
    (Scene.said("周国强", number: "321322********4517", phone: "13851234567"), "zhou", .same),
    // The alias as the name.
    (Scene.said("李大姐", birth: "1965", home: "安徽怀远", county: "320104", address: "秦淮区夫子庙街道5号"), "li", .possible),
    // Another character of the same sound, the same shop.
    (Scene.said("周国墙", phone: "13851234567", county: "320102", address: "玄武区兰园街道12号", shop: "国强牙科"), "zhou", .possible),
    // A digit mistyped.
    (Scene.said("王建军", number: "340321197001011231", birth: "1970"), "wang", .possible),
  ]

  @Test(arguments: Store.both)
  func ranksThroughTheStore(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      var names: [ID<Offender>: String] = [:]
      for (id, said) in Self.people {
        let record = try #require(try await scene.keep(said))
        names[record.person] = id
      }
      for (asked, expected, least) in Self.questions {
        let look = try await scene.lookUp(asked)
        #expect(look.persons.first.flatMap { names[$0] } == expected, "\(asked.name) \(asked.idNumber)")
        let weights = try scene.room.shelf.desk().weights
        let score = try #require(look.answer.candidates.first?.score)
        #expect(
          score >= (least == .same ? weights.same : weights.possible),
          "\(asked.name) \(score)")
      }
      #expect(try await scene.lookUp(Scene.said("欧阳修远", birth: "1950")).answer.verdict == .none)
    }
  }

  /// The same weights, keys and counts: what the matcher in memory says, the store says.
  @Test(arguments: Store.both)
  func scoresLikeTheMatcherInMemory(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      let matcher = Matcher(try MatchContent.load(FolderContent(TestHouse.contentFolder)))
      for (_, said) in Self.people {
        let record = try #require(try await scene.keep(said))
        var named = said
        named.id = "\(record.person.value)"
        matcher.add(named)
      }
      for (asked, _, _) in Self.questions {
        let (stored, held) = (
          try await scene.lookUp(asked).answer.candidates, matcher.candidates(for: asked).candidates
        )
        #expect(stored.map(\.id) == held.map(\.id))
        for (one, other) in zip(stored, held) { #expect(abs(one.score - other.score) < 0.001) }
      }
    }
  }

  @Test(arguments: Store.both)
  func explainsWithoutNumbers(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      try await scene.keep(Self.people[0].said)
      let look = try await scene.lookUp(Self.questions[0].0)
      let reasons = try scene.room.explain(try #require(look.answer.candidates.first), in: look)
      let text = reasons.pieces.map(\.sentence).joined()
      #expect(text.contains("32****4517") && !text.contains("321322197803154517"))
      // The sum of the pieces is the evidence.
      #expect(abs(reasons.total - (look.answer.candidates.first?.evidence ?? 0)) < 0.001)
    }
  }

  @Test(arguments: Store.both)
  func namesListsThatAreTooLong(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.keep")) { tx in
        for number in 0...MatchDesk.longest {
          var said = Scene.said("张伟")
          said.practiceAddress = "第\(number)村"
          _ = try scene.room.keep(NewRecord(.ledger, source: "旧", said: said, penalty: PenaltyFacts()), tx)
        }
        tx.tell(Ref(.offender, 1), "入库")
      }
      let look = try await scene.lookUp(Scene.said("张伟"))
      #expect(look.answer.skipped.contains(.name))
      #expect(look.counts.values.max() == MatchDesk.longest + 1)
    }
  }

  /// What is common is kept for a minute, what is rare is counted each time.
  @Test func keepsOnlyCommonCounts() {
    let (counts, now) = (CommonCounts(), Instant(milliseconds: 1_000_000))
    counts.keep([1: CommonCounts.common, 2: CommonCounts.common - 1], at: now)
    #expect(counts.known([1, 2, 3], at: now.adding(seconds: 59)) == [1: CommonCounts.common])
    #expect(counts.known([1], at: now.adding(seconds: 60)).isEmpty)
    #expect(counts.known([1], at: now.adding(seconds: -1)).isEmpty)
  }

  /// Numbers lie sealed, and no key can be made from a number without the key of the folder.
  @Test(arguments: Store.both)
  func keepsNumbersSealed(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      let record = try #require(try await scene.keep(Self.people[0].said))
      let sealed = try await test.database.read {
        try $0.first("SELECT sealed FROM offender_record WHERE id = \(record.id)") { try $0.text(0) }
      }
      #expect(sealed?.contains("32132219") == false && sealed?.isEmpty == false)
      let open = try scene.room.shelf.desk().entry(of: Self.people[0].said).keys.first { $0.family == .number }
      let plain = Int64(bitPattern: try #require(open).value)
      let found = try await test.database.read {
        try $0.number("SELECT COUNT(*) FROM offender_key WHERE k = \(plain)")
      }
      #expect(found == 0)
    }
  }
}
