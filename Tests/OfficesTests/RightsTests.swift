import App
import Kit
import Registers
import Storage
import TestKit
import Testing
import Web

@testable import Offices

/// Rights follow dated facts: roles, delegation, recusal; and they act at once.
@Suite struct RightsTests {
  private static func day(_ offset: Int, _ test: TestHouse) -> String {
    test.database.world.today.adding(days: offset).iso
  }

  @Test func `every right of every role has a name that people read`() throws {
    let book = try HouseContent.load(TestHouse.contentFolder).roles
    for role in book.roles {
      for right in role.grants.keys { #expect(book.words[right.name] != nil, "\(right.name)") }
    }
    #expect(book.roles.count == 40)
  }

  @Test(arguments: Store.both) func `a role holds from its first to its last day`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let id = try await test.account("zhouyn").id
      let admin = try await Visitor.signedIn(test, "tangl")
      let given = try await admin.post(
        "/accounts/\(id)/appoint",
        [("role", "head"), ("begins", Self.day(1, test)), ("ends", Self.day(2, test)), ("basis", "清卫发〔2026〕3号")])
      #expect(given.status == 303)
      for (minutes, status) in [(0, 403), (1440, 200), (1440, 200), (1440, 403)] as [(Int64, Int)] {
        test.clock.advance(minutes: minutes)
        let officer = try await Visitor.signedIn(test, "zhouyn")
        #expect(try await officer.get("/institutions/import").status == status, "\(test.database.world.today)")
      }
    }
  }

  @Test(arguments: Store.both) func `a dismissed role is gone with the next click`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let id = try await test.account("heyuan").id
      let (head, admin) = (try await Visitor.signedIn(test, "heyuan"), try await Visitor.signedIn(test, "tangl"))
      #expect(try await head.get("/clues").status == 200)
      #expect(try await admin.post("/accounts/\(id)/dismiss", [("role", "head")]).status == 303)
      #expect(try await head.get("/clues").status == 403)
      #expect(try await admin.post("/accounts/\(id)/dismiss", [("role", "head")]).status == 409)
    }
  }

  /// Login of the account, role to add.
  private static let mixtures = [
    ("xiaok", "security-admin"), ("xiaok", "auditor"), ("weij", "officer"), ("zhouyn", "system-admin"),
    ("heyuan", "custodian"),
  ]

  @Test(arguments: Store.both) func `administrators hold no second role`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let admin = try await Visitor.signedIn(test, "tangl")
      for (login, role) in Self.mixtures {
        let id = try await test.account(login).id
        let answer = try await admin.post("/accounts/\(id)/appoint", [("role", role), ("begins", Self.day(0, test))])
        #expect(answer.status == 422 && answer.text.contains("不能和其他岗位"), "\(login) \(role)")
      }
      let own = try await test.account("tangl").id
      for (step, fields) in [
        ("appoint", [("role", "officer"), ("begins", Self.day(0, test))]), ("dismiss", [("role", "security-admin")]),
        ("certificate", [("number", "1")]), ("password", [("password", "eine neue phrase")]), ("unbind", []),
      ] {
        #expect(try await admin.post("/accounts/\(own)/\(step)", fields).text.contains("不能改自己的"), "\(step)")
      }
    }
  }

  @Test(arguments: Store.both) func `a delegate acts for the days agreed, in his own name`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (head, officer) = (try await Visitor.signedIn(test, "heyuan"), try await Visitor.signedIn(test, "zhouyn"))
      let taker = try await test.account("zhouyn").id.text
      #expect(try await officer.get("/institutions/import").status == 403)
      let fields = [("taker", taker), ("begins", Self.day(0, test)), ("ends", Self.day(0, test)), ("reason", "年休假")]
      #expect(try await head.post("/me/delegations", fields).status == 303)
      #expect(try await officer.get("/institutions/import").status == 200)
      #expect(try await officer.post("/me/sessions/end").status == 303)
      let entries = try await test.database.read {
        try LedgerReading.history(of: Ref(.account, ID<Account>(text: taker) ?? ID(0)), $0)
      }
      #expect(entries.last?.actor.title.contains("代贺远") == true)
      test.clock.advance(minutes: 24 * 60)
      #expect(try await Visitor.signedIn(test, "zhouyn").get("/institutions/import").status == 403, "到期了")
    }
  }

  @Test(arguments: Store.both) func `what may not be delegated is refused`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      func fields(_ login: String, ends: Int = 1) async throws -> [(String, String)] {
        [
          ("taker", try await test.account(login).id.text), ("begins", Self.day(0, test)),
          ("ends", Self.day(ends, test)),
          ("reason", "出差"),
        ]
      }
      let head = try await Visitor.signedIn(test, "heyuan")
      for (taker, ends, words) in [
        ("heyuan", 1, "不能委托给自己"), ("dongl", 1, "不是本县"), ("weij", 1, "管理员不能代理"), ("zhouyn", 90, "最长 90 天"),
        ("zhouyn", -1, "早于开始"),
      ] {
        let answer = try await head.post("/me/delegations", fields(taker, ends: ends))
        #expect(answer.status == 422 && answer.text.contains(words), "\(taker) \(ends)")
      }
      let admin = try await Visitor.signedIn(test, "tangl")
      #expect(try await admin.post("/me/delegations", fields("zhouyn")).text.contains("管理员的权限不能委托"))
    }
  }

  @Test(arguments: Store.both) func `who keeps away may look and not act`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let town = try await test.database.read { try Offices.towns(of: Cast.county, on: $0.today, $0) }.first
      let made = try await officer.post(
        "/sites", [("name", "无名牙摊"), ("address", "柳塘镇集市"), ("town", "\(town?.number ?? 0)")])
      let site = made.location
      let ref = "site:\(site.split(separator: "/").last ?? "")"
      #expect(try await officer.post("/me/recusals", [("record", ref), ("interest", "摊主是亲戚")]).status == 303)
      #expect(try await officer.get(site).status == 200)
      let refused = try await officer.post("\(site)/ban", [("reason", "现场查实")])
      #expect(refused.status == 403 && refused.text.contains("已声明回避"))
      let other = try await Visitor.signedIn(test, "qinsa")
      let plan = [
        ("premises", ref), ("date", Self.day(1, test)), ("first", try await test.account("zhouyn").id.text),
        ("second", try await test.account("qinsa").id.text), ("checklist", "unlicensed-site"),
      ]
      let team = try await other.post("/visits", plan)
      #expect(team.status == 403 && team.text.contains("已声明回避"), "回避的人不能派去检查")
      #expect(try await other.post("\(site)/ban", [("reason", "现场查实")]).status == 303)
    }
  }

  @Test(arguments: Store.both) func `a certificate counts only within its term`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let id = try await test.account("qinsa").id
      let admin = try await Visitor.signedIn(test, "tangl")
      let fields = [("number", "云卫执 0012"), ("valid-from", Self.day(-10, test)), ("valid-to", Self.day(0, test))]
      #expect(try await admin.post("/accounts/\(id)/certificate", fields).status == 303)
      #expect(try await test.account("qinsa").certificate == "云卫执 0012")
      test.clock.advance(minutes: 24 * 60)
      #expect(try await test.account("qinsa").certificate == nil)
    }
  }
}
