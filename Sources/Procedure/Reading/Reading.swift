import Kit
import Law

/// A case read once: which steps count now, what is served, what is open. Everything that conditions, stages and clocks
/// ask comes from here.
///
/// Steps are taken in the order in which they were recorded: evidence after the report of investigation opens it again, a
/// notice before the last report tells too little, an order to decide again (责令重新作出) starts from the notice.
struct Reading {
  let file: CaseFile
  let book: ProcedureBook
  let law: LawContent
  let steps: [Taken]
  /// Everybody who is or was on the team or took part in the investigation.
  let investigators: Set<Int64>
  /// The last order to decide again (责令重新作出); -1 where there is none. What was noticed and decided before it does
  /// not count.
  let anew: Int
  let lastEvidence: Int
  private let placeOf: [Int64: Int]
  private let lastOf: [StepKind: Int]
  private let latestOf: [StepKind: CivilDate]
  private let answersTo: [Int64: [Int]]

  init(_ file: CaseFile, _ book: ProcedureBook, _ law: LawContent) {
    (self.file, self.book, self.law, steps) = (file, book, law, file.steps)
    var (placeOf, lastOf, answersTo): ([Int64: Int], [StepKind: Int], [Int64: [Int]]) = ([:], [:], [:])
    var latestOf: [StepKind: CivilDate] = [:]
    var (anew, lastEvidence) = (-1, -1)
    var investigators = Set(file.officers).union(file.recused)
    for (place, step) in file.steps.enumerated() {
      placeOf[step.id] = place
      lastOf[step.kind] = place
      latestOf[step.kind] = max(latestOf[step.kind] ?? step.on, step.on)
      if let about = step.about { answersTo[about, default: []].append(place) }
      investigators.formUnion(step.officers)
      if book.step(step.kind)?.isEvidence == true { lastEvidence = place }
      if step.kind == .challengeResult, step.facts.outcome == "redo" { anew = place }
    }
    (self.anew, self.lastEvidence, self.latestOf) = (anew, lastEvidence, latestOf)
    (self.placeOf, self.lastOf, self.answersTo, self.investigators) = (placeOf, lastOf, answersTo, investigators)
  }

  func step(_ id: Int64?) -> Taken? { id.flatMap { placeOf[$0] }.map { steps[$0] } }

  func last(_ kind: StepKind) -> Taken? { lastOf[kind].map { steps[$0] } }

  /// The latest day of a kind, which the step recorded last need not have.
  func latest(_ kind: StepKind) -> CivilDate? { latestOf[kind] }

  /// Where the last step of a kind stands; -1 where there is none.
  func place(_ kind: StepKind) -> Int { lastOf[kind] ?? -1 }
  func place(_ step: Taken) -> Int { placeOf[step.id] ?? -1 }
  func has(_ kind: StepKind) -> Bool { lastOf[kind] != nil }

  func all(_ kind: StepKind) -> [Taken] { has(kind) ? steps.filter { $0.kind == kind } : [] }
  func all(_ kind: StepKind, after place: Int) -> [Taken] {
    self.place(kind) > place ? steps[(place + 1)...].filter { $0.kind == kind } : []
  }

  func answers(_ kind: StepKind, to step: Taken) -> [Taken] {
    answersTo[step.id, default: []].map { steps[$0] }.filter { $0.kind == kind }
  }

  func due(_ key: String, from event: CivilDate) -> Due? { try? law.due(key, from: event).due }
  func due(_ clock: ClockName, from event: CivilDate) -> Due? {
    book.clocks[clock]?.term.flatMap { due($0, from: event) }
  }
}

extension Reading {
  /// The day on which a paper counts as served; nil: not served. A public notice serves when its term is over.
  func served(_ paper: Taken) -> CivilDate? {
    if paper.kind == .onTheSpot { return paper.on }
    return answers(.service, to: paper).compactMap(dayOfEffect).min()
  }

  func isServed(_ paper: Taken, by day: CivilDate) -> Bool { served(paper).map { $0 <= day } ?? false }

  private func dayOfEffect(_ service: Taken) -> CivilDate? {
    service.facts.way == "notice" ? due(.publicNotice, from: service.on)?.date : service.on
  }
}
