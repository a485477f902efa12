import App
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

/// What posts earn by the rules, and how it is paid.
@Suite struct PostRewardTests {
  private struct Scene {
    let head: Visitor
    let lawyer: Visitor
    let officer: Visitor
    let phone: Visitor
    let way: String
  }

  /// A post whose report was accepted earns by `led`; another that told nothing earns nothing.
  private func scene(_ test: TestHouse) async throws -> Scene {
    let phone = try await test.telephone(of: try await test.post("柳塘镇卫生院哨点"))
    _ = try await test.post("石桥镇卫生院哨点")
    let head = try await Visitor.signedIn(test, "heyuan")
    let early = try await head.post("/post-rewards", [("span", "2026-01")])
    #expect(early.status == 409 && early.text.contains("没有新的哨点够得上"))
    let told = [("once", "00112233445566778899"), ("topic", "dental"), ("place", "柳塘镇集市"), ("text", "有人镶牙")]
    #expect(try await phone.post("/post/report", told, files: []).status == 201)
    let clue = try await test.database.read {
      try $0.first("SELECT clue FROM post_report WHERE clue IS NOT NULL") { try $0.id(0, Clue.self) }
    }
    let owner = try await test.account("zhouyn").id.text
    #expect(try await head.post("/clues/\(try #require(clue))/accept", [("owner", owner)]).status == 303)
    #expect(try await head.post("/post-rewards", [("span", "2026-01")]).status == 303)
    #expect(try await head.post("/post-rewards", [("span", "2026-01")]).status == 409, "一期一条只进一次")
    let list = try await head.get("/post-rewards")
    #expect(list.text.contains("没有查到依据") && !list.text.contains("石桥镇卫生院哨点</a>"))
    let id = try #require(list.id(after: "<th scope=\"row\"><a href=\"/post-rewards/"))
    return Scene(
      head: head, lawyer: try await Visitor.signedIn(test, "fangl"),
      officer: try await Visitor.signedIn(test, "zhouyn"),
      phone: phone, way: "/post-rewards/\(id)")
  }

  private func sum(_ test: TestHouse, _ other: [String: String] = [:]) async throws -> [(String, String)] {
    let approver = try await test.account("fangl").id.text
    return [("amount", "200"), ("basis", "清卫监〔2026〕15号"), ("approver", approver)].map { ($0, other[$0] ?? $1) }
  }

  @Test(arguments: Store.both) func `the office enters the sum with a basis, another approves, it is paid`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let scene = try await scene(test)
      let way = scene.way
      #expect(try await scene.head.get(way).text.contains("action=\"\(way)/propose\""))
      #expect(try await scene.head.post("\(way)/propose", sum(test).filter { $0.0 != "basis" }).status == 422)
      #expect(try await scene.head.post("\(way)/propose", sum(test, ["amount": "0"])).text.contains("数额要大于零"))
      let stranger = try await test.account("tangl").id.text
      #expect(try await scene.head.post("\(way)/propose", sum(test, ["approver": stranger])).status == 422)
      #expect(try await scene.head.post("\(way)/pay", [("on", "2026-11-20"), ("voucher", "1")]).status == 409)
      #expect(try await scene.head.post("\(way)/propose", sum(test)).status == 303)
      #expect(try await scene.lawyer.get("/duties").text.contains("审批监测哨点"))
      #expect(try await scene.head.post("\(way)/decide", [("decision", "approved"), ("words", "x")]).status == 403)
      #expect(try await scene.lawyer.post("\(way)/decide", [("decision", "approved")]).status == 422)
      #expect(try await !scene.phone.get("/post").text.contains("200.00"), "没有批准的，哨点看不到")
      let agreed = [("decision", "approved"), ("words", "属实")]
      #expect(try await scene.lawyer.post("\(way)/decide", agreed).status == 303)
      #expect(try await scene.lawyer.post("\(way)/decide", agreed).status == 409)
      #expect(try await scene.head.get("/duties").text.contains("发放监测哨点"))
      #expect(try await scene.officer.post("\(way)/pay", [("on", "2099-01-01"), ("voucher", "回单 1")]).status == 422)
      #expect(try await scene.officer.post("\(way)/pay", [("on", "2026-11-20"), ("voucher", "回单 1")]).status == 303)
      let page = try await scene.head.get(way).text
      #expect(page.contains("已发放") && page.contains("回单 1") && page.contains("200"))
      #expect(try await scene.phone.get("/post").text.contains("报的线索受理了"))
      #expect(try await scene.head.post("/checks").status == 303)
      #expect(try await scene.head.get("/checks").text.contains("没有发现"))
    }
  }

  @Test(arguments: Store.both) func `a declined one is paid to nobody`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = try await scene(test)
      #expect(try await scene.head.post("\(scene.way)/propose", sum(test)).status == 303)
      let declined = [("decision", "declined"), ("words", "经费没有落实")]
      #expect(try await scene.lawyer.post("\(scene.way)/decide", declined).status == 303)
      #expect(try await scene.head.post("\(scene.way)/pay", [("on", "2026-11-20"), ("voucher", "1")]).status == 409)
      #expect(try await scene.head.get("/post-rewards?state=declined").text.contains("柳塘镇卫生院哨点"))
      #expect(try await !scene.head.get("/duties").text.contains("发放监测哨点"))
      #expect(try await !scene.phone.get("/post").text.contains("奖励</h2>"))
    }
  }

  @Test(arguments: Store.both) func `what a whole period asks for is not earned before its end`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let phone = try await test.telephone(of: try await test.post("柳塘镇卫生院哨点"))
      #expect(try await phone.post("/post/zero").status == 303)
      // The last day of the year: November is over and was told, the year is not.
      test.clock.advance(days: 41)
      #expect(try await phone.post("/post/zero").status == 303)
      let before = try await Visitor.signedIn(test, "heyuan")
      #expect(try await before.post("/post-rewards", [("span", "2026-01")]).status == 409)
      test.clock.advance(days: 20)
      let after = try await Visitor.signedIn(test, "heyuan")
      #expect(try await after.post("/post-rewards", [("span", "2026-01")]).status == 303)
      #expect(try await after.get("/post-rewards").text.contains("过完的 2 个周期里报了 2 个"))
    }
  }
}
