import Kit
import Web

/// Leads a case of the demonstration to where it stands, through the pages of those whose steps they are.
extension DemoStory {
  /// Answers where the case is; nothing for one that was decided on the spot.
  func play(_ lawCase: DemoCase) async throws -> String? {
    let officer = try await member("zhouyn")
    let site = try await officer.submit("/sites", [("name", lawCase.site), ("address", lawCase.address)])
    if lawCase.stands == .onTheSpot {
      try await punishOnTheSpot(lawCase, site, officer)
      return nil
    }
    let address = try await file(lawCase, site, officer)
    let hand = DemoProcedure(
      lawCase: lawCase, address: address, day: clock.today.iso, officer: officer, head: try await member("heyuan"),
      presider: try await member("luwl"))
    // A hearing is called on the day of the request; it lies far enough for its notice to be in time.
    try await hand.lead(hearing: clock.today.adding(days: 20).iso)
    return address
  }

  private func file(_ lawCase: DemoCase, _ site: String, _ officer: DemoHand) async throws -> String {
    let form = try await officer.page("/cases/new?premises=site:\(number(site))")
    return try await officer.submit("/cases", try fields(lawCase, form))
  }

  private func punishOnTheSpot(_ lawCase: DemoCase, _ site: String, _ officer: DemoHand) async throws {
    let form = try await officer.page("/cases/on-the-spot?premises=site:\(number(site))")
    try await officer.submit(
      "/cases/on-the-spot",
      try fields(lawCase, form) + [("penalties", "fine"), ("fine", lawCase.fine), ("told", "yes")])
  }

  private func fields(_ lawCase: DemoCase, _ form: OfferedForm) throws -> [(String, String)] {
    [
      ("premises", form.value("premises")), ("party", lawCase.party), ("kind", "person"),
      ("violation", try form.option("violation", containing: lawCase.violation)), ("summary", lawCase.summary),
      ("first", try form.option("first", containing: "周予宁")), ("second", try form.option("second", containing: "秦述安")),
    ]
  }

  private func number(_ site: String) -> Substring { site.split(separator: "/").last ?? "" }
}

/// The steps of one case in their order. Their numbers: 1 filing, 2 questioning, 3 end of the investigation, 4 notice,
/// 5 its service, 6 waiver, 7 discussion, 8 decision, 9 its service.
struct DemoProcedure {
  let lawCase: DemoCase
  let address: String
  let day: String
  let officer: DemoHand
  let head: DemoHand
  let presider: DemoHand

  func lead(hearing: String) async throws {
    try await work("questioning", note: "当事人承认，签名确认。")
    switch lawCase.stands {
    case .investigation, .onTheSpot: return
    case .referred: try await approve("referral", [], note: "移送市场监督管理部门。")
    case .withdrawn: try await approve("withdrawal", [("outcome", "no-violation")], note: "没有诊疗活动，撤销立案。")
    default: try await tell(hearing: hearing)
    }
  }

  private func tell(hearing: String) async throws {
    try await work("investigation-end", note: "违法事实清楚，证据确凿。")
    if lawCase.stands == .review { return }
    try await work("prior-notice", penalty + [("told", "yes")], note: lawCase.summary)
    try await serve(4)
    switch lawCase.stands {
    case .notice: return
    case .hearing: try await hear(on: hearing)
    default: try await decide()
    }
  }

  private func hear(on day: String) async throws {
    try await work("hearing-request", note: "当事人当面提出，要求听证。")
    let notice = "\(address)/hearings/hearing-notice"
    let clerk = try await presider.page(notice).box("staff", beside: "乔予")
    try await presider.submit(
      notice,
      [
        ("on", self.day), ("until", day), ("time", "09:30"), ("place", "县卫生监督所二楼会议室"), ("staff", clerk),
        ("note", "公开举行。"),
      ])
    try await serve(7)
  }

  private func decide() async throws {
    try await work("waiver", [("outcome", "both")], note: "当事人书面表示不陈述申辩、不要求听证。")
    try await approve("discussion", [], note: "参加讨论的负责人一致同意。")
    if lawCase.stands == .decision { return }
    try await head.submit("\(address)/decide", penalty + [("date", day), ("reasons", "有询问笔录和现场照片证明，当事人承认，情节一般。")])
    if lawCase.stands == .service { return }
    try await serve(8)
    if lawCase.stands == .contested {
      return try await work("challenge", [("way", "reconsideration")], note: "县人民政府受理了行政复议申请。")
    }
    let owed = try await officer.page("\(address)/pay")
    try await officer.submit("\(address)/pay", [("date", day), ("amount", owed.value("amount"))])
    try await head.submit("\(address)/close", [("note", "罚款已缴清。")])
  }

  private var penalty: [(String, String)] { [("penalties", "fine"), ("fine", lawCase.fine)] }

  private func serve(_ step: Int) async throws {
    try await work("service", [("about", "\(step)"), ("way", "direct")], note: "")
  }

  private func work(_ step: String, _ fields: [(String, String)] = [], note: String) async throws {
    try await officer.submit("\(address)/steps/\(step)", fields + [("on", day), ("note", note)])
  }

  private func approve(_ step: String, _ fields: [(String, String)], note: String) async throws {
    try await head.submit("\(address)/approvals/\(step)", fields + [("on", day), ("note", note)])
  }
}
