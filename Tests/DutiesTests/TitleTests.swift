import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// Titles and time limits of duties lead only where their reader is let in.
@Suite struct TitleTests {
  /// Every address on a page that leads to one kind of record.
  private static func links(_ page: Answer, _ start: String) -> [String] {
    page.text.split(separator: "href=\"\(start)", omittingEmptySubsequences: false).dropFirst()
      .map { start + $0.prefix { $0 != "\"" } }
  }

  @Test(arguments: Store.both) func `what the reader may not open stands as plain words`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, by: "gujm", due: "2026-11-17", on: RefKind("clue"))
      try await scene.owe(2, by: "gujm", due: "2026-11-18")
      let officer = try await scene.test.account("zhouyn")
      let foreign = try await scene.change { tx in
        try Duties.owe(
          NewDuty(
            kind: "test.plain", title: "别人的事", subject: Scene.subject(3), owner: officer.id,
            due: Scene.day("2026-11-19"), basis: "方案"), tx)
        tx.tell(Scene.subject(3), "交办")
        return try #require(try Duties.waiting(on: Scene.subject(3), tx).first)
      }
      // A duty about somebody else's duty: the kind may be seen, this one may not.
      try await scene.owe(foreign.id.value, by: "gujm", due: "2026-11-20", on: .duty)
      let liaison = try await Visitor.signedIn(scene.test, "gujm")
      for path in ["/today", "/duties"] {
        let page = try await liaison.get(path)
        #expect(page.text.contains("第1件事") && page.text.contains("第\(foreign.id.value)件事"), "\(path)")
        #expect(Self.links(page, "/clues/").isEmpty && !page.text.contains("/duties/\(foreign.id)"), "\(path)")
        let own = Self.links(page, "/duties/").filter { $0.hasPrefix("/duties/") && !$0.contains("seen") }
        #expect(Set(own).count == 3, "\(path): 时限通向自己的三项待办")
        for link in own { #expect(try await liaison.get(link).status == 200, "\(path) \(link)") }
      }
    }
  }

  @Test(arguments: Store.both) func `a demand in words for a chat names the unit, not the person`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      try await scene.owe(1, by: "gujm", due: "2026-11-17", on: RefKind("clue"))
      let subject = Ref(RefKind("clue"), 1)
      let id = try #require(try await scene.test.database.read { try Duties.waiting(on: subject, $0).first }).id
      let office = try await Visitor.signedIn(scene.test, "luohui")
      #expect(try await !office.get("/duties/\(id)").text.contains("发到工作群的文字"), "还没有督办")
      let wanted = [("words", "某店的事尽快说明"), ("answer-by", "2026-11-24")]
      #expect(try await office.post("/duties/\(id)/demand", wanted).status == 303)
      let page = try await office.get("/duties/\(id)").text
      let words = try #require(page.split(separator: "<pre class=\"copy\"").dropFirst().first).prefix { $0 != "<" }
      #expect(words.contains("【第 1 次督办】11月20日") && words.contains("责任单位：县市场监管局"))
      #expect(words.contains("一项线索待办") && words.contains("逾期 3 个工作日") && words.contains("请在 2026-11-24 以前"))
      #expect(!words.contains("顾景明") && !words.contains("某店") && !words.contains("第1件事"))
      #expect(try await !Visitor.signedIn(scene.test, "gujm").get("/duties/\(id)").text.contains("发到工作群的文字"))
    }
  }
}
