import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// One writing with a complaint and a report becomes two clues.
@Suite struct SplitTests {
  private static let report = "石桥镇集市上有人摆摊镶牙，没有牌子。"
  private static let complaint = "另外县医院挂号等了三个小时，态度不好。"

  /// A named report with a file, and the reporter's code.
  private func writing(_ test: TestHouse) async throws -> (id: ID<Clue>, code: String) {
    let said = Report(text: Self.report + "\n" + Self.complaint).fields
    let named = [("reporter", "甲某"), ("phone", "13900000000")]
    let answer = try await Visitor(test).post("/report", said + named, files: [.init("files", "摊位.png", png)])
    return (try await test.newest(), try #require(answer.code))
  }

  private func fields(_ test: TestHouse, words: String = complaint, to login: String = "zhouyn") async throws
    -> [(String, String)]
  {
    [
      ("words", words), ("matter", "complaint"), ("owner", try await test.account(login).id.text),
      ("reason", "既有投诉又有举报"),
    ]
  }

  private func split(_ clue: ID<Clue>, _ test: TestHouse) async throws -> ID<Clue> {
    let head = try await Visitor.signedIn(test, "heyuan")
    let done = try await head.post("/clues/\(clue)/split", try await fields(test))
    #expect(done.status == 303)
    return try await test.newest()
  }

  @Test(arguments: Store.both) func `each part has owner, clock, files and seal of its own, and both show each other`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (origin, _) = try await writing(test)
      let head = try await Visitor.signedIn(test, "heyuan")
      let offered = OfferedForm(try await head.get("/clues/\(origin)/split"))
      #expect(offered.value("words").contains("镶牙") && offered.selected("matter") == "complaint")
      test.clock.advance(days: 1)
      let part = try await split(origin, test)
      #expect(try await test.clue(part).number == "清举〔2026〕0002")
      #expect(try await test.clue(part).text == Self.complaint)
      #expect(try await test.clue(origin).text.contains(Self.complaint), "来信原文不动")
      // From the day on which the writing arrived, not from the day of the split.
      let days = try await test.duties(origin).map { $0.suffix(10) }
      #expect(try await test.duties(part).first?.hasPrefix("clue.accept zhouyn") == true)
      #expect(try await test.duties(part).map { $0.suffix(10) } == days)
      let again = try await Visitor.signedIn(test, "heyuan")
      let (one, two) = (try await again.get("/clues/\(origin)").text, try await again.get("/clues/\(part)").text)
      #expect(one.contains("href=\"/clues/\(part)\"") && one.contains("拆分出来的"))
      #expect(two.contains("href=\"/clues/\(origin)\"") && two.contains("摊位.png") && two.contains("已封存"))
      #expect(two.contains("撤销拆分") && !two.contains("href=\"/clues/\(part)/split\""))
      // The custodian opens the same person under both.
      let custodian = try await Visitor.signedIn(test, "baoz")
      let opened = try await custodian.post("/reporters/\(part)", [("reason", "核对联系方式")])
      #expect(opened.text.contains("甲某"))
      #expect(
        try await test.history(part).map(\.sentence) == ["从线索清举〔2026〕0001拆分出线索清举〔2026〕0002", "开启线索清举〔2026〕0002的举报人身份"])
      let story = try await test.history(origin).map(\.sentence).last
      #expect(story == "把线索清举〔2026〕0001里的一部分拆分出来，另立线索清举〔2026〕0002")
      #expect(try await Self.isSound(test))
    }
  }

  @Test(arguments: Store.both) func `one code reads both, and each is answered by itself`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (origin, code) = try await writing(test)
      let part = try await split(origin, test)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let owner = try await test.account("zhouyn").id.text
      #expect(try await officer.post("/clues/\(part)/accept", [("owner", owner)]).status == 303)
      #expect(try await officer.post("/clues/\(part)/answer", [("answer", "医院已经道歉。")]).status == 303)
      func progress(_ more: [(String, String)]) async throws -> Answer {
        try await Visitor(test).post("/progress", [("code", code)] + more)
      }
      let first = try await progress([]).text
      #expect(first.contains("你的来信里还有一件事") && first.contains("清举〔2026〕0002") && !first.contains("已经道歉"))
      let page = try await progress([("part", part.text)])
      let second = page.text
      #expect(second.contains("医院已经道歉。") && second.contains("从你的来信里分出来"))
      // What is done on the page of the part goes to the part.
      #expect(OfferedForm(page).values("part").filter { $0 == part.text }.count >= 2)
      let rated = try await Visitor(test).post(
        "/progress/rate", [("code", code), ("part", part.text), ("level", "satisfied")])
      #expect(rated.status == 200 && rated.text.contains("已经记下"))
      let feedback = try await test.database.read {
        try $0.number("SELECT COUNT(*) FROM clue_feedback WHERE clue = \(part)")
      }
      #expect(feedback == 1)
      // Another one's code opens neither.
      let (_, strange) = try await test.reported(Report(text: "别的一件事"))
      let refused = try await Visitor(test).post("/progress", [("code", strange), ("part", part.text)])
      #expect(refused.status == 422 && !refused.text.contains("道歉"))
      #expect(try await test.clue(origin).state == .received)
    }
  }

  @Test(arguments: Store.both) func `a part is the writer's own words, once, and of no part`(store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      let (origin, _) = try await writing(test)
      let head = try await Visitor.signedIn(test, "heyuan")
      let made = try await head.post("/clues/\(origin)/split", try await fields(test, words: "医院乱收费。"))
      #expect(made.status == 422 && made.text.contains("不是来信里的原话"))
      #expect(made.text.contains("医院乱收费"), "填的保留")
      #expect(try await head.post("/clues/\(origin)/split", fields(test).filter { $0.0 != "reason" }).status == 422)
      #expect(try await head.post("/clues/\(origin)/split", fields(test, to: "tangl")).status == 422)
      #expect(try await test.count() == 1)
      let part = try await split(origin, test)
      let twice = try await head.post("/clues/\(origin)/split", try await fields(test))
      #expect(twice.status == 422 && twice.text.contains("已经拆分成线索清举〔2026〕0002"))
      #expect(try await head.post("/clues/\(part)/split", fields(test)).status == 409)
      #expect(try await test.count() == 2)
    }
  }

  @Test(arguments: Store.both) func `it counts as one more in, told as taken out, and is taken back with a reason`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (origin, _) = try await writing(test)
      let part = try await split(origin, test)
      let head = try await Visitor.signedIn(test, "heyuan")
      let balance = try await head.get("/clues/balance").text
      #expect(balance.contains("收支相符") && balance.contains("cell=split"))
      let listed = try await head.get("/clues/balance?cell=split").text
      #expect(listed.contains("href=\"/clues/\(part)\"") && !listed.contains("href=\"/clues/\(origin)\""))
      let received = try await head.get("/clues/balance?cell=received").text
      #expect(received.contains("href=\"/clues/\(origin)\"") && !received.contains("href=\"/clues/\(part)\""))
      let back = [("lead", "清举〔2026〕0001"), ("reason", "其实是一件事")]
      #expect(try await head.post("/clues/\(part)/merge", [back[0]]).status == 422, "不写理由不能撤销")
      #expect(try await head.post("/clues/\(part)/merge", back).status == 303)
      #expect(try await test.clue(part).state == .merged)
      #expect(try await head.get("/clues/balance").text.contains("收支相符"))
      #expect(try await Self.isSound(test))
    }
  }

  private static func isSound(_ test: TestHouse) async throws -> Bool {
    let head = try await Visitor.signedIn(test, "heyuan")
    #expect(try await head.post("/checks").status == 303)
    return try await head.get("/checks").text.contains("没有发现")
  }
}
