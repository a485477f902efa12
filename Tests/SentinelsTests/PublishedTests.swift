import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

/// Who read the rules, and what everybody may read of model posts.
@Suite struct PublishedTests {
  @Test(arguments: Store.both)
  func `a contact person says that he has read the rules, and who has not is listed`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let phone = try await test.telephone(of: try await test.post("柳塘镇卫生院哨点"))
      _ = try await test.post("石桥镇卫生院哨点")
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/posts/rules").text.contains(">2</a> 人"))
      let digest = OfferedForm(try await phone.get("/post/rules")).value("digest")
      #expect(digest.count == 64)
      let other = try await phone.post("/post/rules", [("digest", "0")])
      #expect(other.status == 409 && other.text.contains("规则刚刚改过"))
      #expect(try await phone.post("/post/rules", [("digest", digest)]).status == 303)
      #expect(try await phone.post("/post/rules", [("digest", digest)]).status == 303, "再点一次不算两次")
      #expect(try await phone.get("/post/rules").text.contains("确认读过这份规则"))
      let unread = try await head.get("/posts/rules/readers?read=no").text
      #expect(unread.contains("石桥镇卫生院哨点") && !unread.contains("柳塘镇卫生院哨点"))
      let read = try await head.get("/posts/rules/readers?read=yes").text
      #expect(read.contains("柳塘镇卫生院哨点") && !read.contains("石桥镇卫生院哨点"))
      let rows = try await test.database.read { try $0.number("SELECT COUNT(*) FROM post_rules_read") }
      #expect(rows == 1)
      let post = try #require(
        try await head.get("/posts?words=%E6%9F%B3%E5%A1%98").id(after: "<th scope=\"row\"><a href=\"/posts/"))
      #expect(try await test.told(post).last == "监测哨点“柳塘镇卫生院哨点”的联系人确认读过哨点规则")
    }
  }

  @Test(arguments: Store.both)
  func `everybody reads of a model post its name and place, and of no single person`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await test.villages(["石桥村"], under: 113)
      let shown = try await test.post("柳塘镇卫生院哨点", [("plaque", "2026-01-05")])
      let bare = try await test.post("石桥镇卫生院哨点")
      let person = try await test.post(
        "石桥村药品信息员", [("kind", "drug-informer"), ("place", "11300"), ("plaque", "2026-01-05")])
      #expect(try await Visitor(test).get("/model-posts/public").text.contains("还没有公布的示范监测点"))
      for post in [shown, bare, person] { try await name(post, test) }
      let page = try await Visitor(test).get("/model-posts/public").text
      #expect(page.contains("柳塘镇卫生院哨点") && page.contains("清沅县柳塘镇"))
      #expect(!page.contains("石桥镇卫生院哨点"), "没有挂牌的不公开")
      #expect(!page.contains("药品信息员"), "一个人的哨点不公开")
      for secret in ["艾某", "13900000001", "周予宁", "现场看过", "90 分"] { #expect(!page.contains(secret), "\(secret)") }
      #expect(try await Visitor(test).get("/").text.contains("href=\"/model-posts/public\""))
      let head = try await Visitor.signedIn(test, "heyuan")
      let closed = [("state", "suspended"), ("reason", "停用")]
      #expect(try await head.post("/posts/\(shown)/state", closed).status == 303)
      #expect(try await !Visitor(test).get("/model-posts/public").text.contains("柳塘镇卫生院哨点"))
    }
  }

  /// Put on the list as a decided proposal is.
  private func name(_ post: String, _ test: TestHouse) async throws {
    let (number, sheet) = (try #require(ID<Post>(text: post)).value, test.database.world.newID(Score.self))
    try await test.database.change(Cast.county, by: .system, deed: Deed("test.model")) { tx in
      try tx.execute(
        """
        INSERT INTO score_sheet (id, county, post, span, span_title, state, verifier, veto, total, begun)
        VALUES (\(sheet), 110, \(number), '2026-10', '2026年10月至12月', 'verified', 1, '', 90, 0)
        """)
      try tx.execute(
        """
        INSERT INTO model_post (sheet, county, post, state, proposed_by, proposed_on, decided_by, decided_on, words, reason)
        VALUES (\(sheet), 110, \(number), 'named', 1, '2026-11-01', 2, '2026-11-02', '现场看过', '')
        """)
      tx.tell(Ref(.score, sheet), "定为示范哨点")
    }
  }
}
