import Kit
import Web

/// The assessment of the demonstration's campaign: indicators approved by the leading group, two files drawn and read, an objection
/// decided, a result issued. All of it is invented; every figure is counted from what the demonstration did.
extension DemoStory {
  /// The page of the campaign's indicators.
  func assessment(_ hand: DemoHand) async throws -> String {
    let page = try await hand.page("\(campaign(hand))/assessment")
    guard let id = page.answer.id(after: "href=\"/assessments/") else {
      throw DemoTrouble(step: "找考核指标", page: page.answer.text)
    }
    return "/assessments/\(id)"
  }

  func chooseIndicators() async throws {
    let office = try await member("luohui")
    let one = try await office.submit("\(campaign(office))/assessment", [])
    let form = try await office.page(one)
    let points = form.names(beginning: "points-").map { ($0, form.value($0)) }
    let units = try [("县卫生监督所", "部门"), ("县市场监管局", "部门"), ("县卫生健康局", "部门"), ("柳塘镇人民政府", "柳塘镇")].map { unit, role in
      let name = try unitField(unit, form)
      return (name, try form.option(name, containing: role))
    }
    try await office.submit("\(one)/weights", points + units)
    try await send(one, office)
  }

  /// The name of the field that stands under a unit's name.
  private func unitField(_ unit: String, _ form: OfferedForm) throws -> String {
    let label = form.answer.text.split(separator: "<label for=\"").first {
      $0.hasPrefix("unit-") && $0.contains(">\(unit)<")
    }
    guard let label else { throw DemoTrouble(step: "找被考核的单位", page: form.answer.text) }
    return String(label.prefix { $0 != "\"" })
  }

  private func send(_ matter: String, _ office: DemoHand) async throws {
    let form = try await office.page(matter)
    try await office.submit(
      "\(matter)/submit",
      [
        ("approver", try form.option("approver", containing: "沈砚清")), ("due", clock.today.adding(days: 3).iso),
      ])
  }

  func approve(_ matter: String) async throws {
    let leader = try await member("shenyq")
    let digest = try await leader.page(matter).value("digest")
    try await leader.submit("\(matter)/approve", [("digest", digest), ("decision", "approve"), ("reason", "")])
  }

  func drawFiles() async throws {
    let office = try await member("luohui")
    let one = try await assessment(office)
    let form = try await office.page("\(one)/files")
    try await office.submit(
      "\(one)/draws",
      [
        ("unit", try form.option("unit", containing: "县卫生监督所")), ("count", "2"),
        ("reader", try form.option("reader", containing: "方黎")),
        ("arbiter", try form.option("arbiter", containing: "孟昭")), ("due", clock.today.adding(days: 4).iso),
      ])
  }

  func readFiles() async throws {
    let reader = try await member("fangl")
    let found = [("100", ""), ("80", "现场笔录没有写当事人的到场时间，扣 10 分；照片没有注明拍摄人，扣 10 分。")]
    for (points, words) in found {
      try await reader.submit("\(reading(reader))/read", [("points", points), ("words", words)])
    }
  }

  /// The file that waits for somebody.
  private func reading(_ hand: DemoHand) async throws -> String {
    let waiting = try await hand.page("/today")
    guard let id = waiting.answer.id(after: "href=\"/readings/") else {
      throw DemoTrouble(step: "找抽查的案卷", page: waiting.answer.text)
    }
    return "/readings/\(id)"
  }

  func objectReading() async throws {
    // Whoever works on the file answers for the unit; else the first of it.
    for login in ["zhouyn", "heyuan", "qinsa"] {
      let hand = try await member(login)
      guard let found = try? await reading(hand) else { continue }
      try await hand.submit(
        "\(found)/answer", [("answer", "object"), ("objection", "照片背面写了拍摄人，扫描时没有扫进去，附页已经补上。")])
      return
    }
    throw DemoTrouble(step: "找要答复的评查结果", page: "")
  }

  func decideReading() async throws {
    let superior = try await member("mengzh")
    try await superior.submit(
      "\(reading(superior))/decide", [("points", "90"), ("decision", "照片的拍摄人有据可查，不扣分；到场时间确实没有写。")])
  }

  func issueResult() async throws {
    let office = try await member("luohui")
    let result = try await office.submit("\(assessment(office))/results", [])
    try await send(result, office)
    try await approve(result)
    try await office.submit("\(result)/issue", [])
  }
}
