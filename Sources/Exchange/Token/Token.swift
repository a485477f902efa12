package import Kit
package import Storage
package import Web

/// Token (令牌): the key of a named outer system to the interface. The name of the kind only; see `TokenRecord`.
package enum Token {}

extension RefKind { package static let exchangeToken = RefKind("exchange-token") }

extension Permission {
  /// Make and revoke tokens of outer systems.
  package static let exchangeWork = Permission("exchange.work")
}

extension TokenScope {
  /// Submit persons and penalties.
  package static let submit = TokenScope("offenders.submit")
  /// Ask whether a person is known.
  package static let ask = TokenScope("offenders.ask")

  package var title: String {
    switch self {
    case .submit: "报送人员和处罚"
    case .ask: "询问是不是库里的人"
    case .deliver: "取走上报的数据、送来回执"
    default: name
    }
  }

  static let all: [TokenScope] = [.submit, .ask, .deliver]
}

extension Deed {
  package static let makeToken = Deed("exchange.make-token")
  package static let revokeToken = Deed("exchange.revoke-token")
  package static let callSubmit = Deed("exchange.submit")
  package static let callAsk = Deed("exchange.ask")
}

/// What an administrator wrote of a token.
struct NewToken: Sendable {
  let system: String
  let purpose: String
  let scopes: [TokenScope]
  /// The last day on which it opens anything.
  let until: CivilDate
  let perMinute: Int
}

struct TokenRecord: Sendable {
  let id: ID<Token>
  let county: County
  let new: NewToken
  /// Keyed hash of the secret; the secret itself is kept nowhere.
  let hash: String
  let maker: String
  let at: Instant
  let revoked: Revoked?
  let calls: Int64
  let lastCall: Instant?

  var ref: Ref { Ref(.exchangeToken, id) }
  var title: String { "外部系统“\(new.system)”的令牌" }

  struct Revoked: Sendable {
    let at: Instant
    let by: String
    let because: String
  }

  func standing(on day: CivilDate) -> String {
    if revoked != nil { return "已吊销" }
    return new.until < day ? "已过期" : "有效"
  }
}

/// What is refused about tokens.
enum TokenFormRefusal: Refusal, Equatable {
  case past
  case far(CivilDate)
  case noScope
  case revokedBefore

  var code: String {
    switch self {
    case .past: "exchange.token-past"
    case .far: "exchange.token-far"
    case .noScope: "exchange.token-scope"
    case .revokedBefore: "exchange.token-revoked"
    }
  }

  var sentence: String {
    switch self {
    case .past: "到期的日子已经过了。"
    case .far(let day): "令牌最长用一年，到期的日子不能晚于\(day.iso)。"
    case .noScope: "至少选一种用途。"
    case .revokedBefore: "这个令牌已经吊销过了。"
    }
  }

  var field: String? {
    switch self {
    case .past, .far: "until"
    case .noScope: "scopes"
    case .revokedBefore: nil
    }
  }

  var status: RefusalStatus { self == .revokedBefore ? .conflict : .invalid }
}
