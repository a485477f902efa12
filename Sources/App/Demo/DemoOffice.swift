import Kit
import Web

/// What the campaign's office did between: it called the bodies together, and pressed what was slow.
extension DemoStory {
  /// Ten days ago, by the campaign that was released first.
  func meet() async throws {
    let office = try await member("luohui")
    let campaign = try await campaign(office)
    let form = try await office.page("\(campaign)/meetings/new")
    let meeting = try await office.submit(
      "\(campaign)/meetings",
      [
        ("title", form.value("title")), ("on", clock.today.iso), ("place", "县政府三楼会议室"), ("chair", "分管副县长"),
        ("agenda", "1. 通报线索和案件办理进度\n2. 研究美容店注射用药的来源\n3. 部署集中整治阶段的检查"),
      ])
    try await office.submit(
      "\(meeting)/minutes",
      [
        ("attendance", "县卫生健康局\n县公安局\n县市场监管局\n县医保局\n县委网信办"),
        ("minutes", "会议听取了专项行动进度。各单位同意对注射用药的来源联合追查，对短视频平台上的诊疗宣传集中清理。"),
      ])
    let page = try await office.page(meeting)
    try await office.submit(
      "\(meeting)/resolutions",
      [
        ("text", "会同市场监管部门追查注射用药的来源"), ("owner", try page.option("owner", containing: "周予宁")),
        ("due", clock.today.adding(days: 24).iso),
      ])
  }

  /// Nothing is open when it ends.
  func end(phase: Int) async throws {
    let office = try await member("luohui")
    let campaign = try await campaign(office)
    try await office.submit("\(campaign)/phases/\(phase)/end", [])
  }

  /// The duty that has waited longest.
  func press() async throws {
    let office = try await member("luohui")
    let list = try await office.page("/duties")
    guard let duty = list.answer.id(after: "href=\"/duties/") else {
      throw DemoTrouble(step: "找待办", page: list.answer.text)
    }
    try await office.submit(
      "/duties/\(duty)/demand",
      [("words", "说明现在办到哪一步，什么时候办结。"), ("answer-by", clock.today.adding(days: 3).iso)])
  }
}
