import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Somebody else approves what goes out, and what goes out is what was approved.
struct ApprovalStandingTests {
  static func asked(_ digest: String, _ approved: Bool? = nil) -> Approval {
    let decision = approved.map {
      Approval.Decision(person: 2, by: "审定人", at: Instant(milliseconds: 0), isApproved: $0, reason: nil)
    }
    return Approval(
      number: 1, digest: digest, asker: 1, askerName: "送审人", askedAt: Instant(milliseconds: 0), approver: 2,
      approverName: "审定人",
      due: CivilDate(dayNumber: 0), decision: decision)
  }

  struct Case: Sendable {
    let all: [Approval]
    let isOpen: Bool
    let isApproved: Bool
  }

  /// The content is now `b`.
  static let cases: [Case] = [
    Case(all: [], isOpen: true, isApproved: false),
    Case(all: [asked("b")], isOpen: false, isApproved: false),
    Case(all: [asked("a")], isOpen: true, isApproved: false),
    Case(all: [asked("b", true)], isOpen: false, isApproved: true),
    Case(all: [asked("a", true)], isOpen: true, isApproved: false),
    Case(all: [asked("b", false)], isOpen: true, isApproved: false),
    Case(all: [asked("b", true), asked("b", false)], isOpen: true, isApproved: false),
    Case(all: [asked("a", false), asked("b", true)], isOpen: false, isApproved: true),
    Case(all: [asked("b", true), asked("b")], isOpen: false, isApproved: false),
  ]

  @Test(arguments: cases.indices) func `the last request counts, for the content that it was asked for`(_ index: Int) {
    let (example, standing) = (Self.cases[index], ApprovalStanding(Self.cases[index].all, digest: "b"))
    #expect(standing.isOpen == example.isOpen && standing.isApproved == example.isApproved)
  }
}

@Suite(.serialized) struct ApprovalTests {
  private static func plan(_ test: TestHouse) async throws -> (plan: String, office: Visitor) {
    let office = try await PlanPageTests.office(test)
    let plan = try await PlanPageTests.bring(Texts.gaps, office)
    try await ReleasePageTests.complete(plan, office, test)
    return (plan, office)
  }

  private static func submit(_ plan: String, to login: String, _ by: Visitor, _ test: TestHouse) async throws -> Answer
  {
    let person = try await test.account(login).id.text
    let due = test.clock.now.date.adding(days: 2).iso
    return try await by.post("\(plan)/submit", [("approver", person), ("due", due)])
  }

  private static func answer(
    _ decision: String, _ plan: String, _ approver: Visitor, because reason: String = ""
  ) async throws -> Answer {
    try await ReleasePageTests.answer(
      decision, "\(plan)/approve", seenOn: "\(plan)/approval", approver, because: reason)
  }

  private static func edit(_ plan: String, lead: String, _ by: Visitor, _ test: TestHouse) async throws -> Answer {
    let task = try #require(try await ReleasePageTests.items(plan, test).of(.task).first)
    let prefix = "e\(task.number)-"
    return try await by.post(
      "\(plan)/items/\(task.id)", [("as", prefix), ("of", "lead"), ("\(prefix)lead", lead)])
  }

  private static func delegate(_ from: Visitor, to login: String, _ test: TestHouse) async throws {
    let today = test.clock.now.date
    let fields = [
      ("taker", try await test.account(login).id.text), ("begins", today.iso), ("ends", today.adding(days: 7).iso),
      ("reason", "出差"),
    ]
    #expect(try await from.post("/me/delegations", fields).status == 303)
  }

  private static func release(_ plan: String, _ office: Visitor, _ test: TestHouse) async throws -> Answer {
    let person = try await test.account("zhouyn").id.text
    let owners = Release.dated(try await ReleasePageTests.items(plan, test)).map { (Release.ownerField($0), person) }
    return try await office.post("\(plan)/release", [("title", "整治行动")] + owners)
  }

  @Test(arguments: Store.both) func `nothing is released that nobody approved as it is`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (plan, office) = try await Self.plan(test)
      #expect(try await Self.release(plan, office, test).text.contains("还没有审定"))
      #expect(try await Self.submit(plan, to: "zhouyn", office, test).status == 422, "没有审定权限的人")
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 303)
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 409, "已经送审")
      #expect(try await Self.release(plan, office, test).status == 409, "没有答复")
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(Seen(try await head.get("/today")).has("审定方案《清沅县2026年医疗秩序专项整治工作方案》"))
      #expect(try await office.post("\(plan)/approve", [("decision", "approve")]).status == 403)
      #expect(try await Self.answer("return", plan, head).text.contains("退回要写明理由"))
      #expect(try await head.post("\(plan)/approve", []).status == 422)
      #expect(try await head.post("\(plan)/approve", [("decision", "approve")]).text.contains("打开页面以后"), "没有看过内容")
      #expect(try await Self.answer("approve", plan, head).status == 303)
      #expect(!Seen(try await head.get("/today")).has("审定方案"))
      // A later change of an item asks again.
      #expect(try await Self.edit(plan, lead: "县公安局", office, test).status == 303)
      #expect(try await Self.release(plan, office, test).status == 409)
      #expect(Seen(try await office.get("\(plan)/approval")).has("内容改过"))
      #expect(try await Self.submit(plan, to: "fangl", office, test).status == 303)
      let bureau = try await Visitor.signedIn(test, "fangl")
      #expect(try await Self.answer("approve", plan, bureau).status == 303)
      #expect(try await Self.release(plan, office, test).status == 303)
    }
  }

  @Test(arguments: Store.both) func `whoever brought a plan in does not approve it`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let bureau = try await Visitor.signedIn(test, "fangl")
      let plan = try await PlanPageTests.bring(Texts.gaps, bureau)
      let office = try await PlanPageTests.office(test)
      try await ReleasePageTests.complete(plan, office, test)
      #expect(try await Self.submit(plan, to: "fangl", office, test).text.contains("不能由自己审定"))
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 303)
      #expect(try await Self.answer("approve", plan, bureau).status == 409)
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await Self.answer("return", plan, head, because: "牵头单位没有写全").status == 303)
      let page = Seen(try await office.get("\(plan)/approval"))
      #expect(page.has("已退回") && page.has("牵头单位没有写全") && page.doubledIDs.isEmpty)
      #expect(try await Self.release(plan, office, test).status == 409)
    }
  }

  @Test(arguments: Store.both) func `whoever changed one item does not approve the plan`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (plan, office) = try await Self.plan(test)
      let bureau = try await Visitor.signedIn(test, "fangl")
      #expect(try await Self.submit(plan, to: "fangl", office, test).status == 303)
      #expect(try await Self.edit(plan, lead: "县公安局", bureau, test).status == 303)
      #expect(try await Self.submit(plan, to: "fangl", office, test).text.contains("不能由自己审定"))
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 303)
      #expect(try await Self.answer("approve", plan, bureau).status == 409)
      #expect(!Seen(try await bureau.get("\(plan)/approval")).has("name=\"decision\""))
    }
  }

  @Test(arguments: Store.both) func `a page that is out of date approves nothing`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (plan, office) = try await Self.plan(test)
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 303)
      let head = try await Visitor.signedIn(test, "heyuan")
      let old = OfferedForm(try await head.get("\(plan)/approval")).value("digest")
      #expect(old.count == 64)
      #expect(try await Self.edit(plan, lead: "县公安局", office, test).status == 303)
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 303)
      let late = try await head.post("\(plan)/approve", [("digest", old), ("decision", "approve")])
      #expect(late.status == 409 && late.text.contains("打开页面以后内容又改过"))
      #expect(try await Self.release(plan, office, test).status == 409)
      #expect(try await Self.answer("approve", plan, head).status == 303)
    }
  }

  @Test(arguments: Store.both) func `the one who was asked answers, or whoever stands in for him`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (plan, office) = try await Self.plan(test)
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 303)
      let bureau = try await Visitor.signedIn(test, "fangl")
      #expect(try await Self.answer("approve", plan, bureau).text.contains("这次送的是贺远"))
      // He is away: the office asks another in his place, and his answer comes too late.
      #expect(Seen(try await office.get("\(plan)/approval")).has("改送别人审定"))
      #expect(try await Self.submit(plan, to: "fangl", office, test).status == 303)
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(!Seen(try await head.get("/today")).has("审定方案"))
      #expect(try await Self.answer("approve", plan, head).status == 409)
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 303)
      try await Self.delegate(head, to: "zhouyn", test)
      let deputy = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await Self.answer("approve", plan, deputy).status == 303)
    }
  }

  /// Who stands in for one of the authors, or lent his right to one, approves nothing either.
  @Test(arguments: Store.both) func `standing in does not make one's own work another's`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let bureau = try await Visitor.signedIn(test, "fangl")
      let plan = try await PlanPageTests.bring(Texts.gaps, bureau)
      try await ReleasePageTests.complete(plan, office, test)
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 303)
      let head = try await Visitor.signedIn(test, "heyuan")
      try await Self.delegate(head, to: "fangl", test)
      let own = try await Self.answer("approve", plan, bureau)
      #expect(own.status == 409 && own.text.contains("不能由自己审定"))
      #expect(try await Self.answer("approve", plan, head).status == 303)
    }
  }

  @Test(arguments: Store.both) func `an approval is handed over to whoever may give it`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (plan, office) = try await Self.plan(test)
      #expect(try await Self.submit(plan, to: "heyuan", office, test).status == 303)
      let part = Approvals.handOver(try HouseContent.load(TestHouse.contentFolder).roles)
      let from = try await test.account("heyuan").id.value
      let waiting = try await test.database.read { try part.open(from, $0) }
      let record = try #require(waiting.first)
      #expect(waiting.count == 1)
      func move(to login: String) async throws {
        let heir = try await test.account(login).id.value
        try await test.database.change(Cast.county, by: .system, deed: .submitPlan) {
          try part.move(record, from, heir, $0)
        }
      }
      let officer = try await test.account("zhouyn").name
      await #expect(throws: ApprovalRefusal.cannotTake(name: officer)) { try await move(to: "zhouyn") }
      try await move(to: "fangl")
      #expect(try await Self.answer("approve", plan, Visitor.signedIn(test, "heyuan")).status == 409)
      #expect(try await Self.answer("approve", plan, Visitor.signedIn(test, "fangl")).status == 303)
      #expect(try await test.database.read { try part.open(from, $0) }.isEmpty)
    }
  }
}
