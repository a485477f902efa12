import App
import Kit
import Storage
import TestKit
import Testing
import Web

/// One walk through, from the citizen's report to the figure, by the pages.
@Suite struct WalkTests {
  @Test(arguments: Store.both) func `a report becomes a case, an answer and figures`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let office = try await Visitor.signedIn(test, "luohui")
      let campaign = try #require(try await office.get("/campaigns").id(afterLast: "href=\"/campaigns/"))
      let before = try await figures(office, campaign)

      let (code, clue) = try await report(test)
      try await accept(clue, test)
      let visit = try await visit(clue, test)
      let lawCase = try await prosecute(clue, visit, test)
      try await close(clue, lawCase, test)

      let after = try await figures(office, campaign)
      #expect(after["线索"] == before["线索", default: 0] + 1)
      #expect(after["检查"] == before["检查", default: 0] + 1)
      #expect(after["立案"] == before["立案", default: 0] + 1)
      #expect(after["罚没款"] == before["罚没款", default: 0] + 52_000)
      let answer = try await Visitor(test).post("/progress", [("code", code)])
      #expect(answer.text.contains("已经依法处罚"))
      let history = try await office.get("/clues/\(clue)").text
      #expect(history.contains("答复") && history.contains("受理"))
      #expect(try await test.database.verifyLedger([]).faults.isEmpty)
      try await everyFigureOpens(office, campaign)
    }
  }

  private func report(_ test: TestHouse) async throws -> (code: String, clue: String) {
    let citizen = Visitor(test)
    let form = try await citizen.get("/report?county=110")
    #expect(form.status == 200)
    let once = try #require(form.id(after: "name=\"once\" value=\""))
    let picture = TinyPicture.png(9)
    let fields = [("once", once), ("county", "110"), ("text", "菜场后面有人无证拔牙"), ("place", "南圩镇菜场后巷3号")]
    let sent = try await citizen.post("/report", fields, files: [Visitor.File("files", "现场.png", picture)])
    #expect(sent.status == 201)
    let code = try #require(
      sent.text.firstRange(of: "<output class=\"code\">").map { sent.text[$0.upperBound...].prefix(14) })
    let again = try await citizen.post("/report", fields, files: [Visitor.File("files", "现场.png", picture)])
    #expect(again.status == 200 && again.text.contains("已经收到"))
    let head = try await Visitor.signedIn(test, "heyuan")
    let clue = try #require(
      try await head.get("/clues?words=%E8%8F%9C%E5%9C%BA%E5%90%8E%E5%B7%B7").id(afterLast: "href=\"/clues/"))
    let page = try await head.get("/today").text
    #expect(page.contains("/clues/\(clue)"), "待办里有这条线索")
    return (String(code), clue)
  }

  private func accept(_ clue: String, _ test: TestHouse) async throws {
    let head = try await Visitor.signedIn(test, "heyuan")
    let page = OfferedForm(try await head.get("/clues/\(clue)/accept"))
    let accepted = try await head.post(
      "/clues/\(clue)/accept",
      [("owner", try page.option("owner", containing: "周予宁")), ("task", try page.option("task", containing: "无证"))])
    #expect(accepted.status == 303)
    let twice = try await head.post("/clues/\(clue)/accept", [("owner", try page.option("owner", containing: "周予宁"))])
    #expect([409, 422].contains(twice.status), "受理两次要拒绝")
  }

  private func visit(_ clue: String, _ test: TestHouse) async throws -> String {
    let officer = try await Visitor.signedIn(test, "zhouyn")
    let site = try await officer.post("/clues/\(clue)/site", [("name", "南圩菜场拔牙点"), ("address", "南圩镇菜场后巷3号")])
    #expect(site.status == 303)
    let page = OfferedForm(try await officer.get("/visits/new?clue=\(clue)"))
    let today = test.database.world.today.iso
    let fields = [
      ("date", today), ("first", try page.option("first", containing: "周予宁")),
      ("checklist", page.selected("checklist")),
      ("premises", page.value("premises")), ("clue", clue), ("task", page.selected("task")),
    ]
    let alone = try await officer.post("/visits", fields + [("second", try page.option("first", containing: "周予宁"))])
    #expect(alone.status == 422, "一个人不能检查")
    let planned = try await officer.post("/visits", fields + [("second", try page.option("second", containing: "秦述安"))])
    #expect(planned.status == 303)
    let visit = try #require(planned.location.split(separator: "/").last.map(String.init))
    let record = OfferedForm(try await officer.get("/visits/\(visit)/record"))
    var answers = [("date", today), ("place", "南圩镇菜场后巷3号"), ("summary", "现场有牙科椅，不能出示许可证。"), ("result", "case")]
    for (index, name) in record.names(beginning: "a-").enumerated() {
      answers.append((name, index == 0 ? "no" : "yes"))
      if index == 0 { answers.append(("n-" + name.dropFirst(2), "没有许可证")) }
    }
    let unfinished = try await officer.post("/visits/\(visit)/record", answers.filter { !$0.0.hasPrefix("a-") })
    #expect(unfinished.status == 422 && unfinished.text.contains("现场有牙科椅"), "没答完要拒绝，写过的要留着")
    #expect(try await officer.post("/visits/\(visit)/record", answers).status == 303)
    return visit
  }

  private func prosecute(_ clue: String, _ visit: String, _ test: TestHouse) async throws -> String {
    let officer = try await Visitor.signedIn(test, "zhouyn")
    let page = OfferedForm(try await officer.get("/cases/new?visit=\(visit)&clue=\(clue)"))
    let filed = try await officer.post(
      "/cases",
      [
        ("visit", visit), ("clue", clue), ("premises", page.value("premises")), ("party", "丁某"),
        ("violation", try page.option("violation", containing: "非医师行医")), ("summary", "无证拔牙"), ("kind", "person"),
        ("first", try page.option("first", containing: "周予宁")),
        ("second", try page.option("second", containing: "秦述安")),
      ])
    #expect(filed.status == 303)
    let lawCase = try #require(filed.location.split(separator: "/").last.map(String.init))
    let decision = [
      ("date", test.database.world.today.iso), ("penalties", "fine"), ("penalties", "gains"),
      ("fine", "50,000"), ("gains", "2000"), ("reasons", "证据充分"),
    ]
    #expect(try await officer.post("/cases/\(lawCase)/decide", decision).status == 403, "承办人不能自己决定")
    let head = try await Visitor.signedIn(test, "heyuan")
    #expect(try await head.post("/cases/\(lawCase)/decide", decision).status == 422, "没有告知不能决定")
    let (address, today) = ("/cases/\(lawCase)", test.database.world.today.iso)
    try await prepareDecision(
      address, decision.filter { $0.0 != "date" && $0.0 != "reasons" }, by: officer, head, on: today)
    #expect(try await head.post("\(address)/decide", decision).status == 303)
    try await serveDecision(address, by: officer, on: today)
    return lawCase
  }

  private func close(_ clue: String, _ lawCase: String, _ test: TestHouse) async throws {
    let officer = try await Visitor.signedIn(test, "zhouyn")
    let head = try await Visitor.signedIn(test, "heyuan")
    let early = try await head.post("/cases/\(lawCase)/close", [("note", "结了")])
    #expect([409, 422].contains(early.status), "没有缴清不能结案")
    let today = test.database.world.today.iso
    let tooMuch = try await officer.post("/cases/\(lawCase)/pay", [("date", today), ("amount", "99999")])
    #expect(tooMuch.status == 422)
    #expect(try await officer.post("/cases/\(lawCase)/pay", [("date", today), ("amount", "52000")]).status == 303)
    #expect(try await head.post("/cases/\(lawCase)/close", [("note", "已缴清")]).status == 303)
    #expect(try await officer.post("/clues/\(clue)/answer", [("answer", "查实为无证行医，已经依法处罚。")]).status == 303)
  }

  /// Title of a figure → its number.
  private func figures(_ office: Visitor, _ campaign: String) async throws -> [String: Int] {
    let text = try await office.get("/campaigns/\(campaign)").text
    var found: [String: Int] = [:]
    for piece in text.split(separator: "<dt>").dropFirst() {
      let title = String(piece.prefix { $0 != "<" })
      guard let mark = piece.firstRange(of: "class=\"fig\""), let end = piece[mark.upperBound...].firstIndex(of: ">")
      else {
        continue
      }
      let digits = piece[piece.index(after: end)...].prefix { $0 != "<" }.filter { $0 != "," }
      if let number = Double(digits) {
        let isTenThousands = piece.contains("万元")
        found[title] = Int((number * (isTenThousands ? 10_000 : 1)).rounded())
      }
    }
    return found
  }

  private func everyFigureOpens(_ office: Visitor, _ campaign: String) async throws {
    let text = try await office.get("/campaigns/\(campaign)").text
    let links = text.split(separator: "class=\"fig").dropFirst().compactMap { piece -> String? in
      guard let start = piece.firstRange(of: "href=\"") else { return nil }
      return String(piece[start.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
    #expect(links.count > 10)
    for link in Set(links) { #expect(try await office.get(link).status == 200, "\(link)") }
  }
}
