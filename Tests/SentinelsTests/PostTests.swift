import App
import Kit
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

@Suite struct PostTests {
  private static let wrong: [(fields: [(String, String)], status: Int, words: String)] = [
    ([("name", "")], 422, "“名称”还没有填"), ([("kind", "zoo")], 422, "不在列表里"), ([("place", "121")], 422, "不在本县"),
    ([("kind", "village-station")], 422, "要选到村"), ([("place", "11200")], 422, "不要选到村"),
    ([("supervisor", "OUTSIDER")], 422, "不在本县管哨点"), ([("plaque", "2026-11-21")], 422, "不能晚于今天"),
    ([("institution", "没有这一家")], 422, "没有名称或证号"), ([("name", "柳塘镇卫生院哨点")], 409, "已经有叫"),
  ]

  @Test(arguments: Store.both) func `the register refuses what cannot stand and keeps what was typed`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      try await test.villages(["大柳村"], under: 112)
      _ = try await test.post()
      let head = try await Visitor.signedIn(test, "heyuan")
      let outsider = try await test.account("dongl").id.text
      let right = [
        ("name", "新哨点"), ("kind", "town-centre"), ("place", "112"),
        ("supervisor", try await test.account("zhouyn").id.text),
      ]
      for row in Self.wrong {
        let told = right.filter { pair in !row.fields.contains { $0.0 == pair.0 } } + row.fields
        let answer = try await head.post("/posts/new", told.map { ($0.0, $0.1 == "OUTSIDER" ? outsider : $0.1) })
        #expect(answer.status == row.status && answer.text.contains(row.words), "\(row.words) \(answer.status)")
      }
      #expect(try await head.get("/posts").text.contains("哨点 1 个"))
    }
  }

  @Test(arguments: Store.both) func `contact persons hand over with their history, a closed post keeps its own`(
    store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      let post = try await test.post()
      let head = try await Visitor.signedIn(test, "heyuan")
      let early = try await head.post("/posts/\(post)/contact", TestHouse.contact("早某", since: "2026-11-19"))
      #expect(early.status == 422 && early.text.contains("2026-11-20"))
      test.clock.advance(days: 3)
      try await head.signIn("heyuan")
      #expect(try await head.post("/posts/\(post)/contact", TestHouse.contact("白某", since: "2026-11-23")).status == 303)
      #expect(
        try await head.post("/posts/\(post)/contact", TestHouse.contact("后某", part: "backup", since: "2026-11-23"))
          .status
          == 303)
      let page = try await head.get("/posts/\(post)").text
      #expect(page.contains("艾某，2026-11-20 至 2026-11-23") && page.contains("白某") && page.contains("后某"))
      #expect(try await !test.told(post).contains { $0.contains("艾某") || $0.contains("13900000001") })
      let closed = try await head.post("/posts/\(post)/state", [("state", "closed"), ("reason", "撤并")])
      #expect(closed.status == 303)
      #expect(try await head.post("/posts/\(post)/contact", TestHouse.contact("某")).status == 409)
      #expect(try await head.get("/posts/\(post)").text.contains("艾某，2026-11-20"))
      #expect(try await head.get("/posts?state=closed").text.contains("柳塘镇卫生院哨点"))
    }
  }

  @Test(arguments: Store.both) func `coverage counts places of the tree, names the gaps, and opens its lists`(
    store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      try await test.villages(["大柳村", "小柳村", "桥头村"], under: 112)
      _ = try await test.post()
      _ = try await test.post("大柳村哨点", [("kind", "village-station"), ("place", "11200"), ("plaque", "2026-11-01")])
      let closed = try await test.post("东关街道哨点", [("kind", "community-centre"), ("place", "111")])
      let head = try await Visitor.signedIn(test, "heyuan")
      _ = try await head.post("/posts/\(closed)/state", [("state", "suspended"), ("reason", "搬迁")])
      let model = try await test.database.read { reader in
        let county = try #require(try Offices.counties(reader).first { $0.number == 110 })
        return try NetworkCoverage.read(county, try SentinelBook.load(FolderContent(TestHouse.contentFolder)), reader)
      }
      // By hand: one 街道 without a post in use, one of four towns, one of three villages, one plaque of two posts.
      let expected: [(CoverageTarget.Of, Int, Int)] = [
        (.urban, 0, 1), (.town, 1, 4), (.village, 1, 3), (.plaque, 1, 2), (.file, 0, 2),
      ]
      for (of, have, all) in expected {
        let figure = model.figure(of)
        #expect(figure.have == have && figure.all == all, "\(of) \(figure)")
      }
      let page = try await head.get("/posts/coverage?of=village").text
      for words in ["33.3%", "小柳村、桥头村", "石桥镇、南圩镇、白渡乡", "差 1", "南通市2014年"] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(CoveragePages.missing(1, 3, 60) == 1 && CoveragePages.missing(2, 3, 60) == 0)
      #expect(CoveragePages.percent(899, 1000) == "89.9%" && CoveragePages.percent(8999, 10000) == "89.9%")
    }
  }
}
