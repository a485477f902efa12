package import Kit

/// Why a matter is not listed, or not taken off.
package enum PlacardRefusal: Refusal, Equatable {
  /// With what the matter is called: `案件`.
  case listed(String)
  case notListed(String)
  case notAnswered
  case past(today: CivilDate)

  package var code: String {
    switch self {
    case .listed: "placard.listed"
    case .notListed: "placard.not-listed"
    case .notAnswered: "placard.not-answered"
    case .past: "placard.past"
    }
  }

  package var sentence: String {
    switch self {
    case .listed(let noun): "\(noun)已经挂牌。"
    case .notListed(let noun): "\(noun)没有挂牌。"
    case .notAnswered: "挂牌以后承办单位还没有报告进展，不能摘牌。"
    case .past(let today): "要求报告的日期不能早于今天（\(today.chinese())）。"
    }
  }

  package var next: String? {
    switch self {
    case .listed, .notListed: "刷新页面，看现在的状态。"
    case .notAnswered: "等承办人报告，附上证明材料。"
    case .past: "换一个日期。"
    }
  }

  package var field: String? { if case .past = self { "due" } else { nil } }
  package var status: RefusalStatus { if case .past = self { .invalid } else { .conflict } }
}
