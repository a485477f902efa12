package import Kit

/// What is refused about rewards.
package enum RewardRefusal: Refusal, Hashable {
  case noScheme
  case unknownScheme
  case anonymous
  case tooEarly
  case late(CivilDate)
  case claimedAlready
  case handledAlready(String)
  case notProved
  case noGrade
  case nobodyApproves
  case ownProposal
  case nobodyPays
  case notWaiting
  case otherCode
  case otherSum

  package var code: String {
    switch self {
    case .noScheme: "reward.no-scheme"
    case .unknownScheme: "reward.unknown-scheme"
    case .anonymous: "reward.anonymous"
    case .tooEarly: "reward.too-early"
    case .late: "reward.late"
    case .claimedAlready: "reward.claimed-already"
    case .handledAlready: "reward.handled-already"
    case .notProved: "reward.not-proved"
    case .noGrade: "reward.no-grade"
    case .nobodyApproves: "reward.nobody-approves"
    case .ownProposal: "reward.own-proposal"
    case .nobodyPays: "reward.nobody-pays"
    case .notWaiting: "reward.not-waiting"
    case .otherCode: "reward.other-code"
    case .otherSum: "reward.other-sum"
    }
  }

  package var sentence: String {
    switch self {
    case .noScheme: "本县还没有选用举报奖励办法，现在不发举报奖励。"
    case .unknownScheme: "没有这个奖励办法，或者它已经从内容包里撤下。"
    case .anonymous: "这条举报没有留姓名或电话，按奖励办法不能申请奖励。"
    case .tooEarly: "这条举报还在办理，有了答复才能申请奖励。"
    case .late(let day): "申请奖励的期限到 \(day.chinese())为止，现在已经过了。"
    case .claimedAlready: "这条举报已经申请过奖励。"
    case .handledAlready(let state): "这件奖励现在是“\(state)”，可能别人刚刚办过，这一步没有保存。"
    case .notProved: "由这条线索查出的案件还没有处罚决定，也没有移送公安机关，算不出金额。"
    case .noGrade: "这个办法按等级给付，要先选等级。"
    case .nobodyApproves: "本县没有另外的人能审批奖励，没有保存。"
    case .ownProposal: "这件奖励由你提出，或者线索由你承办，要由别人审批。"
    case .nobodyPays: "本县没有举报身份保管员，批准了也没有人能发放，没有保存。"
    case .notWaiting: "这条线索没有等着领取的奖励。"
    case .otherCode: "这个查询码不是这条线索的，没有保存。"
    case .otherSum: "各人的金额加起来和批准的金额不一样，没有保存。"
    }
  }

  package var field: String? {
    switch self {
    case .otherCode: "paycode"
    case .noGrade: "grade"
    case .unknownScheme: "scheme"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .noScheme: "由卫生健康局在“举报奖励”页面选用一个办法，写明核对过的文件。"
    case .notProved: "等案件作出处罚决定再提出；查不实的，在条件里选“否”。"
    case .nobodyApproves: "请安全管理员给卫生健康局的人开通账号。"
    case .nobodyPays: "请安全管理员给举报身份保管员开通账号。"
    case .otherCode: "请领取的人再核对一次查询码。"
    default: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .handledAlready, .notWaiting: .conflict
    case .ownProposal: .forbidden
    default: .invalid
    }
  }
}
