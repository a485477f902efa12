import Kit
import Testing

@testable import Procedure
@testable import ProcedureWalk

/// A worked case as a person writes it down: one line per step. `2026-03-02 filing` is taken and must be lawful;
/// `! in-term 2026-06-02 extension` must be closed for that reason and is not taken. Steps are numbered from 1; the usual
/// person takes each, unless `by` says otherwise.
struct Script {
  let procedure: Procedure
  var file: CaseFile

  mutating func play(_ lines: String) throws {
    for line in lines.split(separator: "\n") {
      var words = line.split(separator: " ").map(String.init)
      if words.first == "!" {
        let step = try read(Array(words.dropFirst(2)))
        let reasons = procedure.closed(step, in: file, as: try person(step), on: step.on).map(\.condition)
        #expect(reasons.contains(words[1]), "\(line): \(reasons)")
        continue
      }
      words = words.filter { !$0.isEmpty }
      let step = try read(words)
      let person = try person(step)
      let reasons = procedure.closed(step, in: file, as: person, on: step.on)
      #expect(reasons.isEmpty, "\(line): \(reasons.map(\.condition))")
      let offer = procedure.offers(file, as: person, on: step.on).first { $0.step.kind == step.kind }
      #expect(offer?.isOpen == true, "\(line) is not offered: \(offer?.reasons.map(\.condition) ?? [])")
      file.record(step)
    }
  }

  private func person(_ step: Taken) throws -> ActingPerson { try #require(Cast.person(step.by)) }

  private func read(_ words: [String]) throws -> Taken {
    let kind = try #require(StepKind(rawValue: words[1]), "\(words)")
    let pairs = stride(from: 2, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
    let given = Dictionary(uniqueKeysWithValues: pairs)
    let numbers = { (key: String) in given[key].map { $0.split(separator: ",").compactMap { Int64($0) } } }
    return Taken(
      id: Int64(file.steps.count + 1), kind: kind, on: try Fixtures.day(words[0]),
      by: numbers("by")?.first ?? usual(kind),
      officers: numbers("officers") ?? (Self.inPairs.contains(kind) ? [1, 2] : []),
      about: numbers("about")?.first, facts: try facts(kind, given))
  }

  private static let inPairs: Set<StepKind> = [
    .filing, .onSite, .questioning, .otherEvidence, .registration, .seizure, .reinspection, .ban, .onTheSpot,
  ]

  private func usual(_ kind: StepKind) -> Int64 {
    switch procedure.definition(kind)?.by.first {
    case .head: 10
    case .reviewer: 20
    case .presider: 30
    case .recorder: 40
    default: 1
    }
  }

  private func facts(_ kind: StepKind, _ given: [String: String]) throws -> StepFacts {
    var facts = StepFacts()
    let yuan = { (key: String) in given[key].flatMap { Int64($0) }.map(Money.init(yuan:)) }
    let text = { (key: String, usual: String) in given[key] == "none" ? nil : given[key] ?? usual }
    (facts.outcome, facts.way) = (given["outcome"], given["way"] ?? (kind == .service ? "direct" : nil))
    facts.until = try given["until"].map(Fixtures.day)
    facts.penalties = given["penalties"]?.split(separator: ",").map(String.init) ?? []
    (facts.fine, facts.gains, facts.amount) = (yuan("fine"), yuan("gains"), yuan("amount"))
    facts.told = given["told"].map { $0 == "yes" }
    facts.confirmed = given["confirmed"].map { $0 == "yes" }
    (facts.replaced, facts.successor) = (
      given["replaced"].flatMap { Int64($0) }, given["successor"].flatMap { Int64($0) }
    )
    facts.staff = kind == .hearing || kind == .hearingNotice ? [Int64(given["staff"] ?? "31") ?? 0] : []
    if kind == .hearingNotice { (facts.time, facts.place) = (text("time", "09:30"), text("place", "会议室")) }
    facts.basis = kind == .seizure ? given["basis"] ?? "《医疗废物管理条例》第三十九条" : nil
    return facts
  }
}

/// A worked case, counted from the law by hand.
struct Worked: Sendable, CustomTestStringConvertible {
  let name: String
  var file = CaseFile(county: 1, certified: Cast.certified, hearingAmount: Money(yuan: 5000))
  let lines: String
  /// `decision 2026-06-01`; `decision 2026-05-31/2026-06-01` where the plain last day differs; `?` after a day of a year
  /// whose calendar is not known. Exactly these terms run.
  let clocks: [String]
  let stage: Stage
  /// Exactly these steps are open for a person on a day.
  var open: (person: Int64, day: String, kinds: [StepKind])?

  var testDescription: String { name }
}
