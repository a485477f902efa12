import Web

/// What is done to a transfer.
package enum TransferAction: String, CaseIterable, Sendable {
  case propose, approve, refuse, revoke
  case handOver = "hand-over"
  case copy, receive, forward, prolong, file, decline, review, uphold, supervise, unsupported, accept, items, charge,
    dismiss
  case spare, sentence, exempt, acquit

  package var title: String {
    switch self {
    case .propose: "提出移送报告"
    case .approve: "批准移送"
    case .refuse: "不批准移送"
    case .revoke: "撤回批准"
    case .handOver: "移送公安机关"
    case .copy: "抄送人民检察院"
    case .receive: "公安机关签收回执"
    case .forward: "公安机关转送有管辖权的机关"
    case .prolong: "公安机关延长审查时间"
    case .file: "公安机关决定立案"
    case .decline: "公安机关不予立案"
    case .review: "提请公安机关复议"
    case .uphold: "复议维持不予立案"
    case .supervise: "建议检察机关立案监督"
    case .unsupported: "检察机关没有要求立案"
    case .accept: "不再提出异议，继续行政处理"
    case .items: "移交涉案物品和材料"
    case .charge: "提起公诉"
    case .dismiss: "公安机关撤销案件"
    case .spare: "检察机关不起诉"
    case .sentence: "判决有罪"
    case .exempt: "法院免予刑事处罚"
    case .acquit: "法院宣告无罪"
    }
  }

  /// Acts of the police, which they record themselves or the clerk records from the paper with its scan.
  package var isOfPolice: Bool {
    [.receive, .forward, .prolong, .file, .decline, .uphold, .dismiss].contains(self)
  }

  /// Acts of others than our agency: they come on paper, and the scan is kept.
  package var isForeign: Bool {
    isOfPolice || [.unsupported, .charge, .spare, .sentence, .exempt, .acquit].contains(self)
  }

  /// Taken on a form of its own.
  var hasOwnForm: Bool { [.propose, .approve, .refuse, .revoke, .handOver].contains(self) }

  /// Not without reasons in writing: 移送规定第五条、第八条、第九条.
  var wantsWords: Bool {
    [
      .refuse, .revoke, .decline, .review, .uphold, .supervise, .unsupported, .accept, .dismiss, .spare, .sentence,
      .exempt,
      .acquit,
      .forward, .prolong,
    ].contains(self)
  }

  var wantsDocument: Bool {
    [.file, .decline, .uphold, .dismiss, .charge, .spare, .sentence, .exempt, .acquit].contains(self)
  }
  var wantsCount: Bool { [.file, .sentence].contains(self) }
  var wantsClock: Bool { [.receive, .forward].contains(self) }

  /// The outcome of the case's step 公安机关退回, for acts that bring the case back.
  var bringsBack: String? {
    switch self {
    case .accept: "not-filed"
    case .dismiss: "dismissed"
    case .spare: "not-charged"
    case .exempt: "exempted"
    case .acquit: "acquitted"
    default: nil
    }
  }
}

/// The state machine of a transfer, whole. Source: 《行政执法机关移送涉嫌犯罪案件的规定》第五条至第十二条.
///
/// | from | act | to |
/// |---|---|---|
/// | (none) | 提出报告 | 待负责人决定 |
/// | 待负责人决定 | 批准 / 不批准 | 已批准 / 没有批准 (end) |
/// | 已批准 | 移送 / 撤回批准 | 待回执 / 批准已撤回 (end) |
/// | 待回执 | 签收 / 转送 | 审查中 / 已转送 |
/// | 已转送 | 签收 | 审查中 |
/// | 审查中 | 延长 / 立案 / 不予立案 | 审查中 / 已立案 / 不予立案 |
/// | 不予立案 | 提请复议 / 建议监督 / 不再异议 | 复议中 / 监督中 / 退回 (end) |
/// | 复议中 | 维持 / 立案 | 复议维持 / 已立案 |
/// | 复议维持 | 建议监督 / 不再异议 | 监督中 / 退回 |
/// | 监督中 | 立案 / 没有要求立案 | 已立案 / 没有要求立案 |
/// | 没有要求立案 | 不再异议 | 退回 |
/// | 已立案 | 移交物品 / 撤销案件 | 侦查中 / 退回 |
/// | 侦查中 | 公诉 / 撤销案件 / 不起诉 | 已公诉 / 退回 / 退回 |
/// | 已公诉 | 有罪 / 免予处罚 / 无罪 / 不起诉 | 已判决 (end) / 退回 / 退回 / 退回 |
///
/// 抄送 is no move: it is owed once, from the hand-over on. A refused, revoked or returned case may be proposed anew.
package enum TransferMoves {
  package static func target(of action: TransferAction, from state: TransferState) -> TransferState? {
    if action == .copy { return state.isHandedOver ? state : nil }
    return all.first { $0.from == state && $0.action == action }?.to
  }

  /// What may come next, in the order of the table.
  package static func open(from state: TransferState) -> [TransferAction] {
    all.filter { $0.from == state }.map(\.action)
  }

  private static let all: [(from: TransferState, action: TransferAction, to: TransferState)] = [
    (.proposed, .approve, .approved), (.proposed, .refuse, .refused), (.approved, .handOver, .handed),
    (.approved, .revoke, .revoked),
    (.handed, .receive, .received), (.handed, .forward, .forwarded), (.forwarded, .receive, .received),
    (.received, .file, .filed), (.received, .decline, .notFiled), (.received, .prolong, .received),
    (.notFiled, .review, .reviewing), (.notFiled, .supervise, .supervising), (.notFiled, .accept, .returned),
    (.reviewing, .file, .filed), (.reviewing, .uphold, .upheld),
    (.upheld, .supervise, .supervising), (.upheld, .accept, .returned),
    (.supervising, .file, .filed), (.supervising, .unsupported, .unsupported), (.unsupported, .accept, .returned),
    (.filed, .items, .investigating), (.filed, .dismiss, .returned),
    (.investigating, .charge, .charged), (.investigating, .dismiss, .returned), (.investigating, .spare, .returned),
    (.charged, .sentence, .sentenced), (.charged, .exempt, .returned), (.charged, .acquit, .returned),
    (.charged, .spare, .returned),
  ]
}

extension TransferMoves {
  /// The acts after which a transfer stands in a state.
  static func leading(to state: TransferState) -> [TransferAction] {
    state == .proposed
      ? [.propose]
      : TransferAction.allCases.filter { action in
        TransferState.allCases.contains { target(of: action, from: $0) == state && action != .copy }
      }
  }
}
