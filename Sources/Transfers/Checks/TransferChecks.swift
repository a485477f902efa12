import Storage

/// What must never be found among transfers.
struct TransferChecks {
  let room: Transfers

  var all: [Check] { Self.ofRows + [stuck] }

  /// The case is asked as at the hand-over, which would be refused.
  private var stuck: Check {
    Check(
      "C86", "批准了移送、还没有移送，案件却已经不能移送公安机关", source: "《行政执法机关移送涉嫌犯罪案件的规定》第五条", .grave,
      remedy: "打开移送看为什么不能移送；由批准的负责人撤回批准，写明理由，案件才能继续办理或者结案。"
    ) { ground, reader in
      try TransferCheckStore.approved(in: ground.county, reader)
        .filter { try !room.obstacles(to: $0, reader).isEmpty }
        .map { Breach(record: $0.ref, title: $0.title) }
    }
  }

  private static let ofRows: [Check] = [
    Check(
      "C80", "批准移送以后超过 24 小时还没有移送公安机关", source: "《行政执法机关移送涉嫌犯罪案件的规定》第五条", .grave, on: .transfer,
      remedy: "打开移送，马上办理移送；说明延误的原因。", TransferCheckStore.overdue),
    Check(
      "C81", "移送了公安机关，却没有负责人的批准", source: "《行政执法机关移送涉嫌犯罪案件的规定》第五条", .grave, on: .transfer,
      remedy: "核对移送报告上负责人的批示；确实没有批准的，请法制机构研究。", TransferCheckStore.unapproved),
    Check(
      "C82", "案件在公安机关办理期间又作了罚款的决定", source: "《行政处罚法》第二十七条；《行政执法机关移送涉嫌犯罪案件的规定》第十一条", .grave, on: .transfer,
      remedy: "请法制机构研究撤销处罚决定；已经缴的罚款依法折抵或退还。", TransferCheckStore.fined),
    Check(
      "C83", "移送的决定人是提出报告的人，或者报告不足两人", source: "《行政执法机关移送涉嫌犯罪案件的规定》第五条", .grave, on: .transfer,
      remedy: "核对移送报告上的签名，由没有办案的正职负责人重新决定。", TransferCheckStore.selfDecided),
    Check(
      "C84", "移送的状态和最后一步对不上", .grave, on: .transfer, remedy: "核对移送经过，用备份改正。", TransferCheckStore.uneven),
    Check(
      "C85", "等着办的移送没有期限待办", source: "内部规则（事事有人负责）", .grave, on: .transfer,
      remedy: "打开移送办理下一步；待办请技术人员补上。", TransferCheckStore.idle),
    Check(
      "C87", "案件已经结案，移送还没有结果", source: "《行政执法机关移送涉嫌犯罪案件的规定》第十条、第十一条", .grave, on: .transfer,
      remedy: "核对公安机关的答复，登记结果；案件不应当结案的，请法制机构研究。", TransferCheckStore.closedMeanwhile),
  ]
}
