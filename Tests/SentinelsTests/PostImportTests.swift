import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

@Suite struct PostImportTests {
  private static let heading = "名称,种类,乡镇,村,监督员,挂牌日期,联系人,电话"

  private static func brought(_ lines: [String], _ head: Visitor) async throws -> Answer {
    let text = ([heading] + lines).joined(separator: "\r\n") + "\r\n"
    return try await head.post("/posts/import", [], files: [Visitor.File("file", "名册.csv", Array(text.utf8))])
  }

  /// What the preview's button sends.
  private static func apply(_ path: String, _ head: Visitor) async throws -> Answer {
    let seen = OfferedForm(try await head.get(path)).value("seen")
    return try await head.post("\(path)/apply", [("seen", seen)])
  }

  @Test(arguments: Store.both)
  func `one bad cell keeps the whole list out, each is named with its reason`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await test.villages(["大柳村"], under: 112)
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.post("/posts/import", []).text.contains("还没有选文件"))
      let staged = try await Self.brought(
        [
          "柳塘镇卫生院哨点,乡镇卫生院,柳塘镇,,周予宁,2026-01-05,艾某,13900000001",
          "大柳村哨点,村卫生室,柳塘镇,没有村,周予宁,2026-02-30,柏某,",
          "柳塘镇卫生院哨点,动物园,月球镇,,没有人,2099-01-01,,139",
        ], head)
      #expect(staged.status == 303, "\(staged.text.suffix(1200))")
      let page = try await head.get(staged.location).text
      for words in [
        "没有这个村（社区）", "不是日期", "没有写电话", "没有这一种", "没有这个乡镇", "没有这个人", "不能晚于今天", "没有写联系人", "跟第 2 行重名",
        "整份都没有导入",
      ] { #expect(page.contains(words), "\(words)") }
      #expect(!page.contains("/apply"))
      #expect(try await head.post("\(staged.location)/apply", [("seen", "")]).status == 422)
      #expect(try await !head.get("/posts").text.contains("柳塘镇卫生院哨点"))
    }
  }

  @Test(arguments: Store.both)
  func `a second list changes what differs and nothing else`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await test.villages(["大柳村"], under: 112)
      let head = try await Visitor.signedIn(test, "heyuan")
      let lines = [
        "柳塘镇卫生院哨点,乡镇卫生院,柳塘镇,,周予宁,,艾某,13900000001", "大柳村哨点,村卫生室,柳塘镇,大柳村,周予宁,,柏某,13900000002",
      ]
      let first = try await Self.brought(lines, head)
      #expect(try await Self.apply(first.location, head).status == 303)
      #expect(try await head.get(first.location).text.contains("登记 2 个，修改 0 个"))
      #expect(try await head.get("/posts").text.contains("柏某"))
      #expect(try await head.post("\(first.location)/apply", [("seen", "")]).status == 409)
      let same = try await Self.brought(lines, head)
      #expect(try await head.get(same.location).text.contains("和登记的一样"))
      let other = [lines[0].replacing("周予宁,,", with: "秦述安,2026-03-01,"), lines[1].replacing("柏某", with: "楚某")]
      let second = try await Self.brought(other, head)
      let preview = try await head.get(second.location).text
      #expect(preview.contains("监督联系人：周予宁 → 秦述安") && preview.contains("挂牌：没有 → 2026-03-01"))
      #expect(preview.contains("柏某 13900000002 → 楚某 13900000002"))
      #expect(try await head.post("\(second.location)/apply", [("seen", "old")]).status == 409)
      #expect(try await Self.apply(second.location, head).status == 303)
      #expect(try await head.get(second.location).text.contains("登记 0 个，修改 2 个"))
      #expect(try await head.get("/posts").text.contains("楚某"))
    }
  }
}
