import App
import Kit
import Offices
import TestKit
import Testing
import Web

/// One record of every kind in the demonstration county, found through its pages.
struct Targets {
  private let ids: [String: String]

  static func find(_ test: TestHouse) async throws -> Targets {
    let head = try await Visitor.signedIn(test, "heyuan")
    let office = try await Visitor.signedIn(test, "luohui")
    var ids: [String: String] = [:]
    for kind in [
      "clues", "cases", "visits", "institutions", "sites", "rectifications", "transfers", "posts", "surveys", "patrols",
      "trainings", "scores", "post-rewards",
    ] {
      ids[kind] = try #require(try await head.get("/\(kind)").id(afterLast: "href=\"/\(kind)/"), "\(kind)")
    }
    // The same record, as police and procuratorate see it.
    (ids["received"], ids["oversight"]) = (ids["transfers"], ids["transfers"])
    for kind in ["plans", "campaigns"] {
      ids[kind] = try #require(try await office.get("/\(kind)").id(afterLast: "href=\"/\(kind)/"), "\(kind)")
    }
    (ids["approvals"], ids["editions"]) = (try await approval(test), try await edition(head))
    let campaign = try await office.get("/campaigns/\(ids["campaigns"] ?? "")")
    ids["tasks"] = try #require(campaign.id(afterLast: "href=\"/tasks/"))
    ids["deadlines"] = try #require(campaign.id(afterLast: "href=\"/deadlines/"))
    ids["meetings"] = try await meeting(of: ids["campaigns"] ?? "", office, test)
    ids["briefings"] = try await briefing(of: ids["campaigns"] ?? "", office, test)
    ids["resolutions"] = try #require(
      try await office.get("/meetings/\(ids["meetings"] ?? "")").id(afterLast: "href=\"/resolutions/"))
    ids.merge(
      try await OrganisationTargets.find(
        of: ids["campaigns"] ?? "", meeting: ids["meetings"] ?? "", office, test)
    ) { _, new in new }
    ids["import"] = try #require(
      try await head.get("/institutions/import").id(afterLast: "href=\"/institutions/import/"))
    ids["orders"] = try await orders(head)
    ids["post-import"] = try await posts(head)
    let poster = [("of", ids["institutions"] ?? ""), ("site", "https://jubao.example.cn"), ("phone", "0000-12320")]
    #expect(try await head.post("/posters", poster).status == 303)
    // The same sheet, as a township sees it that was not asked.
    ids["town-scores"] = ids["scores"]
    // Of nobody: the gate of one's own account is the only one there.
    ids["me"] = "zzzzzzzz"
    // The pages of a telephone, which opens them for nobody who has an account.
    ids["post"] = "zzzzzzzz"
    // Nobody of the demonstration could open one, so there is none.
    ids["derelictions"] = "zzzzzzzz"
    // Whoever has the right finds none: nobody of the demonstration was penalised twice elsewhere.
    ids["recurrences"] = "zzzzzzzz"
    ids.merge(try await OffenderTargets.find(test)) { _, new in new }
    // Of nobody who is asked; the one that there is, for lists.
    ids["concealed"] = "zzzzzzzz"
    let superior = try await Visitor.signedIn(test, "mengzh")
    ids["concealed-seen"] = try #require(try await superior.get("/concealed").id(after: "href=\"/concealed/"))
    ids["evidence"] = try #require(
      try await head.get("/cases/\(ids["cases"] ?? "")/evidence").id(after: "href=\"/evidence/"))
    let officer = try await Visitor.signedIn(test, "zhouyn")
    ids["duties"] = try #require(try await officer.get("/duties").id(afterLast: "href=\"/duties/"))
    ids["accounts"] = try await test.account("qinsa").id.text
    let clue = try await namedClue(head)
    ids["reporters"] = clue
    ids["files"] = try #require(try await head.get("/clues/\(clue)").id(after: "href=\"/files/"))
    ids["referrals"] = try await referral(of: clue, head, test)
    ids["rewards"] = try #require(try await head.get("/rewards").id(afterLast: "href=\"/rewards/"))
    ids["draft"] = try await draft(office)
    ids["assistance"] = try await assistance(head)
    ids["typical"] = try await typical(ids["cases"] ?? "", officer, head)
    try await issuePaper(of: ids["cases"] ?? "", officer)
    (ids["exchange-requests"], ids["exchange-tokens"]) = (try await request(head), try await token(test))
    ids["exchange-received"] = ids["exchange-requests"]
    ids["exchange-deliveries"] = try #require(
      try await head.get("/exchange/deliveries").id(after: "<th scope=\"row\"><a href=\"/exchange/deliveries/"))
    ids["exchange-intakes"] = try await intake(head)
    ids["exchange-queries"] = try await query(head)
    return Targets(ids: ids)
  }

  /// Held today, with one resolution.
  private static func meeting(of campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> String {
    let told = [
      ("title", "第一次联席会议"), ("on", test.clock.now.date.iso), ("place", "会议室"), ("chair", "副县长"), ("agenda", "通报进度"),
    ]
    let convened = try await office.post("/campaigns/\(campaign)/meetings", told)
    #expect(convened.status == 303)
    let owner = try await test.account("zhouyn").id.text
    let decided = [("text", "查清药品来源"), ("owner", owner), ("due", test.clock.now.date.adding(days: 9).iso)]
    #expect(try await office.post("\(convened.location)/resolutions", decided).status == 303)
    return String(convened.location.split(separator: "/").last ?? "")
  }

  /// Of a demand that nobody outside of it may read would be gone for some; a briefing is seen by all who see the campaign.
  private static func briefing(of campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> String {
    let told = [("kind", "minutes"), ("about", ""), ("heading", "纪要")]
    #expect(try await office.post("/campaigns/\(campaign)/briefings", told).status == 409)
    let meeting = try #require(try await office.get("/campaigns/\(campaign)/meetings").id(after: "href=\"/meetings/"))
    _ = try await office.post("/meetings/\(meeting)/minutes", [("attendance", "县公安局"), ("minutes", "通报进度")])
    // As the records say it: other words would have to be approved.
    let drawn = OfferedForm(
      try await office.get("/campaigns/\(campaign)/briefings/new?kind=minutes&about=\(meeting)"))
    let words = ["heading", "held", "chair", "attendance", "minutes", "resolutions"].map { ($0, drawn.value($0)) }
    let drafted = try await office.post(
      "/campaigns/\(campaign)/briefings", [("kind", "minutes"), ("about", meeting)] + words)
    #expect(try await office.post("\(drafted.location)/issue").status == 303)
    return try #require(drafted.location.split(separator: "/").last.map(String.init))
  }

  /// A hotline's list that waits to be confirmed.
  private static func orders(_ head: Visitor) async throws -> String {
    let list = Array("工单编号,反映内容\r\nMATRIX-1,矩阵里的工单\r\n".utf8)
    let staged = try await head.post("/clues/import", [], files: [Visitor.File("file", "工单.csv", list)])
    return try #require(staged.location.split(separator: "/").last.map(String.init))
  }

  /// A list of posts that waits to be confirmed.
  private static func posts(_ head: Visitor) async throws -> String {
    let list = Array("名称,种类,乡镇,监督员\r\n矩阵里的哨点,乡镇卫生院,南圩镇,周予宁\r\n".utf8)
    let staged = try await head.post("/posts/import", [], files: [Visitor.File("file", "名册.csv", list)])
    return try #require(staged.location.split(separator: "/").last.map(String.init))
  }

  /// With a photograph, and with a reporter who gave his name.
  private static func namedClue(_ head: Visitor) async throws -> String {
    let picture = TinyPicture.png(1)
    let receipt = try await head.post(
      "/clues/new",
      [("once", "matrix"), ("channel", "visit"), ("text", "带照片的线索"), ("place", "柳塘镇"), ("reporter", "甲某")],
      files: [Visitor.File("files", "照片.png", picture)])
    return try #require(receipt.id(after: "href=\"/clues/"))
  }

  /// Of a value that nobody read in the statute.
  private static func approval(_ test: TestHouse) async throws -> String {
    let lawyer = try await Visitor.signedIn(test, "fangl")
    let name = "violation:physician-unregistered"
    let form = OfferedForm(try await lawyer.get("/law/approve?value=\(name)"))
    let answer = try await lawyer.post(
      "/law/approve",
      [("value", name), ("seen", form.value("seen")), ("document", "核对过的原文"), ("day", form.value("day"))])
    return try #require(answer.location.split(separator: "/").last.map(String.init))
  }

  /// The first paper of the case: a list that asks nothing.
  private static func issuePaper(of lawCase: String, _ officer: Visitor) async throws {
    let day = OfferedForm(try await officer.get("/cases/\(lawCase)/papers/new/file-index")).value("paper.date")
    let draft = try await officer.post("/cases/\(lawCase)/papers/new/file-index", [("paper.date", day)])
    #expect(draft.location == "/cases/\(lawCase)/papers/1")
    let issued = try await officer.post("/cases/\(lawCase)/papers/1/issue", [("by-hand", "yes")])
    #expect(issued.status == 303, "\(issued.text.suffix(2000))")
  }

  private static func edition(_ head: Visitor) async throws -> String {
    let form = OfferedForm(try await head.get("/law/checklists/clinic/edit"))
    let lines = form.names(beginning: "q-").map { ($0, "按规定做到") }
    let answer = try await head.post(
      "/law/checklists/clinic/edit", lines + [("new-q-1", "门头和证照相符"), ("reason", "县里要求")])
    return try #require(answer.location.split(separator: "/").last.map(String.init))
  }

  /// Asked of the other county, for a case that is open.
  private static func assistance(_ head: Visitor) async throws -> String {
    let lawCase = try #require(try await head.get("/cases?state=open").id(afterLast: "href=\"/cases/"))
    let answer = try await head.post(
      "/cases/\(lawCase)/assistance",
      [
        ("kind", "help"), ("county", "\(Cast.otherCounty.number)"), ("what", "查药品来源"), ("why", "进货单写着贵县"),
        ("due", "2099-12-31"),
      ])
    return try #require(answer.location.split(separator: "/").last.map(String.init))
  }

  /// Of the other county, about nobody in particular.
  private static func request(_ head: Visitor) async throws -> String {
    let told = [
      ("county", "\(Cast.otherCounty.number)"), ("name", "辛某"), ("purpose", "一起无证行医案件"), ("due", "2099-12-31"),
    ]
    let answer = try await head.post("/exchange/requests", told)
    return try #require(answer.location.split(separator: "/").last.map(String.init))
  }

  private static func token(_ test: TestHouse) async throws -> String {
    let admin = try await Visitor.signedIn(test, "tangl")
    let until = test.clock.now.date.adding(days: 30).iso
    let told = [("system", "省系统"), ("purpose", "省里的名单"), ("scopes", "offenders.ask"), ("until", until)]
    return try #require(try await admin.post("/exchange/tokens", told).id(after: "href=\"/exchange/tokens/"))
  }

  /// Of the case that has gone furthest, which is closed.
  private static func typical(_ lawCase: String, _ officer: Visitor, _ head: Visitor) async throws -> String {
    let told = [("title", "无证镶牙案"), ("text", "某人没有许可证就给人镶牙，被依法处罚。")]
    #expect(try await officer.post("/cases/\(lawCase)/typical", told).status == 303)
    #expect(try await head.post("/cases/\(lawCase)/typical/approve").status == 303)
    return try #require(try await head.get("/cases/\(lawCase)").id(after: "href=\"/typical/"))
  }

  /// To the market bureau: of nobody else here.
  private static func referral(of clue: String, _ head: Visitor, _ test: TestHouse) async throws -> String {
    let market = try await test.account("gujm").id.text
    let answer = try await head.post(
      "/clues/\(clue)/refer",
      [
        ("to", market), ("paper", "letter"), ("matter", "集市上卖假药"), ("ground", "药品零售归市场监管部门管"), ("asks", "请查处"),
        ("due", "2099-12-31"), ("reply", "sender"),
      ])
    return try #require(answer.location.split(separator: "/").last.map(String.init))
  }

  /// Grown from a look-up.
  private static func query(_ head: Visitor) async throws -> String {
    let look = try await head.post("/offenders/look", [("name", "矩阵某"), ("purpose", "核查线索")]).location
    let number = look.split(separator: "/").last.map(String.init) ?? ""
    let asked = try await head.post("/exchange/queries", [("look", number), ("due", "2099-12-31")])
    return try #require(asked.location.split(separator: "/").last.map(String.init), "\(asked.text.suffix(1500))")
  }

  /// Of a county that does not exist, with one record.
  private static func intake(_ head: Visitor) async throws -> String {
    let file = """
      {"schema":"qingyuan-offenders","version":1,"county":999,"sender":"某县","batch":1,"previous":"","rows":1,"made_on":"2026-01-05"}
      {"line":1,"key":"x1","revision":1,"record":{"name":"矩阵某","standing":"none"}}

      """
    let taken = try await head.post(
      "/exchange/intakes", [], files: [Visitor.File("file", "上报.jsonl", Array(file.utf8))])
    return try #require(taken.location.split(separator: "/").last.map(String.init), "\(taken.text.suffix(1500))")
  }

  private static func draft(_ office: Visitor) async throws -> String {
    let two = DemoPlanText.two
    let answer = try await office.post("/plans/new", [("text", two)])
    return try #require(answer.location.split(separator: "/").last.map(String.init))
  }

  subscript(kind: String) -> String { ids[kind] ?? "?" }

  /// Which kind of record the `:id` of a path is.
  private static func kind(_ parts: [String]) -> String {
    let second = parts.dropFirst().first ?? ""
    return switch parts.first {
    case "institutions" where second == "import": "import"
    case "clues" where second == "import": "orders"
    case "posts" where second == "import": "post-import"
    case "offenders" where second == "import": "offender-import"
    case "offenders" where second != ":id": second
    case "law": second
    case "exchange": "exchange-\(second)"
    default: parts.first ?? ""
    }
  }

  /// The item of a plan need not exist: the gate stands before it.
  func fill(_ path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    let kind = Self.kind(parts)
    let filled = parts.map { part -> String in
      switch part {
      case ":id": ids[kind] ?? "?"
      case ":draft": ids["draft"] ?? "?"
      case ":item": ids["plans"] ?? "?"
      case ":county": "\(Cast.county.number)"
      case ":height": "1"
      // The registration of things in the demonstration's cases.
      case ":number": "2"
      case ":violation": "unlicensed-institution"
      case ":term": "case.decision"
      case ":statute": "penalties"
      case ":checklist": "hospital"
      case ":step": "discussion"
      case ":action": "receive"
      case ":document": "crime-report"
      case ":template": "questioning"
      case ":paper": "1"
      case ":hash": String(repeating: "0", count: 64)
      default: part
      }
    }
    let query =
      path == "/campaigns/:id/coverage"
      ? "?type=hospital"
      : path == "/campaigns/:id/briefings/new"
        ? "?kind=briefing"
        : path.hasSuffix("/sheet") || path.hasPrefix("/assessments/:id/list") || path.hasPrefix("/results/:id/list")
          ? "?unit=\(ids["unit"] ?? "")&what=1" : path == "/posters/print" ? "?of=\(ids["institutions"] ?? "")" : ""
    return "/" + filled.joined(separator: "/") + query
  }
}

enum DemoPlanText {
  /// Two plans in one text.
  static let two = (1...2).map { number in
    """
    清沅县2026年第\(number)次医疗市场整治工作方案
    一、工作目标
    规范医疗市场秩序，保障群众健康。
    二、重点任务
    （一）严厉打击无证行医。由县卫生健康局牵头，县公安局配合。
    （二）整治违法医疗广告。由县市场监管局牵头，县卫生健康局配合。
    三、实施步骤
    （一）动员部署阶段（2026年3月1日至3月15日）。制定方案，动员部署。
    （二）集中整治阶段（2026年3月16日至10月31日）。全面检查，依法查处。
    （三）总结阶段（2026年11月1日至11月30日）。总结经验，报送材料。
    """
  }.joined(separator: "\n\n\n")
}

extension Answer {
  /// The last record on a page: lists are sorted newest first, and the oldest has gone furthest.
  func id(afterLast piece: String) -> String? {
    let parts = text.split(separator: piece, omittingEmptySubsequences: false).dropFirst()
    return parts.map { String($0.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }) }
      .last { $0.count >= 11 }
  }
}
