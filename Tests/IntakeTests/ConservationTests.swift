import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// In = open + ended, counted by hand.
@Suite struct ConservationTests {
  @Test(arguments: Store.both) func `what came in is what ended and what is open, for each body`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      // One stays, one is answered by the market bureau, one comes back and is answered here.
      _ = try await test.accepted()
      test.clock.advance(days: 1)
      let (there, _) = try await test.accepted(once: "00112233445566778899aabbccddee01")
      let (back, _) = try await test.accepted(once: "00112233445566778899aabbccddee02")
      let (first, second) = (
        try await test.refer(there, to: "gujm", reply: "receiver"), try await test.refer(back, to: "gujm")
      )
      let market = try await Visitor.signedIn(test, "gujm")
      for one in [first, second] {
        #expect(try await market.post("/referrals/received/\(one)/accept").status == 303)
      }
      // The sessions have ended with the day.
      test.clock.advance(days: 1)
      try await market.signIn("gujm")
      #expect(try await market.post("/referrals/received/\(first)/report", [("result", "已查处。")]).status == 303)
      #expect(try await market.post("/referrals/received/\(second)/return", [("reason", "归贵局")]).status == 303)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.post("/clues/\(back)/answer", [("answer", "查了。")]).status == 303)
      let head = try await Visitor.signedIn(test, "heyuan")
      let page = try await head.get("/clues/balance?from=2026-11-21&to=2026-11-22").text
      // 期初 收到 拆分 退回来 办结 退给 转出 期末
      #expect(page.figures(of: "全部线索") == ["1", "2", "0", "2", "1"], "opening, received, split, ended, closing")
      #expect(page.figures(of: "清沅县本机关") == ["1", "2", "0", "1", "1", "2", "1"])
      #expect(page.figures(of: "县市场监管局") == ["0", "2", "0", "1", "1", "0", "0"])
      #expect(page.contains("收支相符") && !page.contains("不平"))
      let list = try await head.get("/clues/balance?from=2026-11-21&to=2026-11-22&cell=ended").text
      #expect(list.contains("清举〔2026〕0002") && list.contains("清举〔2026〕0003") && !list.contains("清举〔2026〕0001"))
      let held = try await head.get("/clues/balance?from=2026-11-21&to=2026-11-21&cell=closing&county=110").text
      #expect(held.contains("清举〔2026〕0001") && !held.contains("清举〔2026〕0002"))
    }
  }

  /// Moments that no deed writes: a clue that ended before it came, a handing on that was over before it began.
  @Test(arguments: Store.both) func `the page says so when the sums do not match`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      _ = try await test.accepted()
      let (away, _) = try await test.accepted(once: "00112233445566778899aabbccddee01")
      let one = try await test.refer(away, to: "gujm")
      let market = try await Visitor.signedIn(test, "gujm")
      #expect(try await market.post("/referrals/received/\(one)/accept").status == 303)
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/clues/balance").text.contains("收支相符"))
      for statement in [
        SQL("UPDATE clue SET ended_at = 1 WHERE id = (SELECT MIN(id) FROM clue)"),
        "UPDATE clue_referral SET ended_at = 1",
      ] {
        let text = try await broken(statement, head, test)
        #expect(text.contains("收支不符") && text.contains("不平"), "\(statement)")
      }
    }
  }

  /// The page while something is broken; it is mended afterwards.
  private func broken(_ statement: SQL, _ head: Visitor, _ test: TestHouse) async throws -> String {
    func write(_ statement: SQL) async throws {
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.break")) { tx in
        try tx.execute(statement)
        tx.tell(Ref(RefKind("test"), 1), "弄坏、修好")
      }
    }
    try await write(statement)
    let text = try await head.get("/clues/balance").text
    try await write("UPDATE clue SET ended_at = NULL")
    try await write("UPDATE clue_referral SET ended_at = NULL")
    return text
  }
}

extension String {
  /// The figures of the line whose first cell holds these words.
  fileprivate func figures(of words: String) -> [String] {
    guard let line = components(separatedBy: "<tr").first(where: { $0.contains(words) && $0.contains("class=\"fig") })
    else { return [] }
    return line.components(separatedBy: "class=\"fig\"").dropFirst().compactMap { piece in
      piece.split(separator: ">").dropFirst().first.map { String($0.prefix { $0 != "<" }) }
    }
  }
}
