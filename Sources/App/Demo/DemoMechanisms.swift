import Kit
import Web

/// The list of long-term mechanisms of the demonstration's campaign: one rule is in force, one is drafted. All of it is invented.
extension DemoStory {
  func listProblem() async throws {
    let office = try await member("luohui")
    let campaign = try await campaign(office)
    let form = try await office.page("\(campaign)/mechanisms/new")
    let line = try await office.submit(
      "\(campaign)/mechanisms",
      [
        ("problem", "责令改正到期以后没有人复查，要到督导时才发现。"), ("kind", "execution"),
        ("cause", "复查没有排到人，到期日也没有提醒；几个监督员都以为是别人的事。"), ("name", "责令改正限期复查办法"),
        ("words", "承办人到期次日复查；值班负责人每周核对一次；没有复查的列入通报。"),
        ("owner", try form.option("owner", containing: "贺远")), ("due", clock.today.adding(days: 5).iso),
      ])
    let finding = try await office.page(line).option("record", containing: "责令改正到期没有复查")
    try await office.submit("\(line)/sources", [("record", finding)])
  }

  func issueRule() async throws {
    let head = try await member("heyuan")
    let waiting = try await head.page("/today")
    guard let line = waiting.answer.id(after: "href=\"/mechanisms/") else {
      throw DemoTrouble(step: "找长效机制", page: waiting.answer.text)
    }
    _ = try await head.upload(
      "/mechanisms/\(line)/force", "files", "责令改正限期复查办法.txt", "第一条 责令改正到期次日由承办人复查。\n第二条 值班负责人每周核对。",
      [("document", "清卫监发〔\(clock.today.year)〕8号"), ("date", clock.today.iso)])
  }

  func listMore() async throws {
    let office = try await member("luohui")
    let campaign = try await campaign(office)
    let form = try await office.page("\(campaign)/mechanisms/new")
    try await office.submit(
      "\(campaign)/mechanisms",
      [
        ("problem", "短视频平台上的诊疗宣传删得快，发现时往往已经没有证据。"), ("kind", "means"),
        ("cause", "没有固定网上证据的设备和办法，市场监管、卫生两家各看各的。"), ("name", "网络诊疗宣传监测和证据固定办法"),
        ("words", ""), ("owner", try form.option("owner", containing: "顾景明")),
        ("due", clock.today.adding(days: 40).iso),
      ])
  }
}
