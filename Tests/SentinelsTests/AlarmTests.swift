import App
import Kit
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

@Suite struct AlarmTests {
  private static func rule(_ silence: AlarmRule.Silence, periods: Int, least: Int) -> AlarmRule {
    AlarmRule(
      key: "r", title: "r", silence: silence, periods: periods, signals: [.clue, .site], least: least, why: "r",
      provenance: Provenance(source: "测试", confidence: .house))
  }

  /// What was told of each period, the latest first, as `reports/zeros`; then whether it is silence.
  private static let silences: [(silence: AlarmRule.Silence, periods: Int, told: [String], silent: Bool)] = [
    (.none, 1, ["0/0"], true), (.none, 1, ["0/1"], false), (.none, 1, ["1/0"], false), (.none, 1, [], false),
    (.none, 2, ["0/0"], false), (.none, 2, ["0/0", "0/0"], true), (.none, 2, ["0/0", "0/1"], false),
    (.none, 1, ["0/0", "3/1"], true), (.zero, 2, ["0/1", "0/1"], true), (.zero, 2, ["0/1", "0/0"], true),
    (.zero, 2, ["0/0", "0/0"], false), (.zero, 2, ["0/1", "1/1"], false), (.zero, 2, ["0/1"], false),
  ]

  @Test func `silence is what the rule calls so`() {
    for row in Self.silences {
      let told = row.told.map { text in
        let parts = text.split(separator: "/").compactMap { Int($0) }
        return AlarmRule.Told(reports: parts[0], zeros: parts[1])
      }
      #expect(Self.rule(row.silence, periods: row.periods, least: 1).isSilent(told) == row.silent, "\(row)")
    }
  }

  @Test func `signals count by town, day, kind, and once`() throws {
    let day = try #require(CivilDate(2026, 10, 1))
    func signal(_ kind: SignalKind, _ number: Int64, town: Int64, after days: Int) -> Signal {
      Signal(kind, Ref(.post, number), town: town, on: day.adding(days: days), title: "\(number)", address: "")
    }
    let all = [
      signal(.clue, 1, town: 112, after: 0), signal(.site, 2, town: 112, after: 3),
      signal(.visit, 3, town: 112, after: 1),
      signal(.clue, 4, town: 113, after: 1), signal(.clue, 5, town: 112, after: -1),
    ]
    func heard(least: Int, spoken: Set<Ref> = []) -> [String]? {
      Self.rule(.none, periods: 1, least: least).heard(all, in: 112, since: day, spoken: spoken)?.map(\.title)
    }
    #expect(heard(least: 1) == ["1", "2"] && heard(least: 2) == ["1", "2"] && heard(least: 3) == nil)
    #expect(heard(least: 1, spoken: [Ref(.post, 1)]) == ["2"] && heard(least: 2, spoken: [Ref(.post, 1)]) == nil)
  }

  @Test func `an address that names one town places a signal, one that names two does not`() {
    func town(_ number: Int64, _ name: String) -> Region {
      Region(number: number, parent: 110, county: Cast.county, name: name, level: .town)
    }
    let places = PostPlaces(towns: [town(112, "柳塘镇"), town(113, "石桥镇")], villages: [])
    for (known, address, expected) in [
      (0, "柳塘镇集市", 112), (0, "柳塘镇和石桥镇交界", 0), (0, "桥头", 0), (113, "柳塘镇集市", 113),
    ] as [(Int64, String, Int64)] {
      let signal = Signal(
        .clue, Ref(.post, 1), town: known, on: CivilDate(dayNumber: 0), title: "", address: address)
      #expect(signal.placed(places).town == expected, "\(address)")
    }
  }

  @Test(arguments: Store.both)
  func `a silent post is spoken of once, owed by its supervisor, and again only for new signals`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (silent, talking) = (try await test.post(), try await test.post("柳塘镇第二卫生院哨点"))
      let elsewhere = try await test.post("石桥镇卫生院哨点", [("place", "113")])
      // 2026-12-06: November is over with its grace; each was in use for eleven days of it.
      _ = try await test.telephone(of: talking).post("/post/zero")
      try await report(test, "柳塘镇集市东头有人镶牙", "柳塘镇集市东头")
      try await listen(test)
      #expect(try await alarms(test).isEmpty)
      test.clock.advance(days: 16)
      try await listen(test)
      #expect(try await alarms(test) == [silent])
      try await listen(test)
      #expect(try await alarms(test) == [silent])
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let page = try await officer.get("/posts/\(silent)").text
      #expect(page.contains("2026年11月没有报告，也没有零报告") && page.contains("清举〔2026〕0001") && page.contains("12月18日"))
      #expect(try await officer.get("/duties").text.contains("为什么没有报告"))
      #expect(try await officer.post("/posts/\(silent)/alarm", [("found", "missed")]).status == 422)
      let answer = [("found", "missed"), ("answer", "看到了，没有想到要报，已经讲过。")]
      #expect(try await officer.post("/posts/\(silent)/alarm", answer).status == 303)
      #expect(try await officer.post("/posts/\(silent)/alarm", answer).status == 409)
      #expect(try await !officer.get("/duties").text.contains("为什么没有报告"))
      #expect(try await officer.get("/posts/alarms?state=answered").text.contains("看到了没有报"))
      try await listen(test)
      #expect(try await alarms(test) == [silent])
      try await report(test, "老街又有人摆摊", "柳塘镇老街")
      try await listen(test)
      #expect(try await alarms(test) == [silent, silent])
      #expect(try await !test.told(elsewhere).contains { $0.contains("没有零报告") })
    }
  }

  private func report(_ test: TestHouse, _ text: String, _ place: String) async throws {
    let answer = try await Visitor(test).post("/report", [("county", "110"), ("text", text), ("place", place)])
    #expect(answer.status == 201)
  }

  private func listen(_ test: TestHouse) async throws {
    for job in test.house.jobs where job.name == "sentinels.listen" { try await job.run(test.database) }
  }

  private func alarms(_ test: TestHouse) async throws -> [String] {
    try await test.database.read { reader in
      try reader.query("SELECT post FROM post_alarm ORDER BY at, id") { try $0.id(0, Post.self).text }
    }
  }
}
