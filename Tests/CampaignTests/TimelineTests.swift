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

/// The same days as month sheets.
struct MonthSheetTests {
  @Test func `weeks begin on Monday, a phase shows where it begins and ends`() throws {
    // 2026-11-01 is a Sunday, and the month has thirty days.
    let items = [
      try TimelineTests.item("2026-10-26", "2026-11-20"), try TimelineTests.item("2026-11-20", "2026-11-20", .deadline),
      try TimelineTests.item("2026-12-01", "2026-12-01", .meeting),
    ]
    let month = MonthSheet(of: try Fixtures.day("2026-11-20"), items)
    #expect(month.title == "2026年11月" && month.weeks.count == 6 && month.weeks.allSatisfy { $0.count == 7 })
    #expect(month.weeks.first?.compactMap(\.self).map(\.iso) == ["2026-11-01"] && month.weeks.first?.last??.day == 1)
    #expect(month.weeks.joined().compactMap(\.self).map(\.day) == Array(1...30))
    #expect(month.entries.keys.map(\.iso) == ["2026-11-20"])
    #expect(month.entries[try Fixtures.day("2026-11-20")]?.map(\.words) == ["事项结束", "事项"])
    let (first, last) = (try Fixtures.day("2026-11-30"), try Fixtures.day("2027-01-10"))
    #expect(MonthSheet.months(from: first, to: last).map(\.iso) == ["2026-11-01", "2026-12-01", "2027-01-01"])
    #expect(MonthSheet(of: last, items).isEmpty)
  }

  @Test(arguments: Store.both) func `the calendar shows three months, and turns`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await VersionTests.campaign(test, office)
      #expect(Seen(try await office.get("\(campaign)/timeline")).has("\(campaign)/calendar"))
      let page = Seen(try await office.get("\(campaign)/calendar"))
      #expect(
        page.has("2026年11月") && page.has("2026年12月") && page.has("1 动员部署") && page.has("结束")
          && page.has("aria-current=\"date\""))
      #expect(page.links("/deadlines/").count == 1 && page.doubledIDs.isEmpty)
      #expect(try await office.get("\(campaign)/calendar?month=x").status == 200)
      #expect(Seen(try await office.get("\(campaign)/calendar?month=1999-01-01")).has("2026年11月"))
    }
  }
}
