internal import Kit
internal import Law

/// Until when a decision can be contested (复议、诉讼期限).
struct RemedyTerm {
  /// Nil where a review is not over, or no pack holds the term of that year.
  let end: CivilDate?
  let provisional: Bool
  /// Why there is no end.
  let gap: String?

  /// The later of all remedies that run from the service. Counted as if the rights had been told (告知), which every
  /// printed decision does; where they were not, the term is longer.
  static func of(_ facts: DecisionFacts, served: CivilDate, _ rule: CountingRule, _ law: LawContent) -> RemedyTerm {
    switch facts.remedy {
    case .ends(let day): RemedyTerm(end: day, provisional: false, gap: nil)
    case .none: last(rule.remedies, from: served, law)
    case .reviewed(let day): last([rule.afterReview], from: day, law)
    case .judged(let day): RemedyTerm(end: day.adding(days: -1), provisional: false, gap: nil)
    case .pending(let words): RemedyTerm(end: nil, provisional: false, gap: words.isEmpty ? "复议或者诉讼没有结束" : words)
    }
  }

  private static func last(_ keys: [String], from event: CivilDate, _ law: LawContent) -> RemedyTerm {
    do {
      let dues = try keys.map { try law.due($0, from: event).due }
      return RemedyTerm(
        end: dues.map(\.date).max(), provisional: dues.contains { $0.provisional }, gap: nil)
    } catch {
      return RemedyTerm(end: nil, provisional: false, gap: (error as? LawRefusal)?.sentence ?? "期限算不出")
    }
  }
}
