internal import Kit

/// What stands before and after the reckoning of one provision, as sentences with the article.
struct FineWords {
  let penalty: Penalty
  let question: FineQuestion
  let fines: [PenaltyStage: StageFine]
  let measures: Measures

  private var article: String { penalty.provision.text }

  var opening: [String] {
    var lines = ["行为日期\(question.day.iso)，适用\(article)，该规定自\(penalty.from.iso)起施行。"]
    if !penalty.through.isEmpty { lines.append("依据\(Citation.joined(penalty.through))，按该条处罚。") }
    if let when = penalty.when { lines.append("只在这种情形下适用：\(when)（\(article)）。") }
    return lines
  }

  /// What goes with the fine, and what may follow it.
  var closing: [String] {
    var lines: [String] = []
    if !penalty.basic.confiscate.isEmpty { lines.append("没收\(measures.words(penalty.basic.confiscate))（\(article)）。") }
    if !penalty.basic.tokens.isEmpty { lines.append("同时\(measures.words(penalty.basic.tokens))（\(article)）。") }
    for stage in PenaltyStage.allCases {
      if let step = penalty.later[stage] { lines.append(later(stage, step)) }
    }
    if !penalty.also.isEmpty { lines.append("还可以\(measures.words(penalty.also))（\(article)）。") }
    if let persons = penalty.persons { lines.append("有关人员：\(persons.hasSuffix("。") ? persons : persons + "。")") }
    return lines
  }

  private func later(_ stage: PenaltyStage, _ step: PenaltyStep) -> String {
    var parts: [String] = []
    if !step.confiscate.isEmpty { parts.append("没收\(measures.words(step.confiscate))") }
    if !step.tokens.isEmpty { parts.append(measures.words(step.tokens)) }
    if let fine = step.fine { parts.append(words(of: fine, known: fines[stage])) }
    return "\(stage.words(come: question.has(stage)))：\(parts.joined(separator: "，"))（\(article)）。"
  }

  /// The amount where it can be told, else the multiple.
  private func words(of fine: Fine, known: StageFine?) -> String {
    let verb = fine.mandatory ? "处" : "可以处"
    if let known { return known.limits.max == .zero ? "没有罚款" : "\(verb)\(known.limits.text)罚款" }
    return "\(verb)\(fine.rule.base?.title ?? "")\(fine.rule.times?.text ?? "")罚款"
  }
}

extension PenaltyStage {
  fileprivate func words(come: Bool) -> String {
    switch self {
    case .refused: come ? "已经责令改正而没有改正" : "逾期不改正或者拒不改正的"
    case .heavier: come ? "情节较重" : "情节较重的"
    case .serious: come ? "情节严重" : "情节严重的"
    case .harm: come ? "已经造成法律规定的后果" : "造成法律规定的后果的"
    }
  }
}
