import Kit
import Web

/// How the campaign of the demonstration is organised: who leads it, what lower levels filed, how the superior supervised it.
/// All names, numbers and telephones are invented.
enum DemoOrganisation {
  enum Act: Sendable {
    case found, mobilise, ask, file, giveBack, fileAgain, changeLiaison
    case planVisit, visit, answer, accept, askMore, fileMore, brief, send, sign, second
    case listProblem, issueRule, listMore
    case listTask, reportTask, unlistTask, listUnit
    case chooseIndicators, approveIndicators, drawFiles, readFiles, objectReading, decideReading, issueResult
  }

  static let all: [(daysAgo: Int, act: Act)] = [
    (46, .found), (45, .mobilise), (44, .ask), (37, .file), (36, .giveBack), (34, .fileAgain), (21, .changeLiaison),
    (30, .second), (16, .planVisit), (14, .visit), (13, .listProblem), (12, .listTask), (11, .brief), (10, .issueRule),
    (9, .askMore), (8, .listMore), (7, .answer), (6, .reportTask), (6, .accept), (5, .unlistTask), (4, .fileMore),
    (3, .listUnit), (3, .send), (2, .sign),
    (20, .chooseIndicators), (19, .approveIndicators), (8, .drawFiles), (6, .readFiles), (4, .objectReading),
    (2, .decideReading), (1, .issueResult),
  ]

  struct Seat: Sendable {
    let part: String
    /// Of the cast; nil for somebody who does not work with the system.
    var person: String?
    var name = ""
    var body = ""
    var post = ""
    var telephone = ""
  }

  static let seats = [
    Seat(part: "leader", person: "沈砚清", telephone: "0999-5550101"),
    Seat(part: "deputy", name: "许承泽", body: "县卫生健康局", post: "局长", telephone: "0999-5550110"),
    Seat(part: "member", name: "邵启文", body: "县公安局", post: "副局长"),
    Seat(part: "member", name: "戚明远", body: "县市场监管局", post: "副局长"),
    Seat(part: "member", name: "柏岚", body: "县医保局", post: "副局长"),
    Seat(part: "office-head", person: "罗惠", telephone: "0999-5550123"),
    Seat(part: "liaison", person: "顾景明", telephone: "0999-5550131"),
    Seat(part: "liaison", person: "于禾", telephone: "0999-5550142"),
    Seat(part: "liaison", name: "温禾", body: "县公安局", post: "治安大队副大队长", telephone: "0999-5550153"),
    Seat(part: "liaison", name: "林序", body: "县医保局", post: "基金监管科科长", telephone: "0999-5550164"),
  ]
}

extension DemoStory {
  func play(_ act: DemoOrganisation.Act) async throws {
    switch act {
    case .found: try await found()
    case .mobilise: try await mobilise()
    case .ask: try await ask(by: "luohui", "实施方案", "写明牵头人、分工、每个阶段的日期。", ["顾景明", "于禾"], within: 8)
    case .file: for login in ["gujm", "yuhe"] { try await file(login, "实施方案.txt", "动员部署、自查自纠、集中整治、总结，各阶段的日期和分工见正文。") }
    case .giveBack: try await giveBack()
    case .fileAgain: try await file("yuhe", "实施方案（补充）.txt", "补上各村联络员名单和每个阶段的日期。")
    case .changeLiaison: try await changeLiaison()
    case .planVisit: try await planVisit()
    case .visit: try await recordVisit()
    case .answer: try await answerFinding()
    case .accept: try await acceptFinding()
    case .askMore: try await ask(by: "mengzh", "集中整治阶段进展", "报截至上周的线索、检查、案件数和下一步打算。", ["罗惠", "顾景明"], within: 7)
    case .brief: try await brief()
    case .send: try await send(["顾景明", "于禾", "石岗", "方黎"])
    case .second: try await second()
    case .sign: for login in ["gujm", "yuhe"] { try await sign(login) }
    case .listProblem: try await listProblem()
    case .issueRule: try await issueRule()
    case .listMore: try await listMore()
    case .listTask: try await listTask()
    case .reportTask: try await reportTask()
    case .unlistTask: try await unlistTask()
    case .listUnit: try await listUnit()
    case .chooseIndicators: try await chooseIndicators()
    case .approveIndicators: try await approve(assessment(member("luohui")))
    case .drawFiles: try await drawFiles()
    case .readFiles: try await readFiles()
    case .objectReading: try await objectReading()
    case .decideReading: try await decideReading()
    case .issueResult: try await issueResult()
    case .fileMore: try await file("luohui", "进展.txt", "线索、检查、案件数见专项行动页，下一步集中查处注射美容。")
    }
  }

  /// The campaign that was released first.
  func campaign(_ hand: DemoHand) async throws -> String {
    let campaigns = try await hand.page("/campaigns")
    guard let campaign = campaigns.answer.id(after: "href=\"/campaigns/") else {
      throw DemoTrouble(step: "找专项行动", page: campaigns.answer.text)
    }
    return "/campaigns/\(campaign)"
  }

  private func found() async throws {
    let office = try await member("luohui")
    let campaign = try await campaign(office)
    for seat in DemoOrganisation.seats {
      let page = try await office.page("\(campaign)/group")
      let account = try seat.person.map { try page.option("account", containing: $0) } ?? ""
      try await office.submit(
        "\(campaign)/group",
        [
          ("part", seat.part), ("account", account), ("name", seat.name), ("body", seat.body), ("post", seat.post),
          ("telephone", seat.telephone), ("since", clock.today.iso),
          ("document", "清整治〔\(clock.today.year)〕1号 关于成立专项整治领导小组的通知"),
        ])
    }
  }

  private func changeLiaison() async throws {
    let office = try await member("luohui")
    let group = try await office.page("\(campaign(office))/group")
    guard let row = group.answer.text.split(separator: "/members/").first(where: { $0.contains("林序") }) else {
      throw DemoTrouble(step: "找联络员", page: group.answer.text)
    }
    try await office.submit(
      "/members/\(row.prefix { $0 != "\"" })/hand-over",
      [
        ("name", "陶然"), ("post", "基金监管科副科长"), ("telephone", "0999-5550175"), ("since", clock.today.iso),
        ("document", "县医保局关于调整联络员的函"),
      ])
  }

  private func mobilise() async throws {
    let office = try await member("luohui")
    let campaign = try await campaign(office)
    let form = try await office.page("\(campaign)/meetings/new?kind=mobilisation")
    let meeting = try await office.submit(
      "\(campaign)/meetings",
      [
        ("kind", "mobilisation"), ("title", form.value("title")), ("on", clock.today.iso), ("time", "9:00"),
        ("place", "县政府会议中心"),
        ("chair", "县政府办公室副主任"), ("agenda", "1. 宣读实施方案\n2. 部署各单位的任务和时限\n3. 领导讲话"),
      ])
    try await gather(meeting, office)
    try await office.submit(
      "\(meeting)/minutes",
      [("attendance", "领导小组全体成员\n各乡镇（街道）\n各医疗机构负责人"), ("minutes", "会议宣读了实施方案，要求各单位十日内报送本单位的实施方案。")])
  }

  /// Those whom the form chose are invited, some sign in, the office enters the others; one is absent.
  private func gather(_ meeting: String, _ office: DemoHand) async throws {
    let form = try await office.page("\(meeting)/guests/new")
    let chosen = form.names(beginning: "people-").compactMap { name in
      ["沈砚清", "罗惠", "顾景明", "于禾"].lazy.compactMap { try? form.box(name, beside: $0) }.first.map { (name, $0) }
    }
    try await office.submit("\(meeting)/guests", chosen + [("others", form.value("others"))])
    for login in ["gujm", "yuhe"] {
      let hand = try await member(login)
      let waiting = try await hand.page("/today")
      guard let invitation = waiting.answer.id(after: "href=\"/invitations/") else {
        throw DemoTrouble(step: "找会议邀请", page: waiting.answer.text)
      }
      try await hand.submit("/invitations/\(invitation)/sign", [])
    }
    let list = try await office.page("\(meeting)/guests?state=missing")
    let absent = try list.box("guests", beside: "林序")
    try await office.submit(
      "\(meeting)/arrivals", list.values("guests").filter { $0 != absent }.map { ("guests", $0) })
  }

  private func ask(
    by login: String, _ what: String, _ words: String, _ people: [String], within days: Int
  ) async throws {
    let asker = try await member(login)
    let campaign = try await campaign(asker)
    let page = try await asker.page("\(campaign)/filings/new")
    var fields = [("what", what), ("words", words), ("due", clock.today.adding(days: days).iso)]
    for name in page.names(beginning: "owner-") {
      guard let person = people.lazy.compactMap({ try? page.option(name, containing: $0) }).first else { continue }
      fields.append((name, person))
    }
    try await asker.submit("\(campaign)/filings", fields)
  }

  private func file(_ login: String, _ name: String, _ text: String) async throws {
    let hand = try await member(login)
    let waiting = try await hand.page("/today")
    guard let filing = waiting.answer.id(after: "href=\"/filings/") else {
      throw DemoTrouble(step: "找要报的材料", page: waiting.answer.text)
    }
    _ = try await hand.upload("/filings/\(filing)/file", "files", name, text)
  }

  private func giveBack() async throws {
    let office = try await member("luohui")
    let list = try await office.page("\(campaign(office))/filings?state=filed")
    guard let row = list.answer.text.split(separator: "/filings/").first(where: { $0.contains("柳塘镇人民政府</a>") }) else {
      throw DemoTrouble(step: "找报送的方案", page: list.answer.text)
    }
    try await office.submit(
      "/filings/\(row.prefix { $0 != "\"" })/return",
      [("reason", "没有写各村由谁排查，也没有写日期。"), ("due", clock.today.adding(days: 3).iso)])
  }

  private func planVisit() async throws {
    let superior = try await member("mengzh")
    let campaign = try await campaign(superior)
    let form = try await superior.page("\(campaign)/supervisions/new")
    try await superior.submit(
      "\(campaign)/supervisions",
      [
        ("unit", try form.option("unit", containing: "县卫生监督所")), ("on", clock.today.adding(days: 2).iso),
        ("visitors", "孟昭\n市卫生监督支队一科"), ("subject", "线索是不是件件办理\n检查记录和案件是不是按时办结\n责令改正的是不是复查"),
      ])
  }

  /// A briefing as the records gave it that day; the next one tells what changed since.
  private func brief() async throws {
    let (office, head) = (try await member("luohui"), try await member("heyuan"))
    let campaign = try await campaign(office)
    let form = try await office.page("\(campaign)/briefings/new?kind=briefing")
    let words = ["heading", "progress", "coverage", "cases", "problems", "next"].map { ($0, form.value($0)) }
    let paper = try await office.submit("\(campaign)/briefings", [("kind", "briefing")] + words)
    let asked = try await office.page(paper)
    try await office.submit(
      "\(paper)/submit",
      [
        ("approver", try asked.option("approver", containing: "贺远")), ("due", clock.today.adding(days: 2).iso),
      ])
    let digest = try await head.page(paper).value("digest")
    try await head.submit("\(paper)/approve", [("digest", digest), ("decision", "approve"), ("reason", "")])
    try await office.submit("\(paper)/issue", [])
  }

  /// The briefing goes to the liaisons, and to the police, who have no right on the campaign.
  private func send(_ people: [String]) async throws {
    let office = try await member("luohui")
    let list = try await office.page("\(campaign(office))/briefings")
    guard let paper = list.answer.id(after: "href=\"/briefings/") else {
      throw DemoTrouble(step: "找简报", page: list.answer.text)
    }
    let form = try await office.page("/briefings/\(paper)/send")
    let chosen = form.names(beginning: "owner-").compactMap { name in
      people.lazy.compactMap { try? form.option(name, containing: $0) }.first.map { (name, $0) }
    }
    try await office.submit("/briefings/\(paper)/send", [("due", clock.today.adding(days: 5).iso)] + chosen)
  }

  private func sign(_ login: String) async throws {
    let hand = try await member(login)
    let waiting = try await hand.page("/today")
    guard let copy = waiting.answer.id(after: "href=\"/copies/") else {
      throw DemoTrouble(step: "找要签收的简报", page: waiting.answer.text)
    }
    try await hand.submit("/copies/\(copy)/sign", [])
  }

  /// Two people work for the campaign until past today: one of the hospital helps, one officer inspects.
  private func second() async throws {
    let office = try await member("luohui")
    let list = "\(try await campaign(office))/secondments"
    let form = try await office.page("\(list)/new")
    let told = [
      ("since", clock.today.iso), ("until", clock.today.adding(days: 75).iso),
      ("document", "清整治〔\(clock.today.year)〕3号 关于抽调专项整治工作人员的通知"),
    ]
    let helper = [
      ("name", "许乔"), ("unit", "县中医院"), ("post", "医务科干事"), ("work", "医疗广告监测、台账整理"), ("authority", "assist"),
    ]
    let officer = [
      ("account", try form.option("account", containing: "秦述安")), ("work", "联合检查第二组"), ("authority", "enforce"),
    ]
    for person in [helper, officer] { try await office.submit(list, told + person) }
  }

  private func supervision(_ hand: DemoHand) async throws -> String {
    let list = try await hand.page("\(campaign(hand))/supervisions")
    guard let visit = list.answer.id(after: "href=\"/supervisions/") else {
      throw DemoTrouble(step: "找督导检查", page: list.answer.text)
    }
    return "/supervisions/\(visit)"
  }

  private func recordVisit() async throws {
    let superior = try await member("mengzh")
    let visit = try await supervision(superior)
    try await superior.submit(
      "\(visit)/record", [("summary", "抽看线索八件、检查记录六份、案卷三份。线索件件有着落，检查记录完整；有一件责令改正到期没有复查。")])
    for (text, days) in [("责令改正到期没有复查，复查没有排到人。", 6), ("短视频平台上的诊疗宣传没有固定证据的办法。", 20)] {
      let form = try await superior.page(visit)
      try await superior.submit(
        "\(visit)/findings",
        [
          ("text", text), ("owner", try form.option("owner", containing: "贺远")),
          ("due", clock.today.adding(days: days).iso),
        ])
    }
  }

  /// The one that is due first.
  private func answerFinding() async throws {
    let head = try await member("heyuan")
    let waiting = try await head.page("/today")
    guard let finding = waiting.answer.id(after: "href=\"/findings/") else {
      throw DemoTrouble(step: "找督导问题", page: waiting.answer.text)
    }
    try await head.submit(
      "/findings/\(finding)/answer", [("answer", "已经排定每件责令改正由承办人到期次日复查，由值班负责人每周核对一次。")])
  }

  private func acceptFinding() async throws {
    let superior = try await member("mengzh")
    let page = try await superior.page(supervision(superior))
    guard let finding = page.answer.id(after: "href=\"/findings/") else {
      throw DemoTrouble(step: "找督导问题", page: page.answer.text)
    }
    try await superior.submit("/findings/\(finding)/accept", [])
  }
}
