import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

struct TimelineTests {
  static func item(_ from: String, _ to: String, done: Bool = false, _ kind: Timeline.Kind = .phase) throws
    -> Timeline.Item
  {
    Timeline.Item(
      kind: kind, title: "事项", link: nil, from: try Fixtures.day(from), to: try Fixtures.day(to), isDone: done)
  }

  struct Case: Sendable {
    let from, to, today: String
    let isDone: Bool
    let state: Timeline.State
  }

  static let cases: [Case] = [
    Case(from: "2026-11-01", to: "2026-11-10", today: "2026-11-11", isDone: false, state: .late),
    Case(from: "2026-11-01", to: "2026-11-10", today: "2026-11-11", isDone: true, state: .done),
    Case(from: "2026-11-01", to: "2026-11-10", today: "2026-11-10", isDone: false, state: .now),
    Case(from: "2026-11-01", to: "2026-11-10", today: "2026-11-01", isDone: false, state: .now),
    Case(from: "2026-11-01", to: "2026-11-10", today: "2026-10-31", isDone: false, state: .coming),
  ]

  @Test(arguments: cases.indices) func `late is what is past and not done`(_ index: Int) throws {
    let example = Self.cases[index]
    let state = try Self.item(example.from, example.to, done: example.isDone).state(on: Fixtures.day(example.today))
    #expect(state == example.state)
  }

  @Test func `days stand in proportion, none outside`() throws {
    let items = [
      try Self.item("2026-11-01", "2026-11-10"), try Self.item("2026-11-20", "2026-11-20", .deadline),
      try Self.item("2026-11-05", "2026-11-05", .meeting),
    ]
    let timeline = try #require(Timeline(items, today: try Fixtures.day("2026-11-12")))
    #expect(timeline.span(items[0]) == (0, 500) && timeline.span(items[1]) == (950, 50))
    let (early, after) = (try Fixtures.day("2026-01-01"), try Fixtures.day("2027-01-01"))
    #expect(timeline.place(early) == 0 && timeline.place(after) == 1000)
    #expect(timeline.events.map(\.kind) == [.meeting, .deadline] && timeline.late == 2)
    #expect(Timeline([], today: try Fixtures.day("2026-11-12")) == nil)
  }
}

@Suite(.serialized) struct TimelinePageTests {
  @Test(arguments: Store.both) func `today stands between what was and what comes`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      try await ReleasePageTests.complete(plan, office, test)
      let campaign = try await ReleasePageTests.release(plan, office, test).location
      let page = Seen(try await office.get("\(campaign)/timeline"))
      #expect(page.has("1 动员部署") && page.has("<b>今天</b>") && page.has("周予宁") && page.has("class=\"bar"))
      #expect(page.doubledIDs.isEmpty)
    }
  }

  /// What is sealed shows to nobody but its owner, not in the replay of its campaign either; the new owner is told when he got it.
  @Test(arguments: Store.both) func `a campaign is replayed by its days, without what is sealed`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      try await ReleasePageTests.complete(plan, office, test)
      let campaign = try await ReleasePageTests.release(plan, office, test).location
      let id = try #require(ID<CampaignRecord>(text: campaign.split(separator: "/").last ?? ""))
      let (owner, heir) = (try await test.account("zhouyn").id, try await test.account("qinsa").id)
      try await VersionTests.change(test, Ref(.campaign, id)) { tx in
        let new = NewDuty(
          kind: "dereliction.open", title: "封存的材料", subject: Ref(.campaign, id), owner: owner, due: tx.today,
          basis: "材料", campaign: id.value)
        try Duties.owe(new, tx)
      }
      let first = test.clock.now.date
      test.clock.advance(days: 1)
      try await VersionTests.change(test, Ref(.campaign, id)) { tx in
        for deadline in try DeadlineStore.list(of: id, met: nil, limit: 10, offset: 0, tx) {
          try Duties.handOver(deadline.ref, kind: nil, to: heir, tx)
        }
      }
      func replay(_ day: CivilDate, _ visitor: Visitor) async throws -> Seen {
        Seen(try await visitor.get("\(Duties.replay(Ref(.campaign, id)).text)&on=\(day.iso)"))
      }
      let again = try await PlanPageTests.office(test)
      let (before, after) = (try await replay(first, again), try await replay(first.adding(days: 1), again))
      #expect(before.has("交周予宁办理") && !before.has("秦述安") && !before.has("封存的材料"))
      #expect(after.has("周予宁交给秦述安") && !after.has("封存的材料") && after.doubledIDs.isEmpty)
    }
  }
}
