internal import Kit
package import Packs

/// What one provision gives for one act.
package struct FineResult: Hashable, Sendable {
  /// Whose provision: the violation asked for, or a related one.
  package let violation: String
  package let violationName: String
  package let penalty: Penalty
  /// Both zero where no fine can be imposed.
  package let limits: FineLimits
  package let mandatory: Bool
  /// Tokens, with those of the stages that have come about.
  package let confiscate: [String]
  package let orders: [String]
  package let measures: [String]
  /// Fines of the later stages, come about or not; none where the law gives none or its base is not known.
  package let laterFines: [PenaltyStage: StageFine]
  package let confidence: Confidence

  /// 一事不二罚: the higher upper limit, then the higher lower limit.
  static func isLower(_ left: FineResult, _ right: FineResult) -> Bool {
    (left.limits.max, left.limits.min) < (right.limits.max, right.limits.min)
  }
}

/// The fine of a later stage.
package struct StageFine: Hashable, Sendable {
  package let limits: FineLimits
  package let mandatory: Bool
}

extension FineQuestion {
  func has(_ stage: PenaltyStage) -> Bool {
    switch stage {
    case .refused: refused
    case .heavier, .serious: serious
    case .harm: harm
    }
  }
}

/// Works out one provision.
struct ProvisionReckoning {
  let violation: Violation
  let penalty: Penalty
  let question: FineQuestion

  var article: String { penalty.provision.text }

  func result() throws(LawRefusal) -> FineResult {
    let (work, steps) = (try work(speaks: false), [penalty.basic] + come)
    return FineResult(
      violation: violation.id, violationName: violation.name, penalty: penalty, limits: work.limits,
      mandatory: work.mandatory, confiscate: united(steps.map(\.confiscate)), orders: united(steps.map(\.orders)),
      measures: united(steps.map(\.measures) + [penalty.also]),
      laterFines: penalty.later.compactMapValues { fine(of: $0) },
      confidence: .weakest([violation.confidence, penalty.confidence]))
  }

  /// How the limits came about, and what goes with them: one sentence each.
  func sentences(_ fines: [PenaltyStage: StageFine], _ measures: Measures) throws(LawRefusal) -> [String] {
    let words = FineWords(penalty: penalty, question: question, fines: fines, measures: measures)
    return words.opening + (try work(speaks: true)).steps + words.closing
  }

  /// The later stage that has come about and fines most; the basic step where none of them fines.
  private func work(speaks: Bool) throws(LawRefusal) -> FineWork {
    var best: FineWork?
    for step in come {
      guard let work = try worked(step.fine, speaks) else { continue }
      if let known = best, (known.limits.max, known.limits.min) >= (work.limits.max, work.limits.min) { continue }
      best = work
    }
    if let best { return best }
    return try worked(penalty.basic.fine, speaks)
      ?? FineWork(limits: .none, mandatory: false, steps: ["现有情形下该条没有罚款（\(article)）。"])
  }

  private func worked(_ fine: Fine?, _ speaks: Bool) throws(LawRefusal) -> FineWork? {
    guard let fine else { return nil }
    return try FineReckoning(fine: fine, question: question, article: article, speaks: speaks).work()
  }

  private func fine(of step: PenaltyStep) -> StageFine? {
    guard let work = try? worked(step.fine, false) else { return nil }
    return StageFine(limits: work.limits, mandatory: work.mandatory)
  }

  private var come: [PenaltyStep] {
    PenaltyStage.allCases.filter(question.has).compactMap { penalty.later[$0] }
  }

  private func united(_ lists: [[String]]) -> [String] {
    var all: [String] = []
    for token in lists.joined() where !all.contains(token) { all.append(token) }
    return all
  }
}
