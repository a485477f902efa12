import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// What has ended stays as it is: every step of a record that is closed is refused as a conflict, which a form with a
/// missing field never is, and the ledger does not grow.
@Suite struct ClosedTests {
  fileprivate struct Step: Sendable {
    let table: SQL
    let condition: SQL
    let path: String
    let login: String
    let fields: [(String, String)]

    init(
      _ table: SQL, _ condition: SQL, _ path: String, _ fields: [(String, String)] = [], by login: String = "heyuan"
    ) {
      (self.table, self.condition, self.path, self.fields, self.login) = (table, condition, path, fields, login)
    }
  }

  private static let steps: [Step] = [
    Step("clue", "state = 'answered'", "/clues/ID/accept", [("owner", "OFFICER"), ("task", "none")]),
    Step("clue", "state = 'answered'", "/clues/ID/refuse", [("reason", "不归我们管。")]),
    Step("clue", "state = 'answered'", "/clues/ID/answer", [("answer", "查过了。")]),
    Step("clue", "state = 'answered'", "/clues/ID/assign", [("owner", "OTHER")]),
    Step("law_case", "state = 'decided'", "/cases/ID/decide", Step.decision),
    Step("law_case", "state = 'closed'", "/cases/ID/decide", Step.decision),
    Step("law_case", "state = 'closed'", "/cases/ID/pay", [("date", "TODAY"), ("amount", "100")]),
    Step("law_case", "state = 'closed'", "/cases/ID/close", [("note", "再结一次")]),
    Step("law_case", "state = 'closed'", "/cases/ID/evidence", Step.evidence, by: "zhouyn"),
    Step("law_case", "stage = 'archived'", "/cases/ID/goods/2", [("name-1", "又一件"), ("count-1", "1")], by: "zhouyn"),
    Step("visit", "state = 'done'", "/visits/ID/cancel", [("reason", "不去了")]),
    recheck("passed"),
    Step("plan", "id IN (SELECT plan FROM campaign)", "/plans/ID/release", [("title", "再发一次")], by: "luohui"),
    Step("institution_import", "1 = 1", "/institutions/import/ID/apply"),
  ]

  private static func recheck(_ state: SQL) -> Step {
    Step(
      "rectification", "state = '" + state + "'", "/rectifications/ID/recheck",
      [("date", "TODAY"), ("first", "OFFICER"), ("second", "OTHER"), ("verdict", "passed"), ("note", "看过了")])
  }

  @Test(arguments: Store.both) func `no step moves what has ended`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      // The demonstration has none that ended; the same form ends one.
      #expect(try await Self.take(Self.recheck("open"), test) == 303)
      for step in Self.steps {
        let before = try await Self.height(test)
        #expect(try await Self.take(step, test) == 409, "\(step.path)")
        // Only the sign-in.
        #expect(try await Self.height(test) == before + 1, "\(step.path)")
      }
    }
  }

  private static func take(_ step: Step, _ test: TestHouse) async throws -> Int {
    let (officer, other) = (try await test.account("zhouyn").id.text, try await test.account("qinsa").id.text)
    let query = SQL("SELECT id FROM ") + step.table + " WHERE county = \(Cast.county) AND " + step.condition
    let id = try #require(
      try await test.database.read { try $0.first(query + " LIMIT 1") { try $0.id(0, TestHouse.self) } },
      "示例里没有 \(step.path)")
    let fields = step.fields.map { name, value in
      switch value {
      case "OFFICER": (name, officer)
      case "OTHER": (name, other)
      case "TODAY": (name, test.database.world.today.iso)
      default: (name, value)
      }
    }
    let visitor = try await Visitor.signedIn(test, step.login)
    return try await visitor.post(step.path.replacing("ID", with: id.text), fields).status
  }

  private static func height(_ test: TestHouse) async throws -> Int64 {
    try await test.database.read { try $0.number("SELECT COUNT(*) FROM ledger") }
  }
}

extension ClosedTests.Step {
  fileprivate static let decision = [
    ("date", "TODAY"), ("penalties", "warning"), ("fine", "0"), ("gains", "0"), ("reasons", "再定一次"),
  ]

  fileprivate static let evidence = [
    ("name", "又一件"), ("kind", "documentary"), ("taken-on", "TODAY"), ("place", "东街"), ("holder", "周予宁"),
    ("original", "original"),
  ]
}
