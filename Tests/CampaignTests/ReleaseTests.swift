import Kit
import Law
import Testing

@testable import Campaign

struct ReleaseTests {
  static let title = Fixtures.item(1, .title, [(.text, "清沅县整治方案")])
  static let task = Fixtures.item(2, .task, [(.text, "打击无证行医"), (.lead, "县卫生健康局")])

  static func phase(_ start: String?, _ end: String?) -> PlanItem {
    Fixtures.item(3, .phase, [(.name, "集中整治"), (.start, start), (.end, end)])
  }

  struct Case: Sendable {
    let items: [PlanItem]
    let codes: [String]
  }

  static let cases: [Case] = [
    Case(items: [title, task], codes: []),
    Case(items: [title, task, phase("2026-11-01", "2026-11-30")], codes: []),
    Case(items: [title, task, phase("2026-11-01", "2026-11-01")], codes: []),
    Case(items: [], codes: ["campaign.title-missing", "campaign.task-missing"]),
    Case(items: [task], codes: ["campaign.title-missing"]),
    Case(items: [title], codes: ["campaign.task-missing"]),
    Case(
      items: [title, Fixtures.item(2, .task, [(.text, "打击无证行医")])], codes: ["campaign.lead-missing"]),
    Case(
      items: [title, task, Fixtures.item(4, .task, [(.text, "旧任务")], state: .removed)], codes: []),
    Case(items: [title, task, phase("2026-11-01", nil)], codes: ["campaign.phase-undated"]),
    Case(items: [title, task, phase(nil, nil)], codes: ["campaign.phase-undated"]),
    Case(items: [title, task, phase("2026-12-01", "2026-11-30")], codes: ["campaign.phase-backwards"]),
    Case(
      items: [title, task, Fixtures.item(5, .deadline, [(.what, "报送总结")])], codes: ["campaign.deadline-undated"]),
    Case(
      items: [title, task, Fixtures.item(5, .deadline, [(.what, "报送总结"), (.recurring, "是")])], codes: []),
    Case(
      items: [title, task, Fixtures.item(5, .deadline, [(.what, "报送总结"), (.date, "2026-12-25")])], codes: []),
  ]

  @Test(arguments: cases.indices) func namesWhatIsMissing(_ index: Int) {
    let example = Self.cases[index]
    #expect(Release.obstacles(example.items).map(\.code) == example.codes)
  }

  @Test func takesTheHighestTarget() {
    let items = [
      Fixtures.item(1, .coverage, [(.subject, "医疗机构"), (.percent, "50"), (.types, "hospital,clinic")]),
      Fixtures.item(2, .coverage, [(.subject, "医院"), (.percent, "100"), (.types, "hospital")]),
      Fixtures.item(3, .coverage, [(.subject, "实名举报答复"), (.percent, "100")]),
    ]
    let targets = Release.targets(items)
    #expect(targets.map(\.type) == ["clinic", "hospital"])
    #expect(targets.map(\.percent) == [50, 100])
  }

  @Test func quotesTheSentence() {
    let quote = Quote("第一句。\n于12月25日\n前报送。", "方案")
    #expect(quote.of(Fixtures.item(1, .deadline, [], [(5, 17)])) == "《方案》：于12月25日前报送。")
    #expect(quote.of(Fixtures.item(1, .deadline, [], [(5, 900)])) == "《方案》：于12月25日前报送。")
    #expect(quote.of(Fixtures.item(1, .deadline, [])) == "《方案》，手工补充")
  }

  struct Share: Sendable {
    let total: Int64
    let visited: Int64
    let percent: Double
    let owed: Int64
  }

  /// Owed: the target's share of those on file, a part counts as one, less those visited.
  static let shares: [Share] = [
    Share(total: 168, visited: 121, percent: 100, owed: 47), Share(total: 12, visited: 11, percent: 50, owed: 0),
    Share(total: 3, visited: 0, percent: 50, owed: 2), Share(total: 0, visited: 0, percent: 100, owed: 0),
    Share(total: 5, visited: 7, percent: 100, owed: 0), Share(total: 10, visited: 0, percent: 70, owed: 7),
    Share(total: 1000, visited: 0, percent: 99.9, owed: 999),
  ]

  @Test(arguments: shares.indices) func countsWhatIsOwed(_ index: Int) throws {
    let example = Self.shares[index]
    let type = try #require(try Fixtures.types()["clinic"])
    let target = CampaignTarget(type: "clinic", percent: example.percent, subject: "诊所")
    let row = Coverage(type: type, visited: example.visited, total: example.total, target: target)
    #expect(row.owed == example.owed)
  }

  @Test func showsTypesWithTargetOrVisit() throws {
    let types = try Fixtures.types()
    let targets = [CampaignTarget(type: "hospital", percent: 100, subject: "医院")]
    func shown(_ targets: [CampaignTarget]) -> [String] {
      Coverage.rows(types, targets: targets, visited: ["pharmacy": 1], onFile: ["clinic": 4, "hospital": 2]).map(
        \.type.id)
    }
    #expect(shown(targets) == ["hospital", "pharmacy"])
    #expect(shown([]) == ["hospital", "clinic", "pharmacy"])
  }
}

struct AnswersTests {
  /// 0–9 the phase, 10–19 a blank inside it, 30–36 a blank that is no date.
  static let text = Array("第一阶段工作时间为：20__年__月__日至__日。其余的话很多很多组长：____。".unicodeScalars)
  static let gap = Fixtures.item(9, .finding, [(.finding, "gap")], [(10, 20)])
  static let name = Fixtures.item(8, .finding, [(.finding, "gap")], [(35, 39)])

  static func phase(_ end: String?, _ places: [(Int, Int)] = [(0, 40)]) -> PlanItem {
    Fixtures.item(1, .phase, [(.name, "第一阶段"), (.start, "2026-11-01"), (.end, end)], places)
  }

  @Test func waitsForEveryItemAround() {
    let deadline = Fixtures.item(2, .deadline, [(.what, "上报")], [(5, 25)])
    #expect(Answers.isAnswered(Self.gap, [Self.phase("2026-11-30")], Self.text))
    #expect(!Answers.isAnswered(Self.gap, [Self.phase(nil)], Self.text))
    #expect(!Answers.isAnswered(Self.gap, [Self.phase("2026-11-30"), deadline], Self.text))
    #expect(!Answers.isAnswered(Self.gap, [Self.phase("2026-11-30", [(12, 30)])], Self.text))
    #expect(!Answers.isAnswered(Self.gap, [], Self.text))
  }

  @Test func leavesOtherBlanksOpen() {
    #expect(!Answers.isAnswered(Self.name, [Self.phase("2026-11-30")], Self.text))
  }

  @Test func takesALeadAsAnswer() {
    let finding = Fixtures.item(9, .finding, [(.finding, "missingLead")], [(0, 9)])
    let led = Fixtures.item(1, .task, [(.text, "查处"), (.lead, "县公安局")], [(0, 9)])
    let unled = Fixtures.item(1, .task, [(.text, "查处")], [(0, 9)])
    #expect(Answers.isAnswered(finding, [led], Self.text))
    #expect(!Answers.isAnswered(finding, [unled], Self.text))
  }
}
