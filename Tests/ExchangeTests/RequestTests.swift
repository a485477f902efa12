import App
import Duties
import Kit
import Matching
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Exchange
@testable import Offenders

@Suite struct RequestTests {
  /// Two records in the register: one of each county.
  private func fill(_ test: TestHouse, _ number: String, in county: County) async throws {
    var said = MatchRecord()
    (said.name, said.idNumber) = ("郭大勇", "11010119800307451X")
    var penalty = PenaltyFacts()
    (penalty.decisionNumber, penalty.authority, penalty.kinds) = (number, "县卫生健康局", [.fine])
    penalty.servedOn = CivilDate(2024, 2, 5)
    let new = NewRecord(.ledger, source: "旧台账", said: said, penalty: penalty)
    let offenders = Offenders(law: test.house.law, shelf: MatchShelf(try FolderContent(TestHouse.contentFolder)))
    try await test.database.change(county, by: .system, deed: Deed("offenders.keep")) { tx in
      let record = try #require(try offenders.keep(new, tx))
      tx.tell(Ref(.offender, record.person), "登记")
    }
  }

  private func ask(_ test: TestHouse, _ visitor: Visitor) async throws -> String {
    let answer = try await visitor.post(
      "/exchange/requests",
      [
        ("county", "\(Cast.otherCounty.number)"), ("name", "郭大勇"), ("id-number", "11010119800307451X"),
        ("purpose", "一起无证行医案件"), ("due", test.clock.now.date.adding(days: 5).iso),
      ])
    #expect(answer.status == 303, "\(answer.text.suffix(1500))")
    return String(answer.location.split(separator: "/").last ?? "")
  }

  @Test(arguments: Store.both) func `the other county sees the request as a duty and gives records of its own, masked`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      try await fill(test, "东卫医罚〔2024〕1号", in: Cast.otherCounty)
      try await fill(test, "清卫医罚〔2024〕9号", in: Cast.county)
      let asker = try await Visitor.signedIn(test, "zhouyn")
      let id = try await ask(test, asker)
      let other = try await Visitor.signedIn(test, "dongl")
      #expect(try await other.get("/duties").text.contains("答复跨县查询"))
      let form = OfferedForm(try await other.get("/exchange/received/\(id)"))
      #expect(form.values("records").count == 1)
      #expect(form.answer.text.contains("东卫医罚〔2024〕1号") && !form.answer.text.contains("清卫医罚〔2024〕9号"))
      #expect(!form.answer.text.contains("11010119800307451X"))
      let told = [("choice", "give"), ("records", form.values("records").first ?? ""), ("words", "查到一件")]
      #expect(try await other.post("/exchange/received/\(id)/answer", told).status == 303)
      #expect(try await other.post("/exchange/received/\(id)/answer", told).status == 409)
      let page = try await asker.get("/exchange/requests/\(id)").text
      #expect(page.contains("东卫医罚〔2024〕1号") && page.contains("查到一件") && page.contains("郭某"))
      #expect(!page.contains("11010119800307451X"))
      #expect(!(try await other.get("/duties").text.contains("答复跨县查询")))
    }
  }

  @Test(arguments: Store.both) func `what the answer opens is open to the asker`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await fill(test, "东卫医罚〔2024〕1号", in: Cast.otherCounty)
      let asker = try await Visitor.signedIn(test, "zhouyn")
      let id = try await ask(test, asker)
      let other = try await Visitor.signedIn(test, "dongl")
      let form = OfferedForm(try await other.get("/exchange/received/\(id)"))
      let told = [("choice", "give"), ("records", form.values("records").first ?? ""), ("opens", "yes")]
      #expect(try await other.post("/exchange/received/\(id)/answer", told).status == 303)
      #expect(try await asker.get("/exchange/requests/\(id)").text.contains("11010119800307451X"))
    }
  }

  @Test(arguments: Store.both) func `a refusal needs its reason, records of others cannot be given, both ledgers tell`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      try await fill(test, "清卫医罚〔2024〕9号", in: Cast.county)
      let asker = try await Visitor.signedIn(test, "zhouyn")
      let id = try await ask(test, asker)
      let other = try await Visitor.signedIn(test, "dongl")
      let path = "/exchange/received/\(id)/answer"
      let foreign = try await test.database.read { reader in
        try reader.query("SELECT id FROM offender_record") { try $0.id(0, OffenderRecord.self) }.first?.text ?? ""
      }
      #expect(try await other.post(path, [("choice", "refuse")]).status == 422)
      #expect(try await other.post(path, [("choice", "give"), ("records", foreign)]).status == 422)
      #expect(try await other.post(path, [("choice", "give")]).status == 422)
      #expect(try await asker.post(path, [("choice", "refuse"), ("words", "不")]).status == 404)
      #expect(try await other.post(path, [("choice", "refuse"), ("words", "用途不清楚")]).status == 303)
      #expect(try await asker.get("/exchange/requests/\(id)").text.contains("用途不清楚"))
      let told = try await test.database.read { reader in
        try reader.query("SELECT county FROM ledger WHERE deed = 'exchange.answer-county'") { try $0.county(0) }
      }
      #expect(Set(told) == [Cast.county, Cast.otherCounty])
    }
  }

  @Test(arguments: Store.both) func `an empty request, a past day and the own county are refused`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let asker = try await Visitor.signedIn(test, "zhouyn")
      let day = test.clock.now.date.adding(days: 5).iso
      func status(_ county: County, _ name: String, _ due: String) async throws -> Int {
        try await asker.post(
          "/exchange/requests",
          [("county", "\(county.number)"), ("name", name), ("purpose", "办案"), ("due", due)]
        ).status
      }
      #expect(try await status(Cast.otherCounty, "", day) == 422)
      #expect(try await status(Cast.otherCounty, "郭大勇", "2020-01-01") == 422)
      #expect(try await status(Cast.county, "郭大勇", day) == 422)
    }
  }
}
