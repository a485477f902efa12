import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct OwnAccountTests {
  @Test(arguments: Store.both) func `a first password must be changed before anything else`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let admin = try await Visitor.signedIn(test, "tangl")
      let id = try await test.account("qinsa").id
      #expect(try await admin.post("/accounts/\(id)/password", [("password", "erste lange phrase")]).status == 303)
      let visitor = Visitor(test)
      try await visitor.signIn("qinsa", password: "erste lange phrase")
      #expect(try await visitor.get("/today").location == "/me/password")
      #expect(try await visitor.get("/clues").location == "/me/password")
      for (new, words) in [
        ("short", "至少 12 个字符"), ("erste lange phrase", "和现在的密码一样"), ("qinsa-2026-2026", "账号名"), ("aaaaaaaaaaaaaaaa", "重复"),
      ] {
        let answer = try await visitor.post(
          "/me/password", [("old", "erste lange phrase"), ("password", new), ("again", new)])
        #expect(answer.status == 422 && answer.text.contains(words), "\(new)")
        #expect(!answer.text.contains("erste lange phrase"), "密码不能回显")
      }
      let fields = [("old", "erste lange phrase"), ("password", "zweite lange phrase"), ("again", "zweite lange phrase")]
      #expect(try await visitor.post("/me/password", [("old", "falsch")] + fields.dropFirst()).status == 422)
      #expect(try await visitor.post("/me/password", fields).status == 303)
      #expect(try await visitor.get("/today").status == 200)
    }
  }

  @Test(arguments: Store.both) func `a new password ends the other sessions`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (here, there) = (try await Visitor.signedIn(test, "zhouyn"), try await Visitor.signedIn(test, "zhouyn"))
      #expect(try await here.get("/me").text.contains("现在登录着 2 处"))
      let fields = [("old", Cast.password), ("password", "zweite lange phrase"), ("again", "zweite lange phrase")]
      #expect(try await here.post("/me/password", fields).status == 303)
      #expect(try await here.get("/today").status == 200)
      #expect(try await there.get("/today").status == 303)
    }
  }

  @Test(arguments: Store.both) func `what is grave asks again who sits there`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let admin = try await Visitor.signedIn(test, "tangl")
      let id = try await test.account("qinsa").id
      test.clock.advance(minutes: 11)
      let refused = try await admin.post("/accounts/\(id)/withdraw")
      #expect(refused.status == 403 && refused.text.contains("确认"))
      #expect(try await admin.get("/me/code").location.hasPrefix("/me/prove?back="))
      #expect(try await admin.post("/me/prove", [("password", "falsch")]).status == 422)
      let proved = try await admin.post("/me/prove", [("password", Cast.password), ("back", "/accounts")])
      #expect(proved.location == "/accounts")
      #expect(try await admin.post("/accounts/\(id)/withdraw").status == 303)
    }
  }
}

@Suite struct SetUpTests {
  private static let fields: [(String, String)] = [
    ("province", "云川省"), ("city", "云州市"), ("county", "试点县"), ("region-code", "530999"), ("sign", "试"),
    ("towns", "东镇\n西镇\n南乡"), ("bureau", "试点县卫生健康局"), ("institute", "试点县卫生监督所"), ("office", "试点县整治办"),
    ("name-system-admin", "甲一"), ("login-system-admin", "jia"), ("password-system-admin", "eine lange phrase"),
    ("name-security-admin", "乙二"), ("login-security-admin", "yier"), ("password-security-admin", "eine lange phrase"),
    ("name-auditor", "丙三"), ("login-auditor", "bing"), ("password-auditor", "eine lange phrase"),
    ("name-office", "丁四"), ("login-office", "ding"), ("password-office", "eine lange phrase"),
    ("name-head", "戊五"), ("login-head", "wuwu"), ("password-head", "eine lange phrase"),
  ]

  @Test(arguments: Store.both) func `an empty store is set up once, by whoever has the machine`(store: Store) async throws {
    try await TestHouse.with(store, cast: false) { test in
      let code = try SetUpCode.prepare(test.database.folder)
      let visitor = Visitor(test)
      #expect(try await visitor.get("/sign-in").location == "/setup")
      #expect(try await visitor.get("/setup").status == 200)
      #expect(try await visitor.post("/setup", Self.fields + [("code", "00")]).text.contains("设置码不对"))
      let broken = Self.fields.filter { !["county", "password-head"].contains($0.0) } + [("code", code)]
      let refused = try await visitor.post("/setup", broken)
      #expect(refused.status == 422 && refused.text.contains("县（市、区、旗）") && refused.text.contains("东镇"))
      #expect(!refused.text.contains("eine lange phrase"), "密码不能回显")
      #expect(try await visitor.post("/setup", Self.fields + [("code", code)]).status == 200)
      #expect(try await visitor.post("/setup", Self.fields + [("code", code)]).status == 409)
      #expect(try await visitor.get("/").text.contains("试点县"))
      let head = Visitor(test)
      try await head.signIn("wuwu", password: "eine lange phrase")
      #expect(try await head.get("/clues/new").text.contains("西镇"))
      let admin = Visitor(test)
      try await admin.signIn("yier", password: "eine lange phrase")
      #expect(try await admin.get("/accounts").text.contains("戊五"))
      #expect(try await admin.get("/clues").status == 403)
    }
  }

  @Test(arguments: Store.both) func `ten wrong codes stop the eleventh`(store: Store) async throws {
    try await TestHouse.with(store, cast: false) { test in
      let code = try SetUpCode.prepare(test.database.folder)
      let visitor = Visitor(test)
      for _ in 0..<10 { _ = try await visitor.post("/setup", [("code", "1")]) }
      #expect(try await visitor.post("/setup", Self.fields + [("code", code)]).text.contains("试错太多"))
    }
  }
}
