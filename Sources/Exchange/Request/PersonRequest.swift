package import Kit
package import Matching
package import Offenders
package import Storage
package import Web

/// Request (跨县查询): what one county asks another about a person. The name of the kind only; see `RequestRecord`.
package enum PersonRequest {}

extension RefKind {
  /// As the asking county has it.
  package static let personRequest = RefKind("person-request")
  /// The same request, with the same number, as the asked county has it.
  package static let personRequestReceived = RefKind("person-request-received")
}

extension Permission {
  /// See requests between counties.
  package static let exchangeSee = Permission("exchange.see")
  /// Ask another county, and answer for the own.
  package static let exchangeAsk = Permission("exchange.ask")
}

extension Deed {
  package static let askCounty = Deed("exchange.ask-county")
  package static let answerCounty = Deed("exchange.answer-county")
}

package enum RequestState: String, CaseIterable, Sendable {
  case sent, given, refused

  package var title: String {
    switch self {
    case .sent: "等对方答复"
    case .given: "已答复"
    case .refused: "对方不提供"
    }
  }
}

/// A request that is about to be sent.
package struct NewRequest: Sendable {
  package let other: County
  package let said: MatchRecord
  package let purpose: String
  package let due: CivilDate

  package init(of other: County, _ said: MatchRecord, purpose: String, due: CivilDate) {
    self.other = other
    self.said = said
    self.purpose = purpose
    self.due = due
  }
}

package struct RequestRecord: Sendable {
  package let id: ID<PersonRequest>
  package let county: County
  /// `清卫医询〔2026〕1号`.
  package let number: String
  package let new: NewRequest
  package let account: Int64
  package let asker: String
  package let state: RequestState
  package let at: Instant
  package let answer: Answer?
  /// The asked county opened names and numbers of what it gave; else they are masked.
  package let isOpen: Bool

  package struct Answer: Sendable {
    package let words: String
    package let by: String
    package let at: Instant
  }

  package var other: County { new.other }
  package var ref: Ref { Ref(.personRequest, id) }
  package var received: Ref { Ref(.personRequestReceived, id) }
  /// Without the person.
  var title: String { "跨县查询\(number)" }
}

/// What the asked county answers.
package enum RequestAnswer: Sendable {
  /// These records, as they stand in the register; `opens` shows names and numbers to the asker.
  case give([ID<OffenderRecord>], opens: Bool, words: String)
  case refuse(because: String)
}

/// What is refused between counties.
package enum RequestRefusal: Refusal, Equatable {
  case ownCounty
  case past(CivilDate)
  case nothingAsked
  case nobodyThere(String)
  case answered
  case strangeRecord
  case noWords

  package var code: String {
    switch self {
    case .ownCounty: "exchange.own-county"
    case .past: "exchange.due-in-past"
    case .nothingAsked: "exchange.request-empty"
    case .nobodyThere: "exchange.nobody-there"
    case .answered: "exchange.answered"
    case .strangeRecord: "exchange.strange-record"
    case .noWords: "exchange.no-words"
    }
  }

  package var sentence: String {
    switch self {
    case .ownCounty: "要选别的县。"
    case .past(let today): "要求答复的日期不能早于今天（\(today.chinese())）。"
    case .nothingAsked: "至少写姓名、证件号码、电话里的一项。"
    case .nobodyThere(let name): "\(name)还没有人能答复跨县查询。"
    case .answered: "这件已经答复过了，可能别人刚刚办过。"
    case .strangeRecord: "选的记录不是本县登记的，不能由本县提供。"
    case .noWords: "没有选记录，又没有写理由。"
    }
  }

  package var field: String? {
    switch self {
    case .ownCounty, .nobodyThere: "county"
    case .past: "due"
    case .nothingAsked: "name"
    case .strangeRecord: "records"
    case .noWords: "words"
    case .answered: nil
    }
  }

  package var next: String? { if case .nobodyThere = self { "请用公函联系。" } else { nil } }
  package var status: RefusalStatus { self == .answered ? .conflict : .invalid }
}
