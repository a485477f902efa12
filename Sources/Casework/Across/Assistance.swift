package import Kit
package import Storage
package import Web

/// Assistance (协查): what one county's agency asks of another's for a case. Also a dispute about jurisdiction (管辖争议). The
/// name of the kind only; see `AssistanceRecord`.
package enum Assistance {}

extension RefKind {
  /// The request as the asking county has it.
  package static let assistance = RefKind("assistance")
  /// The same request, with the same number, as the asked county has it. Two kinds, because a record stands in one county,
  /// and the asked county may see the request and not the case.
  package static let assistanceReceived = RefKind("assistance-received")
}

extension Permission {
  /// Decides which of two counties has a case (指定管辖): for their common superior.
  package static let jurisdictionDecide = Permission("jurisdiction.decide")
}

extension Deed {
  package static let askAssistance = Deed("casework.ask-assistance")
  package static let answerAssistance = Deed("casework.answer-assistance")
  package static let escalateAssistance = Deed("casework.escalate-assistance")
  package static let ruleAssistance = Deed("casework.rule-assistance")
}

package enum AssistanceKind: String, CaseIterable, Sendable {
  case help, jurisdiction

  package var title: String { self == .help ? "请求协查" : "管辖争议" }

  var basis: String {
    self == .help ? "《行政处罚法》第二十六条" : "《行政处罚法》第二十五条；《卫生健康行政处罚程序规定》第十条"
  }
}

package enum AssistanceState: String, CaseIterable, Sendable {
  case sent, accepted, refused, replied, escalated, ruled

  func title(_ kind: AssistanceKind) -> String {
    switch (self, kind) {
    case (.sent, _): "等对方答复"
    case (.accepted, _): "对方在办"
    case (.refused, .help): "对方不能协查"
    case (.refused, .jurisdiction): "协商不成"
    case (.replied, .help): "已回复"
    case (.replied, .jurisdiction): "协商一致"
    case (.escalated, _): "已报上级指定"
    case (.ruled, _): "上级已指定"
    }
  }

  /// Whether the asked county still owes an answer.
  var isOpen: Bool { self == .sent || self == .accepted }
}

/// A request that is about to be sent.
package struct NewAssistance: Sendable {
  package let kind: AssistanceKind
  package let other: County
  package let what: String
  package let why: String
  package let due: CivilDate

  package init(_ kind: AssistanceKind, of other: County, what: String, why: String, due: CivilDate) {
    self.kind = kind
    self.other = other
    self.what = what
    self.why = why
    self.due = due
  }
}

package struct AssistanceRecord: Sendable {
  package let id: ID<Assistance>
  /// Who asks, and who is asked.
  package let county: County
  package let lawCase: ID<Case>
  /// `清卫医协〔2026〕1号`.
  package let number: String
  package let new: NewAssistance
  /// Who asks: account, and title as it was on the day.
  package let account: Int64
  package let asker: String
  package let state: AssistanceState
  package let at: Instant
  package let answer: AssistanceWord?
  /// The asking county's statement to the superior.
  package let statement: AssistanceWord?
  package let ruling: AssistanceWord?
  /// The county that the superior named.
  package let ruledFor: County?

  package var other: County { new.other }
  package var kind: AssistanceKind { new.kind }
  package var ref: Ref { Ref(.assistance, id) }
  package var received: Ref { Ref(.assistanceReceived, id) }
  var title: String { "\(number)　\(kind.title)" }
}

/// What somebody wrote on a request, with his title on the day.
package struct AssistanceWord: Sendable {
  package let text: String
  package let by: String
  package let at: Instant
}

/// What the asked county may answer.
package enum AssistanceAnswer: String, CaseIterable, Sendable {
  case accept, reply, refuse

  func title(_ kind: AssistanceKind) -> String {
    switch (self, kind) {
    case (.accept, .help): "受理，正在办"
    case (.accept, .jurisdiction): "收到，正在研究"
    case (.reply, .help): "办完了，回复结果"
    case (.reply, .jurisdiction): "同意对方的意见"
    case (.refuse, .help): "不能协查，说明理由"
    case (.refuse, .jurisdiction): "不同意，说明理由"
    }
  }

  var state: AssistanceState {
    switch self {
    case .accept: .accepted
    case .reply: .replied
    case .refuse: .refused
    }
  }
}
