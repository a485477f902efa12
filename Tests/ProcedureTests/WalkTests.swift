import Kit
import Law
import Testing

@testable import Procedure
@testable import ProcedureWalk

/// 100,000 lawful steps, tried among lawful and unlawful ones, never lead where a case must not be.
@Suite struct WalkTests {
  @Test func aHundredThousandStepsReachNoUnlawfulState() throws {
    var reached = Reached()
    for seed: UInt64 in 1...4 { try reached.walk(seed, steps: 25_000) }
    #expect(StepKind.allCases.filter { !reached.kinds.contains($0) }.isEmpty)
    #expect(Stage.allCases.filter { !reached.stages.contains($0) }.isEmpty)
    #expect(Self.allWays.subtracting(reached.ways).isEmpty)
  }

  /// Where walks have been.
  private struct Reached {
    var kinds: Set<StepKind> = []
    var stages: Set<Stage> = []
    var ways: Set<String> = []

    mutating func walk(_ seed: UInt64, steps: Int) throws {
      var walk = Walk(try Fixtures.procedure(), seed: 20_261_122 + seed)
      for _ in 0..<steps {
        walk.advance()
        let look = walk.look
        let wrong = Unlawful.all.filter { $0.isReached(look) }
        try #require(wrong.isEmpty, "\(wrong): \(look.story)")
        if let kind = look.last?.kind { kinds.insert(kind) }
        stages.insert(walk.procedure.stage(walk.file))
        if let kind = look.last?.kind, WalkTests.milestones.contains(kind) { ways.formUnion(WalkTests.ways(look)) }
      }
      print("walk: \(walk.taken) steps of \(walk.tried) tried, \(walk.cases) cases")
    }
  }

  /// What may be taken is offered: no lawful step of today hides from the page.
  @Test func everyLawfulStepIsOffered() throws {
    var walk = Walk(try Fixtures.procedure(), seed: 5)
    for _ in 0..<1500 {
      walk.learn()
      let before = walk.file
      walk.advance()
      guard let step = walk.file.steps.last, walk.file.steps.count == before.steps.count + 1,
        let person = Cast.person(step.by)
      else { continue }
      let offers = walk.procedure.offers(before, as: person, on: step.on)
      let offer = offers.first { $0.step.kind == step.kind }
      let brief = walk.procedure.offers(before, as: person, on: step.on, withClosed: false)
      #expect(brief == offers.filter(\.isOpen))
      #expect(offer?.isOpen == true, "\(walk.look.story)")
      if let about = step.about, offer?.step.about.isEmpty == false { #expect(offer?.about.contains(about) == true) }
    }
  }

  /// The ways in which a case may end.
  static let allWays: Set<String> = [
    "simple, paid", "simple, warned", "paid", "warned", "court ended", "hearing held", "hearing forfeited",
    "no penalty",
    "with the police", "back from the police, punished", "referred", "withdrawn", "kept", "changed", "revoked",
    "decided again", "deferred", "extended twice", "banned", "fined for refusal", "silent about a hearing",
  ]

  static let milestones: Set<StepKind> = [.hearingReport, .decision, .closing]

  static func ways(_ look: Look) -> Set<String> {
    let has = { (kind: StepKind) in look.steps.contains { $0.kind == kind } }
    let decision = look.standing(in: look.steps)
    let isSimple = look.file.track == .simple
    var ways: Set<String> = []
    func note(_ condition: Bool, _ way: String) { if condition { ways.insert(way) } }
    note(isSimple && has(.payment), "simple, paid")
    note(isSimple && decision?.facts.penalties == ["warning"], "simple, warned")
    note(!isSimple && decision?.kind == .decision && has(.payment) && look.unpaid == 0, "paid")
    note(!isSimple && decision?.facts.penalties == ["warning"], "warned")
    note(look.all(.courtRuling).last?.facts.outcome == "ended" && look.unpaid > 0, "court ended")
    note(look.last?.kind == .hearingReport && has(.hearing), "hearing held")
    note(decision?.kind == .decision && has(.hearingForfeit), "hearing forfeited")
    note(decision?.kind == .noPenalty, "no penalty")
    note(decision == nil && has(.crimeTransfer), "with the police")
    note(decision?.kind == .decision && has(.crimeReturn), "back from the police, punished")
    note(has(.referral), "referred")
    note(has(.withdrawal), "withdrawn")
    for outcome in ["kept", "changed", "revoked"] {
      note(look.all(.challengeResult).contains { $0.facts.outcome == outcome }, outcome)
    }
    note(decision != nil && look.all(.challengeResult).contains { $0.facts.outcome == "redo" }, "decided again")
    note(has(.deferral), "deferred")
    note(has(.secondExtension), "extended twice")
    note(has(.ban), "banned")
    note(look.file.refusesToCorrectFine && decision?.facts.penalties.contains("fine") == true, "fined for refusal")
    note(
      look.all(.priorNotice).last?.facts.told == true && !has(.hearingRequest) && !has(.waiver)
        && decision?.kind == .decision,
      "silent about a hearing")
    return ways
  }
}
