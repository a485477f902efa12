import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// Rewards: computed from what was proved, approved by somebody else, paid against the code to somebody whom nobody knows.
@Suite struct RewardTests {
  private static let name = "燊某"

  /// Worked by hand from `Content/rewards/schemes.yaml`: the scheme, the money of the case, the grade, the reward.
  private static let worked: [(scheme: String, fine: Int64, transferred: Bool, grade: String?, yuan: Int64?)] = [
    ("shantou-unlicensed", 3000, false, nil, 1000), ("changshu-2018", 3000, false, nil, 500),
    ("changshu-2018", 3000, true, nil, 1000), ("hangzhou-shangcheng-2012", 9999, false, nil, 100),
    ("hangzhou-shangcheng-2012", 10000, false, nil, 300), ("hangzhou-shangcheng-2012", 30000, false, nil, 300),
    ("hangzhou-shangcheng-2012", 30001, false, nil, 500), ("hangzhou-shangcheng-2012", 100_000, false, nil, 1000),
    ("hangzhou-shangcheng-2012", 100_001, false, nil, 2000), ("insurance-fund-guangdong", 50000, false, "first", 1500),
    ("insurance-fund-guangdong", 50000, false, "second", 1000), ("insurance-fund-guangdong", 5000, false, "third", 200),
    ("insurance-fund-guangdong", 50_000_000, false, "first", 200_000),
    ("insurance-fund-guangdong", 50000, false, nil, nil),
  ]

  @Test(arguments: worked.indices) func `amounts follow the scheme`(row: Int) throws {
    let (key, fine, transferred, grade, yuan) = Self.worked[row]
    let book = try HouseContent.load(TestHouse.contentFolder).rewards
    let proof = Proof(number: "一号", amount: Money(yuan: fine), isPenalised: true, isTransferred: transferred)
    let sum = try #require(book[key]).sum(of: [proof], grade: grade)
    #expect(sum?.amount == yuan.map { Money(yuan: $0) })
    #expect(sum == nil || sum?.reasons.isEmpty == false)
    let open = Proof(number: "一号", amount: Money(yuan: fine), isPenalised: false, isTransferred: false)
    #expect(try #require(book[key]).sum(of: [open], grade: "first") == nil)
  }

  @Test func `those who reported together share to the fen`() {
    #expect(RewardScheme.shares(of: Money(yuan: 1000), among: 3).map(\.fen) == [33334, 33333, 33333])
    #expect(RewardScheme.shares(of: Money(yuan: 500), among: 1).map(\.fen) == [50000])
  }

  /// A named clue that was answered, with a decided case of the demonstration tied to it.
  private func proved(_ test: TestHouse) async throws -> (clue: String, code: String) {
    let (head, officer) = (try await Visitor.signedIn(test, "heyuan"), try await Visitor.signedIn(test, "zhouyn"))
    let told = [
      ("county", "110"), ("text", "有人无证拔牙。"), ("place", "柳塘镇"), ("reporter", Self.name), ("phone", "13900000000"),
    ]
    let sent = try await Visitor(test).post("/report", told, files: [])
    let code = String(try #require(sent.text.firstMatch(of: /class="code">([^<]+)</)?.1))
    let number = try await test.database.read { try $0.number("SELECT MAX(clue) FROM clue_reporter") }
    let clue = ID<Clue>(number).text
    let owner = try await test.account("zhouyn").id.text
    _ = try await head.post("/clues/\(clue)/accept", [("owner", owner)])
    #expect(try await officer.post("/clues/\(clue)/answer", [("answer", "已经处罚。")]).status == 303)
    try await test.database.change(Cast.county, by: .system, deed: Deed("test.tie")) { tx in
      try tx.execute(
        """
        UPDATE law_case SET clue = \(number) WHERE id = (
          SELECT MAX(id) FROM law_case WHERE county = \(tx.county) AND state = 'decided' AND fine + gains > 0)
        """)
      tx.tell(Ref(.clue, number), "挂到案件")
    }
    return (clue, code)
  }

  private static let holds = [("concrete", "yes"), ("unknown", "yes"), ("first", "yes"), ("why", "地点写得清楚。")]

  @Test(arguments: Store.both) func `from the claim to the payment, and nobody learns who it was`(store: Store)
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      let (clue, code) = try await proved(test)
      let claimed = try await Visitor(test).post("/progress/claim", [("code", code)])
      #expect(claimed.status == 200 && claimed.text.contains("已经申请"))
      #expect(try await Visitor(test).post("/progress/claim", [("code", code)]).status == 422)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let reward = try #require(try await officer.get("/rewards").id(after: "href=\"/rewards/"))
      #expect(try await officer.post("/rewards/\(reward)/propose", [("concrete", "yes")]).status == 422)
      #expect(try await officer.post("/rewards/\(reward)/propose", Self.holds).status == 303)
      #expect(try await officer.post("/rewards/\(reward)/propose", Self.holds).status == 409)
      let approval = [("outcome", "yes"), ("words", "同意。")]
      #expect(try await officer.post("/rewards/\(reward)/decide", approval).status == 403)
      let lawyer = try await Visitor.signedIn(test, "fangl")
      #expect(try await lawyer.post("/rewards/\(reward)/decide", approval).status == 303)

      let custodian = try await Visitor.signedIn(test, "baoz")
      #expect(try await custodian.get("/duties").text.contains("凭查询码发放线索"))
      let today = test.database.world.today.iso
      func pay(_ change: [(String, String)]) async throws -> Answer {
        let usual = [
          ("paycode", code), ("adult", "yes"), ("outside", "yes"), ("people", "2"), ("way", "bank"), ("on", today),
          ("vouchers", "支12\n支13"),
        ]
        return try await custodian.post(
          "/reporters/\(clue)/pay", usual.filter { field in !change.contains { $0.0 == field.0 } } + change)
      }
      #expect(try await pay([("paycode", "AAAA-AAAA-AAAA")]).text.contains("这个查询码不是这条线索的"))
      #expect(try await pay([("adult", "")]).text.contains("没有核对“已满十八周岁”"))
      #expect(try await pay([("vouchers", "支12")]).text.contains("一人一个"))
      #expect(try await pay([]).status == 303)
      #expect(try await pay([]).status == 409)
      let rows = try await test.database.read {
        try $0.query("SELECT amount FROM reward_payment ORDER BY id") { try $0.int(0) }
      }
      let amount = try await test.database.read {
        try $0.number("SELECT amount FROM reward WHERE clue = \(ID<Clue>(text: clue)?.value ?? 0)")
      }
      #expect(rows.count == 2 && rows.reduce(0, +) == amount)
      #expect(try await Visitor(test).post("/progress", [("code", code)]).text.contains("已经发放"))

      for member in ["heyuan", "zhouyn", "fangl", "luohui", "mengzh", "weij"] {
        let visitor = try await Visitor.signedIn(test, member)
        for path in ["/rewards", "/rewards/\(reward)", "/clues/\(clue)", "/ledger"] {
          #expect(try await !visitor.get(path).text.contains(Self.name), "\(member) \(path)")
        }
        if member != "weij" { #expect(try await !visitor.get("/rewards/\(reward)").text.contains("支12"), "\(member)") }
      }
    }
  }

  @Test(arguments: Store.both) func `a condition that fails ends it with a reason that the reporter reads`(store: Store)
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      let (_, code) = try await proved(test)
      _ = try await Visitor(test).post("/progress/claim", [("code", code)])
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let reward = try #require(try await officer.get("/rewards").id(after: "href=\"/rewards/"))
      let told = Self.holds.filter { $0.0 != "unknown" && $0.0 != "why" } + [("unknown", "no"), ("why", "上周已经立案。")]
      #expect(try await officer.post("/rewards/\(reward)/propose", told).status == 303)
      let read = try await Visitor(test).post("/progress", [("code", code)]).text
      #expect(read.contains("没有批准奖励") && read.contains("本机关已经掌握") && read.contains("上周已经立案。"))
    }
  }

  @Test(arguments: Store.both) func `without a scheme, and without a name, nothing can be claimed`(store: Store)
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      let (_, code) = try await proved(test)
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.drop")) { tx in
        try tx.execute("DELETE FROM reward_scheme_adopted")
        tx.tell(Ref(.region, Cast.county.number), "撤下")
      }
      let answer = try await Visitor(test).post("/progress/claim", [("code", code)])
      #expect(answer.status == 422 && answer.text.contains("还没有选用举报奖励办法"))
      let lawyer = try await Visitor.signedIn(test, "fangl")
      #expect(try await lawyer.get("/rewards").text.contains("还没有选用举报奖励办法"))
      #expect(try await lawyer.post("/rewards/adopt", [("scheme", "nothing"), ("basis", "甲")]).status == 422)
      #expect(
        try await lawyer.post("/rewards/adopt", [("scheme", "changshu-2018"), ("basis", "清卫发〔2026〕1号")]).status == 303)
      #expect(try await lawyer.get("/rewards").text.contains("仅见于转引"))
    }
  }
}
