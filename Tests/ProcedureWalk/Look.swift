import Kit
import Law
import Procedure

/// What the list of unlawful states looks at: a case after its last step, the day, and the people of the tests. It never
/// asks the machine; the working-day calendar of `Law` is all that it borrows.
struct Look {
  let file: CaseFile
  let today: CivilDate
  let calendar: WorkCalendar

  var steps: [Taken] { file.steps }
  var last: Taken? { steps.last }

  /// The last step, if it is of one of these kinds.
  func just(_ kinds: StepKind...) -> Taken? { last.flatMap { kinds.contains($0.kind) ? $0 : nil } }
  /// The steps before the last one.
  var before: ArraySlice<Taken> { steps.dropLast() }

  func all(_ kinds: StepKind...) -> [Taken] { steps.filter { kinds.contains($0.kind) } }
  func earlier(_ kinds: StepKind...) -> [Taken] { before.filter { kinds.contains($0.kind) } }
  func step(_ id: Int64?) -> Taken? { steps.first { $0.id == id } }
  func place(_ step: Taken?) -> Int { steps.firstIndex { $0.id == step?.id } ?? -1 }
  func answers(_ kind: StepKind, to step: Taken) -> [Taken] { steps.filter { $0.kind == kind && $0.about == step.id } }

  /// The day on which a paper counts as served: 30 days after publication (《程序规定》第五十八条), else the day itself.
  func served(_ step: Taken?) -> CivilDate? {
    guard let step else { return nil }
    if step.kind == .onTheSpot { return step.on }
    return answers(.service, to: step).map { $0.facts.way == "notice" ? published($0.on) : $0.on }.min()
  }

  /// Thirty days after a public notice; a last day that is no working day moves on, as every term in days does here.
  private func published(_ day: CivilDate) -> CivilDate {
    var last = day.adding(days: 30)
    while !calendar.isWorkday(last) { last = last.adding(days: 1) }
    return last
  }

  func workday(_ count: Int, after day: CivilDate) -> CivilDate { calendar.adding(workdays: count, to: day).date }

  /// Everybody who ever was on the team or took evidence.
  var investigators: Set<Int64> {
    let hands = all(.filing, .onSite, .questioning, .otherEvidence, .reinspection, .registration, .seizure, .onTheSpot)
    return Set(file.officers + hands.flatMap(\.officers)).union(file.recused)
  }

  static let evidence: Set<StepKind> = [.onSite, .questioning, .otherEvidence]
  static let ends: Set<StepKind> = [.decision, .noPenalty, .onTheSpot]
}

extension Look {
  /// The notice before a decision, and everything that came after it.
  var notice: Taken? { before.last { $0.kind == .priorNotice } }
  func since(_ step: Taken?, _ kinds: StepKind...) -> [Taken] {
    guard let step, let place = before.firstIndex(where: { $0.id == step.id }) else { return [] }
    return before[before.index(after: place)...].filter { kinds.contains($0.kind) }
  }

  /// Whether a penalty reaches the scope of a hearing (《行政处罚法》第六十三条).
  func isHeavy(_ facts: StepFacts) -> Bool {
    let kinds = Set(facts.penalties)
    if !kinds.isDisjoint(with: ["suspend", "stop", "revoke"]) { return true }
    let reaches = { (kind: String, amount: Money?) -> Bool in
      guard kinds.contains(kind) else { return false }
      guard let amount, let larger = file.hearingAmount else { return true }
      return amount >= larger
    }
    return reaches("fine", facts.fine) || reaches("gains", facts.gains) || reaches("goods", facts.goods)
  }

  /// The decision that stands: not set aside with an order to decide again.
  func standing(in steps: some Sequence<Taken>) -> Taken? {
    var found: Taken?
    for step in steps {
      if Self.ends.contains(step.kind) { found = step }
      if step.kind == .challengeResult, step.facts.outcome == "redo" { found = nil }
    }
    return found
  }

  /// Closed or archived, and not opened again by an order to decide anew.
  func isClosed(_ kind: StepKind = .closing, in steps: some Sequence<Taken>) -> Bool {
    steps.reduce(false) { isClosed, step in
      step.kind == kind || isClosed && !(step.kind == .challengeResult && step.facts.outcome == "redo")
    }
  }

  /// Fine and gains of the standing decision as a reconsideration or a court left it, less what was paid.
  var unpaid: Int64 {
    guard let decision = standing(in: steps) else { return sum(.refund) - sum(.payment) }
    var facts = decision.facts
    for result in steps[place(decision)...] where result.kind == .challengeResult {
      if result.facts.outcome == "changed" { facts = result.facts }
      if result.facts.outcome == "revoked" { facts = StepFacts() }
    }
    let owed = (facts.fine?.fen ?? 0) + (facts.gains?.fen ?? 0)
    return owed - sum(.payment) + sum(.refund)
  }

  /// All that was paid, and all that was given back.
  func sum(_ kind: StepKind) -> Int64 { all(kind).reduce(0) { $0 + ($1.facts.amount?.fen ?? 0) } }

  func waives(_ notice: Taken, _ right: String, in steps: [Taken]) -> Bool {
    steps.contains { $0.kind == .waiver && ($0.facts.outcome == right || $0.facts.outcome == "both") }
  }
}
