import Kit
import Law
import Testing

@testable import Campaign
@testable import PlanReading

struct PlanItemsTests {
  static func plan(_ change: (inout ReadPlan) -> Void) -> ReadPlan {
    var plan = ReadPlan(range: SourceRange(start: 100, end: 200))
    change(&plan)
    return plan
  }

  static func items(_ change: (inout ReadPlan) -> Void) throws -> [PlanItems.New] {
    PlanItems.of(plan(change), try Fixtures.types())
  }

  @Test func countsPlacesFromThePlansOwnBeginning() throws {
    let items = try Self.items { $0.goals = [Sourced(value: "规范秩序", source: [SourceRange(start: 120, end: 124)])] }
    #expect(items.first { $0.kind == .goal }?.source == [SourceRange(start: 20, end: 24)])
  }

  @Test func cutsPlacesOutsideOfThePlan() throws {
    let items = try Self.items {
      $0.goals = [Sourced(value: "规范", source: [SourceRange(start: 90, end: 110), SourceRange(start: 5, end: 9)])]
    }
    #expect(items.first { $0.kind == .goal }?.source == [SourceRange(start: 0, end: 10)])
  }

  @Test func numbersInTheOrderOfTheText() throws {
    let items = try Self.items {
      $0.goals = [Sourced(value: "后", source: [SourceRange(start: 150, end: 151)])]
      $0.scope = [Sourced(value: "前", source: [SourceRange(start: 110, end: 111)])]
    }
    #expect(items.map(\.number) == [1, 2, 3, 4])
    #expect(items.map(\.kind) == [.scope, .goal, .title, .organisation])
  }

  @Test func alwaysHasTitleAndOrganisation() throws {
    #expect(try Self.items { _ in }.map(\.kind) == [.title, .organisation])
  }

  struct Dates: Sendable {
    let start: PlanDate
    let end: PlanDate
    let stored: [String]
    let words: String
  }

  static let dates: [Dates] = [
    Dates(
      start: PlanDate(month: PlanMonth(year: 2026, month: 9)), end: PlanDate(month: PlanMonth(year: 2026, month: 11)),
      stored: ["", ""], words: "2026年9月至2026年11月"),
    Dates(start: PlanDate(monthDay: "09-05"), end: PlanDate(monthDay: "10"), stored: ["", ""], words: "9月5日至10月"),
    Dates(
      start: PlanDate(date: CivilDate(2026, 9, 1)), end: PlanDate(), stored: ["2026-09-01", ""], words: "2026年9月1日"),
    Dates(start: PlanDate(), end: PlanDate(), stored: ["", ""], words: ""),
  ]

  /// A month or a day without year is never made into a day.
  @Test(arguments: dates.indices) func guessesNoDates(_ index: Int) throws {
    let example = Self.dates[index]
    let items = try Self.items {
      $0.phases = [ReadPhase(name: "集中整治", start: example.start, end: example.end, text: "", source: [])]
    }
    let fields = try #require(items.first { $0.kind == .phase }).fields
    #expect([fields[.start], fields[.end]] == example.stored)
    #expect(fields[.dateText] == example.words)
  }

  @Test(arguments: [
    ("医院、诊所", ["hospital", "private-hospital", "clinic"]), ("实名举报答复", []), ("黑诊所取缔", []),
  ]) func preselectsTypes(_ subject: String, _ types: [String]) throws {
    let items = try Self.items { $0.coverage = [ReadCoverage(subject: subject, minPercent: 99.5, source: [])] }
    let fields = try #require(items.first { $0.kind == .coverage }).fields
    #expect(fields.types == types)
    #expect(fields[.percent] == "99.5")
  }

  @Test func keepsFieldsThroughJSON() throws {
    let fields = ItemFields([(.text, "“甲”\n\\乙/"), (.lead, "县公安局、县医保局"), (.to, nil)])
    #expect(try ItemFields(json: fields.json()) == fields)
    #expect(fields.bodies(.lead) == ["县公安局", "县医保局"])
  }

  @Test func keepsPlacesThroughText() {
    let places = [SourceRange(start: 1, end: 4), SourceRange(start: 9, end: 12)]
    #expect(Source.ranges(Source.text(places)) == places)
    #expect(Source.ranges("") == [])
    #expect(Source.ranges("4-1,x,3") == [])
  }

  @Test(arguments: [
    ("县公安局，县医保局", "县公安局、县医保局"), (" 县公安局 ; 县医保局；\n", "县公安局、县医保局"), ("、", ""), ("县公安局", "县公安局"),
  ]) func partsBodies(_ typed: String, _ stored: String) { #expect(ItemReader.bodies(typed) == stored) }
}
