import App
import Kit
import Law
import Storage
import TestKit
import Testing
import Web

@testable import Rulebook

@Suite struct ApprovalTests {
  @Test(arguments: Store.both) func `a value is approved, kept with its words and its paper, and withdrawn`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let paper = Visitor.File("files", "公报.pdf", Array("%PDF-1.4 公报".utf8))
      let form = try await scene.lawyer.get("/law/approve?value=violation:\(Scene.doubtful)")
      #expect(form.status == 200 && form.text.contains("内容包里写的") && form.text.contains("违法主体"))
      let made = try await scene.lawyer.post("/law/approve", try await scene.approval(), files: [paper])
      #expect(made.status == 303)
      let page = try await scene.officer.get(made.location).text
      for words in ["方黎（县卫生健康局）", "国务院公报 2022 年第 14 号", "公报.pdf", "有效", "核准违法行为"] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(try await scene.officer.get("/law/violations/\(Scene.doubtful)").text.contains("已核准"))

      #expect(try await scene.lawyer.post("\(made.location)/withdraw", [("reason", "")]).status == 422)
      #expect(try await scene.lawyer.post("\(made.location)/withdraw", [("reason", "文号抄错了")]).status == 303)
      #expect(try await scene.lawyer.post("\(made.location)/withdraw", [("reason", "再来一次")]).status == 409)
      let withdrawn = try await scene.officer.get(made.location).text
      #expect(withdrawn.contains("已撤回") && withdrawn.contains("文号抄错了"))
      #expect(try await scene.officer.get("/law/violations/\(Scene.doubtful)").text.contains("核准已撤回"))
      // Approved anew: the first approval stays where it was.
      let second = try await scene.approve()
      #expect(second != made.location)
      #expect(try await scene.officer.get(made.location).text.contains("已撤回"))
      let value = try scene.value()
      let kept = try await scene.test.database.read { try ApprovalStore.all(of: value.name, in: Cast.county, $0) }
      #expect(kept.count == 2 && kept.allSatisfy { $0.words == value.text })
    }
  }

  @Test(arguments: Store.both) func `a wrong approval is refused by name and leaves nothing`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      let firm = "violation:unlicensed-institution"
      let cases: [(fields: [(String, String)], status: Int, words: String)] = [
        (try await scene.approval(document: ""), 422, "“依据的文件”还没有填"),
        (try await scene.approval(day: scene.today.adding(days: 1)), 422, "核准日期不能晚于今天"),
        (try await scene.approval(seen: "0000"), 409, "内容改过了"),
        (try await scene.approval(of: firm, seen: try scene.value("unlicensed-institution").fingerprint), 422, "不用核准"),
        (try await scene.approval(of: "violation:no-such", seen: "0"), 404, "内容包里没有这一条"),
        (try await scene.approval(of: "nothing", seen: "0"), 404, "内容包里没有这一条"),
      ]
      for (fields, status, words) in cases {
        let answer = try await scene.lawyer.post("/law/approve", fields)
        #expect(answer.status == status && answer.text.contains(words), "\(words) \(answer.status)")
      }
      #expect(try await scene.test.database.read { try ApprovalStore.newest(in: Cast.county, $0).isEmpty })
      _ = try await scene.approve()
      let again = try await scene.lawyer.post(
        "/law/approve", try await scene.approval(seen: try scene.value().fingerprint))
      #expect(again.status == 409 && again.text.contains("已经由方黎（县卫生健康局）核准"))
    }
  }

  @Test(arguments: Store.both) func `only the legal office approves, and only its own county is bound`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let fields = try await scene.approval()
      for visitor in [scene.officer, scene.head] {
        #expect(try await visitor.get("/law/approve?value=\(scene.value().name)").status == 403)
        #expect(try await visitor.post("/law/approve", fields).status == 403)
        #expect(try await !visitor.get("/law/violations/\(Scene.doubtful)").text.contains("href=\"/law/approve"))
      }
      #expect(try await scene.lawyer.get("/law/violations/\(Scene.doubtful)").text.contains("href=\"/law/approve"))
      let place = try await scene.approve()
      #expect(try await scene.head.post("\(place)/withdraw", [("reason", "x")]).status == 403)
      let neighbour = try await Visitor.signedIn(scene.test, "dongl")
      #expect(try await neighbour.get(place).status == 404)
      #expect(try await !neighbour.get("/law/violations/\(Scene.doubtful)").text.contains("已核准"))
      let (rulebook, value) = (scene.rulebook, try scene.value())
      let standing = try await scene.test.database.read { try rulebook.standing(of: value, in: Cast.otherCounty, $0) }
      #expect(standing == .open)
    }
  }

  @Test(arguments: Store.both) func `a value whose words changed since is unapproved again and says so`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      _ = try await scene.approve()
      let name = try scene.value().title
      let changed = Rulebook(law: try scene.packs("violations/unlicensed.yaml", name, name + "（改）"))
      let value = try #require(changed.law.value("violation:\(Scene.doubtful)"))
      #expect(value.fingerprint != (try scene.value().fingerprint))
      let (standing, obstacle) = try await scene.test.database.read { reader in
        (
          try changed.standing(of: value, in: Cast.county, reader),
          try changed.obstacle(toDeciding: Scene.doubtful, on: reader.today, officers: [], in: Cast.county, reader)
        )
      }
      guard case .changed(let approval) = standing else { throw Unexpected() }
      #expect(approval.title == name && !standing.holds)
      #expect(obstacle == .changed(value.title, scene.today))
      #expect(standing.note(scene.today).text.contains("要重新核准"))
      // The words that were approved stay readable, and the changed ones can be approved.
      #expect(approval.words.contains(name))
      let actor = Actor(kind: .account, number: 7, title: "方黎（县卫生健康局）")
      try await scene.test.database.change(Cast.county, by: actor, deed: .approveValue) { tx in
        _ = try changed.approve(
          NewApproval(name: value.name, seen: value.fingerprint, document: "新的公报", day: tx.today), tx)
      }
      #expect(try await scene.test.database.read { try changed.standing(of: value, in: Cast.county, $0) }.holds)
    }
  }

  struct Unexpected: Error {}
}
