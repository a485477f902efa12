import App
import Kit
import Storage
import TestKit
import Testing
import Web

@testable import Exchange

@Suite struct CallTests {
  private static let record = """
    {"reference":"JS-1","name":"郭大勇","id_number":"11010119800307451X","practice_county":"320411",\
    "decision_number":"苏卫医罚〔2024〕7号","authority":"某市卫生健康委员会","decided_on":"2024-02-01",\
    "served_on":"2024-02-05","kinds":["fine"],"violation_name":"非医师行医","qualification":"none"}
    """

  @Test(arguments: Store.both) func `records come in, twice the same is known, a wrong one comes back with its reasons`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let outer = try await Outer(test)
      let (token, page) = try await outer.token()
      let wrong = #"{"reference":"JS-2","served_on":"2024-2-30","kinds":["unheard"]}"#
      let body = #"{"purpose":"按月报送","batch":"2026-11","records":[\#(Self.record),\#(wrong)]}"#
      let answer = try await outer.visitor.call("/api/offenders/records", token: token, body)
      #expect(answer.status == 200, "\(answer.text)")
      #expect(answer.text.contains(#""taken":1"#) && answer.text.contains(#""refused":1"#))
      #expect(answer.text.contains("served_on") && answer.text.contains("unheard") && answer.text.contains("没有姓名"))
      let again = #"{"purpose":"按月报送","records":[\#(Self.record)]}"#
      let known = try await outer.visitor.call("/api/offenders/records", token: token, again)
      #expect(known.text.contains(#""known":1"#) && known.text.contains(#""taken":0"#))
      #expect(try await outer.admin.get(page).text.contains("收下 1 条，已有 0 条，退回 1 条"))
    }
  }

  @Test(arguments: Store.both) func `somebody is known, masked, with reasons and without a value of the register`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let outer = try await Outer(test)
      let (token, _) = try await outer.token()
      let body = #"{"purpose":"报送","records":[\#(Self.record)]}"#
      #expect(try await outer.visitor.call("/api/offenders/records", token: token, body).status == 200)
      let asked = #"{"purpose":"办案","name":"郭大勇","id_number":"11010119800307451X"}"#
      let answer = try await outer.ask(token, asked)
      #expect(answer.text.contains(#""answer":"same""#), "\(answer.text)")
      #expect(answer.text.contains("“证件号码”支持是同一人") && answer.text.contains("郭某"))
      #expect(!answer.text.contains("大勇") && !answer.text.contains("451X") && !answer.text.contains("苏卫医罚"))
      let nobody = try await outer.ask(token, #"{"purpose":"办案","name":"欧阳拾柒"}"#)
      #expect(nobody.text.contains(#""answer":"none""#))
    }
  }

  @Test(arguments: Store.both) func `what cannot be read, says no purpose or is too much is refused in JSON`(
    _ store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      let outer = try await Outer(test)
      let (token, _) = try await outer.token()
      func call(_ body: String, type: String? = "application/json") async throws -> (Int, String) {
        let answer = try await outer.visitor.call("/api/offenders/records", token: token, type: type, body)
        #expect(answer.header("Content-Type")?.hasPrefix("application/json") == true)
        return (answer.status, answer.text)
      }
      #expect(try await call("{").0 == 400)
      #expect(try await call("[]").0 == 400)
      let typed = try await call(#"{"purpose":"报","records":[{"name":1}]}"#)
      #expect(typed.0 == 400 && typed.1.contains("records.0.name"))
      #expect(try await call(#"{"records":[{"name":"甲"}]}"#).0 == 422)
      #expect(try await call(#"{"purpose":"报","records":[]}"#).0 == 422)
      let many = Array(repeating: #"{"name":"甲"}"#, count: 501).joined(separator: ",")
      #expect(try await call(#"{"purpose":"报","records":[\#(many)]}"#).0 == 413)
      #expect(try await call("{}", type: "text/plain").0 == 415)
      #expect(try await call(String(repeating: " ", count: 3 << 20)).0 == 413)
      #expect(try await outer.ask(token, #"{"purpose":"办案"}"#).status == 422)
    }
  }

  @Test(arguments: Store.both) func `every call stands in the ledger, without a person`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let outer = try await Outer(test)
      let (token, _) = try await outer.token()
      _ = try await outer.ask(token, #"{"purpose":"核对一起案件","name":"郭大勇"}"#)
      let lines = try await test.database.read { reader in
        try reader.query("SELECT sentence, actor_title, reason FROM ledger WHERE deed = 'exchange.ask'") {
          (try $0.text(0), try $0.text(1), try $0.maybeText(2))
        }
      }
      let line = try #require(lines.first)
      #expect(lines.count == 1 && line.1.contains("省无证行医查询系统") && line.2 == "核对一起案件")
      #expect(!line.0.contains("郭"))
    }
  }
}
