import Kit
import Web

/// What reporters of the demonstration do with their codes: one is asked back and answers, one rates and objects, one is paid.
enum DemoReporter: Sendable {
  /// The office asks, the reporter answers; nobody has read it yet.
  case answers(question: String, answer: String)
  /// Rates what was answered, objects, and somebody else keeps the answer.
  case objects(reasons: String, kept: String)
  /// Gave a name, is told by the custodian and applies for a reward, which waits to be collected.
  case claims(name: String, phone: String)
}

extension DemoStory {
  /// After the last step of the event's own story. `code` is on the slip that the reporter took home.
  func play(_ reporter: DemoReporter, on clue: String, _ code: String) async throws {
    switch reporter {
    case .answers(let question, let answer):
      try await member("zhouyn").submit("\(clue)/talk", [("message", question)])
      try await byCode("say", code, [("message", answer)])
    case .objects(let reasons, let kept):
      try await byCode("rate", code, [("level", "dissatisfied")])
      try await byCode("object", code, [("objection", reasons)])
      try await member("heyuan").submit("\(clue)/objection", [("outcome", "kept"), ("words", kept)])
    case .claims: try await reward(clue, code)
    }
  }

  private func reward(_ clue: String, _ code: String) async throws {
    let lawyer = try await member("fangl")
    try await lawyer.submit(
      "/rewards/adopt", [("scheme", "hangzhou-shangcheng-2012"), ("basis", "清卫发〔2026〕9号《打击非法行医举报奖励办法》")])
    let number = clue.split(separator: "/").last ?? ""
    try await member("baoz").submit("/reporters/\(number)/pass", [("way", "phone")])
    try await byCode("claim", code, [])
    let officer = try await member("zhouyn")
    let reward = try await officer.first("/rewards", after: "href=\"/rewards/")
    let asked = [("concrete", "yes"), ("unknown", "yes"), ("first", "yes"), ("why", "地点和做法写得清楚，到场查实。")]
    try await officer.submit("/rewards/\(reward)/propose", asked)
    try await lawyer.submit("/rewards/\(reward)/decide", [("outcome", "yes"), ("words", "同意。")])
  }

  /// Whoever has the code needs no account.
  private func byCode(_ step: String, _ code: String, _ fields: [(String, String)]) async throws {
    let answer = try await DemoHand(Visitor(site)).send("/progress/\(step)", [("code", code)] + fields)
    guard answer.status == 200 else { throw DemoTrouble(step: "凭码 \(step)（\(answer.status)）", page: answer.text) }
  }
}

extension DemoHand {
  /// The id that first follows a piece of a page.
  fileprivate func first(_ path: String, after piece: String) async throws -> String {
    let answer = try await open(path)
    guard let id = answer.id(after: piece) else { throw DemoTrouble(step: "在 \(path) 找 \(piece)", page: answer.text) }
    return id
  }
}
