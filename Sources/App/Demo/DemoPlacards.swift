import Kit
import Web

/// What is watched openly in the demonstration's campaign: a task that the superior listed and took off, a unit that the leading group
/// lists. All of it is invented.
extension DemoStory {
  func listTask() async throws {
    let superior = try await member("mengzh")
    let campaign = try await campaign(superior)
    let form = try await superior.page("\(campaign)/placards/new")
    try await superior.submit(
      "\(campaign)/placards",
      [
        ("matter", try form.option("matter", containing: "任务 ")), ("owner", try form.option("owner", containing: "贺远")),
        ("reason", "群众举报集中，进度在全市靠后。"), ("demands", "把举报过的地方逐一查到，报一份清单。"),
        ("due", clock.today.adding(days: 10).iso),
      ])
  }

  func reportTask() async throws {
    let head = try await member("heyuan")
    _ = try await head.upload(
      "\(watched(head))/report", "files", "逐一核查清单.txt", "举报过的地方都查了一遍，已立案、责令改正的见清单。",
      [("text", "举报过的地方都查到了，清单附后。")])
  }

  func unlistTask() async throws {
    let superior = try await member("mengzh")
    try await superior.submit("\(watched(superior))/lift", [("why", "清单和现场抽看的一致。")])
  }

  func listUnit() async throws {
    let leader = try await member("shenyq")
    let campaign = try await campaign(leader)
    let form = try await leader.page("\(campaign)/placards/new")
    try await leader.submit(
      "\(campaign)/placards",
      [
        ("matter", "unit"), ("owner", try form.option("owner", containing: "顾景明")), ("reason", "广告整治进展慢，报送两次逾期。"),
        ("demands", "列出本月监测到的违法广告和处理结果。"), ("due", clock.today.adding(days: 12).iso),
      ])
  }

  private func watched(_ hand: DemoHand) async throws -> String {
    let list = try await hand.page("\(campaign(hand))/placards")
    guard let placard = list.answer.id(after: "<th scope=\"row\"><a href=\"/placards/") else {
      throw DemoTrouble(step: "找挂牌事项", page: list.answer.text)
    }
    return "/placards/\(placard)"
  }
}
