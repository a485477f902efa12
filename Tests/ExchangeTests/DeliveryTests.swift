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

/// County → province → receipt, each in a house of its own.
@Suite struct DeliveryTests {
  private static func offenders(_ test: TestHouse) throws -> Offenders {
    Offenders(law: test.house.law, shelf: MatchShelf(try FolderContent(TestHouse.contentFolder)))
  }

  private static func penalty(_ number: String, _ standing: DecisionStanding = .stands) -> PenaltyFacts {
    var penalty = PenaltyFacts()
    (penalty.decisionNumber, penalty.authority, penalty.kinds) = (number, "县卫生健康局", [.fine])
    (penalty.decidedOn, penalty.servedOn) = (CivilDate(2024, 2, 1), CivilDate(2024, 2, 5))
    penalty.standing = standing
    return penalty
  }

  private static func keep(_ name: String, _ penalty: PenaltyFacts, _ test: TestHouse) async throws -> OffenderRecord {
    var said = MatchRecord()
    (said.name, said.idNumber, said.phone) = (name, "11010119800307451X", "13900000111")
    let new = NewRecord(.ledger, source: "旧台账", said: said, penalty: penalty)
    let offenders = try offenders(test)
    return try await test.database.change(Cast.county, by: .system, deed: Deed("offenders.keep")) { tx in
      let record = try #require(try offenders.keep(new, tx))
      tx.tell(Ref(.offender, record.person), "登记")
      return record
    }
  }

  private static func revoke(_ record: OffenderRecord, _ test: TestHouse) async throws {
    let offenders = try offenders(test)
    try await test.database.change(Cast.county, by: .system, deed: Deed("offenders.keep")) { tx in
      var penalty = record.penalty
      penalty.standing = .revoked
      let new = NewRecord(.ledger, source: record.source, said: record.said, penalty: penalty)
      let isRevised = try offenders.revise(record.id, by: new, tx)
      #expect(isRevised)
      tx.tell(Ref(.offender, record.person), "撤销")
    }
  }

  /// Makes the next batch; answers its page and its file.
  private static func batch(_ head: Visitor) async throws -> (page: String, file: [UInt8]) {
    let made = try await head.post("/exchange/deliveries", [])
    #expect(made.status == 303, "\(made.text.suffix(1500))")
    let file = try await head.post("\(made.location)/file")
    #expect(file.status == 200)
    return (made.location, file.bytes)
  }

  private static func send(_ file: [UInt8], to province: Visitor) async throws -> Answer {
    try await province.post("/exchange/intakes", [], files: [Visitor.File("file", "上报.jsonl", file)])
  }

  private static func answer(_ intake: Answer, of province: Visitor, to page: String, _ head: Visitor) async throws
    -> Int
  {
    let receipt = try await province.get("\(intake.location)/receipt.json")
    return try await head.post("\(page)/receipt", [], files: [Visitor.File("file", "回执.json", receipt.bytes)]).status
  }

  @Test(arguments: Store.both)
  func `what is new goes to the province, changes follow, refused rows come back as duties`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { county in
      try await TestHouse.with(store) { other in
        let (head, province) = (
          try await Visitor.signedIn(county, "heyuan"), try await Visitor.signedIn(other, "heyuan")
        )
        #expect(try await head.post("/exchange/deliveries", []).status == 422, "nothing is new")
        let first = try await Self.keep("郭大勇", Self.penalty("清卫医罚〔2024〕1号"), county)
        // No number of the decision: the receiver cannot take it.
        _ = try await Self.keep("郭小勇", Self.penalty(""), county)
        let (page, file) = try await Self.batch(head)
        #expect(try await head.post("/exchange/deliveries", []).status == 409, "the receipt is still to come")
        #expect(try await head.post("\(page)/file").bytes == file, "byte for byte the same")
        #expect(try await head.get("/duties").text.contains("取得第 1 批上报的回执"))

        let intake = try await Self.send(file, to: province)
        #expect(intake.status == 303, "\(intake.text.suffix(1500))")
        #expect(try await Self.send(file, to: province).location == intake.location, "once, however often it comes")
        let list = try await province.get("/offenders?words=%E9%83%AD").text
        #expect(list.contains("郭大勇") && !list.contains("郭小勇"))
        #expect(try await province.get(intake.location).text.contains("要写决定书文号"))
        #expect(try await Self.answer(intake, of: province, to: page, head) == 303)
        #expect(try await Self.answer(intake, of: province, to: page, head) == 303, "the same receipt again")
        let answered = try await head.get(page).text
        #expect(answered.contains("要写决定书文号") && answered.contains("郭小勇") && answered.contains("有退回"))
        #expect(try await head.get("/duties").text.contains("处理第 1 批上报被退回的 1 条"))
        #expect(try await head.post("/exchange/deliveries", []).status == 422, "nothing changed since")
        let again = [("line", "2"), ("choice", "again"), ("words", "台账里没有文号，请省里人工核对")]
        #expect(try await head.post("\(page)/mend", again).status == 303)
        #expect(try await head.post("\(page)/mend", again).status == 409)
        #expect(!(try await head.get("/duties").text.contains("被退回的 1 条")))

        county.clock.advance(minutes: 1)
        try await Self.revoke(first, county)
        let (second, later) = try await Self.batch(head)
        #expect(try DeliveryFile(later).lines.count == 2, "the one that changed and the one that goes again")
        let revised = try await Self.send(later, to: province)
        #expect(revised.status == 303, "\(revised.text.suffix(1500))")
        #expect(try await province.get(revised.location).text.contains("<dd>1 条</dd>"))
        #expect(try await Self.answer(revised, of: province, to: second, head) == 303)
        let person = try #require(
          try await province.get("/offenders?words=%E9%83%AD").id(after: "<th scope=\"row\"><a href=\"/offenders/"))
        #expect(try await province.get("/offenders/\(person)").text.contains("已撤销"))
      }
    }
  }

  @Test(arguments: Store.both) func `holes, changed files and strange receipts are refused`(_ store: Store) async throws
  {
    try await TestHouse.with(store) { county in
      try await TestHouse.with(store) { other in
        let (head, province) = (
          try await Visitor.signedIn(county, "heyuan"), try await Visitor.signedIn(other, "heyuan")
        )
        _ = try await Self.keep("郭大勇", Self.penalty("清卫医罚〔2024〕1号"), county)
        let (page, file) = try await Self.batch(head)
        let text = String(decoding: file, as: UTF8.self)
        func status(_ text: String) async throws -> Int { try await Self.send(Array(text.utf8), to: province).status }
        #expect(try await status(text.replacing("\"batch\":1", with: "\"batch\":2")) == 409, "a hole")
        #expect(try await status(text.replacing("\"rows\":1", with: "\"rows\":2")) == 422)
        #expect(try await status(text.replacing("\"version\":1", with: "\"version\":9")) == 422)
        #expect(try await status("姓名\n郭大勇\n") == 422)
        #expect(try await Self.send(file, to: head).status == 409, "our own file")
        let intake = try await Self.send(file, to: province)
        #expect(intake.status == 303)
        #expect(try await status(text.replacing("大勇", with: "大永")) == 409, "another file under the same number")
        let receipt = try await province.get("\(intake.location)/receipt.json").text
        func enter(_ text: String) async throws -> Int {
          try await head.post("\(page)/receipt", [], files: [Visitor.File("file", "回执.json", Array(text.utf8))]).status
        }
        #expect(try await enter("{}") == 422)
        #expect(try await enter(receipt.replacing("\"taken\":1", with: "\"taken\":2")) == 422, "it does not add up")
        #expect(try await enter(receipt.replacing("\"sha256\":\"", with: "\"sha256\":\"0")) == 422)
        #expect(try await enter(receipt) == 303)
        #expect(
          try await enter(
            receipt.replacing("\"taken\":1", with: "\"taken\":0").replacing("\"known\":0", with: "\"known\":1")) == 409)
        #expect(try await Visitor.signedIn(county, "zhouyn").post("\(page)/file").status == 403)
      }
    }
  }

  @Test(arguments: Store.both) func `what did not go along goes with the next batch, however old it is`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      for number in 1...3 {
        _ = try await Self.keep("郭某\(number)", Self.penalty("清卫医罚〔2024〕\(number)号"), test)
        test.clock.advance(days: 3)
      }
      let room = Exchange(law: test.house.law, roles: test.house.roles, offenders: try Self.offenders(test))
      var sizes: [Int64] = []
      for _ in 1...2 {
        let delivery = try await test.database.change(Cast.county, by: .system, deed: .makeDelivery) { tx in
          let delivery = try room.makeDelivery(most: 2, tx)
          let receipt = DeliveryReceipt(
            county: Cast.county.number, batch: delivery.number, sha256: delivery.sha256, receiver: "某省",
            received_on: "2026-01-05", taken: delivery.lines, revised: 0, known: 0, refused: [])
          try room.enter(receipt, for: delivery, tx)
          return delivery
        }
        sizes.append(delivery.lines)
      }
      #expect(sizes == [2, 1])
      let left = try await test.database.read { try room.undelivered(in: Cast.county, $0) }
      #expect(left.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `the province fetches and answers by token, as often as the line breaks`(
    _ store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      _ = try await Self.keep("郭大勇", Self.penalty("清卫医罚〔2024〕1号"), test)
      let outer = try await Outer(test)
      let (token, _) = try await outer.token(["offenders.deliver"])
      let asked = #"{"purpose":"每日收取"}"#
      let first = try await outer.visitor.call("/api/offenders/deliveries", token: token, asked)
      #expect(first.status == 200 && first.text.contains(#""batch":1"#), "\(first.text)")
      #expect(try await outer.visitor.call("/api/offenders/deliveries", token: token, asked).text == first.text)
      let delivery = try #require(
        try await test.database.read { try DeliveryStore.delivery(number: 1, in: Cast.county, $0) })
      let receipt = """
        {"schema":"qingyuan-receipt","version":1,"county":\(Cast.county.number),"batch":1,"sha256":"\(delivery.sha256)",\
        "receiver":"某省","received_on":"2026-01-05","taken":1,"revised":0,"known":0,"refused":[]}
        """
      #expect(try await outer.visitor.call("/api/offenders/receipts", token: token, receipt).status == 200)
      #expect(try await outer.visitor.call("/api/offenders/receipts", token: token, receipt).status == 200)
      let done = try await outer.visitor.call("/api/offenders/deliveries", token: token, asked)
      #expect(done.status == 422 && done.text.contains("nothing-new"))
      let (strange, _) = try await outer.token(["offenders.submit"])
      #expect(try await outer.visitor.call("/api/offenders/deliveries", token: strange, asked).status == 403)
    }
  }
}
