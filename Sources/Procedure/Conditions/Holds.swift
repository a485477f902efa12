import Kit
import Law

extension Reading {
  /// Whether a condition holds: the table from names to what they look at.
  func holds(_ condition: Condition, _ attempt: Attempt) -> Bool {
    // Read where a condition asks for them: most do not, and a step with its facts is costly to copy.
    var step: Taken { attempt.step }
    var facts: StepFacts { attempt.facts }
    let day = attempt.step.on
    return switch condition {
    case .ordinaryProcedure: file.track == .ordinary
    case .simpleProcedure: file.track == .simple
    case .filed: file.filedOn != nil
    case .notFiled: file.filedOn == nil
    case .withinLimitation: file.limitationEnds.map { day <= $0 } ?? true
    case .open: !isClosed
    case .closedCase: isClosed
    case .notArchived: !isArchived
    case .ours: !isLeft
    case .notWithPolice: !isWithPolice
    case .transferDecided: file.transfer != .pending
    case .transferSettled: !isWithPolice || file.transfer == .judged
    case .jurisdictionOurs: !file.isNamedElsewhere
    case .undecided: decision == nil
    case .decided: decision != nil
    case .once: !has(step.kind)

    case .twoCertifiedOfficers:
      hasTwoCertified(attempt.isOffer ? file.officers : step.officers) || isFirstOffer(attempt)
    case .officersOfTheCase: Set(step.officers).isSubset(of: file.officers)
    case .notRecused: file.recused.isDisjoint(with: [step.by] + step.officers + facts.staff)
    case .notAnInvestigator: !investigators.contains(step.by)
    case .replacedIsOfficer: replacementFits(step)
    case .teamStaysTwo: facts.outcome != "granted" || hasTwoCertified(team(after: facts))
    case .qualifiedReviewer: attempt.person.qualifiedReviewer
    case .reviewerNotDecider: isApartFromReview(step)
    case .staffIndependent: !facts.staff.isEmpty && investigators.union([step.by]).isDisjoint(with: facts.staff)

    case .notInFuture: day <= attempt.today
    case .inOrder: isInOrder(attempt)
    case .inTerm: decisionDue(on: day).map { day <= $0.date } ?? false
    case .extended: has(.extension)
    case .noSuspensionRunning: runningSuspension == nil
    case .dateGiven: facts.until.map { $0 > day } ?? false

    case .evidenceCollected: lastEvidence > place(.investigationEnd)
    case .investigationEnded: investigationEnded
    case .answersAStep: self.step(step.about).map { attempt.definition.about.contains($0.kind) } ?? false
    case .notAnswered: self.step(step.about).map { answers(step.kind, to: $0).isEmpty } ?? true
    case .seizureBasisNamed: facts.basis?.isEmpty == false
    case .seizureNotEnded: self.step(step.about).map { answers(.seizureEnd, to: $0).isEmpty } ?? true
    case .seizureInTerm: self.step(step.about).flatMap { seizureDue($0, on: day) }.map { day <= $0.date } ?? false
    case .noSeizureRunOut: openSeizures.allSatisfy { seizureDue($0, on: day).map { day <= $0.date } ?? false }
    case .measuresEnded: openSeizures.isEmpty && openRegistrations.isEmpty
    case .orderExpired: self.step(step.about).map { isExpired($0, on: day) } ?? false
    case .orderServedAndNotCorrected:
      !file.refusesToCorrectFine || !facts.penalties.contains("fine") || isUncorrected(on: day)

    case .penaltyComplete: isComplete(facts)
    case .hearingTold: !isHeavy(facts) || (step.kind == .priorNotice ? facts.told : notice?.facts.told) == true
    case .notHeavierForDefending: !isHeavierForDefending(facts)
    case .notHeavierThanNotice: notice.map { !isHeavier(facts, than: $0.facts) } ?? false
    case .noticeServed: notice.map { isServed($0, by: day) } ?? false
    case .defenceOverOrWaived: isWaived("statement") || isOver(.defence, on: day)
    case .defenceReviewed: all(.defence).allSatisfy { !answers(.defenceReview, to: $0).isEmpty }
    case .hearingOffered: notice?.facts.told == true && sinceNotice(.hearingRequest).isEmpty && !isWaived("hearing")
    case .requestInTime: !isOver(.hearingRequest, on: day)
    case .hearingRequested: hearingIsPending
    case .hearingDayFarEnough: facts.until.map { isEarlyEnough(day, for: $0) } ?? false
    case .timeAndPlaceGiven: facts.time?.isEmpty == false && facts.place?.isEmpty == false
    case .hearingNoticeServedInTime: hearingCall.flatMap { served($0) }.map { isEarlyEnough($0, for: day) } ?? false
    case .onTheDayTold: hearingCall?.facts.until == day
    case .hearingHeld: !sinceNotice(.hearing).isEmpty && sinceNotice(.hearingReport).isEmpty
    case .hearingSettled: isHearingSettled(on: day)

    case .legalReviewPassed: isReviewPassed
    case .discussed: !needsDiscussion(attempt) || place(.discussion) > lastNews
    case .basisApproved: file.basisApproved
    case .onTheSpotLimits: fitsOnTheSpot(facts)
    case .toldOnTheSpot: facts.told == true

    case .outcomeNamed: attempt.definition.outcomes.contains { $0.id == facts.outcome }
    case .wayNamed: attempt.definition.ways.contains { $0.id == facts.way }
    case .leftServiceWitnessed: facts.way != "left" || facts.confirmed == true
    case .electronicServiceAgreed: facts.way != "electronic" || facts.confirmed == true
    case .amountFits: facts.amount.map { $0 > .zero && $0 <= unpaid } ?? false
    case .refundFits: fitsRefund(attempt.isOffer ? paid - owed : facts.amount)
    case .resultNotHeavier: isResultLighter(facts)

    case .decisionServed: decision.map { isServed($0, by: day) } ?? false
    case .moneyOwed: unpaid > .zero
    case .paymentOverdue: paymentDue.map { day > $0.date } ?? false
    case .reminderRunOut: isReminderRunOut(on: day)
    case .remediesOver: remedyEnd.map { day > $0.date } ?? challengeIsPending
    case .noChallengePending: !challengeIsPending
    case .notApplied: courtApplication == nil
    case .decidedOrLeft: decision != nil || isLeft || isWithPolice
    case .servedBeforeClosing: decision.map { isServed($0, by: day) } ?? true
    case .paidOrCourtResult: unpaid <= .zero || ["executed", "ended", "refused"].contains(courtResult)
    case .notOverpaid: unpaid >= .zero
    case .simpleFiled: file.track == .ordinary || has(.simpleFiling)
    }
  }
}
