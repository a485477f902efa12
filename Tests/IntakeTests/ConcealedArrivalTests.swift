import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// A report whose form says that it is about an office: that office never hears of it.
@Suite struct ConcealedArrivalTests {
  private static let searched = "%E6%94%B6%E7%BA%A2%E5%8C%85"

  private func report(_ test: TestHouse, _ agency: String?, box: Bool = true) async throws -> Answer {
    let said = Report(text: "监督所副所长收红包，检查前打招呼。", place: "东关街道").fields
    let named = [("reporter", "甲某"), ("phone", "13900000000")]
    let about = (box ? [("about", "yes")] : []) + (agency.map { [("agency", $0)] } ?? [])
    return try await Visitor(test).post("/report", said + named + about, files: [.init("files", "红包.png", png)])
  }

  @Test(arguments: Store.both) func `from the first second nobody of the office finds it, and the superior owns it`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (kept, _) = try await test.reported(Report(text: "集市上有人镶牙。"))
      let head = try await test.account("heyuan")
      let answer = try await report(test, head.agency.text)
      #expect(answer.status == 201 && answer.code != nil)
      let id = try await test.newest()
      let number = try await test.clue(id).number
      #expect(try await test.clue(id).owner == test.account("mengzh").id)
      #expect(try await test.duties(id) == [])
      let file = try await test.database.read {
        try test.database.attachments.list(of: Ref(.clue, id), $0).first?.id.text
      }
      for login in ["heyuan", "zhouyn", "qinsa"] {
        let visitor = try await Visitor.signedIn(test, login)
        #expect(try await visitor.get("/clues/\(id)").status == 404, "\(login)")
        #expect(try await visitor.get("/files/\(file ?? "")").status == 404, "\(login)")
        for path in [
          "/clues", "/clues?state=ended", "/clues?words=\(Self.searched)", "/search?q=\(Self.searched)", "/duties",
          "/today",
          "/clues/flood", "/clues/balance?cell=received", "/answers", "/answers/list", "/channels", "/rewards",
        ] {
          let text = try await visitor.get(path).text
          #expect(!text.contains(number) && !text.contains("副所长"), "\(login) \(path)")
        }
        #expect(try await visitor.get("/clues").text.contains("全部 1"), "\(login)：也不计数")
        #expect(try await visitor.get("/clues/\(kept)").status == 200)
      }
      #expect(try await !Visitor.signedIn(test, "baoz").get("/reporters").text.contains(number))
      // Others see it in the same places: the guard is what hides it.
      let superior = try await Visitor.signedIn(test, "mengzh")
      #expect(try await superior.get("/clues").text.contains(number))
      #expect(try await superior.get("/today").text.contains("办理反映单位或其人员的线索"))
      #expect(try await superior.get("/concealed/\(id)").text.contains("红包.png"))
      #expect(try await superior.post("/concealed/\(id)/answer", [("answer", "已约谈。")]).status == 303)
      let told = try await Visitor(test).post("/progress", [("code", try #require(answer.code))]).text
      #expect(told.contains("转交上级机关或者纪检监察机关办理") && told.contains("已约谈。") && told.contains("和收到时一样"))
      #expect(try await Visitor.signedIn(test, "heyuan").get("/answers").text.contains("甲某") == false)
      let checker = try await Visitor.signedIn(test, "heyuan")
      #expect(try await checker.post("/checks").status == 303)
      #expect(try await checker.get("/checks").text.contains("没有发现"))
    }
  }

  @Test(arguments: Store.both) func `the figures of the office do not count it, those of the superior do`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      _ = try await report(test, test.account("heyuan").agency.text)
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/answers/list").text.contains("清举〔2026〕0001") == false)
      let superior = try await Visitor.signedIn(test, "mengzh")
      #expect(try await superior.get("/answers/list").text.contains("清举〔2026〕0001"))
    }
  }

  @Test(arguments: Store.both) func `the box asks which office, and an office counts without the box`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let none = try await report(test, nil)
      #expect(none.status == 422 && none.text.contains("“反映的是哪个单位”还没有选"))
      #expect(none.text.contains("name=\"agency\"") && none.text.contains("县卫生监督所"))
      #expect(try await report(test, "999").status == 422)
      #expect(try await test.count() == 0)
      #expect(try await report(test, test.account("heyuan").agency.text, box: false).status == 201)
      #expect(try await test.clue(test.newest()).owner == test.account("mengzh").id)
    }
  }

  @Test(arguments: Store.both) func `discipline inspection receives it before the superior where there is one`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      try await addDiscipline(test)
      #expect(try await report(test, test.account("heyuan").agency.text).status == 201)
      #expect(try await test.clue(test.newest()).owner == test.account("jijian").id)
    }
  }

  @Test(arguments: Store.both) func `where nobody could receive it the reporter is told whom to call`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      #expect(try await Visitor(test).get("/report?county=110").text.contains("可以打 12388"))
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.leave")) { tx in
        try tx.execute("UPDATE account SET active = 0 WHERE login = 'mengzh'")
        tx.tell(Ref(RefKind("test"), 1), "离岗")
      }
      let refused = try await report(test, test.account("heyuan").agency.text)
      #expect(refused.status == 422 && refused.text.contains("可以打 12388") && refused.text.contains("没有保存任何内容"))
      #expect(try await test.count() == 0)
    }
  }

  private func addDiscipline(_ test: TestHouse) async throws {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 7, count: 16))
    let roles = test.house.roles
    try await test.database.change(Cast.county, by: .system, deed: .addAccount) { tx in
      _ = try Offices.addAccount(
        NewAccount(
          login: "jijian", name: "纪某", post: "信访室", agency: try Offices.addAgency("县纪委监委", tx),
          region: Cast.county.number, certificate: nil, roles: ["discipline"], password: password),
        roles: roles, tx)
    }
  }

  /// In a flood it is not put before those whom it is about.
  @Test(arguments: Store.both) func `it is not held, and retaliation for it stays above too`(store: Store) async throws
  {
    try await TestHouse.with(store, reports: 1) { test in
      _ = try await test.reported(Report(text: "用掉限量的一份"))
      let code = try #require(try await report(test, test.account("heyuan").agency.text).code)
      #expect(try await test.count() == 2)
      let again = try await Visitor(test).post(
        "/progress/retaliation", [("code", code), ("retaliation", "副所长上门威胁。")], files: [])
      #expect(again.status == 201)
      #expect(try await test.clue(test.newest()).owner == test.account("mengzh").id)
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/clues/flood").text.contains("没有等候核对的举报"))
      #expect(try await head.get("/clues").text.contains("全部 1"))
      #expect(try await !head.get("/duties").text.contains("打击报复"))
    }
  }
}
