import App
import Duties
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct ReferralTests {
  @Test(arguments: Store.both)
  func `a clue goes to another department, is accepted, answered, and the citizen reads it`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.accepted()
      let referral = try await test.refer(id, to: "gujm", reply: "receiver")
      let owned = try await test.owed("referral")
      #expect(owned == ["referral.accept gujm referral-received 2026-11-27"])
      // Until it is accepted it is the sender's, who cannot answer over the other's head.
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.post("/clues/\(id)/answer", [("answer", "查处了。")]).status == 409)
      #expect(try await test.progress(code).contains("转给县市场监管局办理，等对方接收"))
      let market = try await Visitor.signedIn(test, "gujm")
      #expect(try await market.get("/today").text.contains("接收或者退回转来的线索"))
      #expect(try await market.get("/clues/\(id)").status == 403)
      let page = "/referrals/received/\(referral)"
      let shown = try await market.get(page).text
      #expect(shown.contains("集市上卖假药") && !shown.contains("供销社门口"))
      #expect(try await market.post("\(page)/report", [("result", "太早")]).status == 409)
      #expect(try await market.post("\(page)/accept").status == 303)
      #expect(try await test.owed("referral") == ["referral.result gujm referral-received 2026-12-20"])
      #expect(try await test.progress(code).contains("县市场监管局已经接收，正在办理"))
      #expect(try await market.post("\(page)/report", [("result", "已经查处，没收假药三盒。")]).status == 303)
      #expect(try await test.owed("referral") == [])
      #expect(try await test.clue(id).state == .answered)
      #expect(try await test.duties(id) == [])
      let progress = try await test.progress(code)
      #expect(progress.contains("已经查处，没收假药三盒。") && progress.contains("县市场监管局办理完毕"))
      let told = try await test.history(id).map(\.sentence)
      #expect(told.contains("把线索清举〔2026〕0001转给县市场监管局（清线索转〔2026〕1号），2026年12月20日以前反馈结果"))
      #expect(!told.contains { $0.contains("假药") }, "what was written stays out of the ledger")
    }
  }

  @Test(arguments: Store.both)
  func `what is returned is the sender's again at once, and does not go round without a word`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.accepted()
      let referral = try await test.refer(id, to: "gujm")
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.post("/clues/\(id)/refer", test.letter("gujm")).status == 409)
      let market = try await Visitor.signedIn(test, "gujm")
      #expect(try await market.post("/referrals/received/\(referral)/return").status == 422)
      let back = [("reason", "药品批发归省局管。")]
      #expect(try await market.post("/referrals/received/\(referral)/return", back).status == 303)
      #expect(try await market.post("/referrals/received/\(referral)/accept").status == 409)
      #expect(try await test.owed("referral") == [])
      #expect(try await test.duties(id).count == 1)
      #expect(try await officer.get("/clues/\(id)").text.contains("现在在本单位"))
      #expect(try await test.progress(code).contains("县市场监管局退回，由转出的单位继续办理"))
      let again = try await officer.post("/clues/\(id)/refer", test.letter("gujm"))
      #expect(again.status == 422 && again.text.contains("以前转给过县市场监管局"))
      let reasoned = try await test.letter("gujm") + [("again", "省局答复由县局办理")]
      #expect(try await officer.post("/clues/\(id)/refer", reasoned).status == 303)
      #expect(try await officer.post("/clues/\(id)/answer", [("answer", "查处了。")]).status == 409)
    }
  }

  @Test(arguments: Store.both) func `a chain keeps each line, and the one in the middle still owes its answer`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.accepted()
      let referral = try await test.refer(id, to: "gujm")
      let market = try await Visitor.signedIn(test, "gujm")
      let page = "/referrals/received/\(referral)"
      #expect(try await market.post("\(page)/forward", test.letter("mengzh")).status == 409)
      #expect(try await market.post("\(page)/accept").status == 303)
      let home = try await market.post("\(page)/forward", test.letter("heyuan"))
      #expect(home.status == 422 && home.text.contains("以前转给过"), "back to the sender is a return, or needs a word")
      #expect(try await market.post("\(page)/forward", test.letter("mengzh")).status == 303)
      #expect(try await market.post("\(page)/report", [("result", "太早")]).status == 409)
      #expect(
        try await test.owed("referral") == [
          "referral.result gujm referral-received 2026-12-20", "referral.accept mengzh referral-received 2026-11-27",
        ])
      let superior = try await Visitor.signedIn(test, "mengzh")
      let child = try #require(try await superior.get("/referrals/received").id(after: "href=\"/referrals/received/"))
      #expect(try await superior.post("/referrals/received/\(child)/accept").status == 303)
      #expect(try await superior.post("/referrals/received/\(child)/report", [("result", "市里已处理")]).status == 303)
      #expect(try await test.owed("referral") == ["referral.result gujm referral-received 2026-12-20"])
      #expect(try await market.post("\(page)/report", [("result", "市局已处理。")]).status == 303)
      #expect(try await test.clue(id).state == .accepted)
      #expect(try await test.duties(id).count == 1)
      let text = try await Visitor.signedIn(test, "zhouyn").get("/clues/\(id)").text
      #expect(text.contains("顾景明（县市场监管局） → 市卫生监督支队"))
    }
  }

  @Test(arguments: Store.both) func `who is told that another body is late is not led where he is refused`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.accepted()
      let page = "/referrals/received/\(try await test.refer(id, to: "gujm"))"
      test.clock.advance(days: 21)
      let content = try HouseContent.load(TestHouse.contentFolder)
      try await Duties(law: content.law, roles: content.roles, ladders: content.ladders).sweep(test.database)
      let above = try await Visitor.signedIn(test, "fangl")
      let told = try await above.get("/today").text
      #expect(told.contains("督办：接收或者退回转来的线索") && !told.contains(page))
      #expect(try await above.get(page).status == 404)
      let market = try await Visitor.signedIn(test, "gujm")
      #expect(try await market.get("/today").text.contains("督办：<a href=\"\(page)\">接收或者退回转来的线索"))
    }
  }

  @Test(arguments: Store.both) func `without an account the sender notes what came on paper, with its scan`(
    store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.accepted()
      let officer = try await Visitor.signedIn(test, "zhouyn")
      var letter = try await test.letter("gujm").filter { $0.0 != "to" } + [("body", "省药品监督管理局")]
      letter.append(("level", "superior"))
      let answer = try await officer.post("/clues/\(id)/refer", letter)
      let page = answer.location
      #expect(try await test.owed("referral") == ["referral.accept zhouyn referral 2026-11-27"])
      #expect(try await officer.post("\(page)/note", [("act", "accept")], files: []).status == 422)
      let scan = [Visitor.File("files", "回执.pdf", pdf)]
      #expect(try await officer.post("\(page)/note", [("act", "accept")], files: scan).status == 303)
      #expect(try await test.owed("referral") == ["referral.result zhouyn referral 2026-12-20"])
      // Whoever takes the clue over watches it.
      let head = try await Visitor.signedIn(test, "heyuan")
      let other = try await test.account("qinsa").id.text
      #expect(try await head.post("/clues/\(id)/assign", [("owner", other)]).status == 303)
      #expect(try await test.owed("referral") == ["referral.result qinsa referral 2026-12-20"])
      let result = [("act", "report"), ("words", "省局已立案")]
      #expect(try await officer.post("\(page)/note", result, files: scan).status == 303)
      #expect(try await test.owed("referral") == [])
      #expect(try await test.clue(id).state == .accepted)
    }
  }

  @Test(arguments: Store.both)
  func `another county receives it, in both ledgers; its letter tells nothing of the reporter`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let told = [
        ("once", "00112233445566778899aabb"), ("channel", "visit"), ("text", "岭下镇卖假药"), ("place", "岭下镇"),
        ("reporter", "甲某某"), ("phone", "13900000000"),
      ]
      let receipt = try await head.post("/clues/new", told, files: [])
      let clue = try #require(receipt.id(after: "href=\"/clues/"))
      let answer = try await head.post("/clues/\(clue)/refer", test.letter("dongl"))
      #expect(answer.status == 303, "\(answer.text.suffix(1500))")
      let paper = try await head.get("\(answer.location)/print").text
      #expect(paper.contains("清线索转〔2026〕1号") && paper.contains("回执") && !paper.contains("甲某某"))
      #expect(!paper.contains("13900000000"))
      #expect(try await head.get("\(answer.location)/word").status == 200)
      let there = try await Visitor.signedIn(test, "dongl")
      let page = answer.location.replacing("/referrals/", with: "/referrals/received/")
      #expect(try await there.post("\(page)/accept").status == 303)
      #expect(try await there.get(page).text.contains("接收清线索转〔2026〕1号转办的线索"))
      #expect(try await head.get(answer.location).text.contains("接收清线索转〔2026〕1号转办的线索"))
      #expect(try await there.get(answer.location).status == 404)
    }
  }

  @Test(arguments: Store.both) func `each link that was to be closed gets its result`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.accepted()
      let officer = try await Visitor.signedIn(test, "zhouyn")
      var letter = try await test.letter("mengzh").filter { $0.0 != "paper" } + [("paper", "links")]
      #expect(try await officer.post("/clues/\(id)/refer", letter).status == 422)
      letter.append(("links", "https://a.example/1\n\n公众号：某神医"))
      let answer = try await officer.post("/clues/\(id)/refer", letter)
      #expect(try await officer.get("\(answer.location)/print").text.contains("2. 公众号：某神医"))
      let page = answer.location.replacing("/referrals/", with: "/referrals/received/")
      let superior = try await Visitor.signedIn(test, "mengzh")
      #expect(try await superior.post("\(page)/accept").status == 303)
      let half = try await superior.post("\(page)/report", [("result", "见逐个结果"), ("link-1", "cleaned")])
      #expect(half.status == 422 && half.text.contains("第 2 个链接的结果"))
      let whole = [("result", "见逐个结果"), ("link-1", "cleaned"), ("link-2", "kept")]
      #expect(try await superior.post("\(page)/report", whole).status == 303)
      let told = try await officer.get(answer.location).text
      #expect(told.contains("已清理") && told.contains("没有处置") && told.contains("已处置 1 个"))
    }
  }

  @Test(arguments: Store.both) func `silence has a clock and a face`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.accepted()
      _ = try await test.refer(id, to: "gujm")
      test.clock.advance(days: 20)
      let superior = try await Visitor.signedIn(test, "mengzh")
      #expect(try await superior.get("/duties?late=1").text.contains("接收或者退回转来的线索"))
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/referrals?state=late").text.contains("逾期没有接收"))
      for job in test.house.jobs where job.name == "duties.sweep" { try await job.run(test.database) }
      let market = try await Visitor.signedIn(test, "gujm")
      #expect(try await market.get("/today").text.contains("清线索转〔2026〕1号"))
      #expect(try await superior.get("/today").text.contains("清线索转〔2026〕1号"))
    }
  }
}

extension TestHouse {
  /// A report, accepted by the head for 周予宁.
  func accepted(once: String = "00112233445566778899aabbccddee00") async throws -> (id: ID<Clue>, code: String) {
    let (id, code) = try await reported(Report(once: once))
    let head = try await Visitor.signedIn(self, "heyuan")
    let owner = try await account("zhouyn").id.text
    #expect(try await head.post("/clues/\(id)/accept", [("owner", owner)]).status == 303)
    return (id, code)
  }

  func letter(_ to: String, reply: String = "sender") async throws -> [(String, String)] {
    [
      ("to", try await account(to).id.text), ("paper", "letter"), ("matter", "集市上卖假药"), ("ground", "药品零售归市场监管部门管"),
      ("asks", "请查处"), ("due", "2026-12-20"), ("reply", reply),
    ]
  }

  /// Handed on by 周予宁; answers its number.
  func refer(_ id: ID<Clue>, to login: String, reply: String = "sender") async throws -> String {
    let officer = try await Visitor.signedIn(self, "zhouyn")
    let answer = try await officer.post("/clues/\(id)/refer", letter(login, reply: reply))
    #expect(answer.status == 303, "\(answer.text.suffix(1500))")
    return String(answer.location.split(separator: "/").last ?? "")
  }

  /// Open duties whose kind begins so: kind, login of the owner, kind of the record, due.
  func owed(_ kind: String) async throws -> [String] {
    try await database.read { reader in
      try reader.query(
        """
        SELECT duty.kind, account.login, duty.subject_kind, duty.due FROM duty JOIN account ON account.id = duty.owner
        WHERE duty.kind LIKE \("\(kind).%") AND duty.ended IS NULL ORDER BY duty.id
        """
      ) { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2)) \(try $0.text(3))" }
    }
  }

  func progress(_ code: String) async throws -> String {
    try await Visitor(self).post("/progress", [("code", code)]).text
  }
}
