import Kit
import Law
import Procedure

/// What the law lets be fined for the act of a case (罚款幅度), as far as the case knows what the law counts from.
///
/// A fine above `most` is refused. One below `least` needs the provision by which it is mitigated (减轻处罚,《行政处罚法》
/// 第三十二条). Where the amount depends on what the case does not know (a fee, a loss), both are nil and the pages say so.
struct FineRange {
  /// Without aggravating facts; zero where the law leaves it to the agency whether to fine.
  let least: Money?
  /// By any provision for the same act, in the gravest case.
  let most: Money?
  /// `50,000元以上200,000元以下`, of the ordinary case.
  let words: String?
  let article: String?
  /// The law multiplies the value of the goods (货值金额): without it nobody can tell what may be fined.
  let countsGoods: Bool

  /// What is wrong with a penalty; nil: it lies within the law, or nobody can tell.
  func problem(_ facts: StepFacts) -> CaseRefusal? {
    let fine = facts.fine ?? .zero
    if countsGoods, fine > .zero, facts.goods == nil { return .goodsMissing(article ?? "") }
    if let most, fine > most { return .fineAboveLaw(most, article ?? "") }
    if let least, fine < least, facts.basis?.isEmpty != false { return .fineBelowLaw(least, article ?? "") }
    return nil
  }
}

extension Casework {
  /// `gains` and `goods` are taken from the penalty itself; that an order was not obeyed, from the re-inspection.
  func fineRange(_ facts: StepFacts, _ record: CaseRecord, _ file: CaseFile) -> FineRange {
    let refused = file.steps.last { $0.kind == .reinspection }?.facts.outcome == "uncorrected"
    var bases: [FineBase: Money] = [.gains: facts.gains ?? .zero]
    if let goods = facts.goods { bases[.goods] = goods }
    let day = record.actEnded ?? record.filedOn
    let plain = try? law.fine(record.violation.id, FineQuestion(on: day, bases, refused: refused))
    let grave = try? law.fine(
      record.violation.id, FineQuestion(on: day, bases, refused: refused, serious: true, harm: true))
    return FineRange(
      least: plain.map { $0.chosen.mandatory ? $0.chosen.limits.min : .zero }, most: most([plain, grave]),
      words: plain?.chosen.amount, article: (plain ?? grave)?.chosen.penalty.basis,
      countsGoods: law.violation(record.violation.id)?.penalties.contains { $0.countsGoods(on: day) } == true)
  }

  /// Nil where one of the provisions could not be worked out: it might fine more.
  private func most(_ answers: [FineAnswer?]) -> Money? {
    var most = Money.zero
    for answer in answers {
      guard let answer else { return nil }
      most = max(most, answer.chosen.limits.max)
      for other in answer.alternatives {
        guard case .known(let result) = other else { return nil }
        most = max(most, result.limits.max)
      }
    }
    return most
  }
}

extension Law.Penalty {
  /// Whether it holds on the day of the act and fines a multiple of the value of the goods, at once or at a later stage.
  fileprivate func countsGoods(on day: CivilDate) -> Bool {
    let fines = [basic.fine] + later.values.map(\.fine)
    return from <= day && (to.map { day <= $0 } ?? true) && fines.contains { $0?.rule.base == .goods }
  }
}
