import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct SignInTests {
  @Test(arguments: Store.both) func `a wrong password and an unknown login read alike`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let visitor = Visitor(test)
      for login in ["zhouyn", "nobody"] {
        let answer = try await visitor.post("/sign-in", [("login", login), ("password", "wrong")])
        #expect(answer.status == 422)
        #expect(answer.text.contains("账号或密码不对"))
        #expect(answer.text.contains("value=\"\(login)\""), "输入过的账号要留着")
        #expect(!answer.text.contains("wrong"), "密码不能回显")
      }
    }
  }

  @Test(arguments: Store.both) func `ten wrong tries stop the eleventh, also with the right password`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let visitor = Visitor(test)
      for _ in 0..<10 { _ = try await visitor.post("/sign-in", [("login", "zhouyn"), ("password", "x")]) }
      let locked = try await visitor.post("/sign-in", [("login", "zhouyn"), ("password", Cast.password)])
      #expect(locked.text.contains("已暂停登录"))
      test.clock.advance(minutes: 16)
      try await visitor.signIn("zhouyn")
    }
  }

  @Test(arguments: Store.both) func `a session ends idle, after its whole time, and with its account`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let idle = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await idle.get("/today").status == 200)
      test.clock.advance(minutes: 31)
      #expect(try await idle.get("/today").status == 303)

      let busy = try await Visitor.signedIn(test, "zhouyn")
      for _ in 0..<35 {
        test.clock.advance(minutes: 20)
        #expect(try await busy.get("/today").status == 200)
      }
      test.clock.advance(minutes: 21)
      #expect(try await busy.get("/today").status == 303, "十二小时到了")

      let gone = try await Visitor.signedIn(test, "qinsa")
      let admin = try await Visitor.signedIn(test, "tangl")
      let id = try await test.account("qinsa").id
      #expect(try await admin.post("/accounts/\(id)/withdraw").status == 303)
      #expect(try await gone.get("/today").status == 303, "停用立即生效")
      #expect(try await gone.post("/sign-in", [("login", "qinsa"), ("password", Cast.password)]).status == 422)
    }
  }

  @Test(arguments: Store.both) func `signing in leads back only into this site`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      for (back, to) in [
        ("/clues?state=accepted", "/clues?state=accepted"), ("//evil.example", "/today"), ("https://e", "/today"),
        ("/\\e", "/today"),
      ] {
        let answer = try await Visitor(test).post(
          "/sign-in", [("login", "zhouyn"), ("password", Cast.password), ("back", back)])
        #expect(answer.location == to)
      }
    }
  }

  @Test(arguments: Store.both) func `an account is opened by its form, and each mistake is told`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let admin = try await Visitor.signedIn(test, "tangl")
      let wrong = try await admin.post("/accounts", [("name", "新人"), ("password", "short")])
      #expect(wrong.status == 422)
      for words in ["“账号”还没有填", "“单位”还没有选", "至少 12 个字符", "“岗位”至少选一个"] {
        #expect(wrong.text.contains(words), "\(words)")
      }
      let agency = try await test.account("zhouyn").agency
      let fields = [
        ("name", "新人"), ("login", "xinren"), ("post", "监督员"), ("agency", agency.text), ("roles", "officer"),
        ("password", "a long password"),
      ]
      #expect(try await admin.post("/accounts", fields).status == 303)
      #expect(try await admin.post("/accounts", fields).status == 409, "账号重名")
      try await Visitor(test).signIn("xinren", password: "a long password")
    }
  }
}

@Suite struct NumberTests {
  @Test(arguments: Store.both) func `numbers have no gap, also after a refused deed`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let series = Series(sign: "试", digits: 4)
      struct Stop: Error {}
      @Sendable func next(fails: Bool = false) async throws -> String {
        try await test.database.change(Cast.county, by: .system, deed: Deed("test.number")) { tx in
          let number = try Offices.number(series, tx)
          tx.tell(Ref(.account, 1), "取号")
          if fails { throw Stop() }
          return number
        }
      }
      #expect(try await next() == "清试〔2026〕0001")
      await #expect(throws: Stop.self) { try await next(fails: true) }
      #expect(try await next() == "清试〔2026〕0002")
      let many = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<40 { group.addTask { try await next() } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(many.count == 40)
      #expect(many.max() == "清试〔2026〕0042")
    }
  }
}
