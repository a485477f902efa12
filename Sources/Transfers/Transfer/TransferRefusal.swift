package import Kit
package import Procedure

/// What the room of transfers refuses.
package enum TransferRefusal: Refusal, Hashable {
  case caseClosed(String)
  case notYourCase
  case noCheck
  case notReached
  case alreadyOpen
  case headIsOfficer
  case successorIsHead
  case noHead
  case notTheHead(String)
  case closed(TransferAction, TransferState)
  case dateInFuture(CivilDate)
  /// The number of the case.
  case archived(String)
  case before(CivilDate)
  case scanMissing
  case unknownTerm
  case alreadyCopied
  case packageStale
  case crimeUnknown
  /// The step 移送公安机关 of the case is closed: the condition that does not hold.
  case stepClosed(Closed)

  package var code: String {
    switch self {
    case .caseClosed: "transfers.case-closed"
    case .notYourCase: "transfers.not-your-case"
    case .noCheck: "transfers.no-check"
    case .notReached: "transfers.not-reached"
    case .alreadyOpen: "transfers.already-open"
    case .headIsOfficer: "transfers.head-is-officer"
    case .successorIsHead: "transfers.successor-is-head"
    case .noHead: "transfers.no-head"
    case .notTheHead: "transfers.not-the-head"
    case .closed: "transfers.closed"
    case .archived: "transfers.archived"
    case .dateInFuture: "transfers.date-in-future"
    case .before: "transfers.before"
    case .scanMissing: "transfers.scan-missing"
    case .unknownTerm: "transfers.unknown-term"
    case .alreadyCopied: "transfers.already-copied"
    case .packageStale: "transfers.package-stale"
    case .crimeUnknown: "transfers.crime-unknown"
    case .stepClosed(let closed): "transfers.\(closed.condition)"
    }
  }

  package var sentence: String {
    switch self {
    case .caseClosed(let number): "案件\(number)已经结案，不能再提出移送。"
    case .notYourCase: "移送报告由本案两名执法人员组成的专案组提出，你不是本案的办案人员（移送规定第五条）。"
    case .noCheck: "还没有对照移送标准核对这起案件。"
    case .notReached: "这次核对的结论是没有达到移送标准，不能据此提出移送。"
    case .alreadyOpen: "这起案件已经提出移送，还没有办结。"
    case .headIsOfficer: "选的负责人是本案的办案人员，不能审批自己办的案。"
    case .successorIsHead: "接替的人是移送报告报给的负责人，不能既承办本案又决定移送（移送规定第五条）。"
    case .noHead: "选的人没有作决定的权限，或者账号已经停用。"
    case .notTheHead(let name): "报告报给了\(name)。移送只能由正职负责人或者主持工作的负责人决定，副职和代理人不能代他决定（移送规定第五条）。"
    case .closed(let action, let state): "现在是“\(state.title)”，不能办“\(action.title)”，可能别人刚刚办过。"
    case .archived(let number): "案件\(number)已经归档，案卷不再变动。"
    case .dateInFuture(let today): "日期不能晚于今天（\(today.chinese())）。"
    case .before(let day): "日期不能早于上一步的 \(day.chinese())。"
    case .scanMissing: "代其他机关登记的，要附上它的文书的扫描件或照片。"
    case .unknownTerm: "延长的时间没有选，或不在规定的几种里。"
    case .alreadyCopied: "已经登记过抄送。"
    case .packageStale: "打包期间案件有了新的步骤或材料，移送包没有生成。"
    case .crimeUnknown: "选的罪名不在移送标准里。"
    case .stepClosed(let closed): "这起案件现在不能移送公安机关：\(closed.reason)（\(closed.source)）"
    }
  }

  package var field: String? {
    switch self {
    case .noCheck, .notReached: "check"
    case .headIsOfficer, .noHead: "head"
    case .successorIsHead: "successor"
    case .dateInFuture, .before: "on"
    case .scanMissing: "files"
    case .unknownTerm: "term"
    case .crimeUnknown: "crime"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .notYourCase: "请本案的办案人员提出。"
    case .noCheck: "请先在案件页点“核对移送标准”。"
    case .notReached: "事实有变化的，重新核对一次。"
    case .alreadyOpen: "打开那件移送继续办理。"
    case .headIsOfficer, .noHead: "请另选正职负责人或者主持工作的负责人。"
    case .successorIsHead: "请换一名执法人员接替。"
    case .notTheHead: "负责人变动的，请先交接。"
    case .closed, .alreadyCopied: "刷新页面看最新情况。"
    case .packageStale: "请再提交一次。"
    case .stepClosed: "先办完上面说的事，再来移送；已经提出的报告，由负责人不批准或者撤回批准，写明理由。"
    default: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .alreadyOpen, .closed, .packageStale, .alreadyCopied: .conflict
    case .notTheHead, .notYourCase: .forbidden
    default: .invalid
    }
  }
}
