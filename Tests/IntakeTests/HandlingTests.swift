import App
import Campaign
import Foundation
import Intake
import Kit
import Offices
import Registers
import Storage
import TestKit
import Testing
import Web

@Suite struct HandlingTests {
  @Test(arguments: Store.both) func `a clue from report to answer, each step in the ledger`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, tasks) = try await test.campaign()
      let (id, _) = try await test.reported()
      let officer = try await test.account("zhouyn")
      let head = try await Visitor.signedIn(test, "heyuan")
      let page = try await head.get("/clues/\(id)").text
      for words in ["周予宁（县卫生监督所）", "value=\"2026-11-27\"", "不予受理", "先受理，才能答复", "查处无证行医第2类"] {
        #expect(page.contains(words), "\(words)")
      }
      let accepted = try await head.post(
        "/clues/\(id)/accept", [("owner", officer.id.text), ("task", tasks[1].text), ("due", "2026-11-27")])
      #expect(accepted.status == 303 && accepted.location == "/clues/\(id)")
      let site = try await test.site()
      let found = try await head.get("/clues/\(id)?premises=%E9%95%B6%E7%89%99%E6%91%8A")
      #expect(found.text.contains("供销社门口镶牙摊") && found.text.contains("value=\"\(site)\""))
      #expect(try await head.post("/clues/\(id)/premises", [("premises", site)]).status == 303)
      let client = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await client.post("/clues/\(id)/answer", [("answer", "已取缔。")]).status == 303)

      let clue = try await test.clue(id)
      #expect(clue.state == .answered && clue.campaign == campaign && clue.task == tasks[1])
      #expect(clue.premises?.description == site && clue.owner == officer.id)
      #expect(try await test.duties(id) == [])
      #expect(
        try await test.history(id).map(\.sentence) == [
          "提交线索清举〔2026〕0001（网上举报）", "受理线索清举〔2026〕0001，由周予宁（县卫生监督所）承办，2026年11月27日前答复",
          "认定线索清举〔2026〕0001涉及“供销社门口镶牙摊”", "答复线索清举〔2026〕0001，线索办结",
        ])
      #expect(try await client.get("/clues/\(id)").text.contains("已取缔。"))
    }
  }

  /// What each state refuses, written down by hand: state, step, status.
  private static let closed: [(state: String, step: String, status: Int)] = [
    ("received", "answer", 422), ("received", "task", 422),
    ("accepted", "accept", 409), ("accepted", "refuse", 409),
    ("refused", "accept", 409), ("refused", "refuse", 409), ("refused", "answer", 409), ("refused", "task", 409),
    ("refused", "assign", 409), ("refused", "premises", 409), ("refused", "site", 409),
    ("answered", "accept", 409), ("answered", "refuse", 409), ("answered", "answer", 409), ("answered", "task", 409),
    ("answered", "assign", 409), ("answered", "premises", 409), ("answered", "site", 409),
  ]

  @Test(arguments: Store.both) func `steps that a state does not allow are refused and change nothing`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let officer = try await test.account("zhouyn")
      let other = try await test.account("qinsa")
      let site = try await test.site()
      let client = try await Visitor.signedIn(test, "heyuan")
      let forms: [String: [(String, String)]] = [
        "accept": [("owner", officer.id.text)], "refuse": [("reason", "不归我们管。")], "answer": [("answer", "查过了。")],
        "task": [("task", "none")], "assign": [("owner", other.id.text)], "premises": [("premises", site)],
        "site": [("name", "摊"), ("address", "桥头")],
      ]
      let way = ["received": [], "accepted": ["accept"], "refused": ["refuse"], "answered": ["accept", "answer"]]
      for (state, steps) in way {
        let (id, _) = try await test.reported(Report(text: "到\(state)为止"))
        for step in steps { #expect(try await client.post("/clues/\(id)/\(step)", forms[step] ?? []).status == 303) }
        for row in Self.closed where row.state == state {
          let before = try await test.history(id).count
          let answer = try await client.post("/clues/\(id)/\(row.step)", forms[row.step] ?? [])
          #expect(answer.status == row.status, "\(state) \(row.step)")
          #expect(try await test.clue(id).state.rawValue == state)
          #expect(try await test.history(id).count == before)
          if row.step != "premises" {
            #expect([200, 303].contains(try await client.get("/clues/\(id)/\(row.step)").status))
          }
        }
      }
    }
  }

  private static let wrongForms: [(step: String, fields: [(String, String)], words: String)] = [
    ("accept", [], "“承办人”还没有选"),
    ("accept", [("owner", "zzz")], "不在本县办理线索的人员名单里"),
    ("accept", [("owner", "OFFICE")], "不在本县办理线索的人员名单里"),
    ("accept", [("owner", "OUTSIDER")], "不在本县办理线索的人员名单里"),
    ("accept", [("owner", "OFFICER"), ("due", "2026-11-19")], "答复期限不能早于今天"),
    ("accept", [("owner", "OFFICER"), ("due", "下周")], "不是日期"),
    ("accept", [("owner", "OFFICER"), ("task", "zzz")], "不在正在开展的专项行动里"),
    ("accept", [("owner", "OFFICER"), ("task", "<>")], "选的不在列表里"),
    ("refuse", [], "“不予受理的理由”还没有填"),
    ("assign", [("owner", "HEAD")], "现在就由这个人办"),
    ("premises", [("premises", "site:zzz")], "没有找到选的机构或无证点"),
    ("premises", [("premises", "account:zzz")], "没有找到选的机构或无证点"),
    ("site", [("name", "摊")], "“地址”还没有填"),
    ("site", [("name", "摊"), ("address", "桥头"), ("town", "121")], "选的乡镇不在这个县的名单里"),
  ]

  @Test(arguments: Store.both) func `forms of steps name what is wrong and keep what was typed`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.reported()
      let client = try await Visitor.signedIn(test, "heyuan")
      let people = [
        "OFFICE": try await test.account("luohui"), "OUTSIDER": try await test.account("dongl"),
        "OFFICER": try await test.account("zhouyn"), "HEAD": try await test.account("heyuan"),
      ]
      for row in Self.wrongForms {
        let fields = row.fields.map { ($0.0, people[$0.1]?.id.text ?? $0.1) }
        let answer = try await client.post("/clues/\(id)/\(row.step)", fields)
        #expect(answer.status == 422, "\(row.step) \(row.fields)")
        #expect(answer.text.contains(row.words), "\(row.words)")
      }
      #expect(try await test.clue(id).state == .received)
      #expect(try await test.history(id).count == 1)
    }
  }

  @Test(arguments: Store.both) func `without a task the running campaign counts the clue, unless somebody says none`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, tasks) = try await test.campaign()
      let officer = try await test.account("zhouyn")
      let client = try await Visitor.signedIn(test, "heyuan")
      let (id, _) = try await test.reported()
      _ = try await client.post("/clues/\(id)/accept", [("owner", officer.id.text)])
      #expect(try await test.clue(id).campaign == campaign)
      #expect(try await test.clue(id).task == nil)
      #expect(try await test.duties(id) == ["clue.answer zhouyn 2026-11-27"])
      for (value, campaign, task) in [("none", nil, nil), (tasks[0].text, campaign, tasks[0])]
        as [(String, ID<CampaignRecord>?, ID<CampaignTask>?)]
      {
        #expect(try await client.post("/clues/\(id)/task", [("task", value)]).status == 303)
        let clue = try await test.clue(id)
        #expect(clue.campaign == campaign && clue.task == task)
        #expect(try await test.duties(id) == ["clue.answer zhouyn 2026-11-27"])
        let shown = try await test.database.read {
          try $0.number("SELECT COUNT(*) FROM duty WHERE ended IS NULL AND campaign = \(campaign)")
        }
        #expect(shown == (campaign == nil ? 0 : 1))
      }
    }
  }

  @Test(arguments: Store.both) func `handing over takes the duties along`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.reported()
      let (first, second) = (try await test.account("zhouyn"), try await test.account("qinsa"))
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.post("/clues/\(id)/assign", [("owner", first.id.text)]).status == 303)
      #expect(try await test.duties(id) == ["clue.accept zhouyn 2026-12-01"])
      _ = try await head.post("/clues/\(id)/accept", [("owner", first.id.text)])
      #expect(try await head.post("/clues/\(id)/assign", [("owner", second.id.text)]).status == 303)
      #expect(try await test.duties(id) == ["clue.answer qinsa 2026-11-27"])
      #expect(try await test.clue(id).owner == second.id)
    }
  }

  @Test(arguments: Store.both) func `an unlicensed site is put on file from the clue, in one step or not at all`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.reported()
      let client = try await Visitor.signedIn(test, "zhouyn")
      let none = try await client.get("/clues/\(id)?premises=%E5%BA%B7%E6%B0%91")
      #expect(none.text.contains("没有找到“康民”") && none.text.contains("/clues/\(id)/site?name=%E5%BA%B7%E6%B0%91"))
      #expect(try await client.get("/clues/\(id)/site?name=%E5%BA%B7%E6%B0%91").text.contains("value=\"康民\""))
      let fields = [("name", "康民镶牙摊"), ("address", "石桥镇供销社门口"), ("town", "113")]
      #expect(try await client.post("/clues/\(id)/site", fields).status == 303)
      let ref = try #require(try await test.clue(id).premises)
      #expect(ref.kind == .site)
      let page = try await client.get("/sites/\(String(ref.number, radix: 36))")
      #expect(page.status == 200 && page.text.contains("清举〔2026〕0001"))
      // The same name and place again: the site is known, and the clue keeps what it had.
      let before = try await test.history(id).count
      #expect(try await client.post("/clues/\(id)/site", fields).status == 409)
      #expect(try await test.history(id).count == before)
      #expect(try await test.database.read { try $0.number("SELECT COUNT(*) FROM site") } == 1)
    }
  }

  @Test(arguments: Store.both) func `two people cannot accept the same clue`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.reported()
      let officer = try await test.account("zhouyn")
      let clients = try await [Visitor.signedIn(test, "heyuan"), Visitor.signedIn(test, "zhouyn")]
      let first = try await clients[0].post("/clues/\(id)/accept", [("owner", officer.id.text)])
      let second = try await clients[1].post("/clues/\(id)/accept", [("owner", officer.id.text)])
      #expect(first.status == 303 && second.status == 409)
      #expect(second.text.contains("现在是“办理中”，可能别人刚刚办过"))
      #expect(try await test.duties(id).count == 1)
    }
  }
}
