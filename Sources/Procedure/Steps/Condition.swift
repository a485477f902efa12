internal import Kit
package import Packs

/// A named condition of a step. Its words and article stand in `Content/procedure/conditions.yaml`, the steps that need
/// it name it there; what it looks at stands in `Conditions/`. The pack must give words to every one of them.
package enum Condition: String, CaseIterable, Sendable {
  case ordinaryProcedure = "ordinary-procedure"
  case simpleProcedure = "simple-procedure"
  case filed
  case notFiled = "not-filed"
  case withinLimitation = "within-limitation"
  case open
  case closedCase = "closed-case"
  case notArchived = "not-archived"
  case ours
  case notWithPolice = "not-with-police"
  case transferDecided = "transfer-decided"
  case transferSettled = "transfer-settled"
  case jurisdictionOurs = "jurisdiction-ours"
  case undecided, decided, once

  case twoCertifiedOfficers = "two-certified-officers"
  case officersOfTheCase = "officers-of-the-case"
  case notRecused = "not-recused"
  case notAnInvestigator = "not-an-investigator"
  case replacedIsOfficer = "replaced-is-officer"
  case teamStaysTwo = "team-stays-two"
  case qualifiedReviewer = "qualified-reviewer"
  case reviewerNotDecider = "reviewer-not-decider"
  case staffIndependent = "staff-independent"

  case notInFuture = "not-in-future"
  case inOrder = "in-order"
  case inTerm = "in-term"
  case extended
  case noSuspensionRunning = "no-suspension-running"
  case dateGiven = "date-given"

  case evidenceCollected = "evidence-collected"
  case investigationEnded = "investigation-ended"
  case answersAStep = "answers-a-step"
  case notAnswered = "not-answered"
  case seizureBasisNamed = "seizure-basis-named"
  case seizureNotEnded = "seizure-not-ended"
  case seizureInTerm = "seizure-in-term"
  case noSeizureRunOut = "no-seizure-run-out"
  case measuresEnded = "measures-ended"
  case orderExpired = "order-expired"
  case orderServedAndNotCorrected = "order-served-and-not-corrected"

  case penaltyComplete = "penalty-complete"
  case hearingTold = "hearing-told"
  case notHeavierForDefending = "not-heavier-for-defending"
  case notHeavierThanNotice = "not-heavier-than-notice"
  case noticeServed = "notice-served"
  case defenceOverOrWaived = "defence-over-or-waived"
  case defenceReviewed = "defence-reviewed"
  case hearingOffered = "hearing-offered"
  case requestInTime = "request-in-time"
  case hearingRequested = "hearing-requested"
  case hearingDayFarEnough = "hearing-day-far-enough"
  case timeAndPlaceGiven = "time-and-place-given"
  case hearingNoticeServedInTime = "hearing-notice-served-in-time"
  case onTheDayTold = "on-the-day-told"
  case hearingHeld = "hearing-held"
  case hearingSettled = "hearing-settled"

  case legalReviewPassed = "legal-review-passed"
  case discussed
  case basisApproved = "basis-approved"
  case onTheSpotLimits = "on-the-spot-limits"
  case toldOnTheSpot = "told-on-the-spot"

  case outcomeNamed = "outcome-named"
  case wayNamed = "way-named"
  case leftServiceWitnessed = "left-service-witnessed"
  case electronicServiceAgreed = "electronic-service-agreed"
  case amountFits = "amount-fits"
  case refundFits = "refund-fits"
  case resultNotHeavier = "result-not-heavier"

  case decisionServed = "decision-served"
  case moneyOwed = "money-owed"
  case paymentOverdue = "payment-overdue"
  case reminderRunOut = "reminder-run-out"
  case remediesOver = "remedies-over"
  case noChallengePending = "no-challenge-pending"
  case notApplied = "not-applied"
  case decidedOrLeft = "decided-or-left"
  case servedBeforeClosing = "served-before-closing"
  case paidOrCourtResult = "paid-or-court-result"
  case notOverpaid = "not-overpaid"
  case simpleFiled = "simple-filed"
}

extension Condition {
  /// Whether it asks what the step itself says: who carried it out, how much, until when. An offer cannot know that
  /// yet, so it is asked only of a step that is about to be taken.
  var asksOfTheStep: Bool {
    switch self {
    case .notInFuture, .officersOfTheCase, .replacedIsOfficer, .teamStaysTwo, .staffIndependent, .dateGiven,
      .seizureBasisNamed, .orderServedAndNotCorrected, .penaltyComplete, .hearingTold, .notHeavierForDefending,
      .notHeavierThanNotice, .hearingDayFarEnough, .timeAndPlaceGiven, .onTheSpotLimits, .toldOnTheSpot, .outcomeNamed,
      .wayNamed,
      .leftServiceWitnessed, .electronicServiceAgreed, .amountFits, .resultNotHeavier:
      true
    default: false
    }
  }
}

/// Why a step is closed: the sentence, and the article on which it rests.
package struct Closed: Sendable, Hashable {
  /// Name of the condition, or of the people who may take the step.
  package let condition: String
  package let reason: String
  package let provenance: Provenance

  package var source: String { provenance.source }
}
