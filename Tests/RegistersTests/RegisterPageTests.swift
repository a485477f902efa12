import App
import Kit
import Storage
import TestKit
import Testing
import Web

@testable import Registers

@Suite struct RegisterPageTests {
  @Test(arguments: Store.both)
  func importsThroughThePages(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/institutions").text.contains("导入第一份底册"))
      let bad = try await upload(Support.csv([Support.row(1), Support.row(2, to: "2026.13.1")]), head)
      #expect(bad.status == 303)
      let preview = try await head.get(bad.location).text
      #expect(preview.contains("没有 13 月") && preview.contains("没有导入任何机构") && !preview.contains("确认导入"))
      let list = try await head.get("\(bad.location)/faults.csv")
      #expect(list.text.contains("3,有效期止,2026.13.1,没有 13 月\r\n"))
      #expect(try await head.post("\(bad.location)/apply").status == 422)
      let good = try await upload(Support.csv([Support.row(1), Support.row(2)]), head)
      #expect(try await head.get(good.location).text.contains("确认导入：新增 2 户，变更 0 户"))
      #expect(try await head.post("\(good.location)/apply").status == 303)
      #expect(try await head.post("\(good.location)/apply").status == 409)
      #expect(try await head.get(good.location).text.contains("已导入：新增 2 户"))
      #expect(try await head.get("/institutions").text.contains("安和诊所2"))
    }
  }

  @Test(
    arguments: Store.both,
    [
      ("底册.xlsx", [0x50, 0x4B, 0x03, 0x04, 0, 0] as [UInt8], 422, "不完整"), ("底册.csv", [], 422, "空的"),
      ("小说.csv", Array("从前有座山，山里有座庙。\n".utf8), 422, "不认识的列"), ("照片.csv", [0x89, 0x50, 0x4E, 0x47], 415, "图片"),
      ("底册.csv", Array((Support.titles + "\n").utf8), 422, "只有表头"),
    ])
  func refusesOtherFilesOnThePage(store: Store, file: (name: String, bytes: [UInt8], status: Int, words: String))
    async throws
  {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let answer = try await head.post("/institutions/import", [], files: [Visitor.File("file", file.name, file.bytes)])
      #expect(answer.status == file.status && answer.text.contains(file.words), "\(file.name)")
    }
  }

  @Test(arguments: Store.both) func refusesAFormWithoutAFile(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let answer = try await head.post("/institutions/import", [], files: [])
      #expect(answer.status == 422 && answer.text.contains("还没有选文件"))
      let template = try await head.get("/institutions/import/template.csv")
      #expect(template.bytes.starts(with: [0xEF, 0xBB, 0xBF]) && template.text.contains(Support.titles))
    }
  }

  @Test(arguments: Store.both)
  func filtersAndSortsTheList(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await imported(
        [
          Support.row(1, name: "过期诊所", to: "2026-11-19"), Support.row(2, name: "快到期诊所", to: "2026-11-20"),
          Support.row(3, name: "九十天诊所", to: "2027-02-18"), Support.row(4, name: "有效诊所", to: "2027-02-19"),
          Support.row(5, name: "长期诊所", to: "长期"), Support.row(6, name: "不明诊所", to: ""),
        ], test)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      func names(_ query: String) async throws -> [String] {
        let text = try await officer.get("/institutions?\(query)").text
        return ["过期诊所", "快到期诊所", "九十天诊所", "有效诊所", "长期诊所", "不明诊所"].filter { text.contains(">\($0)</a>") }
      }
      #expect(try await names("licence=expired") == ["过期诊所"])
      #expect(try await names("licence=expiring") == ["快到期诊所", "九十天诊所"])
      #expect(try await names("licence=valid") == ["有效诊所", "长期诊所"])
      #expect(try await names("licence=unknown") == ["不明诊所"])
      #expect(try await names("words=QY-4") == ["有效诊所"])
      #expect(try await names("words=%E8%AF%8A%E6%89%80+%E9%95%BF%E6%9C%9F") == ["长期诊所"])
      #expect(try await names("town=113") == [])
      #expect(try await names("type=hospital") == [])
      let sorted = try await officer.get("/institutions?sort=-end").text
      let first = try #require(sorted.firstRange(of: "不明诊所"))
      let last = try #require(sorted.firstRange(of: ">过期诊所"))
      #expect(first.lowerBound < last.lowerBound)
    }
  }

  @Test(arguments: Store.both)
  func showsARecordWithItsVersions(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await imported([Support.row(1)], test)
      try await imported([Support.row(1, address: "桥头街 8 号", to: "长期")], test)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let id = try #require(try await officer.get("/institutions?words=QY-1").id(after: "href=\"/institutions/"))
      let page = try await officer.get("/institutions/\(id)").text
      #expect(page.contains("桥头街 6 号 → <b>桥头街 8 号</b>") && page.contains("2028-02-29 → <b>长期</b>"))
      #expect(page.contains("登记入册") && page.contains("长期有效") && page.contains("范景和"))
      let neighbour = try await Visitor.signedIn(test, "dongl")
      #expect(try await neighbour.get("/institutions/\(id)").status == 404)
    }
  }

  @Test(arguments: Store.both)
  func letsOnlyThoseImportWhoMay(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let batch = try await stage(Support.csv([Support.row(1)]), test)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/institutions/import").status == 403)
      #expect(try await officer.post("/institutions/import/\(batch)/apply").status == 403)
      let visitor = Visitor(test)
      #expect(try await visitor.get("/institutions").status == 303)
      #expect(try await visitor.post("/institutions/import/\(batch)/apply").status == 401)
    }
  }

  @Test(arguments: Store.both)
  func answersThePublic(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await imported(
        [Support.row(1, name: "安和诊所", to: "长期"), Support.row(2, name: "康民诊所", to: "2025-01-01")], test)
      try await test.database.change(Cast.county, by: .system, deed: .addSite) { tx in
        _ = try Registers.addSite(NewSite(name: "荷花巷诊所", address: "荷花巷 27 号", town: 0, note: ""), tx)
      }
      let visitor = Visitor(test)
      #expect(try await visitor.get("/lookup").text.contains("这家诊所正规吗"))
      let valid = try await visitor.get("/lookup?q=%E5%AE%89%E5%92%8C").text
      #expect(valid.contains("安和诊所") && valid.contains("许可（备案）有效") && valid.contains("内科") && !valid.contains("范景和"))
      #expect(try await visitor.get("/lookup?q=%E5%BA%B7%E6%B0%91").text.contains("许可已过期"))
      let hidden = try await visitor.get("/lookup?q=%E8%8D%B7%E8%8A%B1").text
      #expect(hidden.contains("没有查到") && hidden.contains("/report") && !hidden.contains("荷花巷 27 号"))
    }
  }

  private func upload(_ text: String, _ client: Visitor) async throws -> Answer {
    try await client.post(
      "/institutions/import", [], files: [Visitor.File("file", "机构底册.csv", Array(text.utf8))])
  }
}
