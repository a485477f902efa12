import App
import Intake
import Kit
import Papers
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// The copy of a paper that the party is handed carries its code; no other form of the paper does.
@Suite struct HandingOutTests {
  /// A case with an issued order to correct, which is for the party.
  private static func issued(_ scene: Scene) async throws -> (id: ID<Case>, base: String) {
    let id = try await scene.file()
    let number = try await scene.draft("order-to-correct", in: id)
    let officer = try await Visitor.signedIn(scene.test, "zhouyn")
    #expect(try await officer.post("/cases/\(id)/papers/\(number)/issue", []).status == 303)
    return (id, "/cases/\(id)/papers/\(number)")
  }

  private static func code(_ id: ID<Case>, _ scene: Scene) async throws -> String {
    let keys = scene.keys
    return try #require(try await scene.test.database.read { try Casework.partyCode(of: id, keys, $0) }).text
  }

  private static func handedOut(_ id: ID<Case>, _ scene: Scene) async throws -> Int {
    try await scene.test.database.read { try LedgerReading.history(of: Ref(.lawCase, id), $0) }
      .count { $0.sentence.contains("交当事人，附查询码") }
  }

  @Test(arguments: Store.both) func `the first paper for the party makes its code, and the copy carries it`(
    store: Store
  )
    async throws
  {
    try await Scene.play(store) { scene in
      let (id, base) = try await Self.issued(scene)
      let code = try await Self.code(id, scene)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.get(base).text.contains("打印交当事人"))
      for (times, sheet) in ["a4", "80"].enumerated() {
        let copy = try await officer.post("\(base)/hand-out", [("sheet", sheet)])
        #expect(copy.status == 200 && copy.text.contains(code) && copy.text.contains("class=\"s\(sheet)\""))
        #expect(copy.text.contains("我是当事人") && copy.text.contains("沿此线撕下"))
        #expect(try await Self.handedOut(id, scene) == times + 1)
      }
      #expect(try await scene.page(try #require(QueryCode(typed: code))).status == 200)
    }
  }

  @Test(arguments: Store.both) func `the slip names the agency's own address, never with the code in it`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let (id, base) = try await Self.issued(scene)
      try await scene.change(.agencyDetails, by: scene.head) {
        try AgencyDetailStore.set(.site, "https://ws.example.cn/", $0)
        $0.tell(Ref(.lawCase, id), "填写网址")
      }
      let copy = try await Visitor.signedIn(scene.test, "zhouyn").post("\(base)/hand-out", [("sheet", "a4")]).text
      let code = try await Self.code(id, scene)
      #expect(copy.contains("https://ws.example.cn/party，输入查询码") && copy.contains(code))
      #expect(!copy.contains("/party/\(code)") && !copy.contains("?code=") && !copy.contains("查询码 \(code)\""))
    }
  }

  @Test(arguments: Store.both) func `nobody else and no other form has the code`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, base) = try await Self.issued(scene)
      let code = try await Self.code(id, scene)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let paper = try await scene.paper(1, of: id)
      let kept = try await scene.test.database.read { try CasePaperStore.record(paper, $0) } ?? []
      var texts = [String(decoding: kept, as: UTF8.self)]
      for path in ["", "/print", "/print?sheet=80", "/word"] { texts.append(try await officer.get(base + path).text) }
      texts.append(try await Visitor(scene.test).get("/paper/\(paper.issue?.digest ?? "")").text)
      for login in ["heyuan", "luohui", "fangl"] {
        let other = try await Visitor.signedIn(scene.test, login)
        #expect(try await other.post("\(base)/hand-out", [("sheet", "a4")]).status != 200, "\(login)")
        for path in ["", "/print", "/word"] { texts.append(try await other.get(base + path).text) }
        #expect(try await !other.get(base).text.contains("打印交当事人"), "\(login)")
      }
      for text in texts { #expect(!text.contains(code) && !text.isEmpty) }
      #expect(try await Self.handedOut(id, scene) == 0)
    }
  }

  @Test(arguments: Store.both) func `drafts and papers of the file are not handed out`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let (draft, inner) = (
        try await scene.draft("order-to-correct", in: id), try await scene.draft("file-index", in: id)
      )
      try await scene.issue(inner, of: id)
      let keys = scene.keys
      func codes(_ number: Int64, _ scene: Scene) async -> [String] {
        await refusals {
          _ = try await scene.change(.handOutPaper) { try scene.room.handOut(number, of: id, keys, $0).slip }
        }
      }
      #expect(await codes(inner, scene) == ["casework.paper-not-for-party"])
      #expect(await codes(draft, scene).count == 1)
      #expect(try await scene.test.database.read { try Casework.partyCode(of: id, keys, $0) } == nil)
    }
  }
}
