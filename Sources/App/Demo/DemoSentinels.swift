import Kit
import Web

/// The monitoring posts of the demonstration: six of them, one of which never says anything. Names, telephones and villages
/// are invented.
enum DemoSentinels {
  enum Act: Sendable {
    case villages, found, quietPeriods, report, answer, reportAgain, survey, look, patrol, patrolFinds, training,
      scores, rewards, readRules
  }

  static let all: [(daysAgo: Int, act: Act)] = [
    (46, .villages), (46, .found), (33, .quietPeriods), (30, .report), (25, .answer), (20, .quietPeriods),
    (40, .training), (36, .look), (9, .patrol), (5, .survey), (4, .scores), (1, .rewards), (2, .readRules),
    (3, .patrolFinds), (2, .reportAgain),
  ]

  static let villages: [(town: String, names: [String])] = [
    ("柳塘镇", ["大柳村", "小柳村", "桥头社区"]), ("石桥镇", ["石桥村", "渡口村"]), ("南圩镇", ["南圩村"]), ("白渡乡", ["白渡村"]),
  ]

  struct Place: Sendable {
    let name: String
    let kind: String
    let place: String
    let contact: String
    let supervisor: String
    var hasPlaque = true
    /// Its telephone is tied, and it reports.
    var reports = true
  }

  static let quiet = "白渡乡卫生院哨点"

  static let posts = [
    Place(name: "柳塘镇卫生院哨点", kind: "乡镇卫生院", place: "柳塘镇", contact: "艾小禾", supervisor: "周予宁"),
    Place(name: "大柳村卫生室哨点", kind: "村卫生室", place: "柳塘镇　大柳村", contact: "柏青", supervisor: "周予宁"),
    Place(name: "石桥镇卫生院哨点", kind: "乡镇卫生院", place: "石桥镇", contact: "楚一帆", supervisor: "秦述安"),
    Place(name: "石桥村药品信息员", kind: "药品信息员", place: "石桥镇　石桥村", contact: "戴云", supervisor: "秦述安", hasPlaque: false),
    Place(name: "东关街道社区卫生服务中心哨点", kind: "社区卫生服务中心", place: "东关街道", contact: "方小满", supervisor: "周予宁"),
    Place(
      name: quiet, kind: "乡镇卫生院", place: "白渡乡", contact: "耿青", supervisor: "秦述安", hasPlaque: false, reports: false),
  ]
}

extension DemoStory {
  func play(_ act: DemoSentinels.Act) async throws {
    switch act {
    case .villages: try await addVillages()
    case .found: for place in DemoSentinels.posts { try await found(place) }
    case .quietPeriods:
      for place in DemoSentinels.posts where place.reports {
        // A period that was told already is refused, and stays told.
        _ = try await telephone(of: place.name).send("/post/zero", [])
      }
    case .report: try await report("镶牙、拔牙摊", "柳塘镇大柳村村口", "逢集的日子有人摆摊镶牙，下午收摊。", by: "大柳村卫生室哨点")
    case .answer: try await answerPost()
    case .survey: try await survey()
    case .look: try await look()
    case .patrol: try await patrol()
    case .patrolFinds: try await patrolFinds()
    case .training: try await training()
    case .scores: try await scores()
    case .rewards: try await rewards()
    case .readRules: try await readRules(by: "大柳村卫生室哨点")
    case .reportAgain:
      try await report("游医药贩", "石桥镇渡口村码头", "外地口音的人挨家卖膏药，说包治风湿。", by: "石桥村药品信息员")
      _ = try await accept("石桥镇渡口村码头", within: 25)
    }
  }

  private func survey() async throws {
    let head = try await member("heyuan")
    let wanted = [
      ("title", "冬季无证行医排摸"), ("wanted", "有没有挂牌、不挂牌给人看病打针的，有没有逢集摆摊的。"),
      ("due", clock.today.adding(days: 15).iso),
    ]
    let survey = try await head.submit("/surveys", wanted)
    let village = try await head.page(survey).option("village", containing: "渡口村")
    try await head.submit("\(survey)/village", [("village", village), ("found", "1"), ("note", "码头有人卖膏药，已另报线索。")])
    let phone = try await telephone(of: "大柳村卫生室哨点")
    try await phone.submit("/post/survey", [("survey", try await phone.page("/post").value("survey")), ("found", "0")])
  }

  /// Two by telephone, with nothing found.
  private func look() async throws {
    for (name, spot) in [("大柳村卫生室哨点", "村口集市和三户出租屋"), ("石桥村药品信息员", "两家药店、桥头车站")] {
      let phone = try await telephone(of: name)
      let form = try await phone.page("/post/patrol")
      let told = [
        ("once", form.value("once")), ("place", form.value("place")), ("spots", "集市、街面"), ("spots", "药店、保健品店"),
        ("where", spot), ("found", "0"),
      ]
      try await phone.submit("/post/patrol", told)
    }
  }

  /// As before, and one that is still owed.
  private func patrol() async throws {
    try await look()
    let head = try await member("heyuan")
    let page = try await head.page("/patrols/plan")
    try await head.submit(
      "/patrols/plan",
      [
        ("place", try page.option("place", containing: "小柳村")), ("wanted", "有没有人在家里给人打针、卖药。"),
        ("owner", try page.option("owner", containing: "周予宁")), ("due", clock.today.adding(days: 16).iso),
      ])
  }

  /// Everybody but the contact person of the quiet post.
  private func training() async throws {
    let head = try await member("heyuan")
    let page = try await head.page("/trainings/new")
    let came = try DemoSentinels.posts.filter(\.reports).map { place in
      ("contacts", try page.box("contacts", beside: place.name))
    }
    try await head.submit(
      "/trainings/new",
      [
        ("title", "监测哨点联系人培训"), ("on", clock.today.iso), ("place", "县卫生监督所会议室"),
        ("content", "哪些情况要报、怎么在手机上报、零报告和巡查怎么登记，不自己去查、不告诉别人。"),
      ] + came)
  }

  /// A sheet for each post; one is filled in by its post, looked at on site, and proposed where its points allow.
  private func scores() async throws {
    let head = try await member("heyuan")
    let towns = try await head.page("/scores/towns")
    try await head.submit("/scores/towns", [("town-112", try towns.option("town-112", containing: "于禾"))])
    let page = try await head.page("/scores")
    let span = page.selected("span")
    try await head.submit("/scores", [("span", span), ("verifier", try page.option("verifier", containing: "孟昭"))])
    let phone = try await telephone(of: "大柳村卫生室哨点")
    try await phone.submit("/post/score", points(try await phone.page("/post/score"), most: [7: 5]))
    try await fillTown("大柳村卫生室哨点", [("p-2", "5"), ("p-9", "9")])
    guard
      let sheet = try await head.page("/scores?state=filled").answer.id(after: "<th scope=\"row\"><a href=\"/scores/")
    else {
      throw DemoTrouble(step: "找评分表", page: "")
    }
    let superior = try await member("mengzh")
    let path = "/scores/\(sheet)"
    let look = try await superior.page(path)
    let seen = points(look, most: [9: 8]) + [("r-9", "村口的宣传画少了一张"), ("on", clock.today.iso)]
    try await superior.submit("\(path)/verify", seen)
    guard try await head.page(path).answer.text.contains("\(path)/propose") else { return }
    try await head.submit("\(path)/propose", [])
    try await superior.submit("\(path)/model", [("decision", "named"), ("words", "现场看过，巡查和报告都实在")])
  }

  /// What the records earned; one is paid, one waits for approval, the others for their sum.
  private func rewards() async throws {
    let head = try await member("heyuan")
    let spans = try await head.page("/post-rewards")
    for year in [clock.today.year, clock.today.year - 1] {
      // In January the story lies in the year before; a year in which nothing was earned is refused.
      _ = try await head.send("/post-rewards", [("span", try spans.option("span", containing: "\(year)年"))])
    }
    let lawyer = try await member("fangl")
    let list = try await head.page("/post-rewards").answer.text
    let ids = list.split(separator: "<a href=\"/post-rewards/").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    for (place, id) in ids.filter({ $0.count >= 11 }).prefix(2).enumerated() {
      let way = "/post-rewards/\(id)"
      let page = try await head.page(way)
      let sum = [
        ("amount", "200"), ("basis", "清卫监〔2026〕15号《监测哨点考核奖励办法》，本所工作经费"),
        ("approver", try page.option("approver", containing: "方黎")),
      ]
      try await head.submit("\(way)/propose", sum)
      guard place == 0 else { continue }
      try await lawyer.submit("\(way)/decide", [("decision", "approved"), ("words", "记录属实，同意。")])
      try await head.submit("\(way)/pay", [("on", clock.today.iso), ("voucher", "转账回单 2026-0311")])
    }
  }

  private func readRules(by name: String) async throws {
    let phone = try await telephone(of: name)
    try await phone.submit("/post/rules", [("digest", try await phone.page("/post/rules").value("digest"))])
  }

  /// The township's lines of the sheet of one of its posts; those of the other still wait.
  private func fillTown(_ post: String, _ points: [(String, String)]) async throws {
    let town = try await member("yuhe")
    let list = try await town.page("/town-scores").answer
    let line = list.text.split(separator: "<tr>").first { $0.contains(post) } ?? ""
    guard let way = line.firstRange(of: "href=\"/town-scores/").map({ line[$0.upperBound...].prefix { $0 != "\"" } })
    else {
      throw DemoTrouble(step: "找乡镇的评分表", page: list.text)
    }
    try await town.submit("/town-scores/\(way)", points)
  }

  /// What the form offers, with other points where `most` says so.
  private func points(_ form: OfferedForm, most: [Int: Int]) -> [(String, String)] {
    form.names(beginning: "p-").map { name in
      let place = Int(name.dropFirst(2)) ?? -1
      return (name, most[place].map { "\($0)" } ?? form.value(name))
    }
  }

  private func patrolFinds() async throws {
    let officer = try await member("zhouyn")
    let page = try await officer.page("/patrols/new")
    try await officer.submit(
      "/patrols/new",
      [
        ("once", page.value("once")), ("place", try page.option("place", containing: "桥头社区")),
        ("on", clock.today.iso), ("spots", "美容美发店"), ("where", "柳塘镇桥头社区沿街美发店"), ("found", "1"),
        ("topic", try page.option("topic", containing: "美容店")), ("text", "店里摆着注射器，店员说老板娘会打瘦脸针。"),
      ])
    _ = try await accept("桥头社区沿街美发店", within: 20)
  }

  private func addVillages() async throws {
    let security = try await member("tangl")
    for (town, names) in DemoSentinels.villages {
      let page = try await security.page("/regions")
      let fields = [
        ("level", "village"), ("parent", try page.option("parent", containing: town)),
        ("names", names.joined(separator: "\n")), ("from", "2020-01-01"),
      ]
      try await security.submit("/regions", fields)
    }
  }

  private func found(_ place: DemoSentinels.Place) async throws {
    let head = try await member("heyuan")
    let page = try await head.page("/posts/new")
    let since = clock.today.adding(days: -200).iso
    let post = try await head.submit(
      "/posts/new",
      [
        ("name", place.name), ("kind", try page.option("kind", containing: place.kind)),
        ("place", try page.option("place", containing: place.place)),
        ("supervisor", try page.option("supervisor", containing: place.supervisor)), ("file", since),
        ("plaque", place.hasPlaque ? since : ""),
      ])
    try await head.submit(
      "\(post)/contact",
      [
        ("part", "main"), ("name", place.contact), ("telephone", "0999-5550200"), ("time", "part"),
        ("since", clock.today.iso),
      ])
  }

  /// Tied anew each time: the story keeps no telephones.
  private func telephone(of name: String) async throws -> DemoHand {
    let officer = try await member("zhouyn")
    let words = Link("/posts").asking([("words", name)]).text
    guard let post = try await officer.page(words).answer.id(after: "<th scope=\"row\"><a href=\"/posts/") else {
      throw DemoTrouble(step: "找哨点 \(name)", page: "")
    }
    let path = "/posts/\(post)"
    let contact = try await officer.page(path).value("contact")
    let slip = OfferedForm(try await officer.send("\(path)/code", [("contact", contact)]))
    let code = slip.answer.text.split(separator: "class=\"code\">").last?.prefix { $0 != "<" } ?? ""
    let phone = DemoHand(Visitor(site))
    try await phone.submit("/sign-in/post", [("code", String(code))])
    return phone
  }

  private func report(_ topic: String, _ place: String, _ text: String, by name: String) async throws {
    let phone = try await telephone(of: name)
    let form = try await phone.page("/post/report")
    let receipt = try await phone.send(
      "/post/report",
      [
        ("once", form.value("once")), ("topic", try form.option("topic", containing: topic)), ("place", place),
        ("text", text),
      ])
    guard receipt.status == 201 else { throw DemoTrouble(step: "哨点报告", page: receipt.text) }
  }

  /// Answered without a visit: the stall was gone.
  private func answerPost() async throws {
    let clue = try await accept("大柳村村口", within: 10)
    try await member("zhouyn").submit(
      "\(clue)/answer", [("answer", "集日去看过，摊主已经搬走，已和村委会约好再来就打电话。谢谢你们盯着。")])
  }

  /// The clue that came of a report, by its place.
  private func accept(_ place: String, within days: Int) async throws -> String {
    let head = try await member("heyuan")
    let list = try await head.page("/clues?state=received").answer
    let part = list.text.split(separator: "<tr>").first { $0.contains(place) } ?? ""
    guard let link = part.firstRange(of: "href=\"/clues/").map({ part[$0.upperBound...].prefix { $0 != "\"" } }) else {
      throw DemoTrouble(step: "找哨点报告的线索", page: list.text)
    }
    let page = try await head.page("/clues/\(link)/accept")
    try await head.submit(
      "/clues/\(link)/accept",
      [("owner", try page.option("owner", containing: "周予宁")), ("due", clock.today.adding(days: days).iso)])
    return "/clues/\(link)"
  }
}
