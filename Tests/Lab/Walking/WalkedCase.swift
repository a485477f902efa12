import App
import Casework
import Kit
import Law
import Packs
import Storage

@testable import Procedure
@testable import ProcedureWalk

/// A random case under way.
struct WalkedCase: Sendable {
  let number: Int
  let plan: CasePlan
  /// What its clerk does not think of.
  let avoided: Set<StepKind>
  /// The day of its next try: cases share one clock, which never goes back.
  var wake: CivilDate
  /// Nil until it is filed.
  var id: ID<Case>?
  /// As the store told it last; before filing, what the clerk knows.
  var seen: CaseFile
  /// What was put and taken, by the walk's own memory.
  var taken: [Taken] = []
  /// The last ruling gave it to the other county, by the walk's own memory.
  var isNamedElsewhere = false
  var tried = 0

  var isArchived: Bool { seen.steps.last?.kind == .archive }

  func look(_ calendar: WorkCalendar) -> Look { Look(file: seen, today: wake, calendar: calendar) }
}

/// What a case will be about.
struct CasePlan: Sendable {
  let isSimple: Bool
  let isOrganisation: Bool
  let violation: String
  let actEnded: CivilDate?
  let weights: Set<CaseWeight>
  let file: CaseFile

  func lawCase(_ premises: Ref, _ officers: [Int64]) -> NewCase? {
    guard officers.count >= 2 else { return nil }
    return NewCase(
      party: "走查当事人", isOrganisation: isOrganisation, premises: premises, violation: violation, summary: "走查。",
      actEnded: actEnded, weights: weights, first: ID(officers[0]), second: ID(officers[1]))
  }
}

/// Violations of the catalogue by what they mean to the procedure.
struct WalkedViolations: Sendable {
  /// Fined at once; fined only where an order was not followed; not verified, so that nothing may be decided; fined little
  /// enough for the simple procedure.
  let plain, afterRefusal, unverified, light: [String]

  init(_ law: LawContent, on day: CivilDate) {
    let ours = law.violations.filter { $0.authority == .health && $0.gap == nil }
    let firm = ours.filter(\.confidence.isFirm)
    func limits(_ violation: Violation) -> FineLimits? {
      (try? law.fine(violation.id, FineQuestion(on: day, [.gains: .zero])))?.chosen.limits
    }
    plain = firm.filter { limits($0).map { $0.max > .zero } == true }.map(\.id)
    light = firm.filter { limits($0).map { $0.max > .zero && $0.min <= Money(yuan: 3000) } == true }.map(\.id)
    afterRefusal = firm.filter { Self.wantsRefusal($0) }.map(\.id)
    unverified = ours.filter { !$0.confidence.isFirm }.map(\.id)
  }

  static func wantsRefusal(_ violation: Violation) -> Bool {
    violation.penalties.allSatisfy { $0.basic.fine == nil }
      && violation.penalties.contains { $0.later[.refused]?.fine != nil }
  }

  func pick(isSimple: Bool, _ dice: inout Dice) -> String? {
    if dice.chance(4) { return dice.pick(unverified) ?? dice.pick(plain) }
    if isSimple { return dice.pick(light) ?? dice.pick(plain) }
    return dice.chance(15) ? dice.pick(afterRefusal) ?? dice.pick(plain) : dice.pick(plain)
  }
}

extension CasePlan {
  init(_ violations: WalkedViolations, on day: CivilDate, _ dice: inout Dice) throws {
    isSimple = dice.chance(15)
    isOrganisation = dice.chance(50)
    guard let violation = violations.pick(isSimple: isSimple, &dice) else { throw Misuse("no violation to walk on") }
    self.violation = violation
    // Limitation is two years, with harm to health five: near its end, or long before.
    actEnded =
      dice.chance(60) ? nil : day.adding(days: -(dice.chance(50) ? dice.number(715...740) : dice.number(5...300)))
    let heavy: [(CaseWeight, Int)] = [(.publicInterest, 10), (.complex, 10), (.reviewByLaw, 5), (.discussion, 10)]
    weights = Set(heavy.filter { dice.chance($0.1) }.map(\.0)).union(dice.chance(5) ? [.harm] : [])
    file = CaseFile(
      county: App.Cast.county.number, track: isSimple ? .simple : .ordinary, partyIsOrganisation: isOrganisation,
      certified: ProcedureWalk.Cast.certified)
  }
}
