import Kit
import Web

/// Clues that went elsewhere: one answered, one returned, one that lies with a silent body.
struct DemoReferral: Sendable {
  enum Goes: Sendable { case answered, returned, silent }

  let daysAgo: Int
  let text: String
  let place: String
  let to: String
  let login: String
  let ground: String
  let goes: Goes

  static let all = [
    DemoReferral(
      daysAgo: 25, text: "网店卖的“进口玻尿酸”没有中文标签，买家自己打。", place: "东关街道文昌路快递点", to: "顾景明", login: "gujm",
      ground: "药品、医疗器械的经营由市场监管部门监管（医疗器械监督管理条例第三条）。", goes: .answered),
    DemoReferral(
      daysAgo: 18, text: "短视频里有人自称“神医”，留电话让人加微信买药。", place: "柳塘镇，账号未写地址", to: "顾景明", login: "gujm",
      ground: "涉嫌违法医疗广告，由市场监管部门查处（广告法第六条）。", goes: .returned),
    DemoReferral(
      daysAgo: 15, text: "跨县的流动义诊车在两个县来回卖保健品。", place: "白渡乡与岭下镇交界处", to: "孟昭", login: "mengzh",
      ground: "跨两个县，请上级协调。", goes: .silent),
  ]
}

extension DemoStory {
  /// About an officer of the institute: its people see nothing of it from then on.
  func conceal() async throws {
    let head = try await member("heyuan")
    let form = try await head.page("/clues/new")
    let receipt = try await head.send(
      "/clues/new",
      [
        ("once", form.value("once")), ("channel", try form.option("channel", containing: "来信")),
        ("text", "监督所有人检查以前给诊所打招呼。"), ("place", "东关街道"),
      ])
    guard let clue = receipt.id(after: "href=\"/clues/") else { throw DemoTrouble(step: "登记线索", page: receipt.text) }
    let page = try await head.page("/clues/\(clue)/conceal")
    try await head.submit(
      "/clues/\(clue)/conceal",
      [
        ("agency", page.selected("agency")), ("receiver", try page.option("receiver", containing: "孟昭")),
        ("ground", "反映本所人员，本所不能自己查自己。"), ("due", clock.today.adding(days: 30).iso),
      ])
  }

  func play(_ one: DemoReferral) async throws {
    let head = try await member("heyuan")
    let form = try await head.page("/clues/new")
    let receipt = try await head.send(
      "/clues/new",
      [
        ("once", form.value("once")), ("channel", try form.option("channel", containing: "来电")), ("text", one.text),
        ("place", one.place),
      ])
    guard let clue = receipt.id(after: "href=\"/clues/") else { throw DemoTrouble(step: "登记线索", page: receipt.text) }
    let page = try await head.page("/clues/\(clue)/refer")
    let referral = try await head.submit(
      "/clues/\(clue)/refer",
      [
        ("to", try page.option("to", containing: one.to)), ("paper", one.goes == .returned ? "ad" : "letter"),
        ("matter", one.text), ("ground", one.ground), ("asks", "请依法调查处理，并反馈结果。"),
        ("due", clock.today.adding(days: 30).iso), ("reply", one.goes == .answered ? "receiver" : "sender"),
      ])
    guard one.goes != .silent else { return }
    let received = "/referrals/received/" + (referral.split(separator: "/").last.map(String.init) ?? "")
    let hand = try await member(one.login)
    guard one.goes == .answered else {
      try await hand.submit("\(received)/return", [("reason", "账号主体在外省，按属地由平台所在地查处，请报上级转办。")])
      return
    }
    try await hand.submit("\(received)/accept", [])
    try await hand.submit(
      "\(received)/report", [("result", "你反映的网店经查没有医疗器械经营备案，产品已经下架，案件正在处理。谢谢你的举报。")])
  }
}
