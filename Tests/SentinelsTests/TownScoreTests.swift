import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

/// Lines of a sheet that the packs leave to the township.
@Suite struct TownScoreTests {
  private struct Scene {
    let head: Visitor
    let town: Visitor
    let superior: Visitor
    let phone: Visitor
    let sheet: String
  }

  /// 于禾 fills in for 柳塘镇; a sheet of its post is open.
  private func scene(_ test: TestHouse) async throws -> Scene {
    let phone = try await test.telephone(of: try await test.post("柳塘镇卫生院哨点"))
    let head = try await Visitor.signedIn(test, "heyuan")
    let named = [("town-112", try await test.account("yuhe").id.text)]
    #expect(try await head.post("/scores/towns", named).status == 303)
    let verifier = try await test.account("mengzh").id.text
    #expect(try await head.post("/scores", [("span", "2026-10"), ("verifier", verifier)]).status == 303)
    let id = try #require(try await head.get("/scores").id(after: "<th scope=\"row\"><a href=\"/scores/"))
    return Scene(
      head: head, town: try await Visitor.signedIn(test, "yuhe"), superior: try await Visitor.signedIn(test, "mengzh"),
      phone: phone, sheet: id)
  }

  private func points(_ form: OfferedForm) -> [(String, String)] {
    form.names(beginning: "p-").map { ($0, form.value($0).isEmpty ? "5" : form.value($0)) }
  }

  @Test(arguments: Store.both) func `township and post each fill their own lines, a third decides`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let scene = try await scene(test)
      let path = "/town-scores/\(scene.sheet)"
      #expect(try await scene.town.get("/town-scores").text.contains("柳塘镇卫生院哨点"))
      #expect(try await scene.town.get("/duties").text.contains("由乡镇填的 2 项"))
      let form = OfferedForm(try await scene.town.get(path))
      #expect(form.names(beginning: "p-") == ["p-2", "p-9"])
      #expect(try await scene.town.get("/scores/\(scene.sheet)").status == 403, "乡镇只看自己那几项")
      #expect(try await scene.town.post(path, [("p-2", "6"), ("p-9", "1")]).status == 422)
      #expect(try await scene.town.post(path, [("p-2", "4"), ("p-9", "7")]).status == 303)
      #expect(try await scene.town.post(path, [("p-2", "5"), ("p-9", "9")]).status == 409)
      let own = OfferedForm(try await scene.phone.get("/post/score"))
      #expect(own.names(beginning: "p-").count == 9 && !own.names(beginning: "p-").contains("p-2"))
      #expect(try await scene.phone.post("/post/score", points(own)).status == 303)
      let look = OfferedForm(try await scene.superior.get("/scores/\(scene.sheet)"))
      #expect(look.value("p-2") == "4" && look.value("p-9") == "7")
      let seen = points(look) + [("on", "2026-11-20")]
      #expect(try await scene.superior.post("/scores/\(scene.sheet)/verify", seen).status == 303)
      #expect(try await scene.town.get(path).text.contains("7 分"))
      #expect(try await scene.head.get("/scores/\(scene.sheet)").text.contains("2 项，已填"))
    }
  }

  @Test(arguments: Store.both) func `a silent township blocks nothing, and owes nothing once it was looked at`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let scene = try await scene(test)
      let own = OfferedForm(try await scene.phone.get("/post/score"))
      #expect(try await scene.phone.post("/post/score", points(own)).status == 303)
      let look = OfferedForm(try await scene.superior.get("/scores/\(scene.sheet)"))
      let seen = points(look) + [("on", "2026-11-20")]
      #expect(try await scene.superior.post("/scores/\(scene.sheet)/verify", seen).status == 303)
      #expect(try await !scene.town.get("/duties").text.contains("由乡镇填的"))
      #expect(try await scene.town.post("/town-scores/\(scene.sheet)", [("p-2", "4"), ("p-9", "7")]).status == 409)
      #expect(try await scene.head.post("/checks").status == 303)
      #expect(try await scene.head.get("/checks").text.contains("没有发现"))
    }
  }

  @Test(arguments: Store.both) func `only who holds the right is named, and without anybody the post fills in all`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let phone = try await test.telephone(of: try await test.post("柳塘镇卫生院哨点"))
      let head = try await Visitor.signedIn(test, "heyuan")
      let wrong = [("town-112", try await test.account("zhouyn").id.text)]
      let refused = try await head.post("/scores/towns", wrong)
      #expect(refused.status == 422 && refused.text.contains("没有给哨点评分填写的岗位"))
      let verifier = try await test.account("mengzh").id.text
      #expect(try await head.post("/scores", [("span", "2026-10"), ("verifier", verifier)]).status == 303)
      #expect(OfferedForm(try await phone.get("/post/score")).names(beginning: "p-").count == 11)
      let town = try await Visitor.signedIn(test, "yuhe")
      #expect(try await town.get("/town-scores").text.contains("没有要填的评分表"))
    }
  }
}
