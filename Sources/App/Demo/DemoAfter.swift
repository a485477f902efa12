import Kit

/// What happened beside a case of the demonstration: another county was asked, the superior looked on, the public was told.
struct DemoAfter: Sendable {
  enum Act: Sendable { case helped, asked, listed, published, coded }

  let daysAgo: Int
  /// The site of the case.
  let site: String
  let act: Act

  static let all = [
    DemoAfter(daysAgo: 31, site: "柳塘镇车站路艾灸馆", act: .published),
    DemoAfter(daysAgo: 20, site: "迎宾路宾馆讲座点", act: .helped),
    DemoAfter(daysAgo: 15, site: "东关街道文昌路美容店", act: .listed),
    DemoAfter(daysAgo: 8, site: "石桥镇学府路近视理疗店", act: .coded),
    DemoAfter(daysAgo: 4, site: "南圩镇批发市场镶牙柜台", act: .asked),
  ]
}

extension DemoStory {
  func play(_ after: DemoAfter, on lawCase: String) async throws {
    switch after.act {
    case .helped: try await help(lawCase)
    case .asked:
      _ = try await ask(lawCase, "请核实贵县岭下镇的义齿加工点有没有给这家柜台供货。", "送货单上写着岭下镇。")
    case .listed: try await list(lawCase)
    case .published: try await publish(lawCase)
    case .coded: try await member("zhouyn").submit("\(lawCase)/party/code", [])
    }
  }

  private func help(_ lawCase: String) async throws {
    let request = try await ask(lawCase, "请核实这批针剂是不是从贵县的药品经营企业购进。", "包装箱上贴着贵县的配送单。")
    let number = request.split(separator: "/").last ?? ""
    try await member("dongl").submit(
      "/assistance/received/\(number)/answer",
      [("answer", "reply"), ("text", "经查，企业没有这批货的销售记录，配送单是伪造的。")])
  }

  private func ask(_ lawCase: String, _ what: String, _ why: String) async throws -> String {
    try await member("zhouyn").submit(
      "\(lawCase)/assistance",
      [
        ("kind", "help"), ("county", "\(Cast.otherCounty.number)"), ("what", what), ("why", why),
        ("due", clock.today.adding(days: 15).iso),
      ])
  }

  private func list(_ lawCase: String) async throws {
    try await member("mengzh").submit(
      "\(lawCase)/listing",
      [
        ("reason", "注射美容引起群众多次反映。"), ("demands", "查清注射用药的来源和全部顾客，按时办结。"),
        ("due", clock.today.adding(days: 25).iso),
      ])
    try await member("zhouyn").submit(
      "\(lawCase)/log", [("kind", "report"), ("text", "顾客二十一人已全部问到，上家正在追查。"), ("on", clock.today.iso)])
  }

  private func publish(_ lawCase: String) async throws {
    try await member("zhouyn").submit(
      "\(lawCase)/typical",
      [
        ("title", "养生馆里无证针刺放血案"),
        (
          "text",
          "某人没有医师资格，以养生为名在店里给人针刺放血，被群众举报后查实。卫生健康行政部门处以罚款，当事人已全部缴清。提醒群众：针刺、放血是诊疗活动，要到有执业许可证的医疗机构。"
        ),
      ])
    try await member("heyuan").submit("\(lawCase)/typical/approve", [])
  }
}
