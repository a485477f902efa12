import Inspection
import Kit
import Law
import Offices
import Papers
import Procedure
import Registers

/// What a paper of a case is filled with: every supplied value that the house knows. What it does not know stays a gap;
/// nothing is guessed.
struct CasePaperValues {
  let facts: CasePaperFacts
  let template: PaperTemplate
  /// The step that the paper is of.
  let step: CaseStep?
  let day: CivilDate

  init(_ facts: CasePaperFacts, _ template: PaperTemplate, _ step: CaseStep?, on day: CivilDate) {
    self.facts = facts
    self.template = template
    self.step = step
    self.day = day
  }

  private var record: CaseRecord { facts.record }

  /// `typing`: what was typed for supplied values that the house does not know, here or in an earlier paper of the case.
  func values(_ typing: PaperTyping) -> PaperValues {
    var values = supplied
    let typed = facts.remembered.merging(typing.texts.filter { !$0.value.isEmpty }) { $1 }
    for text in PaperText.allCases where !text.name.hasPrefix("paper.") {
      if values[text]?.isEmpty != false, let known = typed[text.name] { values[text] = known }
    }
    return values
  }

  /// What the house knows by itself.
  var supplied: PaperValues {
    var values = facts.party
    lawCase(&values)
    people(&values)
    agency(&values)
    paper(&values)
    ofStep(&values)
    told(&values)
    hearing(&values)
    decided(&values)
    money(&values)
    lists(&values)
    return values
  }

  private func lawCase(_ values: inout PaperValues) {
    values[.caseNumber] = record.number
    values.set(.caseFiled, record.filedOn)
    values[.caseCause] = record.violation.name
    values[.caseBasis] = record.violation.basis
    values[.casePenaltyBasis] = record.violation.penalty
    values[.caseSummary] = record.summary
    values[.caseSource] = facts.source
    values.set(.caseLimit, facts.file.limitationEnds)
    values.set(.caseBan, facts.has(.ban))
    values.set(.caseDiscussed, facts.has(.discussion))
    values.set(.caseReviewed, facts.has(.legalReview))
    values.set(.caseHasGoods, !facts.items.isEmpty)
    values.set(.termDue, facts.terms.decision)
  }

  private func people(_ values: inout PaperValues) {
    values[.partyName] = record.party
    values[.partyKind] = record.isOrganisation ? "单位" : "个人"
    values.set(.partyIsOrganisation, record.isOrganisation)
    values[.placeName] = facts.premises?.name ?? record.premisesName
    values[.placeAddress] = facts.premises?.address
    let team = record.team
    values[.officersNames] = team.names
    values[.officersFirst] = team.first.name
    values[.officersFirstCertificate] = team.first.certificate
    values[.officersSecond] = team.second.name
    values[.officersSecondCertificate] = team.second.certificate
  }

  private func agency(_ values: inout PaperValues) {
    for (detail, value) in facts.agency { values[detail.text] = value }
    if facts.agency[.name] == nil { values[.agencyName] = facts.officersAgency }
    values[.remedyReconsiderationDays] = facts.terms.reconsideration
    values[.remedyLitigationMonths] = facts.terms.litigation
    // A penalty on the spot is reconsidered before it goes to court (《行政复议法》第二十三条).
    values.set(.remedyReconsiderationFirst, template.kind == .onTheSpot)
  }

  private func paper(_ values: inout PaperValues) {
    values[.paperTitle] = template.title
    values.set(.paperDate, day)
  }

  /// What the step at hand says, and the step that it answers.
  private func ofStep(_ values: inout PaperValues) {
    guard let step else { return }
    let taken = step.taken
    values.set(.stepUntil, taken.facts.until)
    if taken.kind == .service {
      values[.serviceWay] = taken.facts.way.map { facts.procedure.way($0, of: .service) }
      values.set(.serviceDate, taken.on)
    }
    if let other = facts.step(taken.about) {
      values[.aboutTitle] = facts.shelf.main(other)?.title ?? facts.procedure.title(other.taken.kind)
      values[.aboutNumber] = facts.number(other)
      values.set(.aboutDate, other.taken.on)
      values.set(.aboutUntil, other.taken.facts.until)
    }
    approval(step, &values)
    guard [.extension, .secondExtension, .suspension, .resumption].contains(taken.kind) else { return }
    values.set(.termDue, facts.terms.decisionBefore)
    values.set(.termExtended, facts.terms.decision)
  }

  /// The words of whoever decided the step, where the head takes it himself; else room is left to write.
  private func approval(_ step: CaseStep, _ values: inout PaperValues) {
    guard facts.procedure.definition(step.taken.kind)?.by == [.head], !step.note.isEmpty else { return }
    values[.approvalWords] = step.note
    values[.approvalName] = facts.names[step.taken.by]
    values.set(.approvalDate, step.taken.on)
  }
}

/// Notice, defence, hearing.
extension CasePaperValues {
  private func told(_ values: inout PaperValues) {
    values.set(.partyDefended, facts.has(.defence))
    let waived = facts.last(.waiver)?.taken.facts.outcome
    values.set(.defenceWaived, waived == "statement" || waived == "both")
    values.set(.hearingWaived, waived == "hearing" || waived == "both")
    if let order = facts.last(.orderToCorrect) {
      values[.orderNumber] = facts.number(order)
      values.set(.orderDate, order.taken.on)
      values.set(.orderDeadline, order.taken.facts.until)
    }
    guard let notice = facts.last(.priorNotice) else { return }
    values[.noticeNumber] = facts.number(notice)
    values.set(.noticeDate, notice.taken.on)
    values.set(.noticeServed, facts.served(notice))
    values[.noticePenalties] = penalties(notice.taken.facts)
    values.set(.hearingTold, notice.taken.facts.told == true)
  }

  private func hearing(_ values: inout PaperValues) {
    values.set(.hearingRequested, facts.has(.hearingRequest))
    values.set(.hearingForfeited, facts.has(.hearingForfeit))
    values.set(.hearingHeld, facts.has(.hearing))
    values.set(.hearingDate, facts.last(.hearing)?.taken.on ?? facts.last(.hearingNotice)?.taken.facts.until)
    values[.hearingTime] = facts.last(.hearingNotice)?.taken.facts.time.map(StepWords.hour)
    values[.hearingPlace] = facts.last(.hearingNotice)?.taken.facts.place
    values[.hearingPresider] = (facts.last(.hearing) ?? facts.last(.hearingNotice)).flatMap { facts.names[$0.taken.by] }
    // Who of several is the clerk is not recorded.
    let staff = (facts.last(.hearing) ?? facts.last(.hearingNotice))?.taken.facts.staff ?? []
    values[.hearingClerk] = staff.count == 1 ? staff.first.flatMap { facts.names[$0] } : nil
    values[.reviewName] = facts.reviewer?.name
    values[.reviewQualification] = facts.reviewer?.qualification?.number
  }

  /// `警告；罚款50,000元；没收违法所得8,640.50元`.
  private func penalties(_ facts: StepFacts) -> String {
    facts.penalties.map { id in
      let title = self.facts.procedure.penalty(id)
      return switch id {
      case Penalty.fine.rawValue: facts.fine.map { "\(title)\($0.text)元" } ?? title
      case Penalty.gains.rawValue: facts.gains.map { "\(title)\($0.text)元" } ?? title
      default: title
      }
    }.joined(separator: "；")
  }
}

/// Decision, money, lists.
extension CasePaperValues {
  private func decided(_ values: inout PaperValues) {
    guard let step = facts.decision, let decision = record.decision else { return }
    values[.decisionNumber] = decision.number
    values.set(.decisionDate, decision.date)
    values.set(.decisionServed, facts.served(step))
    values[.decisionWords] =
      decision.outcome == .penalty
      ? penalties(facts.procedure.standing(facts.file)?.penalty ?? step.taken.facts) : decision.outcome.title
    values.set(.decisionOnTheSpot, step.taken.kind == .onTheSpot)
    values.set(.decisionHasFine, decision.fine > .zero)
    values.set(.decisionHasGains, decision.gains > .zero)
    values.set(.decisionHasGoods, decision.penalties.contains(.goods))
    values.set(.decisionHasMoney, decision.owed > .zero)
    if decision.fine > .zero { values.set(.decisionFine, decision.fine, capital: .decisionFineCapital) }
    if decision.gains > .zero { values.set(.decisionGains, decision.gains) }
    if decision.owed > .zero { values.set(.decisionTotal, decision.owed, capital: .decisionTotalCapital) }
  }

  private func money(_ values: inout PaperValues) {
    values[.paymentDays] = facts.terms.payment
    if record.owed > .zero {
      values.set(.paymentOwed, record.unpaid)
      values.set(.paymentPaid, record.paid)
      values.set(.paymentDue, facts.terms.paymentDue)
    }
    guard let reminder = facts.last(.reminder) else { return }
    values[.reminderNumber] = facts.number(reminder)
    values.set(.reminderDate, reminder.taken.on)
    values.set(.reminderServed, facts.served(reminder))
  }

  private func lists(_ values: inout PaperValues) {
    values[.evidence] = facts.evidence
    values[.items] = facts.items
    values[.papers] = facts.papers.compactMap { paper in
      guard let issue = paper.issue, let title = facts.shelf.book[paper.template]?.title else { return nil }
      return ["title": title, "number": issue.number ?? "", "date": paper.day.chinese()]
    }
    values[.steps] = facts.steps.map { step in
      [
        "date": step.taken.on.chinese(), "title": facts.procedure.title(step.taken.kind),
        "officers": facts.names[step.taken.by] ?? "",
        "paper": facts.shelf.main(step)?.title ?? "",
      ]
    }
    values[.payments] = facts.payments.map(payment)
  }

  /// What was given back stands with the payments, below zero.
  private func payment(_ payment: CasePayment) -> [String: String] {
    let isBack = payment.amount < .zero
    let amount = isBack ? .zero - payment.amount : payment.amount
    return ["date": payment.date.chinese(), "kind": isBack ? "退还" : "缴款", "amount": "\(amount.text)元"]
  }
}
