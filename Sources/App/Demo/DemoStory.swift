import Kit
import Web

/// What happened in the demonstration county in the weeks before today, told through its pages.
struct DemoStory {
  let site: Site
  let clock: DemoClock

  func play() async throws {
    clock.set(daysAgo: 48)
    try await importRegister()
    clock.set(daysAgo: 47)
    try await releasePlan()
    // By their sites.
    var cases: [String: String] = [:]
    for (index, happening) in happenings.enumerated() {
      clock.set(daysAgo: happening.daysAgo, minutes: index * 7)
      switch happening {
      case .report(let event): cases[event.site] = try await play(event)
      case .lawCase(let lawCase): cases[lawCase.site] = try await play(lawCase)
      case .after(let after):
        guard let lawCase = cases[after.site] else { throw DemoTrouble(step: "找案件 \(after.site)", page: "") }
        try await play(after, on: lawCase)
      case .referral(let one): try await play(one)
      case .concealed: try await conceal()
      case .meeting: try await meet()
      case .organisation(let act, _): try await play(act)
      case .phaseEnd(let phase, _): try await end(phase: phase)
      case .sentinel(let act, _): try await play(act)
      case .arrival(let act, _): try await play(act)
      case .offender(let act, _): try await play(act, on: cases["南圩镇批发市场镶牙柜台"])
      }
    }
    // After all of it, so that the checkpoint is not signed at an earlier time than the last entry.
    clock.set(daysAgo: 0, minutes: happenings.count * 7)
    try await transferOne()
    try await askFromNextCounty()
    try await deliver()
    try await press()
  }

  private enum Happening {
    case report(DemoEvent)
    case lawCase(DemoCase)
    case after(DemoAfter)
    case referral(DemoReferral)
    case meeting
    case concealed
    case phaseEnd(Int, daysAgo: Int)
    case organisation(DemoOrganisation.Act, daysAgo: Int)
    case sentinel(DemoSentinels.Act, daysAgo: Int)
    case offender(DemoOffenders.Act, daysAgo: Int)
    case arrival(DemoArrival, daysAgo: Int)

    var daysAgo: Int {
      switch self {
      case .report(let event): event.daysAgo
      case .lawCase(let lawCase): lawCase.daysAgo
      case .after(let after): after.daysAgo
      case .referral(let one): one.daysAgo
      case .meeting: 10
      case .concealed: 8
      case .phaseEnd(_, let days): days
      case .organisation(_, let days): days
      case .sentinel(_, let days): days
      case .offender(_, let days): days
      case .arrival(_, let days): days
      }
    }
  }

  /// In the order of time, because the ledger runs forward.
  private var happenings: [Happening] {
    let all =
      DemoEvents.all.map(Happening.report) + DemoCases.all.map(Happening.lawCase) + DemoAfter.all.map(Happening.after)
      + DemoReferral.all.map(Happening.referral)
      + DemoOrganisation.all.map { .organisation($0.act, daysAgo: $0.daysAgo) }
      + DemoSentinels.all.map { .sentinel($0.act, daysAgo: $0.daysAgo) }
      + DemoOffenders.all.map { .offender($0.act, daysAgo: $0.daysAgo) }
      + DemoArrival.all.map { .arrival($0.act, daysAgo: $0.daysAgo) }
      + [.phaseEnd(1, daysAgo: 43), .phaseEnd(2, daysAgo: 28), .meeting, .concealed]
    return all.sorted { $0.daysAgo > $1.daysAgo }
  }

  /// A member at work; signs in anew each time, because idle sessions end.
  func member(_ login: String) async throws -> DemoHand {
    let hand = DemoHand(Visitor(site))
    try await hand.submit("/sign-in", [("login", login), ("password", Cast.password)])
    return hand
  }

  private func importRegister() async throws {
    let head = try await member("heyuan")
    let batch = try await head.upload("/institutions/import", "file", "机构底册.csv", DemoRegister.csv(clock.today))
    try await head.submit("\(batch)/apply", [])
  }

  private func releasePlan() async throws {
    let office = try await member("luohui")
    let plan = try await office.submit("/plans/new", [("text", DemoPlan.text(clock.today))])
    try await office.submit("\(plan)/leads", [])
    try await office.submit("\(plan)/undated", [])
    try await tieTasks(of: plan, office)
    try await approve(plan, office)
    let page = try await office.page("\(plan)/release")
    var fields = [("title", DemoPlan.title(clock.today))]
    for name in page.names(beginning: "owner-") { fields.append((name, try page.option(name, containing: "罗惠"))) }
    try await office.submit("\(plan)/release", fields)
  }

  /// What the tasks look for in the catalogue, as the office understands its own plan.
  private func tieTasks(of plan: String, _ office: DemoHand) async throws {
    let page = try await office.page("\(plan)/leaves")
    var fields: [(String, String)] = []
    for key in page.names(beginning: "t") where key.contains("k") {
      let leaf = page.value(key)
      fields.append((key, leaf))
      for name in DemoPlan.sought.first(where: { leaf.contains($0.words) })?.violations ?? [] {
        // By its name where the words did not propose it.
        let ticked = key.replacing("k", with: "l")
        let offered = try? page.box(ticked, beside: name)
        fields.append(offered.map { (ticked, $0) } ?? (key.replacing("k", with: "a"), name))
      }
    }
    try await office.submit("\(plan)/leaves", fields)
  }

  /// By the head, who did not bring it in.
  private func approve(_ plan: String, _ office: DemoHand) async throws {
    let page = try await office.page("\(plan)/approval")
    let asked = [
      ("approver", try page.option("approver", containing: "贺远")), ("due", clock.today.adding(days: 2).iso),
    ]
    try await office.submit("\(plan)/submit", asked)
    let head = try await member("heyuan")
    let digest = try await head.page("\(plan)/approval").value("digest")
    try await head.submit("\(plan)/approve", [("digest", digest), ("decision", "approve")])
  }

  /// Answers the case that came of it.
  private func play(_ event: DemoEvent) async throws -> String? {
    let (clue, code) = try await report(event)
    let lawCase = try await go(on: clue, event)
    if let reporter = event.reporter { try await play(reporter, on: clue, code) }
    return lawCase
  }

  /// From the decision on acceptance on.
  private func go(on clue: String, _ event: DemoEvent) async throws -> String? {
    guard event.goes != .waiting else { return nil }
    let head = try await member("heyuan")
    if event.goes == .refused {
      try await head.submit("\(clue)/refuse", [("reason", "反映的是药品价格，不归卫生健康部门管。请打 12315 向市场监管部门反映。")])
      return nil
    }
    let page = try await head.page("\(clue)/accept")
    try await head.submit(
      "\(clue)/accept",
      [
        ("owner", try page.option("owner", containing: "周予宁")),
        ("task", try page.option("task", containing: event.task)),
      ])
    guard event.goes != .accepted else { return nil }
    return try await follow(clue, event)
  }

  /// From the tie to a place up to the answer.
  private func follow(_ clue: String, _ event: DemoEvent) async throws -> String? {
    let officer = try await member("zhouyn")
    try await tie(clue, event, officer)
    let visit = try await planVisit(clue, officer)
    guard event.goes != .visitPlanned else { return nil }
    try await record(visit, event, officer)
    let isCase = event.goes == .decided || event.goes == .closed
    let lawCase = isCase ? try await prosecute(clue, visit, event, officer) : nil
    if let answer = event.answer { try await officer.submit("\(clue)/answer", [("answer", answer)]) }
    return lawCase
  }

  /// The clue and the code of its slip.
  private func report(_ event: DemoEvent) async throws -> (clue: String, code: String) {
    let head = try await member("heyuan")
    let form = try await head.page("/clues/new")
    var fields = [
      ("once", form.value("once")), ("channel", try form.option("channel", containing: event.channel)),
      ("text", event.text), ("place", event.place), ("order", event.order), ("outlet", event.outlet),
    ]
    if case .claims(let name, let phone) = event.reporter { fields += [("reporter", name), ("phone", phone)] }
    let receipt = try await head.send("/clues/new", fields)
    let slip = receipt.text.split(separator: "class=\"code\">").dropFirst().first?.split(separator: "<").first
    guard let clue = receipt.id(after: "href=\"/clues/"), let slip else {
      throw DemoTrouble(step: "登记线索", page: receipt.text)
    }
    return ("/clues/\(clue)", String(slip))
  }

  private func tie(_ clue: String, _ event: DemoEvent, _ officer: DemoHand) async throws {
    guard let name = event.institution else {
      try await officer.submit("\(clue)/site", [("name", event.site), ("address", event.place)])
      return
    }
    let found = try await officer.page(Link("/institutions").asking([("words", name)]).text)
    guard let id = found.answer.id(after: "href=\"/institutions/") else {
      throw DemoTrouble(step: "找机构 \(name)", page: found.answer.text)
    }
    try await officer.submit("\(clue)/premises", [("premises", "institution:\(id)")])
  }

  private func planVisit(_ clue: String, _ officer: DemoHand) async throws -> String {
    let number = clue.split(separator: "/").last ?? ""
    let page = try await officer.page("/visits/new?clue=\(number)")
    return try await officer.submit(
      "/visits",
      [
        ("date", clock.today.iso), ("first", try page.option("first", containing: "周予宁")),
        ("second", try page.option("second", containing: "秦述安")), ("checklist", page.selected("checklist")),
        ("premises", page.value("premises")), ("clue", page.value("clue")), ("task", page.selected("task")),
      ])
  }

  private func record(_ visit: String, _ event: DemoEvent, _ officer: DemoHand) async throws {
    let page = try await officer.page("\(visit)/record")
    let questions = page.names(beginning: "a-")
    var fields = [
      ("date", clock.today.iso), ("place", event.place), ("began", "09:20"), ("ended", "10:40"),
      ("summary", event.finding), ("result", event.result),
    ]
    for (index, name) in questions.enumerated() {
      let isWrong = event.result != "clean" && index < 2
      fields.append((name, isWrong ? "no" : "yes"))
      if isWrong { fields.append(("n-" + name.dropFirst(2), event.finding)) }
    }
    if event.result == "correct" {
      fields += [("order", "公示许可证和诊疗科目，补齐处方和登记，七日内报改正情况。"), ("due", clock.today.adding(days: 7).iso)]
    }
    try await officer.submit("\(visit)/record", fields)
  }

  private func prosecute(_ clue: String, _ visit: String, _ event: DemoEvent, _ officer: DemoHand) async throws
    -> String
  {
    let ids = (visit.split(separator: "/").last ?? "", clue.split(separator: "/").last ?? "")
    let page = try await officer.page("/cases/new?visit=\(ids.0)&clue=\(ids.1)")
    let lawCase = try await officer.submit(
      "/cases",
      [
        ("visit", page.value("visit")), ("clue", page.value("clue")), ("premises", page.value("premises")),
        ("party", event.party), ("kind", "person"),
        ("violation", try page.option("violation", containing: event.violation)),
        ("summary", event.finding), ("first", try page.option("first", containing: "周予宁")),
        ("second", try page.option("second", containing: "秦述安")),
      ])
    try await prepare(lawCase, event, officer)
    let head = try await member("heyuan")
    try await head.submit(
      "\(lawCase)/decide",
      Self.penalty(event) + [
        ("date", clock.today.iso),
        ("reasons", "有现场检查笔录、询问笔录、收款记录证明，当事人承认。情节一般，没有从轻、从重情形。"),
      ])
    try await officer.submit("\(lawCase)/steps/service", [("on", clock.today.iso), ("about", "9"), ("way", "direct")])
    let goods = DemoGoods(lawCase: lawCase, event: event, day: clock.today.iso, officer: officer)
    try await goods.release()
    if event.goes == .closed { try await finish(lawCase, goods, officer, head) }
    return lawCase
  }

  private func finish(_ lawCase: String, _ goods: DemoGoods, _ officer: DemoHand, _ head: DemoHand) async throws {
    try await goods.destroy()
    let owed = try await officer.page("\(lawCase)/pay")
    try await officer.submit("\(lawCase)/pay", [("date", clock.today.iso), ("amount", owed.value("amount"))])
    try await head.submit("\(lawCase)/close", [("note", "罚没款已全部缴入国库，药品器械已没收处理。")])
    try await officer.submit("\(lawCase)/steps/archive", [("on", clock.today.iso), ("note", "一案一卷，已装订。")])
  }

  /// Questioning, report, notice and its service, the party's waiver, discussion: what the law puts before a decision.
  private func prepare(_ lawCase: String, _ event: DemoEvent, _ officer: DemoHand) async throws {
    let (on, head) = (("on", clock.today.iso), try await member("heyuan"))
    try await DemoGoods(lawCase: lawCase, event: event, day: clock.today.iso, officer: officer).register()
    try await officer.submit("\(lawCase)/steps/questioning", [on, ("note", "当事人承认没有取得许可，收费记录由其本人书写。")])
    try await officer.submit("\(lawCase)/steps/investigation-end", [on, ("note", "违法事实清楚，证据确凿，建议按规定下限处罚。")])
    try await officer.submit(
      "\(lawCase)/steps/prior-notice", Self.penalty(event) + [on, ("told", "yes"), ("note", event.finding)])
    try await officer.submit("\(lawCase)/steps/service", [on, ("about", "5"), ("way", "direct")])
    try await officer.submit("\(lawCase)/steps/waiver", [on, ("outcome", "both"), ("note", "当事人书面表示不陈述申辩、不要求听证。")])
    try await head.submit("\(lawCase)/approvals/discussion", [on, ("note", "参加讨论的负责人一致同意承办人的意见。")])
  }

  private static func penalty(_ event: DemoEvent) -> [(String, String)] {
    [("penalties", "fine"), ("penalties", "gains"), ("penalties", "goods"), ("fine", "50000"), ("gains", event.gains)]
  }
}
