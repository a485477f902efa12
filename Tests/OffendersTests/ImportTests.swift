import App
import Kit
import Matching
import Storage
import TestKit
import Testing
import Web

@testable import Offenders

@Suite struct ImportTests {
  private static let good = """
    姓名,性别,出生年,证件号码,执业县代码,查处日期,案由,决定书文号,处罚机关,决定日期,处罚种类,送达日期
    周国强,男,1978,321322197803154517,320102,2024-03-01,非医师行医,玄卫医罚〔2024〕3号,玄武区卫生健康局,2024-03-20,罚款、没收违法所得,2024-03-22
    周国强,男,1978,321322197803154517,320104,2025-03-01,非医师行医,秦卫医罚〔2025〕9号,秦淮区卫生健康局,2025-03-20,取缔,2025-03-22
    """

  private static func upload(_ text: String, _ visitor: Visitor) async throws -> Answer {
    try await visitor.post(
      "/offenders/import", [("origin", "list")], files: [Visitor.File("file", "名单.csv", Array(text.utf8))])
  }

  @Test(arguments: Store.both)
  func bringsAListInOnce(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let staged = try await Self.upload(Self.good, officer)
      #expect(staged.status == 303)
      #expect(try await officer.post("\(staged.location)/apply").status == 303)
      #expect(try await officer.post("\(staged.location)/apply").status == 409)
      let list = try await officer.get("/offenders").text
      #expect(list.contains("周国强") && list.contains("违法人员 1 名"))
      let id = try #require(
        try await officer.get("/offenders").id(after: "<th scope=\"row\"><a href=\"/offenders/"))
      let page = try await officer.get("/offenders/\(id)").text
      // Two records, one penalty: 取缔 alone is none.
      #expect(page.contains("2 条记录") && page.contains("1 次有效处罚") && page.contains("2 个县"))
      #expect(page.contains("32****4517") && !page.contains("321322197803154517"))
      // The same rows again add nothing.
      let again = try await Self.upload(Self.good, officer)
      #expect(try await officer.post("\(again.location)/apply").status == 303)
      #expect(try await officer.get(again.location).text.contains("其余 2 行库里已经有了"))
      #expect(try await officer.get("/offenders?penalties=2").text.contains("没有符合条件的人"))
    }
  }

  @Test(arguments: Store.both)
  func namesEveryBadCellAndBringsNothing(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let bad = """
        姓名,性别,出生年,证件号码,查处日期,处罚种类,效力
        甲,男,1978,,2024-03-01,罚款,有效
        ,女,1980,,2024-13-01,罚款,有效
        丙,先生,19八〇,身份证,2099-01-01,打屁股,作废
        """
      let staged = try await Self.upload(bad, officer)
      let page = try await officer.get(staged.location).text
      for words in ["没有填", "不是日期", "只能填“男”或者“女”", "不是年份", "只能有数字", "比今天还晚", "不是处罚种类", "只能填“还没有处罚决定”", "有 2 行要改"] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(try await officer.post("\(staged.location)/apply").status == 422)
      #expect(try await officer.get("/offenders").text.contains("库里还没有人"))
      #expect(try await Self.upload("姓名,血型\n甲,A\n", officer).text.contains("不认识的列：血型"))
      #expect(try await Self.upload("姓名\n", officer).text.contains("没有人"))
    }
  }

  @Test(arguments: Store.both)
  func screensAListAndLogsEveryLookUp(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let staged = try await Self.upload(Self.good, officer)
      #expect(try await officer.post("\(staged.location)/apply").status == 303)
      let staff = Array("姓名,证件号码\n周国强,321322197803154517\n欧阳修远,\n".utf8)
      let sent = try await officer.post(
        "/offenders/screenings", [("purpose", "校验人员")], files: [Visitor.File("file", "人员.csv", staff)])
      #expect(sent.status == 303)
      let page = try await officer.get(sent.location).text
      #expect(page.contains("同一人 1") && page.contains("未发现 1"))
      // A colleague of the county does not read it, a reviewer does.
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get(sent.location).status == 200)
      let neighbour = try await Visitor.signedIn(test, "dongl")
      #expect(try await neighbour.get(sent.location).status == 404)
    }
  }

  /// Other counties see the person, with numbers masked; who may open them is a right, and it is told.
  @Test(arguments: Store.both)
  func showsPersonsToAllAndNumbersToFew(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let staged = try await Self.upload(Self.good, officer)
      _ = try await officer.post("\(staged.location)/apply")
      let id = try #require(
        try await officer.get("/offenders").id(after: "<th scope=\"row\"><a href=\"/offenders/"))
      let neighbour = try await Visitor.signedIn(test, "dongl")
      let page = try await neighbour.get("/offenders/\(id)")
      #expect(page.status == 200 && !page.text.contains("321322197803154517"))
      #expect(try await officer.get("/offenders/\(id)/open").status == 403)
      let head = try await Visitor.signedIn(test, "heyuan")
      let opened = try await head.post("/offenders/\(id)/open", [("reason", "制作文书")])
      #expect(opened.status == 200 && opened.text.contains("321322197803154517"))
      #expect(try await head.get("/offenders/\(id)").text.contains("查看了违法人员的完整证件号码"))
      let asked = try await officer.post(
        "/offenders/look", [("name", "周国强"), ("number", "321322197803154517"), ("purpose", "核查线索")])
      let look = try await officer.get(asked.location)
      #expect(look.text.contains("同一人") && !look.text.contains("321322197803154517"))
      let judged = try await officer.post(
        "/offenders/\(id)/judge",
        [
          ("subject", "offender-look:\(asked.location.split(separator: "/").last ?? "")"), ("answer", "same"),
          ("look", String(asked.location.split(separator: "/").last ?? "")), ("reason", "照片相同"),
        ])
      #expect(judged.status == 303)
      #expect(try await officer.get(asked.location).text.contains("判断：是同一人"))
      #expect(try await neighbour.get(asked.location).status == 404)
      #expect(try await head.get("/offenders/looks").text.contains("核查线索"))
      #expect(try await officer.get("/offenders/looks").status == 403)
    }
  }

  /// Cases enter by themselves, with what the procedure says of their decision.
  @Test(arguments: Store.both)
  func casesEnterByThemselves(_ store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let persons = try await test.database.read { reader in
        try reader.query("SELECT id FROM offender") { try $0.id(0, Offender.self) }.compactMap {
          try Offenders.file(of: $0, reader)
        }
      }
      let records = persons.flatMap(\.records).filter { $0.origin == .ownCase }
      #expect(!records.isEmpty && records.allSatisfy { $0.subject != nil })
      let closed = try #require(records.first { $0.said.name == "钟某" })
      #expect(closed.penalty.standing == .stands && closed.penalty.isPenalty)
      #expect(
        !closed.penalty.decisionNumber.isEmpty && closed.penalty.servedOn != nil && closed.penalty.remedyEnd != nil)
      // Under investigation: nobody enters before a decision or a transfer.
      #expect(!records.contains { $0.said.name == "柏某" })
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let page = try await officer.get("/cases/\(ID<Offender>(closed.subject?.number ?? 0))")
      #expect(page.text.contains("违法人员比对") && page.text.contains("当事人在违法人员库里的页面"))
    }
  }
}
