import App
import Foundation
import Intake
import Kit
import Offices
import Registers
import Storage
import TestKit
import Testing
import Web

@Suite struct PosterTests {
  @Test(arguments: Store.both) func `a poster's code names the institution, and keeps`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let id = try await Self.institution(test)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/institutions/\(id)").text.contains("还没有制作"))
      #expect(try await officer.get("/posters").text.contains("没有制作"))
      let fields = [("of", id.text), ("site", "https://jubao.example.cn/"), ("phone", "0000-1234567")]
      for (left, words) in [("of", "还没有勾选"), ("site", "网址”还没有填"), ("phone", "“举报电话”还没有填")] {
        #expect(try await officer.post("/posters", fields.filter { $0.0 != left }).text.contains(words), "\(words)")
      }
      let wrong = fields.map { $0.0 == "site" ? ("site", "jubao") : $0 }
      #expect(try await officer.post("/posters", wrong).text.contains("以 https:// 开头"))
      let made = try await officer.post("/posters", fields)
      #expect(made.status == 303 && made.location == "/posters/print?of=\(id)")
      let sheet = try await officer.get(made.location).text
      let code = try #require(try await Self.code(test))
      for words in ["桥头诊所", "0000-1234567", "https://jubao.example.cn/report", "<svg class=\"code\"", "120"] {
        #expect(sheet.contains(words), "\(words)")
      }
      #expect(try await officer.post("/posters", fields).status == 303)
      #expect(try await Self.code(test) == code)
      #expect(try await officer.get("/institutions/\(id)").text.contains("制作，编码"))

      let citizen = Visitor(test)
      let form = try await citizen.get("/report?at=\(code)").text
      #expect(form.contains("你扫的是“桥头诊所”公示的二维码") && !form.contains("所在县"))
      #expect(form.contains("查询码丢了") && form.contains("你的网络地址"))
      let scanned = Report(county: nil).fields + [("at", code)]
      #expect(try await citizen.post("/report", scanned, files: []).status == 201)
      #expect(try await test.clue(test.newest()).premises == Ref(.institution, id))
      let elsewhere = Report(county: nil, text: "是隔壁那家").fields + [("at", code), ("elsewhere", "yes")]
      #expect(try await citizen.post("/report", elsewhere, files: []).status == 201)
      #expect(try await test.clue(test.newest()).premises == nil)
      // A code that nobody made is as good as none.
      #expect(try await citizen.get("/report?at=ABCDEFGHJKMN").text.contains("所在县"))
      #expect(try await Visitor.signedIn(test, "dongl").get(made.location).status == 404)
    }
  }

  private static func code(_ test: TestHouse) async throws -> String? {
    try await test.database.read { try $0.first("SELECT code FROM report_poster") { try $0.text(0) } }
  }

  /// One institution, as an import would put it on file.
  private static func institution(_ test: TestHouse) async throws -> ID<Institution> {
    let id = test.database.world.newID(Institution.self)
    try await test.database.change(Cast.county, by: .system, deed: Deed("test.institution")) { tx in
      try tx.execute(
        """
        INSERT INTO institution (id, county, batch, since, version, name, credit, type, town, address, licence, valid_from,
          valid_to, subjects, representative, folded, fingerprint)
        VALUES (\(id), \(tx.county), 1, \(tx.now), 1, '桥头诊所', '', 'clinic', 113, '石桥镇桥头街6号', 'QY-1', '2020-01-01',
          '2030-01-01', '', '', '桥头诊所', 1)
        """)
      tx.tell(Ref(.institution, id), "测试：登记机构")
    }
    return id
  }
}
