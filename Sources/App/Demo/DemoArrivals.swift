import Kit
import Web

/// What reaches the demonstration by the public form: a letter with two things in it, advertisements that come in a flood, and the poster
/// of an institution.
enum DemoArrival: Sendable {
  case poster, split, flood

  static let all: [(daysAgo: Int, act: DemoArrival)] = [(31, .poster), (3, .split), (2, .flood)]

  /// How many web reports become clues at once while the story is told: the first of some minutes, so that a flood needs few.
  static let budget = 1

  static let report = "逢集那天石桥镇老车站门口有人摆摊给老人扎针，收钱不开票。"
  static let complaint = "另外在镇卫生院挂号等了一个上午，窗口态度也不好。"
  /// The first uses the budget up; all others wait.
  static let flooding = [
    "柳塘镇集市卖的眼药水没有批号，说滴了就能摘眼镜。", "加微信领红包，专业刷单日结三百。", "加微信领红包，专业刷单日结三百。",
    "加微信领红包，专业刷单日结三百。", "南圩镇菜场门口有人推着车给人拔罐放血，没有洗手。",
  ]
}

extension DemoStory {
  func play(_ act: DemoArrival) async throws {
    switch act {
    case .poster: try await hangPoster()
    case .split: try await splitLetter()
    case .flood:
      for text in DemoArrival.flooding { try await send(text, at: "清沅县", by: nil) }
    }
  }

  private func hangPoster() async throws {
    let head = try await member("heyuan")
    let page = try await head.page(Link("/posters").asking([("words", "安和")]).text)
    try await head.submit(
      "/posters",
      [("of", page.value("of")), ("site", "https://jubao.qingyuan.example"), ("phone", "0999-12320")])
  }

  /// A named letter with a report and a complaint, which the head takes apart.
  private func splitLetter() async throws {
    try await send(DemoArrival.report + DemoArrival.complaint, at: "石桥镇老车站门口", by: "辛女士")
    let head = try await member("heyuan")
    let list = try await head.page("/clues?state=received").answer
    let line = list.text.split(separator: "<tr>").first { $0.contains("老车站") } ?? ""
    guard let clue = line.firstRange(of: "href=\"/clues/").map({ line[$0.upperBound...].prefix { $0 != "\"" } }) else {
      throw DemoTrouble(step: "找要拆分的来信", page: list.text)
    }
    let form = try await head.page("/clues/\(clue)/split")
    try await head.submit(
      "/clues/\(clue)/split",
      [
        ("words", DemoArrival.complaint), ("matter", try form.option("matter", containing: "不满意")),
        ("owner", try form.option("owner", containing: "秦述安")), ("reason", "前半是举报，后半是对卫生院服务的投诉，分开办理。"),
      ])
  }

  /// By the public form, as anybody does.
  private func send(_ text: String, at place: String, by name: String?) async throws {
    let citizen = DemoHand(Visitor(site))
    let form = try await citizen.page("/report?county=\(Cast.county.number)")
    let said = [
      ("once", form.value("once")), ("county", "\(Cast.county.number)"), ("text", text), ("place", place),
      ("reporter", name ?? ""),
    ]
    let receipt = try await citizen.send("/report", said)
    guard receipt.status == 201 else { throw DemoTrouble(step: "网上举报（\(receipt.status)）", page: receipt.text) }
  }
}
