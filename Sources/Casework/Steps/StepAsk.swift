import Procedure

/// What the form of a step must ask besides its day: what the conditions of the step look at.
enum StepAsk: Hashable {
  case about, outcome, way, until, penalties, told, confirmed, amount, basis, change, staff, session

  static func of(_ step: StepDefinition) -> Set<StepAsk> {
    // An order to correct at once has no day, so no condition asks for one.
    Set(step.needs.compactMap(asked)).union(step.kind == .orderToCorrect ? [.until] : [])
  }

  private static func asked(_ condition: Condition) -> StepAsk? {
    switch condition {
    case .answersAStep: .about
    case .outcomeNamed: .outcome
    case .wayNamed: .way
    case .dateGiven, .hearingDayFarEnough: .until
    case .penaltyComplete, .notHeavierThanNotice, .resultNotHeavier: .penalties
    case .hearingTold, .toldOnTheSpot: .told
    case .leftServiceWitnessed, .electronicServiceAgreed: .confirmed
    case .amountFits, .refundFits: .amount
    case .seizureBasisNamed: .basis
    case .replacedIsOfficer: .change
    case .staffIndependent: .staff
    case .timeAndPlaceGiven: .session
    default: nil
    }
  }
}
