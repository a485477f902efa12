import App
import Kit
import Storage
import TestKit
import Testing
import Web

@testable import Exchange

/// An outer system with a token of its own.
struct Outer {
  let test: TestHouse
  let admin: Visitor
  let visitor: Visitor

  init(_ test: TestHouse) async throws {
    self.test = test
    admin = try await Visitor.signedIn(test, Self.administrator)
    visitor = Visitor(test)
  }

  static let administrator = "tangl"

  /// The token and the address of its page.
  func token(
    _ scopes: [String] = ["offenders.submit", "offenders.ask"], days: Int = 30, perMinute: Int = 60
  ) async throws -> (token: String, page: String) {
    let until = test.clock.now.date.adding(days: days).iso
    let answer = try await admin.post(
      "/exchange/tokens",
      [("system", "省无证行医查询系统"), ("purpose", "省里的名单"), ("until", until), ("per-minute", "\(perMinute)")]
        + scopes.map { ("scopes", $0) })
    let start = try #require(answer.text.firstRange(of: "<pre class=\"copy\">qyx_"), "\(answer.text.suffix(1500))")
    let token = "qyx_" + answer.text[start.upperBound...].prefix { $0 != "<" }
    let id = try #require(answer.id(after: "href=\"/exchange/tokens/"))
    return (token, "/exchange/tokens/\(id)")
  }

  func ask(_ token: String?, _ body: String = #"{"purpose":"办案","name":"郭某某"}"#) async throws -> Answer {
    try await visitor.call("/api/offenders/ask", token: token, body)
  }
}

@Suite struct TokenTests {
  @Test(arguments: Store.both) func `a token opens its scope; a missing, wrong or cut one opens nothing`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let outer = try await Outer(test)
      let (token, _) = try await outer.token()
      #expect(try await outer.ask(token).status == 200)
      let missing = try await outer.ask(nil)
      #expect(missing.status == 401 && missing.text.contains("token.missing"))
      #expect(missing.header("Content-Type")?.hasPrefix("application/json") == true)
      let parts = token.split(separator: "_")
      let wrong = [
        "x", "qyx_zz_00", String(token.dropLast()), token + "0", "qyx_\(parts[1])_" + String(repeating: "0", count: 64),
        "qyx_" + String(repeating: "1", count: 11) + "_\(parts[2])",
      ]
      for one in wrong {
        let answer = try await outer.ask(one)
        #expect(answer.status == 401 && answer.text.contains("token.unknown"), "\(answer.text)")
      }
    }
  }

  @Test(arguments: Store.both) func `another scope is refused, and a session opens no call`(_ store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      let outer = try await Outer(test)
      let (token, _) = try await outer.token(["offenders.submit"])
      let refused = try await outer.ask(token)
      #expect(refused.status == 403 && refused.text.contains("token.no-scope"))
      let signedIn = try await outer.admin.call("/api/offenders/ask", token: nil, "{}")
      #expect(signedIn.status == 401)
    }
  }

  @Test(arguments: Store.both) func `a revoked token is shut at once, an expired one from the next day on`(
    _ store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      let outer = try await Outer(test)
      let (first, page) = try await outer.token()
      #expect(try await outer.admin.post("\(page)/revoke", [("because", "对方换系统")]).status == 303)
      let revoked = try await outer.ask(first)
      #expect(revoked.status == 401 && revoked.text.contains("token.revoked"))
      #expect(try await outer.admin.post("\(page)/revoke", [("because", "再来一次")]).status == 409)
      let (second, _) = try await outer.token(days: 1)
      test.clock.advance(days: 1)
      #expect(try await outer.ask(second).status == 200)
      test.clock.advance(days: 1)
      let expired = try await outer.ask(second)
      #expect(expired.status == 401 && expired.text.contains("token.expired"))
    }
  }

  @Test(arguments: Store.both) func `only a hash is kept, and the secret is shown once`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let outer = try await Outer(test)
      let (token, page) = try await outer.token()
      let secret = try #require(token.split(separator: "_").last).description
      #expect(!(try await outer.admin.get(page).text.contains(secret)))
      let hashes = try await test.database.read { reader in
        try reader.query("SELECT hash FROM exchange_token") { try $0.text(0) }
      }
      #expect(hashes.count == 1 && hashes.allSatisfy { $0.count == 64 && !$0.contains(secret) })
    }
  }

  @Test(arguments: Store.both) func `so many calls a minute and no more`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let outer = try await Outer(test)
      let (token, _) = try await outer.token(perMinute: 2)
      #expect(try await outer.ask(token).status == 200)
      #expect(try await outer.ask(token).status == 200)
      let busy = try await outer.ask(token)
      #expect(busy.status == 429 && busy.header("Retry-After") == "60")
      test.clock.advance(minutes: 2)
      #expect(try await outer.ask(token).status == 200)
    }
  }

  @Test(arguments: Store.both) func `who may not keep tokens makes none; a last day beyond a year is refused`(
    _ store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.post("/exchange/tokens", []).status == 403)
      let outer = try await Outer(test)
      let far = test.clock.now.date.adding(days: 400).iso
      let told = [("system", "甲"), ("purpose", "乙"), ("scopes", "offenders.ask")]
      #expect(try await outer.admin.post("/exchange/tokens", told + [("until", far)]).status == 422)
      #expect(try await outer.admin.post("/exchange/tokens", told + [("until", "2020-01-01")]).status == 422)
    }
  }

  @Test func `hashes are compared whatever they hold`() {
    #expect(sameInConstantTime([1, 2, 3], [1, 2, 3]))
    #expect(!sameInConstantTime([1, 2, 3], [1, 2, 4]))
    #expect(!sameInConstantTime([1, 2, 3], [1, 2]))
    #expect(sameInConstantTime([], []))
  }
}
