package import Kit
package import Law
package import Packs

/// 办案程序: which steps of a penalty case are lawful now, why the others are closed, where the case stands and which terms
/// run. Pure: it looks at a `CaseFile` and writes nothing.
///
/// What the steps are and what they need is data (`Content/procedure/`, read once by `load`); what each named condition
/// looks at stands in `Conditions/`. A term that has run out does not close a step unless the law says so: clocks tell of
/// it. Source of the order of steps: 《行政处罚法》第五章、第六章 and 《卫生健康行政处罚程序规定》 of 2025.
///
///     let procedure = try Procedure.load(source, law: law)
///     procedure.offers(file, as: person, on: today).filter(\.isOpen)      // what may be done next
///     let wrong = procedure.closed(step, in: file, as: person, on: today)  // empty: write it
///
/// Folders: `Case/` the values; `Steps/` the pack; `Reading/` a case read once; `Conditions/`; `Clocks/`.
package struct Procedure: Sendable {
  let book: ProcedureBook
  let law: LawContent

  /// Refuses, as one `Refusals` of `PackProblem`s: a step, condition, person, stage or clock without words, one that is
  /// not known, a condition that no step needs, a term that `law` does not have.
  package static func load(_ source: any ContentSource, law: LawContent) throws(Refusals) -> Procedure {
    Procedure(book: try ProcedureBook.load(source, law), law: law)
  }

  /// All steps in the order of the files.
  package var steps: [StepDefinition] { book.steps }
  package var penalties: [PenaltyKind] { book.penalties }
  package var onTheSpot: OnTheSpotLimit { book.onTheSpot }
  /// The stages in the order in which a case passes them.
  package var stages: [(stage: Stage, title: String)] { book.stages }

  /// What the party may read of its case, and in which words.
  package var party: PartyBook { book.party }

  package func definition(_ kind: StepKind) -> StepDefinition? { book.step(kind) }
  package func title(_ person: StepPerson) -> String { book.title(person) }
  package func title(_ stage: Stage) -> String { book.stages.first { $0.stage == stage }?.title ?? "" }

  /// Every step: open, or closed with the reasons. What only the step itself will say (amounts, officers, dates) is not
  /// asked here; `closed` asks it. A step that answers another is open for each of `Offer.about`. Without `withClosed` the open
  /// steps alone: a closed one is left at the first reason, which is what a page costs most.
  package func offers(_ file: CaseFile, as person: ActingPerson, on today: CivilDate, withClosed: Bool = true)
    -> [Offer]
  {
    let reading = Reading(file, book, law)
    if withClosed { return book.steps.map { reading.offer($0, person, today) } }
    return book.steps.compactMap { reading.openOffer($0, person, today) }
  }

  /// Why a step may not be taken; empty: it is lawful. To be asked before it is written, with the file without it.
  package func closed(_ step: Taken, in file: CaseFile, as person: ActingPerson, on today: CivilDate) -> [Closed] {
    guard let definition = book.step(step.kind) else { return [] }
    return Reading(file, book, law).closed(
      Attempt(step: step, definition: definition, person: person, today: today, isOffer: false))
  }

  package func stage(_ file: CaseFile) -> Stage { Reading(file, book, law).stage() }

  /// Every term that runs, none after closing. A running suspension pauses; see `Clock.pausedSince`.
  package func clocks(_ file: CaseFile, law: LawContent) -> [Clock] {
    CaseClocks(reading: Reading(file, book, law)).running
  }

  /// Fine and gains that are owed now, as a reconsideration or a court left them, and what was paid towards them.
  package func money(_ file: CaseFile) -> (owed: Money, paid: Money) {
    let reading = Reading(file, book, law)
    return (reading.owed, reading.paid)
  }

  /// Whether somebody may become an officer of the case: not one who left it (回避), nor one who reviewed, presided or decided
  /// in it (《行政处罚法》第四十三条、第五十七条、第五十八条、第六十四条).
  package func mayJoin(_ account: Int64, _ file: CaseFile) -> Bool { Reading(file, book, law).mayJoin(account) }
  /// The last day to pay in time, as a deferral left it; nil: nothing to pay, or the decision is not served.
  package func paymentDue(_ file: CaseFile) -> Due? {
    let reading = Reading(file, book, law)
    return reading.owed > .zero ? reading.paymentDue : nil
  }

  /// The decision that stands, with what it demands as a reconsideration or a court left it; nil: none.
  package func standing(_ file: CaseFile) -> (decision: Taken, penalty: StepFacts)? {
    let reading = Reading(file, book, law)
    return reading.decision.map { ($0, reading.penalty ?? $0.facts) }
  }

  /// Whether the decision that stands can still fall on a day: see `Contest`.
  package func contest(_ file: CaseFile, on day: CivilDate) -> Contest { Reading(file, book, law).contest(on: day) }

  /// The last day on which the decision that stands can be contested; nil: not served, or contested without result.
  package func remedyEnd(_ file: CaseFile) -> CivilDate? { Reading(file, book, law).remedyEnd?.date }

  /// The day on which the paper of a step counts as served; nil: not served.
  package func served(_ step: Taken, in file: CaseFile) -> CivilDate? { Reading(file, book, law).served(step) }
}

/// A step as it is offered.
package struct Offer: Sendable, Hashable {
  package let step: StepDefinition
  /// The steps that it may answer now; empty where it answers none.
  package let about: [Int64]
  /// Empty: open.
  package let reasons: [Closed]

  package var isOpen: Bool { reasons.isEmpty }
}

extension Reading {
  func offer(_ definition: StepDefinition, _ person: ActingPerson, _ today: CivilDate) -> Offer {
    if let open = openOffer(definition, person, today) { return open }
    let last = targets(of: definition).last ?? nil
    return Offer(step: definition, about: [], reasons: closed(attempt(definition, about: last, person, today)))
  }

  /// Nil: closed for each of the steps that it might answer.
  func openOffer(_ definition: StepDefinition, _ person: ActingPerson, _ today: CivilDate) -> Offer? {
    let open = targets(of: definition).filter { isOpen(attempt(definition, about: $0, person, today)) }
    return open.isEmpty ? nil : Offer(step: definition, about: open.compactMap { $0 }, reasons: [])
  }

  /// The steps that it might answer; one nil where it answers none, or there is none yet.
  private func targets(of definition: StepDefinition) -> [Int64?] {
    let targets =
      definition.about.isEmpty ? [] : steps.filter { definition.about.contains($0.kind) }.map { $0.id as Int64? }
    return targets.isEmpty ? [nil] : targets
  }

  private func attempt(
    _ definition: StepDefinition, about: Int64?, _ person: ActingPerson, _ today: CivilDate
  ) -> Attempt {
    let step = Taken(id: -1, kind: definition.kind, on: today, by: person.account, about: about)
    return Attempt(step: step, definition: definition, person: person, today: today, isOffer: true)
  }
}
