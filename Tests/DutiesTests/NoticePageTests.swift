import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// What people see of their notices, through the pages.
@Suite struct NoticePageTests {
  /// Values of the hidden fields that name the notices.
  private static func notices(_ page: Answer) -> [(String, String)] {
    page.text.split(separator: "name=\"notice\" value=\"", omittingEmptySubsequences: false).dropFirst()
      .map { ("notice", String($0.prefix { $0 != "\"" })) }
  }

  @Test(arguments: Store.both) func `one section for the day, gone when it was read`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-17")
      try await scene.owe(2, due: "2026-11-24")
      try await scene.sweep()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      for path in ["/today", "/duties"] {
        let page = try await officer.get(path).text
        #expect(page.contains("督办 1 项，提醒 1 项") && page.contains("督办：第1件事") && page.contains("提醒：第2件事"), "\(path)")
        #expect(page.contains("周予宁，逾期 3 个工作日") && page.contains("周予宁，还剩 2 个工作日"), "\(path)")
      }
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let above = try await head.get("/today")
      #expect(above.text.contains("督办：第1件事") && !above.text.contains("第2件事"), "提醒只给本人")
      #expect(try await !Visitor.signedIn(scene.test, "mengzh").get("/today").text.contains("第1件事"), "还没有报上级")

      // Somebody else's notices are not his to read.
      let mine = Self.notices(try await officer.get("/today"))
      #expect(mine.count == 2)
      #expect(try await Visitor.signedIn(scene.test, "qinsa").post("/duties/seen", mine).status == 303)
      #expect(try await officer.get("/today").text.contains("督办：第1件事"))

      let read = try await officer.post("/duties/seen", mine)
      #expect(read.status == 303 && read.location == "/today")
      let after = try await officer.get("/today").text
      #expect(!after.contains("督办：") && after.contains("第1件事"), "待办还在，通知看过了")
      #expect(after.contains("待办 2 项") && after.contains("逾期 1 项"))
      #expect(try await head.get("/today").text.contains("督办：第1件事"), "各人看各人的")
      #expect(try await scene.history(1).contains { $0.contains("看过通知“督办，逾期 3 个工作日：第1件事”") })
      #expect(try await officer.post("/duties/seen").status == 303)
    }
  }

  /// What comes after the page was drawn is not taken for read.
  @Test(arguments: Store.both) func `only what was shown is marked`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-17")
      try await scene.sweep()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let shown = Self.notices(try await officer.get("/today"))
      try await scene.owe(2, due: "2026-11-19")
      try await scene.sweep()
      _ = try await officer.post("/duties/seen", shown)
      let page = try await officer.get("/today").text
      #expect(page.contains("督办：第2件事") && !page.contains("督办：第1件事"))
    }
  }

  @Test(arguments: Store.both) func `a superior reads of two counties, and each entry is in its county`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-13")
      try await scene.owe(2, by: "dongl", due: "2026-11-13", in: Cast.otherCounty)
      try await scene.sweep()
      let superior = try await Visitor.signedIn(scene.test, "mengzh")
      let page = try await superior.get("/today")
      #expect(page.text.contains("督办 2 项，提醒 0 项"), "一件事一行，不管报了几级")
      #expect(try await superior.post("/duties/seen", Self.notices(page)).status == 303)
      #expect(try await !superior.get("/today").text.contains("督办"))
      let counties = try await scene.test.database.read { reader in
        try reader.query("SELECT county FROM ledger WHERE deed = 'duties.see-notices' ORDER BY county, height") {
          try $0.int(0)
        }
      }
      #expect(Set(counties) == [110, 120])
    }
  }

  /// They are gone through in pieces, oldest first.
  @Test(arguments: Store.both) func `what waits behind very many that stand still is told`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (owner, due) = (try await scene.test.account("zhouyn").id, try Scene.day("2026-11-13"))
      try await scene.change { tx in
        for number in 1...Int64(NoticeStore.mostUnread + 1) {
          try Duties.owe(
            NewDuty(
              kind: "test.plain", title: "第\(number)件事", subject: Scene.subject(number), owner: owner, due: due,
              basis: "方案"), tx)
        }
        tx.tell(Scene.subject(1), "交办")
      }
      try await scene.sweep()
      try await scene.change { tx in
        try tx.execute(
          """
          UPDATE duty SET suspended = '2026-11-13' WHERE id <> (SELECT duty FROM duty_notice
            WHERE step = 'late-owner' ORDER BY id DESC LIMIT 1)
          """)
        tx.tell(Scene.subject(1), "中止")
      }
      let page = try await Visitor.signedIn(scene.test, "zhouyn").get("/today").text
      #expect(page.contains("督办：第") && page.contains("督办 1 项，提醒 0 项"))
    }
  }

  @Test(arguments: Store.both) func `the page of a duty shows what its clock went through`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (kind, subject) = ("case.decision", Scene.subject(1))
      try await scene.owe(1, term: kind, from: "2026-08-10")
      try await scene.sweep()
      let decision = DutyDecision(document: "清卫医中〔2026〕1号", decider: "贺远（县卫生监督所）", on: try Scene.day("2026-11-02"))
      let stop = try Scene.day("2026-11-02")
      try await scene.change { try Duties.suspend(subject, kind: kind, from: stop, decision: decision, $0) }
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let today = try await officer.get("/today").text
      #expect(today.contains("<b>中止</b>") && today.contains("没有逾期") && !today.contains("督办："))
      #expect(try await officer.get("/duties?late=1").text.contains("没有待办"))
      let id = try await scene.duty(1).id
      let page = try await officer.get("/duties/\(id)")
      for words in ["立案之日起90日", "2026-08-10，当日不计", "依据清卫医中〔2026〕1号，贺远（县卫生监督所）于 2026-11-02 决定", "→ 中止", "还没有看"] {
        #expect(page.text.contains(words), "\(words)")
      }
      #expect(try await Visitor.signedIn(scene.test, "qinsa").get("/duties/\(id)").status == 404)
      #expect(try await Visitor.signedIn(scene.test, "dongl").get("/duties/\(id)").status == 404)
      #expect(try await Visitor.signedIn(scene.test, "heyuan").get("/duties/\(id)").status == 200)
    }
  }
}
