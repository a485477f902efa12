import App
import Kit
import Law
import Offices
import TestKit
import Testing

@testable import Duties

/// Which steps a day brings, counted by hand.
@Suite struct LadderTests {
  struct Case: Sendable {
    var kind = "test.plain"
    let due: String
    var countedTo: String?
    var suspended: String?
    let today: String
    let steps: [String]
  }

  static let cases: [Case] = [
    // Wednesday 2026-11-25: 11-20 has 23 24 25 before it, 11-19 one more.
    Case(due: "2026-11-25", today: "2026-11-19", steps: []),
    Case(due: "2026-11-25", today: "2026-11-20", steps: ["warn-3 3"]),
    Case(due: "2026-11-25", today: "2026-11-22", steps: ["warn-3 3"]),
    Case(due: "2026-11-25", today: "2026-11-23", steps: ["warn-3 2"]),
    Case(due: "2026-11-25", today: "2026-11-24", steps: ["warn-1 1"]),
    Case(due: "2026-11-25", today: "2026-11-25", steps: ["warn-1 0"]),
    // A weekend passes no working day.
    Case(due: "2026-11-20", today: "2026-11-22", steps: []),
    Case(due: "2026-11-20", today: "2026-11-23", steps: ["late-owner 1"]),
    Case(due: "2026-11-20", today: "2026-11-25", steps: ["late-owner 3", "late-agency 3"]),
    Case(due: "2026-11-20", today: "2026-11-27", steps: ["late-owner 5", "late-agency 5", "late-superior 5"]),
    // The holiday to 10-07; Saturday 10-10 is worked.
    Case(due: "2026-09-30", today: "2026-10-07", steps: []),
    Case(due: "2026-09-30", today: "2026-10-08", steps: ["late-owner 1"]),
    Case(due: "2026-09-30", today: "2026-10-10", steps: ["late-owner 3", "late-agency 3"]),
    // The plain end binds the agency: Saturday 11-21, moved to Monday. On the 19th one working day is left, not two.
    Case(due: "2026-11-23", countedTo: "2026-11-21", today: "2026-11-19", steps: ["warn-1 1"]),
    Case(due: "2026-11-23", countedTo: "2026-11-21", today: "2026-11-23", steps: ["warn-1 0"]),
    // Lateness counts from the date itself.
    Case(due: "2026-11-23", countedTo: "2026-11-21", today: "2026-11-24", steps: ["late-owner 1"]),
    Case(kind: "visit.record", due: "2026-11-20", today: "2026-11-19", steps: []),
    Case(kind: "visit.record", due: "2026-11-20", today: "2026-11-20", steps: ["warn-0 0"]),
    Case(kind: "visit.record", due: "2026-11-02", today: "2026-11-20", steps: ["late-owner 14", "late-agency 14"]),
    // 11-23 to 12-04.
    Case(kind: "campaign.deadline", due: "2026-12-04", today: "2026-11-20", steps: ["warn-10 10"]),
    Case(kind: "campaign.deadline", due: "2026-11-18", today: "2026-11-20", steps: ["late-owner 2", "late-agency 2"]),
    Case(due: "2026-11-02", suspended: "2026-10-30", today: "2026-11-20", steps: []),
  ]

  @Test(arguments: cases) func `each day has its steps`(_ sample: Case) throws {
    let content = try HouseContent.load(TestHouse.contentFolder)
    let due = try Scene.day(sample.due)
    let counted = try sample.countedTo.map { try Scene.day($0) }
    let duty = OpenDuty(
      id: ID(1), county: County(110), kind: sample.kind, title: "事", subject: Scene.subject(1), owner: ID(1),
      ownerName: "某人", agency: 1, due: due, countedTo: counted ?? due, provisional: false, basis: "",
      term: counted.map { DutyTerm(key: "x", began: due.adding(days: -20), countedTo: $0) },
      suspended: try sample.suspended.map { try Scene.day($0) }, extended: 0)
    let steps = content.ladders.ladder(for: sample.kind)
      .steps(of: duty, on: try Scene.day(sample.today), content.law.calendar)
    #expect(steps.map { "\($0.step.key) \($0.days)" } == sample.steps)
    for (step, _) in steps { #expect(NoticeStep(key: step.key) == step) }
  }

  private static let sound = """
    ladders:
      - {key: standard, kinds: [], warn: [3, 1], owner: 1, agency: 3, superior: 5, why: 理由, source: 内部, confidence: U}
      - {key: other, kinds: [a.b], warn: [], owner: 1, agency: 0, superior: 5, why: 理由, source: 内部, confidence: U}

    """

  private static let slips: [(old: String, new: String, reason: String)] = [
    ("key: standard", "key: usual", "缺少 standard"), ("warn: [3, 1]", "warn: [1, 3]", "从大到小"),
    ("warn: [3, 1]", "warn: [3, 3]", "从大到小"), ("agency: 3", "agency: 6", "不能比下一级先知道"),
    ("kinds: [a.b]", "kinds: []", "没有写明"), ("why: 理由, source", "source", "缺少这一项"),
    ("warn: []", "warn: [x]", "整数"), ("warn: []", "warn: [61]", "整数"), ("kinds: []", "kinds: [a.b]", "重复"),
    ("kinds: [a.b]", "kinds: [a.b], sealed: true", "只提醒、督办本人"), ("kinds: []", "kinds: [], sealed: true", "只提醒、督办本人"),
    ("kinds: [a.b]", "kinds: [a.b], sealed: 是", "true 或者 false"), ("kinds: [a.b]", "kinds: [a.b], right: a.b", "能接办"),
    ("agency: 0, superior: 5", "agency: 0, superior: 0, sealed: true", "能接办"),
  ]

  @Test func `a sound file is read, slips are refused`() throws {
    let read = try Ladders.load(try ChangedContent(["duties/warnings.yaml": Self.sound]))
    #expect(read.all.map(\.key) == ["standard", "other"] && read.ladder(for: "a.b").late == [.owner: 1, .superior: 5])
    for (old, new, reason) in Self.slips {
      let text = Self.sound.replacing(old, with: new, maxReplacements: 1)
      let found = #expect(throws: Refusals.self, "\(new)") {
        try Ladders.load(try ChangedContent(["duties/warnings.yaml": text]))
      }
      #expect(found?.sentence.contains(reason) == true, "\(new) \(found?.sentence ?? "")")
    }
  }
}
