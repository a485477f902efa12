import Kit
import Law

/// The terms that run now. A term whose rule was not yet in force on its first day is left out: an older event is never
/// measured by a newer rule.
struct CaseClocks {
  let reading: Reading

  var running: [Clock] {
    if reading.isClosed { return [] }
    let before = reading.decision == nil && !reading.isLeft ? deciding + hearing : []
    let after = reading.decision.map { serving($0) + paying($0) + contesting($0) } ?? []
    return before + measures + after + court + publicNotices
  }

  private func clock(
    _ name: ClockName, _ due: Due?, from: CivilDate, about: Int64? = nil, pausedSince: CivilDate? = nil
  ) -> [Clock] {
    guard let definition = reading.book.clocks[name], let due else { return [] }
    let term = definition.term.flatMap { try? reading.law.terms.term($0, on: from) }
    guard let title = term?.title ?? definition.title, let provenance = term?.provenance ?? definition.provenance else {
      return []
    }
    return [
      Clock(
        name: name, title: title, owes: definition.owes, provenance: provenance, from: from, due: due.date,
        countedTo: due.countedTo, provisional: due.provisional, about: about, pausedSince: pausedSince)
    ]
  }

  private func clock(_ name: ClockName, from: CivilDate, about: Int64? = nil) -> [Clock] {
    clock(name, reading.due(name, from: from), from: from, about: about)
  }
}

/// Before the decision.
extension CaseClocks {
  private var deciding: [Clock] {
    // How long an order to decide again gives stands in the order, which is not recorded.
    guard let filed = reading.file.filedOn, reading.anew < 0 else { return [] }
    let pause = reading.runningSuspension?.on
    let seen = pause ?? reading.steps.map(\.on).max() ?? filed
    return clock(.decision, reading.decisionDue(on: max(seen, filed)), from: filed, pausedSince: pause)
  }

  private var hearing: [Clock] {
    guard let notice = reading.notice, let served = reading.served(notice) else { return [] }
    let defence = reading.isWaived("statement") ? [] : clock(.defence, from: served, about: notice.id)
    let isOpen =
      notice.facts.told == true && reading.sinceNotice(.hearingRequest).isEmpty && !reading.isWaived("hearing")
    return defence + (isOpen ? clock(.hearingRequest, from: served, about: notice.id) : []) + call
  }

  /// The last day to serve the notice of a hearing whose day is set.
  private var call: [Clock] {
    guard reading.hearingIsPending, let call = reading.hearingCall, reading.served(call) == nil,
      let day = call.facts.until, let term = reading.book.clocks[.hearingNotice]?.term,
      let rule = try? reading.law.terms.term(term, on: call.on)
    else { return [] }
    return clock(.hearingNotice, try? rule.due(from: day, reading.law.calendar), from: day, about: call.id)
  }

  private var measures: [Clock] {
    let pause = reading.runningSuspension.flatMap { reading.pausesSeizure($0) ? $0.on : nil }
    let registrations = reading.openRegistrations.flatMap { clock(.registration, from: $0.on, about: $0.id) }
    let seizures = reading.openSeizures.flatMap { seizure in
      let seen = pause ?? reading.steps.map(\.on).max() ?? seizure.on
      return clock(
        .seizure, reading.seizureDue(seizure, on: max(seen, seizure.on)), from: seizure.on, about: seizure.id,
        pausedSince: pause)
    }
    let orders = reading.all(.orderToCorrect).filter { reading.answers(.reinspection, to: $0).isEmpty }
    return registrations + seizures + orders.flatMap(correction)
  }

  private func correction(_ order: Taken) -> [Clock] {
    guard let until = order.facts.until else { return [] }
    return clock(.correction, Due(set: until), from: order.on, about: order.id)
  }
}

/// After the decision.
extension CaseClocks {
  private func serving(_ decision: Taken) -> [Clock] {
    let filing =
      decision.kind == .onTheSpot && !reading.has(.simpleFiling)
      ? clock(.simpleFiling, from: decision.on, about: decision.id) : []
    let isSent = decision.kind == .onTheSpot || !reading.answers(.service, to: decision).isEmpty
    return filing + (isSent ? [] : clock(.service, from: decision.on, about: decision.id))
  }

  private func paying(_ decision: Taken) -> [Clock] {
    guard reading.unpaid > .zero, let served = reading.served(decision) else { return [] }
    let reminder = reading.all(.reminder, after: reading.place(decision)).last
    guard let reminder, let reminded = reading.served(reminder) else {
      return clock(.payment, reading.paymentDue, from: served, about: decision.id)
    }
    return reading.courtApplication == nil ? clock(.reminder, from: reminded, about: reminder.id) : []
  }

  private func contesting(_ decision: Taken) -> [Clock] {
    guard let served = reading.served(decision), !reading.challengeIsPending else { return [] }
    if let result = reading.all(.challengeResult, after: reading.place(decision)).last {
      let isSuit = reading.step(result.about)?.facts.way == "litigation"
      return isSuit ? [] : clock(.litigationAfterReconsideration, from: result.on, about: result.id)
    }
    let suit = decision.kind == .onTheSpot ? [] : clock(.litigation, from: served, about: decision.id)
    return clock(.reconsideration, from: served, about: decision.id) + suit
  }

  private var court: [Clock] {
    let police = reading.all(.crimeTransfer).filter { reading.answers(.crimeReturn, to: $0).isEmpty }
      .flatMap { clock(.policeDecision, from: $0.on, about: $0.id) }
    if let application = reading.courtApplication {
      let isRuled = !reading.answers(.courtRuling, to: application).isEmpty
      return police + (isRuled ? [] : clock(.courtAcceptance, from: application.on, about: application.id))
    }
    guard reading.unpaid > .zero, let start = reading.courtTermStart else { return police }
    return police + clock(.courtApplication, from: start, about: reading.decision?.id)
  }

  private var publicNotices: [Clock] {
    let running = reading.all(.service).filter {
      $0.facts.way == "notice" && $0.about == reading.last(.priorNotice)?.id
    }
    return running.filter { _ in reading.decision == nil }.flatMap {
      clock(.publicNotice, from: $0.on, about: $0.about)
    }
  }
}
