import Kit
import Law
import Packs
import Testing

@Suite struct TermTests {
  /// Worked by hand. Working-day terms list the days; calendar-day terms give the plain last day and where it moves.
  static let worked: [(key: TermKey, event: String, countedTo: String, due: String)] = [
    // 立案, 7 working days: 11-23 24 25 26 27 30, 12-01.
    (.caseFiling, "2026-11-22", "2026-12-01", "2026-12-01"),
    // 10-08 09 10 (a worked Saturday) 12 13 14 15.
    (.caseFiling, "2026-09-30", "2026-10-15", "2026-10-15"),
    // 处罚决定, 90 days: July 28, August 31, September 30, October 1 is a holiday to the 7th.
    (.caseDecision, "2026-07-03", "2026-10-01", "2026-10-08"),
    // 缴款, 15 days: 2026-10-05 lies in the holiday.
    (.payment, "2026-09-20", "2026-10-05", "2026-10-08"),
    // A Sunday that is worked is a last day like any other.
    (.payment, "2026-09-05", "2026-09-20", "2026-09-20"),
    (.payment, "2026-11-07", "2026-11-22", "2026-11-23"),
    (.rectification, "2026-11-09", "2026-11-24", "2026-11-24"),
    // 受理, 7 working days: 11-24 25 26 27 30, 12-01 02.
    (.clueAcceptance, "2026-11-23", "2026-12-02", "2026-12-02"),
    // 答复, 5 working days: 11-23 24 25 26 27.
    (.clueAnswer, "2026-11-20", "2026-11-27", "2026-11-27"),
    // 复查, 10 working days: 11-23 24 25 26 27 30, 12-01 02 03 04.
    (.recheck, "2026-11-20", "2026-12-04", "2026-12-04"),
  ]

  @Test(arguments: worked)
  func worksOutDueDates(_ sample: (key: TermKey, event: String, countedTo: String, due: String)) throws {
    let found = try Fixtures.law().due(sample.key, from: try Fixtures.day(sample.event))
    #expect(found.due.date.iso == sample.due)
    #expect(found.due.countedTo.iso == sample.countedTo)
    #expect(found.term.key == sample.key.rawValue)
  }

  /// Value, unit, source and mark as the statutes give them.
  static let rules: [(TermKey, Int, Term.Unit, String, Confidence)] = [
    (.caseFiling, 7, .workdays, "《卫生健康行政处罚程序规定》第三十二条", .verified),
    (.caseDecision, 90, .days, "《行政处罚法》第六十条；《卫生健康行政处罚程序规定》第四十二条", .verified),
    (.payment, 15, .days, "《行政处罚法》第六十六条、第六十七条", .verified),
    (.clueAcceptance, 7, .workdays, "内部工作时限（可由本单位调整）", .house),
    (.clueAnswer, 5, .workdays, "内部工作时限（可由本单位调整）", .house),
    (.rectification, 15, .days, "内部工作时限（可由本单位调整）", .house),
    (.recheck, 10, .workdays, "内部工作时限（可由本单位调整）", .house),
  ]

  @Test(arguments: rules)
  func carriesTheRule(_ sample: (key: TermKey, count: Int, unit: Term.Unit, source: String, mark: Confidence)) throws {
    let term = try Fixtures.law().terms.term(sample.key, on: try Fixtures.day("2026-11-22"))
    #expect(term.count == sample.count && term.unit == sample.unit)
    #expect(term.provenance == Provenance(source: sample.source, confidence: sample.mark))
  }

  @Test func anOlderEventTakesTheOlderVersion() throws {
    let law = try Fixtures.law()
    let old = try law.due(.caseDecision, from: try Fixtures.day("2025-05-31"))
    #expect(old.term.provenance.source == "《行政处罚法》第六十条")
    let new = try law.due(.caseDecision, from: try Fixtures.day("2025-06-01"))
    #expect(new.term.inForce?.iso == "2025-06-01")
  }

  @Test func anEventBeforeTheRuleIsRefused() throws {
    let day = try Fixtures.day("2025-05-31")
    let found = #expect(throws: LawRefusal.self) { try Fixtures.law().due(.caseFiling, from: day) }
    #expect(found?.sentence == "期限“立案”在 2025-05-31 还没有施行的规定，内容包里也没有更早的版本。")
  }

  @Test func anUnknownKeyIsRefused() throws {
    let day = try Fixtures.day("2026-11-22")
    let found = #expect(throws: LawRefusal.self) { try Fixtures.law().due("case.unknown", from: day) }
    #expect(found == .unknownTerm("case.unknown"))
    #expect(found?.code == "law.unknown-term")
  }

  static let monthsAndHours = """
    terms:
      - {key: suit, title: 起诉, count: 6, unit: months, start: 知道之日, from: 2021-07-15, source: 《行政诉讼法》第四十六条, confidence: V}
      - {key: handover, title: 移送, count: 24, unit: hours, start: 批准之时, from: 2021-07-15, source: 移送规定第五条, confidence: V}

    """

  @Test func monthsEndOnTheSameDayAndHoursRunThroughNights() throws {
    let source = ChangedContent(
      base: try FolderContent(Fixtures.folder), changes: ["terms/more.yaml": Self.monthsAndHours])
    let law = try LawContent.load(source)
    // February 2026 has 28 days. 2026-10-05 lies in the holiday, the next working day is the 8th.
    #expect(try law.due("suit", from: try Fixtures.day("2025-08-31")).due.countedTo.iso == "2026-02-28")
    #expect(try law.due("suit", from: try Fixtures.day("2026-04-05")).due.date.iso == "2026-10-08")
    let friday = Instant(try Fixtures.day("2026-09-30"), hour: 16, minute: 30)
    let handover = try law.terms.term("handover", on: friday.date)
    #expect(handover.moment(from: friday)?.text == "2026-10-01 16:30")
    #expect(try law.terms.term("suit", on: friday.date).moment(from: friday) == nil)
    #expect(throws: LawRefusal.countedInHours(title: "移送")) { try law.due("handover", from: friday.date) }
  }

  static let slips: [(old: String, new: String, key: String, reason: String)] = [
    ("count: 24", "count: 0", "terms[1].count", "0 应在 1 到 3650 之间"),
    ("unit: hours", "unit: weeks", "terms[1].unit", "“weeks”不在可用的词里：workdays、days、months、years、hours"),
    ("key: handover", "key: suit", "terms[1].key", "“suit 2021-07-15”与 terms/more.yaml 第 2 行重复"),
    (" from: 2021-07-15, source: 移送", " source: 移送", "terms[1].from", "要写明施行日期"),
    ("title: 移送", "title: ''", "terms[1].title", "没有填写"),
  ]

  @Test(arguments: slips)
  func refusesSlips(_ sample: (old: String, new: String, key: String, reason: String)) throws {
    let text = Self.monthsAndHours.replacing(sample.old, with: sample.new)
    let found = try Fixtures.problems(["terms/more.yaml": text])
    #expect(found.map(\.keyPath) == [sample.key])
    #expect(found.first?.reason.contains(sample.reason) == true, "\(found.map(\.sentence))")
  }

  @Test func packsWithoutANeededTermAreRefused() throws {
    let found = try Fixtures.problems(["terms/work.yaml": Self.monthsAndHours])
    #expect(
      found.map(\.sentence)
        == ["clue.acceptance", "clue.answer", "rectification", "recheck"].map {
          "terms：缺少期限 \($0)。"
        })
  }
}
