import App
import Kit
import Storage
import TestKit
import Testing
import Web

@testable import Offices

@Suite struct CodeTests {
  /// RFC 6238, appendix B, the last six digits.
  private static let vectors: [(seconds: Int64, code: String)] = [
    (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
    (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ]

  @Test func `codes are those of the standard`() {
    let secret = Array("12345678901234567890".utf8)
    for (seconds, code) in Self.vectors {
      let now = Instant(milliseconds: seconds * 1000)
      #expect(TOTP.code(TOTP.step(now), secret) == code)
      #expect(TOTP.step(of: " \(code.prefix(3)) \(code.suffix(3))", secret: secret, at: now) == TOTP.step(now))
      #expect(TOTP.step(of: code, secret: secret, at: now.adding(seconds: 90)) == nil, "太久以前的")
    }
    #expect(TOTP.words(Array("fooba".utf8)) == "MZXW6YTB", "RFC 4648 的例子")
  }

  /// Binds a code app; answers its secret and the recovery codes that were shown.
  private static func bind(_ visitor: Visitor, _ test: TestHouse, _ login: String) async throws -> ([UInt8], [String]) {
    let page = try await visitor.get("/me/code").text
    let sealed = try #require(page.between("name=\"secret\" value=\"", "\""))
    let account = try await test.account(login).id.value
    let secret = try #require(
      try SealedText.open(sealed, for: "new-code:\(account)", test.database.folder.keys))
    #expect(page.contains(TOTP.words(secret)))
    #expect(page.contains("<svg class=\"code\""))
    let wrong = try await visitor.post("/me/code", [("secret", sealed), ("code", "000000")])
    #expect(wrong.status == 422)
    let done = try await visitor.post("/me/code", [("secret", sealed), ("code", code(secret, test))])
    #expect(done.status == 200)
    let codes = done.text.split(separator: "<code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    #expect(codes.count == 10)
    return (secret, codes)
  }

  private static func code(_ secret: [UInt8], _ test: TestHouse) -> String {
    TOTP.code(TOTP.step(test.database.world.now()), secret)
  }

  private static func begin(_ test: TestHouse, _ login: String) async throws -> (Visitor, String) {
    let visitor = Visitor(test)
    let asked = try await visitor.post("/sign-in", [("login", login), ("password", Cast.password)])
    #expect(asked.status == 200 && asked.text.contains("动态口令"))
    #expect(try await visitor.get("/today").status == 303, "只有密码进不来")
    return (visitor, try #require(asked.text.between("name=\"pending\" value=\"", "\"")))
  }

  @Test(arguments: Store.both) func `a bound account needs password and code, each code once`(store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      let (secret, recovery) = try await Self.bind(try await Visitor.signedIn(test, "heyuan"), test, "heyuan")
      test.clock.advance(minutes: 1)
      let (visitor, pending) = try await Self.begin(test, "heyuan")
      for wrong in ["", "123456", "12345"] {
        #expect(
          try await visitor.post("/sign-in/code", [("pending", pending), ("code", wrong)]).status == 422, "\(wrong)")
      }
      let code = Self.code(secret, test)
      #expect(try await visitor.post("/sign-in/code", [("pending", pending), ("code", code)]).status == 303)
      #expect(try await visitor.get("/today").status == 200)
      let (second, again) = try await Self.begin(test, "heyuan")
      #expect(try await second.post("/sign-in/code", [("pending", again), ("code", code)]).status == 422, "用过的码")
      let spare = try #require(recovery.first).lowercased()
      #expect(try await second.post("/sign-in/code", [("pending", again), ("code", spare)]).status == 303)
      let (third, more) = try await Self.begin(test, "heyuan")
      #expect(try await third.post("/sign-in/code", [("pending", more), ("code", spare)]).status == 422, "恢复码只用一次")
    }
  }

  @Test(arguments: Store.both) func `the owed code cannot be forged, moved or kept`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (secret, _) = try await Self.bind(try await Visitor.signedIn(test, "heyuan"), test, "heyuan")
      test.clock.advance(minutes: 1)
      let (visitor, pending) = try await Self.begin(test, "heyuan")
      let other = try await test.account("zhouyn").id.text
      let parts = pending.split(separator: ".").map(String.init)
      let forged = [other] + parts.dropFirst()
      for bad in [forged.joined(separator: "."), "", "a.b.c.d", pending + "0"] {
        let answer = try await visitor.post("/sign-in/code", [("pending", bad), ("code", Self.code(secret, test))])
        #expect(answer.location == "/sign-in", "\(bad)")
      }
      test.clock.advance(minutes: 6)
      let late = try await visitor.post("/sign-in/code", [("pending", pending), ("code", Self.code(secret, test))])
      #expect(late.location == "/sign-in", "五分钟过了")
    }
  }

  @Test(arguments: Store.both) func `the store holds no secret that can be read`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (secret, recovery) = try await Self.bind(try await Visitor.signedIn(test, "heyuan"), test, "heyuan")
      let account = try await test.account("heyuan").id
      let sealed = try #require(try await test.database.read { try SecretStore.find(account, $0) }?.totp)
      #expect(!sealed.contains(secret.hex))
      let other = try SealedText.open(sealed, for: "account:1:totp", test.database.folder.keys)
      #expect(other == nil, "换一个账号就打不开")
      let hashes = try await test.database.read { try $0.recoveryHashes() }
      #expect(hashes.count == 10)
      for code in recovery { #expect(!hashes.contains(code)) }
    }
  }
}

extension Reader {
  fileprivate func recoveryHashes() throws -> [String] {
    try query("SELECT hash FROM recovery_code") { try $0.text(0) }
  }
}

extension String {
  func between(_ start: String, _ end: String) -> String? {
    guard let from = firstRange(of: start)?.upperBound, let to = self[from...].firstRange(of: end)?.lowerBound else {
      return nil
    }
    return String(self[from..<to])
  }
}
