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
        ("short", "至少 12 个字符"), ("erste lange phrase", "和现在的密码一样"), ("qinsa-2026-2026", "账号名"),
        ("aaaaaaaaaaaaaaaa", "重复"),
      ] {
        let answer = try await visitor.post(
          "/me/password", [("old", "erste lange phrase"), ("password", new), ("again", new)])
        #expect(answer.status == 422 && answer.text.contains(words), "\(new)")
        #expect(!answer.text.contains("erste lange phrase"), "密码不能回显")
      }
      let fields = [
        ("old", "erste lange phrase"), ("password", "zweite lange phrase"), ("again", "zweite lange phrase"),
      ]
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
