import App
import Duties
import Foundation
import Kit
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// How points are made and units ranked, as a rule.
struct ScoringTests {
  static func line(_ formula: IndicatorFormula, points: Int64 = 20, each: Int64 = 0) -> AssessmentLine {
    AssessmentLine(position: 1, key: "x", part: "落实", title: "指标", formula: formula, points: points, each: each)
  }

  struct Case: Sendable {
    let formula: IndicatorFormula
    var each: Int64 = 0
    let have: Int64
    let need: Int64
    let tenths: Int64?
  }

  static let cases: [Case] = [
    Case(formula: .duties, have: 3, need: 3, tenths: 200), Case(formula: .duties, have: 2, need: 3, tenths: 133),
    Case(formula: .duties, have: 0, need: 4, tenths: 0), Case(formula: .duties, have: 0, need: 0, tenths: nil),
    Case(formula: .files, have: 190, need: 200, tenths: 190),
    Case(formula: .pressed, each: 1, have: 0, need: 9, tenths: 200),
    Case(formula: .pressed, each: 3, have: 2, need: 9, tenths: 140),
    Case(formula: .listed, each: 9, have: 3, need: 9, tenths: 0),
    Case(formula: .overdue, each: 1, have: 0, need: 0, tenths: nil),
  ]

  @Test(arguments: cases.indices) func `points are a share or taken off, never rounded up`(_ place: Int) {
    let one = Self.cases[place]
    let line = Self.line(one.formula, each: one.each)
    #expect(IndicatorScore(line, have: one.have, need: one.need).tenths == one.tenths)
  }

  static let rules = AssessmentRules(
    title: "", leastPoints: 50, leastItems: 3, objectDays: 5, decideDays: 5, source: "")

  static func unit(_ number: Int64, town: Int64? = nil, _ have: Int64, of need: Int64, points: Int64 = 60) -> UnitScore
  {
    let unit = AssessedUnit(agency: number, name: "单位\(number)", town: town)
    return UnitScore(unit: unit, scores: [IndicatorScore(line(.duties, points: points), have: have, need: need)])
  }

  @Test func `equal scores share a place, small units have none, one alone is not ranked`() {
    let ranked = RankedUnit.rank(
      [
        Self.unit(1, 3, of: 4), Self.unit(2, 4, of: 4), Self.unit(3, 3, of: 4), Self.unit(4, 2, of: 4),
        Self.unit(5, 2, of: 2), Self.unit(6, 4, of: 4, points: 40), Self.unit(7, 0, of: 0),
        Self.unit(8, town: 9, 4, of: 4),
      ], Self.rules)
    #expect(ranked.map(\.score.unit.agency) == [8, 2, 1, 3, 4, 5, 6, 7])
    #expect(ranked.map(\.place) == [nil, 1, 2, 2, 4, nil, nil, nil])
    #expect(ranked.map(\.placeWords)[1...4] == ["第 1 名", "并列第 2 名", "并列第 2 名", "第 4 名"])
    #expect(ranked[0].remark == "这一组能排名的只有这一个单位")
    #expect(ranked[5].remark == "到期的事项只有 2 件，不满 3 件")
    #expect(ranked[6].remark == "能计分的指标只有 40 分，不满 50 分")
    #expect(ranked[7].remark == "能计分的指标只有 0 分，不满 50 分")
  }

  @Test func `the same seed draws the same files whatever the order of the list`() {
    let pool = (1...40).map { "case:\($0)" }
    let drawn = FileDraw.drawn(5, from: pool, seed: "a1")
    #expect(drawn.count == 5 && Set(drawn).count == 5)
    #expect(FileDraw.drawn(5, from: pool.reversed(), seed: "a1") == drawn)
    #expect(FileDraw.drawn(5, from: pool, seed: "a2") != drawn)
  }

  @Test func `the pack is read, and refused where points are not a hundred`() throws {
    let book = try AssessmentBook.load(try FolderContent(TestHouse.contentFolder))
    #expect(book.indicators.reduce(0) { $0 + $1.points } == 100)
    #expect(Set(book.indicators.map(\.formula)) == Set(IndicatorFormula.allCases))
    #expect(throws: (any Error).self) { try AssessmentBook.load(Broken()) }
  }

  private struct Broken: ContentSource {
    func paths() -> [String] { ["assessment/x.yaml"] }
    func bytes(_ path: String) -> [UInt8]? {
      Array(
        """
        rules: {title: 表, least-points: 1, least-items: 1, object-days: 1, decide-days: 1, source: 内部, confidence: U}
        indicators:
          - {key: duties, part: 落实, title: 待办, formula: duties-in-time, points: 90}
        """.utf8)
    }
  }
}

/// The assessment of a campaign through its pages: chosen, approved by somebody else, frozen, counted, issued, corrected.
@Suite(.serialized) struct AssessmentTests {
  /// Adopted, with 卫生监督所 and 市场监管局 as departments and 柳塘镇 as town: its address.
  static func adopt(_ campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> String {
    let one = try await office.post("\(campaign)/assessment").location
    #expect(one.hasPrefix("/assessments/"))
    #expect(try await office.post("\(one)/weights", choice(one, office, test)).status == 303)
    return one
  }

  static func choice(
    _ one: String, _ office: Visitor, _ test: TestHouse, points changed: [String: String] = [:]
  ) async throws -> [(String, String)] {
    let form = OfferedForm(try await office.get(one))
    let points = form.names(beginning: "points-").map { ($0, changed[$0] ?? form.value($0)) }
    let units = [("zhouyn", "department"), ("gujm", "department"), ("yuhe", "112")]
    var fields: [(String, String)] = points
    for (login, role) in units { fields.append(("unit-\(try await test.account(login).agency)", role)) }
    return fields
  }

  static func send(_ matter: String, to login: String, _ office: Visitor, _ test: TestHouse) async throws -> Answer {
    let approver = try await test.account(login).id.text
    return try await office.post(
      "\(matter)/submit", [("approver", approver), ("due", test.clock.now.date.adding(days: 3).iso)])
  }

  static func approve(_ matter: String, _ office: Visitor, _ test: TestHouse) async throws {
    #expect(try await send(matter, to: "shenyq", office, test).status == 303)
    let leader = try await Visitor.signedIn(test, "shenyq")
    let answer = try await ReleasePageTests.answer("approve", "\(matter)/approve", seenOn: matter, leader)
    #expect(answer.status == 303, "\(answer.text.suffix(500))")
  }

  /// Adopted and approved, in a campaign in which several things are owed.
  static func fixed(_ test: TestHouse) async throws -> (campaign: String, one: String) {
    let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
    let (market, town) = (try await test.account("gujm"), try await test.account("yuhe"))
    let due = test.clock.now.date.adding(days: 5).iso
    let asked = [
      ("what", "实施方案"), ("due", due), ("owner-\(market.agency)", market.id.text),
      ("owner-\(town.agency)", town.id.text),
    ]
    #expect(try await office.post("\(campaign)/filings", asked).status == 303)
    let one = try await adopt(campaign, office, test)
    try await approve(one, office, test)
    return (campaign, one)
  }

  static func issue(_ one: String, reason: String = "", _ test: TestHouse) async throws -> String {
    let office = try await PlanPageTests.office(test)
    let result = try await office.post("\(one)/results", [("reason", reason)]).location
    try await approve(result, office, test)
    #expect(try await office.post("\(result)/issue").status == 303)
    return result
  }

  @Test(arguments: Store.both) func `indicators are chosen, approved by nobody who made or is assessed, and frozen`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      #expect(Seen(try await office.get(campaign)).has("还没有选用考核指标"))
      #expect(Seen(try await office.get("\(campaign)/assessment")).has("选用这套指标"))
      #expect(try await Visitor.signedIn(test, "gujm").post("\(campaign)/assessment").status == 403)
      let one = try await Self.adopt(campaign, office, test)
      #expect(try await office.post("\(campaign)/assessment").status == 409)
      let uneven = try await Self.choice(one, office, test, points: ["points-1": "21"])
      let again = try await office.post("\(one)/weights", uneven)
      #expect(again.status == 422 && again.text.contains("加起来是 101") && again.text.contains("value=\"21\""))
      let none = try await Self.choice(one, office, test).filter { $0.0.hasPrefix("points-") }
      #expect(try await office.post("\(one)/weights", none).text.contains("还没有选被考核的单位"))
      let moved = try await Self.choice(one, office, test, points: ["points-1": "15", "points-2": "15"])
      #expect(try await office.post("\(one)/weights", moved).status == 303)
      #expect(try await office.post("\(one)/results").status == 409, "没有审定")
      #expect(try await Self.send(one, to: "heyuan", office, test).text.contains("被考核单位的人不能审定"))
      #expect(try await Self.send(one, to: "shenyq", office, test).status == 303)
      let leader = try await Visitor.signedIn(test, "shenyq")
      #expect(try await leader.get("/today").text.contains("考核指标"))
      let other = try await Self.choice(one, office, test, points: ["points-1": "20", "points-2": "10"])
      #expect(try await office.post("\(one)/weights", other).status == 303)
      let stale = try await ReleasePageTests.answer("approve", "\(one)/approve", seenOn: one, leader)
      #expect(stale.status == 409, "送审以后改过")
      #expect(try await Self.send(one, to: "fangl", office, test).status == 303)
      #expect(try await ReleasePageTests.answer("approve", "\(one)/approve", seenOn: one, leader).status == 409, "没有送他")
      let bureau = try await Visitor.signedIn(test, "fangl")
      #expect(try await ReleasePageTests.answer("approve", "\(one)/approve", seenOn: one, bureau).status == 303)
      let page = Seen(try await office.get(one))
      #expect(page.has("已审定") && !page.has("name=\"points-1\"") && page.doubledIDs.isEmpty)
      #expect(try await office.post("\(one)/weights", moved).status == 409, "审定以后不再改动")
      #expect(try await Visitor.signedIn(test, "dongl").get(one).status == 404)
    }
  }

  /// Number and address of each figure on a sheet.
  private static func figures(_ page: Answer) -> [(link: String, number: Int)] {
    page.text.split(separator: "class=\"fig").dropFirst().compactMap { piece in
      guard let start = piece.range(of: "href=\""),
        let end = piece.range(of: "\">", range: start.upperBound..<piece.endIndex)
      else { return nil }
      let link = piece[start.upperBound..<end.lowerBound].replacing("&amp;", with: "&")
      return Int(piece[end.upperBound...].prefix { $0 != "<" }).map { (link: String(link), number: $0) }
    }
  }

  private static func length(_ page: Answer) -> Int {
    guard let start = page.text.range(of: "<caption>") else { return 0 }
    let caption = page.text[start.upperBound...].prefix { $0 != "<" }
    return Int(caption.split(separator: " ").dropFirst().first ?? "") ?? -1
  }

  @Test(arguments: Store.both) func `figures open their lists, a unit sees its own, the issued result stays`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, one) = try await Self.fixed(test)
      test.clock.advance(days: 8)
      let (office, market) = (try await PlanPageTests.office(test), try await Visitor.signedIn(test, "gujm"))
      let own = try await test.account("gujm").agency
      let sheet = try await office.get("\(one)/sheet?unit=\(own)")
      #expect(Seen(sheet).has("没有发生，不计") && Seen(sheet).has("按期报送材料"))
      let figures = Self.figures(sheet)
      #expect(figures.count == 20)
      for figure in figures {
        let list = try await office.get(figure.link)
        #expect(list.status == 200 && Self.length(list) == figure.number, "\(figure.link)")
      }
      #expect(figures.reduce(0) { $0 + $1.number } > 0)
      #expect(try await market.get("\(one)/sheet?unit=\(own)").status == 200)
      let town = try await test.account("yuhe").agency
      #expect(try await market.get("\(one)/sheet?unit=\(town)").status == 404, "别的单位的看不到")
      let before = Seen(try await market.get("\(campaign)/assessment"))
      #expect(before.has("名次在考核结果印发以后公布") && !before.has("柳塘镇人民政府"))

      let draft = try await office.post("\(one)/results").location
      #expect(try await market.get(draft).status == 404, "没有印发的看不到")
      #expect(try await office.post("\(one)/results").status == 409, "还有一份没有印发")
      #expect(try await office.post("\(draft)/issue").status == 409, "没有审定")
      #expect(try await office.get("\(draft)/word").status == 409)
      #expect(try await Self.send(draft, to: "heyuan", office, test).status == 409)
      try await Self.approve(draft, office, test)
      #expect(try await office.post("\(draft)/issue").status == 303)
      #expect(try await office.post("\(draft)/issue").status == 409)
      #expect(try await office.post("\(draft)/drop").status == 409)
      let issued = try await market.get(draft)
      #expect(Seen(issued).has("整治考核〔") && Seen(issued).has("柳塘镇人民政府"))
      #expect(try await market.get("\(draft)/sheet?unit=\(town)").status == 404)
      #expect(try await market.get("\(draft)/word").bytes.starts(with: Array("PK".utf8)))
      #expect(try await market.get("\(draft)/scores.xlsx").bytes.starts(with: Array("PK".utf8)))

      let kept = try await office.get("\(draft)/sheet?unit=\(own)")
      let late = try #require(Self.figures(kept).first { $0.link.contains("what=2") })
      #expect(late.number == 0, "没有报")
      let files = [Visitor.File("files", "方案.txt", Array("方案".utf8))]
      let filing = try #require(try await market.get("/today").id(after: "href=\"/filings/"))
      #expect(try await market.post("/filings/\(filing)/file", [], files: files).status == 303)
      test.clock.advance(days: 40)
      let later = try await PlanPageTests.office(test)
      let after = try await later.get("\(draft)/sheet?unit=\(own)")
      #expect(Self.figures(after).map(\.number) == Self.figures(kept).map(\.number), "事实变了，印发的数字不变")
      for figure in Self.figures(after) {
        #expect(Self.length(try await later.get(figure.link)) == figure.number, "\(figure.link)")
      }
      #expect(try await later.post("\(one)/results").status == 422, "更正要写理由")
      let next = try await Self.issue(one, reason: "补上报送以后的数字", test)
      let replaced = Seen(try await later.get(draft))
      #expect(replaced.has("已被更正") && replaced.has(next))
      #expect(Seen(try await later.get(campaign)).has("考核结果第 2 版"))
    }
  }

  @Test(arguments: Store.both) func `a result is given up, and a changed figure is not issued`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (_, one) = try await Self.fixed(test)
      let office = try await PlanPageTests.office(test)
      let first = try await office.post("\(one)/results").location
      #expect(try await Self.send(first, to: "shenyq", office, test).status == 303)
      #expect(try await office.post("\(first)/drop").status == 303)
      #expect(!(try await Visitor.signedIn(test, "shenyq").get("/today").text.contains("审定考核结果")))
      let second = try await office.post("\(one)/results").location
      try await Self.approve(second, office, test)
      let id = try #require(ID<AssessmentResult>(text: second.split(separator: "/").last ?? ""))
      try await test.database.change(Cast.county, by: .system, deed: .dropResult) { tx in
        try tx.execute("UPDATE assessment_figure SET have = have + 1 WHERE result = \(id)")
        tx.tell(Ref(.assessmentResult, id), "测试里改了数字")
      }
      #expect(try await office.post("\(second)/issue").status == 409, "审定以后改过的数字不能印发")
    }
  }
}
