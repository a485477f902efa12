package import Kit
package import Storage

/// What an outer system (外部系统) may do through the interface, by name: `offenders.ask`. Rooms declare theirs as static members.
package struct TokenScope: Hashable, Sendable {
  package let name: String
  package init(_ name: String) { self.name = name }
}

/// An outer system that showed a token.
package struct TokenHolder: Sendable {
  package let number: Int64
  /// In whose ledger its calls stand.
  package let county: County
  package let name: String
  package let scopes: Set<TokenScope>
  /// It used up its calls of this minute.
  package let isBusy: Bool

  package init(number: Int64, county: County, name: String, scopes: Set<TokenScope>, isBusy: Bool) {
    self.number = number
    self.county = county
    self.name = name
    self.scopes = scopes
    self.isBusy = isBusy
  }

  package var actor: Actor { Actor(kind: .system, number: 0, title: "外部系统“\(name)”") }
}

/// What a token that came with a request is.
package enum TokenStanding: Sendable {
  case unknown, revoked, expired
  case holder(TokenHolder)
}

/// The question that the gate asks of the room that keeps tokens; `App` fills it.
package typealias TokenQuestion = @Sendable (_ token: String, _ reader: Reader) throws -> TokenStanding

/// Why an outer system is not let in.
package enum TokenRefusal: Refusal, Equatable {
  case missing, unknown, revoked, expired, noScope, busy

  package var code: String {
    switch self {
    case .missing: "token.missing"
    case .unknown: "token.unknown"
    case .revoked: "token.revoked"
    case .expired: "token.expired"
    case .noScope: "token.no-scope"
    case .busy: "token.busy"
    }
  }

  package var sentence: String {
    switch self {
    case .missing: "没有带令牌。"
    case .unknown: "令牌不对。"
    case .revoked: "令牌已经吊销。"
    case .expired: "令牌已经过期。"
    case .noScope: "这个令牌没有办这件事的用途。"
    case .busy: "这个令牌一分钟内的次数用完了。"
    }
  }

  package var next: String? {
    switch self {
    case .missing: "请求头写 Authorization: Bearer 加令牌。"
    case .busy: "一分钟以后再试。"
    default: "请系统的管理员核对，或者请对方单位重新开通。"
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .noScope: .forbidden
    case .busy: .tooMany
    default: .signInFirst
    }
  }
}

/// One call of an outer system, after the gate.
package struct TokenCall: Sendable {
  package let database: Database
  package let holder: TokenHolder
  let incoming: @Sendable () async throws -> [UInt8]

  /// The body as it came. Refuses what is too large or not announced as JSON.
  package func body() async throws -> [UInt8] { try await incoming() }

  /// Does a deed in the county of the token; its ledger names the system.
  package func change<T: Sendable>(
    _ deed: Deed, reason: String? = nil, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await database.change(holder.county, by: holder.actor, deed: deed, reason: reason, body)
  }
}
