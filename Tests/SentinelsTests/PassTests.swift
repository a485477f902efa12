import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

@Suite struct PassTests {
  @Test(arguments: Store.both) func `a code ties one telephone once, and only its hash is kept`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let post = try await test.post()
      let code = try await test.code(of: post)
      let phone = Visitor(test)
      #expect(try await phone.get("/post").location == "/sign-in/post")
      #expect(try await phone.post("/post/zero").status == 401)
      // Looking at the link uses nothing up.
      #expect(try await phone.get("/sign-in/post?code=\(code)").text.contains("value=\"\(code)\""))
      let small = code.lowercased().replacing("-", with: " ")
      #expect(try await phone.post("/sign-in/post", [("code", small)]).status == 303)
      #expect(try await phone.get("/post").text.contains("柳塘镇卫生院哨点"))
      let second = try await Visitor(test).post("/sign-in/post", [("code", code)])
      #expect(second.status == 422 && second.text.contains("已经用过"))
      let bare = code.replacing("-", with: "")
      let kept = try await test.database.read { reader in
        try reader.query("SELECT code_hash FROM post_code") { try $0.text(0) }
          + reader.query("SELECT token_hash FROM post_device") { try $0.text(0) }
      }
      #expect(kept.count == 2 && kept.allSatisfy { $0.count == 64 && !$0.contains(bare.lowercased()) })
    }
  }

  @Test(arguments: Store.both) func `codes end after a week, ties after a year, and a new code drops the old`(
    store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      let post = try await test.post()
      let first = try await test.code(of: post)
      let second = try await test.code(of: post)
      #expect(try await Visitor(test).post("/sign-in/post", [("code", first)]).status == 422)
      test.clock.advance(days: 7)
      #expect(try await Visitor(test).post("/sign-in/post", [("code", second)]).status == 422)
      let phone = try await test.telephone(of: post)
      test.clock.advance(days: 364)
      #expect(try await phone.get("/post").status == 200)
      test.clock.advance(days: 1)
      #expect(try await phone.get("/post").status == 303)
    }
  }

  @Test(arguments: Store.both) func `a lost telephone, a new contact person and a suspended post end ties at once`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let post = try await test.post()
      let officer = try await Visitor.signedIn(test, "zhouyn")
      for (path, fields) in [
        ("cut", []), ("contact", TestHouse.contact("白某")), ("state", [("state", "suspended"), ("reason", "装修")]),
      ] as [(String, [(String, String)])] {
        let phone = try await test.telephone(of: post)
        let unused = try await test.code(of: post)
        #expect(try await phone.get("/post").status == 200)
        #expect(try await officer.post("/posts/\(post)/\(path)", fields).status == 303, "\(path)")
        #expect(try await phone.get("/post").status == 303, "\(path)")
        #expect(try await phone.post("/post/zero").status == 401, "\(path)")
        #expect(try await Visitor(test).post("/sign-in/post", [("code", unused)]).status == 422, "\(path)")
      }
      #expect(try await officer.post("/posts/\(post)/code", [("contact", "zzz")]).status == 409)
    }
  }

  @Test(arguments: Store.both) func `a telephone opens its own post alone, and an account opens no post's pages`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (mine, other) = (try await test.post(), try await test.post("石桥镇卫生院哨点", [("place", "113")]))
      let (phone, theirs) = (try await test.telephone(of: mine), try await test.telephone(of: other))
      let sent = try await theirs.post("/post/report", [("topic", "drugs"), ("place", "桥头"), ("text", "卖药")])
      let report = try #require(sent.id(after: "href=\"/post/reports/"))
      #expect(try await theirs.get("/post/reports/\(report)").status == 200)
      #expect(try await phone.get("/post/reports/\(report)").status == 404)
      #expect(try await !phone.get("/post").text.contains("石桥镇"))
      for path in ["/posts", "/posts/\(mine)", "/clues", "/today"] {
        #expect(try await phone.get(path).location.hasPrefix("/sign-in"), "\(path)")
      }
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/post").location == "/sign-in/post")
      phone.fetchSite = "cross-site"
      #expect(try await phone.post("/post/zero").status == 403)
    }
  }

  @Test(arguments: Store.both) func `wrong codes are slowed, a right one is always answered`(store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      let code = try await test.code(of: try await test.post())
      let stranger = Visitor(test)
      for _ in 0..<20 { #expect(try await stranger.post("/sign-in/post", [("code", "2222-3333-4444")]).status == 422) }
      #expect(try await stranger.post("/sign-in/post", [("code", "2222-3333-4444")]).status == 429)
      #expect(try await stranger.post("/sign-in/post", [("code", code)]).status == 303)
    }
  }
}
