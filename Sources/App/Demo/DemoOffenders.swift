import Kit
import Web

/// The register of offenders of the demonstration: the old ledger of the county and the list of the next one, a merge that waits, a
/// list of staff that was compared, somebody on the black list, and the party of a case who was penalised once here and once next door. All names, numbers
/// and telephones are invented: the numbers have sound check digits and a region that does not exist.
enum DemoOffenders {
  enum Act: Sendable { case ledger, nextCounty, propose, list, merge, screen, again }

  static let all: [(daysAgo: Int, act: Act)] = [
    (45, .ledger), (42, .nextCounty), (30, .propose), (24, .list), (18, .merge), (11, .screen), (1, .again),
  ]

  /// Columns parted by `|` here, by commas in the file.
  private static let head =
    "姓名|别名|性别|出生年|证件号码|电话|籍贯|执业地址|场所名称|查处日期|案由|决定书文号|处罚机关|决定日期|处罚种类|送达日期|效力|医师资格"

  /// What the county itself decided before the system came.
  static let ledger = [
    head,
    "柏某|柏师傅|男|1974|990101197406120516|13900000512||清沅县南圩镇老街18号|老街镶牙店|2023-03-06|非医师行医|清卫医罚〔2023〕11号|清沅县卫生健康局|2023-04-10|罚款、没收违法所得|2023-04-12|有效|没有医师资格",
    "祝万仓|祝膏药|男|1968||13900000633||清沅县白渡乡老街口|白渡膏药摊|2022-05-18|非医师行医|清卫医罚〔2022〕7号|清沅县卫生健康局|2022-06-20|罚款|2022-06-22|有效|没有医师资格",
    "谌桂芳||女|1982|990102198205071130|13900000744||清沅县东关街道文昌路31号|芳容美肤|2021-09-14|非医师行医|清卫医罚〔2021〕19号|清沅县卫生健康局|2021-10-20|罚款|2021-10-22|有效|没有医师资格",
    "邝守田||男|1965|990102196502142215|||清沅县石桥镇大柳村|大柳村诊疗点|2020-11-03|未取得医疗机构执业许可证|清卫医罚〔2020〕23号|清沅县卫生健康局|2020-12-07|罚款|2020-12-09|有效|有医师资格",
    "戎丽||女|1979||13900000855||清沅县柳塘镇集贸市场|丽人纹绣|2024-06-11|非医师行医|清卫医罚〔2024〕15号|清沅县卫生健康局|2024-07-15|罚款|2024-07-17|已撤销|没有医师资格",
  ]

  /// What the next county decided.
  static let nextCounty = [
    head,
    "柏某||男|1974|990101197406120516|13900000513||东岭县岭下镇新街2号|新街牙科|2024-08-05|非医师行医|东卫医罚〔2024〕5号|东岭县卫生健康局|2024-09-09|罚款、没收非法财物|2024-09-11|有效|没有医师资格",
    "竺万苍||男|1968||13900000633||东岭县岭下镇集市|岭下膏药摊|2023-10-12|非医师行医|东卫医罚〔2023〕8号|东岭县卫生健康局|2023-11-13|罚款|2023-11-15|有效|没有医师资格",
    "谌桂芳|谌老师|女|1982|990102198205071130|13900000745||东岭县岭下镇中街9号|岭下芳容会所|2022-12-01|非医师行医|东卫医罚〔2022〕14号|东岭县卫生健康局|2023-01-09|取缔|2023-01-11|有效|没有医师资格",
    "谌桂芳||女|1982|990102198205071130|13900000746||东岭县岭下镇河沿街4号|河沿街美容室|2025-04-22|非医师行医|东卫医罚〔2025〕3号|东岭县卫生健康局|2025-05-26|罚款|2025-05-28|有效|没有医师资格",
    "束明海||男|1990|990102199001300784|||东岭县岭下镇车站旁|车站输液点|2025-07-02|非医师行医|东卫医罚〔2025〕6号|东岭县卫生健康局|2025-08-04|罚款|2025-08-06|有效|没有医师资格",
  ]

  /// As somebody copies it from the staff list of a clinic.
  static let staff = "谌桂芳 990102198205071130 13900000744\n解文清\t990101197103180845\n欧阳若兰，13900000866"
}

extension DemoStory {
  /// `lawCase` is the one whose party comes again.
  func play(_ act: DemoOffenders.Act, on lawCase: String?) async throws {
    switch act {
    case .ledger: try await bring("以前的处罚台账.csv", DemoOffenders.ledger, as: "ledger", by: "heyuan")
    case .nextCounty: try await bring("东岭县处罚名单.csv", DemoOffenders.nextCounty, as: "list", by: "dongl")
    case .propose: try await proposeBlack()
    case .list: try await listBlack()
    case .merge: try await proposeMerge()
    case .screen:
      try await member("zhouyn").submit(
        "/offenders/screenings",
        [("occasion", "staff"), ("purpose", "石桥百草堂中医诊所校验"), ("list", DemoOffenders.staff)])
    case .again:
      guard let lawCase else { throw DemoTrouble(step: "找再次行医的案件", page: "") }
      try await nameAgain(lawCase)
    }
  }

  private func bring(_ name: String, _ lines: [String], as origin: String, by login: String) async throws {
    let hand = try await member(login)
    let list = lines.joined(separator: "\r\n").replacing("|", with: ",") + "\r\n"
    let batch = try await hand.upload("/offenders/import", "file", name, list, [("origin", origin)])
    try await hand.submit("\(batch)/apply", [])
  }

  /// Two penalties in two counties: an officer proposes to watch her, tells her, and she does not object.
  private func proposeBlack() async throws {
    let officer = try await member("zhouyn")
    let path = "/offenders/\(try await person("谌桂芳", officer))/black"
    let records = try await officer.page(path).values("record").map { ("record", $0) }
    let entry = try await officer.submit(
      path, [("basis", "attention"), ("facts", "两年里在两个县各受罚一次，又换地方开店。")] + records)
    try await officer.submit("\(entry)/tell", [("on", clock.today.iso), ("way", "in-person")])
    try await officer.submit("\(entry)/objection", [("heard", "none"), ("heard-on", clock.today.iso)])
  }

  private func listBlack() async throws {
    let reviewer = try await member("songzj")
    guard let entry = try await reviewer.page("/offenders/black").answer.id(after: "href=\"/offenders/black/") else {
      throw DemoTrouble(step: "找等审定的黑名单", page: "")
    }
    try await reviewer.submit("/offenders/black/\(entry)/decide", [("decision", "yes"), ("words", "核对过两份决定书。")])
  }

  /// Two names, one telephone: an officer takes them for one, a reviewer is still to look.
  private func proposeMerge() async throws {
    let officer = try await member("zhouyn")
    let (first, second) = (try await person("祝万仓", officer), try await person("竺万苍", officer))
    try await officer.submit(
      "/offenders/\(first)/merge", [("other", second), ("because", "电话和出生年相同，名字同音，都摆膏药摊。")])
  }

  private func person(_ name: String, _ officer: DemoHand) async throws -> String {
    let list = try await officer.page(Link("/offenders").asking([("words", name)]).text)
    guard let id = list.answer.id(after: "<th scope=\"row\"><a href=\"/offenders/") else {
      throw DemoTrouble(step: "找违法人员 \(name)", page: list.answer.text)
    }
    return id
  }

  /// The party's number is known by now: it is he, and the head owes a decision.
  private func nameAgain(_ lawCase: String) async throws {
    let officer = try await member("zhouyn")
    try await officer.submit("\(lawCase)/party", [("number", "990101197406120516"), ("tel", "13900000512")])
    let look = try await officer.submit("\(lawCase)/offender", [])
    let page = try await officer.page(look)
    guard let id = page.answer.id(after: "id=\"p-") else { throw DemoTrouble(step: "比对当事人", page: page.answer.text) }
    try await officer.submit(
      "/offenders/\(id)/judge",
      [
        ("subject", page.value("subject")), ("look", page.value("look")), ("person", id), ("answer", "same"),
        ("reason", "核对了身份证原件和照片。"),
      ])
  }
}
