import App
import Kit
import Law
import Procedure
import TestKit
import Testing

@testable import Casework

/// The surcharge as the party is shown it, counted by hand from 《行政处罚法》第七十二条、第七十三条第三款.
///
/// A fine of 1,000 yuan and gains of 500, decided and served on 2026-03-02: the 15 days end on Tuesday 2026-03-17.
@Suite struct PartyMoneyTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let today: String
    var payments: [(String, Int64)] = []
    var contest: (String, String?)?
    /// Days and fen; nil: no surcharge.
    let surcharge: (Int, Int64)?
    var testDescription: String { name }
  }

  static let examples = [
    Example(name: "on the last day", today: "2026-03-17", surcharge: nil),
    Example(name: "one day late: 1 × 3 %", today: "2026-03-18", surcharge: (1, 3_000)),
    Example(name: "ten days late", today: "2026-03-27", surcharge: (10, 30_000)),
    Example(name: "34 days make 102 %: not above the fine", today: "2026-04-20", surcharge: (34, 100_000)),
    // 600 of the fine are unpaid from the 22nd on: 5 × 30 + 5 × 18.
    Example(
      name: "part paid on the fifth day", today: "2026-03-27", payments: [("2026-03-22", 400)], surcharge: (10, 24_000)),
    Example(
      name: "paid in time in part", today: "2026-03-27", payments: [("2026-03-10", 400)], surcharge: (10, 18_000)),
    Example(
      name: "the fine is paid, the gains are not", today: "2026-03-27", payments: [("2026-03-10", 1_000)],
      surcharge: nil),
    // The 20th to the 24th do not count: 2 + 3 days.
    Example(
      name: "reconsidered for five days", today: "2026-03-27", contest: ("2026-03-20", "2026-03-24"),
      surcharge: (5, 15_000)),
    Example(name: "still reconsidered", today: "2026-03-27", contest: ("2026-03-16", nil), surcharge: nil),
  ]

  @Test(arguments: examples) func `is counted by the day`(example: Example) throws {
    let content = try HouseContent.load(TestHouse.contentFolder)
    let room = Casework(
      law: content.law, roles: content.roles, procedure: content.procedure, papers: content.papers,
      evidence: content.evidence)
    let money = try #require(room.money(try Self.file(example), on: try Self.day(example.today)))
    #expect(money.owed == Money(yuan: 1_500))
    #expect(money.due == CivilDate(2026, 3, 17))
    #expect(money.surcharge?.days == example.surcharge?.0)
    #expect(money.surcharge?.amount.fen == example.surcharge?.1)
  }

  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  private static func file(_ example: Example) throws -> CaseFile {
    var file = CaseFile(county: 110)
    var number: Int64 = 0
    func add(_ kind: StepKind, _ on: String, about: Int64? = nil, _ fill: (inout StepFacts) -> Void = { _ in }) throws {
      number += 1
      var facts = StepFacts()
      fill(&facts)
      file.record(Taken(id: number, kind: kind, on: try day(on), by: 1, about: about, facts: facts))
    }
    try add(.decision, "2026-03-02") {
      ($0.penalties, $0.fine, $0.gains) = (["fine", "gains"], Money(yuan: 1_000), Money(yuan: 500))
    }
    try add(.service, "2026-03-02", about: 1) { $0.way = "direct" }
    for (on, yuan) in example.payments { try add(.payment, on) { $0.amount = Money(yuan: yuan) } }
    if let contest = example.contest {
      try add(.challenge, contest.0) { $0.way = "reconsideration" }
      let about = number
      if let end = contest.1 { try add(.challengeResult, end, about: about) { $0.outcome = "kept" } }
    }
    return file
  }
}
