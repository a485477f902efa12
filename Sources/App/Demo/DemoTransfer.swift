import Kit
import Web

/// One case that went to the police: filed on a site on record, checked, reported, approved, handed over, received.
extension DemoStory {
  func transferOne() async throws {
    let officer = try await member("zhouyn")
    let lawCase = try await fileSuspect(officer)
    try await officer.submit(
      "\(lawCase)/threshold",
      [
        ("crime", "illegal-practice"), ("a-subject", "yes"), ("a-practised", "yes"), ("a-penalties", "2"),
        ("earlier", "清卫医罚〔2024〕6号，本县，2024-05-12，2024-05-16，罚款，已生效\n清卫医罚〔2025〕3号，本县，2025-03-04，2025-03-07，罚款，已生效"),
        ("note", "两次决定都已送达，当事人没有复议、诉讼。"),
      ])
    let form = try await officer.page("\(lawCase)/transfer")
    let transfer = try await officer.submit(
      "\(lawCase)/transfer",
      [
        ("check", form.selected("check")), ("head", try form.option("head", containing: "贺远")),
        ("facts", "当事人没有医师资格，因非法行医两次受过行政处罚后，又在出租屋内为他人输液。"),
        ("proof", "现场检查笔录\n两份处罚决定书和送达回证\n就诊人陈述"), ("items", "输液器，12套，本所物证室\n注射针剂，3盒，本所物证室"),
        ("police", "清沅县公安局"), ("procuratorate", "清沅县人民检察院"),
      ])
    try await member("heyuan").submit("\(transfer)/decide", [("choice", "approve"), ("words", "同意移送。")])
    try await officer.submit("\(transfer)/hand-over", [])
    try await officer.submit("\(transfer)/record/copy", [("on", clock.today.iso)])
    let received = "/received/" + (transfer.split(separator: "/").last.map(String.init) ?? "")
    try await member("shigang").submit("\(received)/record/receive", [("on", clock.today.iso), ("clock", "16:20")])
  }

  private func fileSuspect(_ officer: DemoHand) async throws -> String {
    let sites = try await officer.page("/sites")
    // The first link of that kind leads to the form for a new one.
    let links = sites.answer.text.split(separator: "href=\"/sites/").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    guard let site = links.first(where: { $0 != "new" && ID<Never>(text: $0) != nil }) else {
      throw DemoTrouble(step: "找无证点", page: sites.answer.text)
    }
    let form = try await officer.page("/cases/new?premises=site:\(site)")
    return try await officer.submit(
      "/cases",
      [
        ("premises", form.value("premises")), ("party", "郭某（出租屋输液点）"), ("kind", "person"),
        ("violation", try form.option("violation", containing: "非医师行医")), ("summary", "在出租屋内无证为他人输液，此前已经两次受过处罚。"),
        ("first", try form.option("first", containing: "周予宁")),
        ("second", try form.option("second", containing: "秦述安")),
      ])
  }
}
