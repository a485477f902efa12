import Kit
import Storage
import Web

struct TokenRoutes {
  let room: Exchange

  var routes: [Route] {
    [
      Route.look("/exchange/tokens", .may(.exchangeWork)) { .page(try list($0, $1, .empty)) },
      Route.look("/exchange/tokens/:id", .may(.exchangeWork, on: .exchangeToken)) { .page(try page($0, $1, .empty)) },
      Route.act("/exchange/tokens", .may(.exchangeWork).proven) { call in
        try await call.submit { form in
          let new = try TokenForm.read(form)
          let made = try await call.change(.makeToken, reason: new.purpose) { tx in
            let made = try room.make(new, tx)
            return MadeToken(record: made.record, secret: made.secret)
          }
          // Shown once, so no redirect leads to it.
          return .page(TokenPages.made(made))
        } again: {
          try list(call, $1, $0)
        }
      },
      Route.act("/exchange/tokens/:id/revoke", .may(.exchangeWork, on: .exchangeToken)) { call in
        try await call.submit { form in
          let id = try call.id(Token.self)
          let read = FormReader(form)
          let because = read.text("because", "理由", most: 500)
          try read.done()
          try await call.change(.revokeToken, reason: because) { try room.revoke(id, because: because, $0) }
          return .redirect("/exchange/tokens/\(id)")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  private func list(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let listing = Listing(call, base: "/exchange/tokens", sorts: ["at"], descending: true, filters: [])
    let filter = try call.scope().filter(county: "t.county", agency: "0", owner: "0")
    let tokens = try TokenStore.list(filter, offset: listing.offset, limit: Listing.size, reader)
    return TokenPages.list(tokens, listing.counting(try TokenStore.count(filter, reader)), call.today, state)
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let token = try TokenStore.find(try call.id(), reader) else { throw MissingRecord("个令牌") }
    return TokenPages.page(
      token, try TokenStore.calls(of: token.id, limit: 50, reader),
      try LedgerReading.history(of: token.ref, reader), call.today, state)
  }
}

/// A token as it was made, with the secret that nobody sees again.
struct MadeToken: Sendable {
  let record: TokenRecord
  let secret: String
}

enum TokenForm {
  static let most = 600

  static func read(_ form: Form) throws -> NewToken {
    let read = FormReader(form)
    let system = read.text("system", "外部系统", most: 60)
    let purpose = read.text("purpose", "目的", most: 500)
    let until = read.date("until", "用到哪一天")
    let scopes = TokenScope.all.filter { form.all("scopes").contains($0.name) }
    let perMinute = Int(form.value("per-minute") ?? "60") ?? 0
    if !(1...most).contains(perMinute) { read.refuse("per-minute", "“每分钟次数”写成 1 到 \(most) 的整数。") }
    try read.done()
    return NewToken(system: system, purpose: purpose, scopes: scopes, until: until, perMinute: perMinute)
  }
}
