package import Kit
package import Procedure
package import Rulebook

/// What the casework room refuses.
package enum CaseRefusal: Refusal, Hashable {
  case noSource
  case visitNotDone(String)
  case nothingFound(String)
  case clueNotAccepted(String)
  case noPremises
  case noViolation
  case notOurs(String)
  case alreadyFiled(String)
  case notInvestigating(String, CaseState)
  case deciderIsOfficer
  /// The number of the case.
  case judgedBefore(String)
  /// The number of the case.
  case recused(String)
  case unknownStaff
  /// The name of somebody who keeps away from the case.
  case staffKeepsAway(String)
  case decidedBeforeFiling(CivilDate)
  case dateInFuture(today: CivilDate)
  case endsInFuture(today: CivilDate)
  case noPenalty
  case amountMissing(Penalty)
  case amountUnwanted(Penalty)
  /// The most or the least that the law lets be fined, and the article.
  case fineAboveLaw(Money, String)
  case fineBelowLaw(Money, String)
  /// The article that multiplies the value of the goods.
  case goodsMissing(String)
  case basisUnapproved(DecisionObstacle)
  case notDecided(String, CaseState)
  case paidBeforeDecision(CivilDate)
  case amountNotPositive
  case paidTooMuch(unpaid: Money)
  /// The title of the step, and the condition that does not hold.
  case unlawful(String, Closed)
  /// The same of a condition that only concerns who acts, with the labels of those who may.
  case forOthers(String, Closed, [String])

  package var code: String {
    switch self {
    case .noSource: "casework.no-source"
    case .visitNotDone: "casework.visit-not-done"
    case .nothingFound: "casework.nothing-found"
    case .clueNotAccepted: "casework.clue-not-accepted"
    case .noPremises: "casework.no-premises"
    case .noViolation: "casework.no-violation"
    case .notOurs: "casework.not-ours"
    case .alreadyFiled: "casework.already-filed"
    case .notInvestigating: "casework.not-investigating"
    case .deciderIsOfficer: "casework.decider-is-officer"
    case .judgedBefore: "casework.judged-before"
    case .recused: "casework.not-recused"
    case .unknownStaff: "casework.unknown-staff"
    case .staffKeepsAway: "casework.staff-keeps-away"
    case .decidedBeforeFiling: "casework.decided-before-filing"
    case .dateInFuture: "casework.date-in-future"
    case .endsInFuture: "casework.ends-in-future"
    case .noPenalty: "casework.no-penalty"
    case .amountMissing: "casework.amount-missing"
    case .amountUnwanted: "casework.amount-unwanted"
    case .fineAboveLaw: "casework.fine-above-law"
    case .fineBelowLaw: "casework.fine-below-law"
    case .goodsMissing: "casework.goods-missing"
    case .basisUnapproved: "casework.basis-unapproved"
    case .notDecided: "casework.not-decided"
    case .paidBeforeDecision: "casework.paid-before-decision"
    case .amountNotPositive: "casework.amount-not-positive"
    case .paidTooMuch: "casework.paid-too-much"
    case .unlawful(_, let closed), .forOthers(_, let closed, _): "casework.\(closed.condition)"
    }
  }

  package var sentence: String {
    switch self {
    case .noSource: "立案要有来源：一次检查、一条线索，或底册里的对象。"
    case .visitNotDone(let number): "检查\(number)还没有记录，不能据此立案。"
    case .nothingFound(let number): "检查\(number)的结论是“未发现问题”，不能据此立案。"
    case .clueNotAccepted(let number): "线索\(number)还没有受理，不能立案。"
    case .noPremises: "选的对象不在本县的底册里。"
    case .noViolation: "案由还没有选，或不在违法行为目录里。"
    case .notOurs(let authority): "这个案由由\(authority)部门管辖，卫生健康部门不能立案。"
    case .alreadyFiled(let number): "已经就此立案：\(number)，还没有结案。"
    case .notInvestigating(let number, let state): "案件\(number)现在是“\(state.title)”，不能再作决定，可能别人刚刚办过。"
    case .deciderIsOfficer: "你是这起案件的办案人员，不能审查自己的调查结果。处罚决定由行政机关负责人审查后作出（行政处罚法第五十七条）；应当法制审核的，审核没有通过不得作出（行政处罚法第五十八条）。"
    case .judgedBefore(let number): "接手的人在案件\(number)里已经回避，或者审核、主持听证、讨论、决定过，不能再承办（行政处罚法第四十三条、第五十七条、第五十八条、第六十四条）。"
    case .recused(let number): "你已经在案件\(number)里回避，不能再参加本案的任何办理（行政处罚法第四十三条）。"
    case .unknownStaff: "选的听证员、记录员不是本县在用的账号。"
    case .staffKeepsAway(let name): "\(name)已经回避本案或者本案的当事人，不能担任听证员、记录员（行政处罚法第四十三条）。"
    case .decidedBeforeFiling(let date): "决定日期不能早于立案日期 \(date.chinese())。"
    case .dateInFuture(let today): "日期不能晚于今天（\(today.chinese())）。"
    case .endsInFuture(let today): "违法行为终了日期不能晚于今天（\(today.chinese())）；还在继续的，写被查获的那天。"
    case .noPenalty: "给予处罚，至少选一种处罚。"
    case .amountMissing(let penalty): "选了“\(penalty.title)”，金额要大于 0。"
    case .amountUnwanted(let penalty): "填了“\(penalty.title)”的金额，没有选这种处罚。"
    case .fineAboveLaw(let most, let article): "罚款超过了法定的上限 \(most.text) 元（\(article)）。"
    case .fineBelowLaw(let least, let article): "罚款低于法定的下限 \(least.text) 元（\(article)）。"
    case .goodsMissing(let article):
      "这个案由的罚款按货值金额计算\(article.isEmpty ? "" : "（\(article)）")，要填货值金额，才能核对幅度。"
    case .basisUnapproved(let obstacle): obstacle.sentence
    case .notDecided(let number, let state): "案件\(number)现在是“\(state.title)”，不能办这一步，可能别人刚刚办过。"
    case .paidBeforeDecision(let date): "缴款日期不能早于决定日期 \(date.chinese())。"
    case .amountNotPositive: "缴款金额要大于 0。"
    case .paidTooMuch(let unpaid): "缴款金额超过还欠的 \(unpaid.text) 元。"
    case .unlawful(let step, let closed), .forOthers(let step, let closed, _):
      "不能办“\(step)”：\(closed.reason)（\(closed.source)）"
    }
  }

  package var field: String? {
    switch self {
    case .noViolation, .notOurs: "violation"
    case .decidedBeforeFiling, .dateInFuture, .paidBeforeDecision: "date"
    case .endsInFuture: "act-ended"
    case .noPenalty: "penalties"
    case .unknownStaff, .staffKeepsAway: "staff"
    case .amountMissing(let penalty), .amountUnwanted(let penalty): penalty.rawValue
    case .amountNotPositive, .paidTooMuch: "amount"
    case .fineAboveLaw: "fine"
    case .fineBelowLaw: "basis"
    case .goodsMissing: "goods"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .noSource: "请从检查、线索或底册的页面点“立案”。"
    case .visitNotDone: "请先填写检查记录。"
    case .clueNotAccepted: "请先在线索页受理。"
    case .notOurs: "请按移送办理。"
    case .fineBelowLaw: "依法减轻处罚的，写明依据的条款和情形（行政处罚法第三十二条）。"
    case .goodsMissing: "按查明的数量和价格计算，写进证据和文书；查明没有的，另选案由。"
    case .alreadyFiled: "打开那起案件继续办理。"
    case .deciderIsOfficer: "请没有承办本案的负责人作决定。"
    case .judgedBefore: "请换一个没有参与过本案的执法人员。"
    case .recused: "请本案现在的执法人员办理。"
    case .basisUnapproved(let obstacle): obstacle.next
    case .notInvestigating, .notDecided: "刷新页面看最新情况。"
    case .staffKeepsAway: "请换一个没有回避的人。"
    case .forOthers(_, _, let others): Self.next(for: others)
    default: nil
    }
  }

  /// Who may do it instead of whoever may not.
  static func next(for others: [String]) -> String {
    others.isEmpty
      ? "本县现在没有别的人能办这一步，请安全管理员任命。" : "可以办这一步的人：\(others.joined(separator: "、"))。"
  }

  package var status: RefusalStatus {
    switch self {
    case .alreadyFiled, .notInvestigating, .notDecided: .conflict
    case .deciderIsOfficer, .recused: .forbidden
    default: .invalid
    }
  }
}
