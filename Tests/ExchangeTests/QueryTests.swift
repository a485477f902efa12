import App
import Kit
import Law
import Matching
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Exchange
@testable import Offenders

/// County → province → answer, each in a house of its own.
@Suite struct QueryTests {
  /// A look-up of the officer, and the question that grows from it.
  private static func asked(_ test: TestHouse, _ officer: Visitor) async throws -> (look: String, query: String) {
    let told = [("name", "郭大勇"), ("number", "11010119800307451X"), ("purpose", "一起无证行医案件")]
    let look = try await officer.post("/offenders/look", told).location
    #expect(try await officer.get(look).text.contains("/exchange/queries/new?look="))
    let id = String(look.split(separator: "/").last ?? "")
    #expect(try await officer.get("/exchange/queries/new?look=\(id)").text.contains("11****451X"))
    #expect(try await officer.post("/exchange/queries", [("look", id), ("due", "2020-01-01")]).status == 422)
    let asked = try await officer.post(
      "/exchange/queries", [("look", id), ("due", test.clock.now.date.adding(days: 5).iso)])
    #expect(asked.status == 303, "\(asked.text.suffix(1500))")
    return (look, asked.location)
  }

  private static func register(_ test: TestHouse) async throws {
    let offenders = Offenders(law: test.house.law, shelf: MatchShelf(try FolderContent(TestHouse.contentFolder)))
    try await test.database.change(Cast.county, by: .system, deed: Deed("offenders.keep")) { tx in
      var (said, penalty) = (MatchRecord(), PenaltyFacts())
      (said.name, said.idNumber) = ("郭大勇", "11010119800307451X")
      (penalty.decisionNumber, penalty.kinds) = ("苏卫医罚〔2024〕7号", [.fine])
      let record = try #require(try offenders.keep(NewRecord(.ledger, source: "旧台账", said: said, penalty: penalty), tx))
      tx.tell(Ref(.offender, record.person), "登记")
    }
  }

  @Test(arguments: Store.both) func `a look-up is asked above by file and the answer comes back masked`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { county in
      try await TestHouse.with(store) { other in
        let (officer, province) = (
          try await Visitor.signedIn(county, "zhouyn"), try await Visitor.signedIn(other, "heyuan")
        )
        try await Self.register(other)
        let (look, query) = try await Self.asked(county, officer)
        #expect(try await officer.get("/duties").text.contains("取得问省里"))
        let file = try await officer.post("\(query)/file")
        #expect(file.status == 200 && file.text.contains("11010119800307451X"))
        let answer = try await province.post(
          "/exchange/questions", [], files: [Visitor.File("file", "问.json", file.bytes)])
        #expect(answer.status == 200 && answer.text.contains("\"answer\":\"same\""), "\(answer.text)")
        #expect(!answer.text.contains("大勇") && !answer.text.contains("0307") && !answer.text.contains("苏卫医罚"))
        #expect(try await province.get("/exchange/questions").text.contains("一起无证行医案件"))
        func enter(_ bytes: [UInt8]) async throws -> Int {
          try await officer.post("\(query)/answer", [], files: [Visitor.File("file", "答.json", bytes)]).status
        }
        #expect(try await enter(Array("{}".utf8)) == 400)
        #expect(try await enter(Array(answer.text.replacing("〔", with: "〕").utf8)) == 422, "another question")
        #expect(try await enter(answer.bytes) == 303)
        #expect(try await enter(answer.bytes) == 303, "the same again")
        #expect(try await enter(Array(answer.text.replacing("\"same\"", with: "\"none\"").utf8)) == 409)
        let page = try await officer.get(query).text
        #expect(page.contains("郭某") && page.contains("11****451X") && page.contains("支持是同一人"))
        #expect(!page.contains("11010119800307451X"))
        #expect(try await officer.get(look).text.contains("卫医省询"))
        #expect(!(try await officer.get("/duties").text.contains("取得问省里")))
        #expect(
          try await province.post("/exchange/questions", [], files: [Visitor.File("file", "x", [1])]).status == 400)
      }
    }
  }

  @Test(arguments: Store.both) func `by token, and only who looked up may ask on`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let (look, query) = try await Self.asked(test, officer)
      let id = String(look.split(separator: "/").last ?? "")
      let other = try await Visitor.signedIn(test, "qinsa")
      #expect(try await other.post("/exchange/queries", [("look", id), ("due", "2099-01-01")]).status == 404)
      let outer = try await Outer(test)
      let (token, _) = try await outer.token(["offenders.deliver"])
      #expect(try await outer.visitor.call("/api/offenders/questions", token: token, "{}").status == 422)
      let questions = try await outer.visitor.call("/api/offenders/questions", token: token, #"{"purpose":"每日收取"}"#)
      #expect(questions.status == 200 && questions.text.contains("一起无证行医案件"))
      let number = try #require(
        try await test.database.read { try QueryStore.waiting(in: Cast.county, $0).first?.number })
      let answer = """
        {"schema":"qingyuan-answer","version":1,"number":"\(number)","receiver":"某省","answered_on":"2026-01-05",\
        "answer":"possible","words":"请看","candidates":[{"name":"郭大勇","id_number":"11010119800307451X","penalties":2,"reasons":[]}]}
        """
      #expect(try await outer.visitor.call("/api/offenders/answers", token: token, answer).status == 200)
      let page = try await officer.get(query).text
      #expect(page.contains("郭某") && !page.contains("11010119800307451X"))
      let none = try await outer.visitor.call("/api/offenders/questions", token: token, #"{"purpose":"每日收取"}"#)
      #expect(none.text.contains(#""questions":[]"#))
      let sealed = try await test.database.read { reader in
        try reader.query("SELECT sealed || answer FROM exchange_query") { try $0.text(0) }
      }
      #expect(sealed.allSatisfy { !$0.contains("郭") && !$0.contains("4510") })
    }
  }
}
