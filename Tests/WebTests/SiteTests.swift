import App
import Foundation
import HTTPTypes
import Kit
import TestKit
import Testing
import Web

@Suite struct SiteTests {
  @Test(arguments: Store.both) func `the front page answers everybody`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let answer = try await Visitor(test).get("/")
      #expect(answer.status == 200)
      #expect(answer.text.contains("<html lang=\"zh-CN\">"))
      for link in ["/lookup", "/report", "/progress"] { #expect(answer.text.contains("\"\(link)\"")) }
      #expect(answer.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
    }
  }

  @Test(arguments: Store.both) func `an unknown address is a plain page`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let answer = try await Visitor(test).get("/no/such/page")
      #expect(answer.status == 404)
      #expect(answer.text.contains("没有这个页面"))
    }
  }

  @Test(arguments: Store.both, ["cross-site", "same-site"]) func `a foreign form is refused`(
    store: Store, origin: String
  ) async throws {
    try await TestHouse.with(store) { test in
      let visitor = try await Visitor.signedIn(test, "zhouyn")
      visitor.fetchSite = origin
      #expect(try await visitor.post("/sign-out").status == 403)
      visitor.fetchSite = nil
      #expect(try await visitor.post("/sign-out").status == 403, "不说从哪里来，又带着会话，也拒绝")
      visitor.fetchSite = "same-origin"
      #expect(try await visitor.post("/sign-out").status == 303)
      #expect(try await visitor.get("/today").status == 303)
    }
  }

  @Test(arguments: Store.both) func `an upload over the limit leaves nothing in the folder`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let big = [UInt8](repeating: 7, count: 21 << 20)
      let answer = try await Visitor(test).post(
        "/report", [("text", "a"), ("place", "b"), ("county", "110")], files: [Visitor.File("files", "大.png", big)])
      #expect(answer.status == 413)
      #expect(answer.text.contains("20 MB"))
      let left = try FileManager.default.contentsOfDirectory(atPath: test.dataFolder.appending(path: "incoming").path)
      #expect(left.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `a body that is no form is refused without harm`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let visitor = Visitor(test)
      for type in ["multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "application/json"] {
        let answer = try await visitor.send(.post, "/report", type, Data("{\"a\":\u{0}".utf8))
        #expect((400..<500).contains(answer.status), "\(type) \(answer.status)")
      }
    }
  }
}
