import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

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

  @Test(arguments: Store.both) func `an empty store is set up once, by whoever has the machine`(store: Store)
    async throws
  {
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

  /// The fields as the page filled them after a choice, the rest as above.
  private static func chosen(_ page: Answer, but changes: [String: String] = [:]) -> [(String, String)] {
    let form = OfferedForm(page)
    return fields.map { name, value in
      let isPlace = ["province", "city", "county", "region-code"].contains(name)
      return (name, changes[name] ?? (isPlace ? form.value(name) : value))
    }
  }

  @Test(arguments: Store.both) func `the list is searched and one county is chosen`(store: Store) async throws {
    try await TestHouse.with(store, cast: false) { test in
      let code = try SetUpCode.prepare(test.database.folder)
      let visitor = Visitor(test)
      let before = try await visitor.get("/setup").text
      #expect(before.contains("名单截至 2025-12-31") && !before.contains("找到"))
      let found = try await visitor.get("/setup?q=%E6%B8%85%E6%B2%B3").text
      #expect(found.contains("找到 3 个") && found.contains("河北省邢台市") && found.contains("130534"))
      #expect(found.contains("href=\"/setup?area=130534#place\""))
      let page = try await visitor.get("/setup?area=130534#place")
      #expect(page.text.contains("河北省邢台市清河县，代码 130534") && page.text.contains("须核对"))
      #expect(OfferedForm(page).value("county") == "清河县")
      #expect(try await visitor.post("/setup", Self.chosen(page) + [("code", code)]).text.contains("清河县可以用了"))
      #expect(try await visitor.get("/").text.contains("清河县"))
      #expect(try await Self.tree(test) == ["河北省 130000 of -", "邢台市 130500 of 河北省", "清河县 130534 of 邢台市"])
      #expect(try await visitor.get("/setup?q=1").location == "/sign-in", "用上以后不再开放")
    }
  }

  @Test(arguments: Store.both) func `a county that its province governs has no city`(store: Store) async throws {
    try await TestHouse.with(store, cast: false) { test in
      let code = try SetUpCode.prepare(test.database.folder)
      let visitor = Visitor(test)
      let page = try await visitor.get("/setup?area=429004")
      #expect(OfferedForm(page).value("city").isEmpty)
      #expect(try await visitor.post("/setup", Self.chosen(page) + [("code", code)]).status == 200)
      #expect(try await Self.tree(test) == ["湖北省 420000 of -", "仙桃市 429004 of 湖北省"])
    }
  }

  @Test(arguments: Store.both) func `what is not on the list is typed, and codes are not guessed for it`(store: Store)
    async throws
  {
    try await TestHouse.with(store, cast: false) { test in
      let code = try SetUpCode.prepare(test.database.folder)
      let visitor = Visitor(test)
      for (path, words) in [
        ("/setup?q=%E8%AF%95%E7%82%B9%E5%8E%BF", "名单里没有“试点县”"), ("/setup?q=110103", "最后见于 2009 年底的名单"),
        ("/setup?q=%E7%9C%81", "再加一个字会更准"), ("/setup?q=%E9%9B%84%E5%AE%89", "存疑"), ("/setup?area=x", "从名单里选本县"),
        ("/setup?q=%3Cb%3E", "名单里没有“&lt;b&gt;”"),
      ] { #expect(try await visitor.get(path).text.contains(words), "\(path)") }
      let page = try await visitor.get("/setup?area=130534")
      let renamed = Self.chosen(page, but: ["city": "云州市"])
      for wrong in ["53099", "53099x", "+53099"] {
        let fields = Self.chosen(page, but: ["region-code": wrong]) + [("code", code)]
        #expect(try await visitor.post("/setup", fields).text.contains("应为六位数字"), "\(wrong)")
      }
      #expect(try await visitor.post("/setup", renamed + [("code", code)]).status == 200)
      #expect(try await Self.tree(test) == ["河北省  of -", "云州市  of 河北省", "清河县 130534 of 云州市"])
    }
  }

  /// The regions from the province to the county: name, code, what each stands under.
  private static func tree(_ test: TestHouse) async throws -> [String] {
    try await test.database.read { reader in
      try reader.query(
        """
        SELECT r.name, r.code, COALESCE(p.name, '-') FROM region r LEFT JOIN region p ON p.number = r.parent
        WHERE r.level <> 'town' ORDER BY CASE r.level WHEN 'province' THEN 0 WHEN 'city' THEN 1 ELSE 2 END
        """
      ) { "\(try $0.text(0)) \(try $0.text(1)) of \(try $0.text(2))" }
    }
  }
}
