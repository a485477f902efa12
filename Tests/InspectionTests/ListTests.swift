import App
import Inspection
import Kit
import Offices
import Registers
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

@Suite struct ListTests {
  /// Visits of the campaign 77: the clinic twice, the site once, all made; the hospital only planned.
  private static func fill(_ scene: Scene) async throws {
    for place in [scene.clinic, scene.clinic, scene.site] {
      let id = try await scene.plan(scene.new(place))
      try await scene.record(id, try scene.report(.clean))
    }
    _ = try await scene.plan(scene.new(scene.hospital, days: 1))
    try await scene.change(Deed("test.campaign")) { tx in
      try tx.execute("UPDATE visit SET campaign = 77")
      tx.tell(scene.site, "计入行动")
    }
  }

  @Test(arguments: Store.both) func `figures count places once and open what is behind them`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      try await Self.fill(scene)
      let (figures, covered) = try await scene.test.database.read { reader in
        (
          try Inspection.figures(ID<CampaignRecord>(77), Cast.county, reader),
          try Inspection.covered.counts(ID<CampaignRecord>(77), Cast.county, reader)
        )
      }
      #expect(figures.map { "\($0.title) \($0.number) \($0.unit)" } == ["检查 2 户", "责令改正 0 件"])
      #expect(figures.first?.parts.map(\.number) == ["3"])
      #expect(covered == ["clinic": 1])
      let visitor = try await Visitor.signedIn(scene.test, "luohui")
      let places = try await visitor.get(try #require(figures.first?.link.text))
      #expect(places.text.contains("检查过的对象 2 户"))
      let visits = try await visitor.get(try #require(figures.first?.parts.first?.link?.text))
      #expect(visits.text.contains("检查 3 次"))
    }
  }

  @Test(arguments: Store.both) func `what is still to be visited is what was not visited`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await Self.fill(scene)
      let visited = Inspection.covered.visited(ID<CampaignRecord>(77), Cast.county)
      let waiting = try await scene.test.database.read { reader in
        try ["clinic", "hospital"].map { type in
          try Registers.institutions(of: type, in: Cast.county, except: visited, limit: 20, offset: 0, reader)
        }
      }
      #expect(waiting.map(\.total) == [0, 1])
      #expect(waiting.flatMap(\.premises).map(\.ref) == [scene.hospital])
    }
  }

  /// Filter → how many visits of the list remain.
  private static let filters: [(query: String, count: Int)] = [
    ("", 4), ("?state=done", 3), ("?state=planned", 1), ("?type=clinic", 2), ("?type=hospital", 1),
    ("?type=unlicensed-site", 1), ("?officer=me", 4), ("?campaign=25", 4), ("?campaign=26", 0), ("?campaign=x%27", 0),
    ("?premises=clue:1", 0), ("?result=clean&state=done", 3), ("?result=correct", 0), ("?state=%27%20OR%201=1", 0),
  ]

  @Test(arguments: Store.both) func `the list narrows by its address`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await Self.fill(scene)
      let visitor = try await Visitor.signedIn(scene.test, "zhouyn")
      for (query, count) in Self.filters {
        let page = try await visitor.get("/visits\(query)")
        #expect(page.status == 200)
        let shown = count == 0 ? "没有符合条件的检查" : "检查 \(count) 次"
        #expect(page.text.contains(shown), "\(query)")
      }
      for sort in ["date", "-date", "number", "-number", "nonsense"] {
        #expect(try await visitor.get("/visits?sort=\(sort)").status == 200)
        #expect(try await visitor.get("/visits/premises?sort=\(sort)").status == 200)
        #expect(
          try await visitor.get("/rectifications?sort=\(sort)&late=1&owner=me&premises=\(scene.site)").status == 200)
      }
    }
  }

  @Test(arguments: Store.both) func `another county sees nothing, a reader cannot work`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.plan(scene.new(scene.site))
      let stranger = try await Visitor.signedIn(scene.test, "dongl")
      #expect(try await stranger.get("/visits/\(id)").status == 404)
      #expect(try await stranger.post("/visits/\(id)/cancel", [("reason", "x")]).status == 404)
      #expect(try await stranger.get("/visits").text.contains("还没有安排检查"))
      // A place of another county is no place at all.
      let page = try await stranger.get("/visits/new?premises=\(scene.site)")
      #expect(!page.text.contains("集贸市场镶牙点"))

      let superior = try await Visitor.signedIn(scene.test, "mengzh")
      let seen = try await superior.get("/visits/\(id)")
      #expect(seen.status == 200)
      #expect(!seen.text.contains("/visits/\(id)/record"))
      #expect(try await superior.get("/visits/\(id)/record").status == 403)
    }
  }

  @Test(arguments: Store.both) func `the clue's page offers a visit and shows it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let visitor = try await Visitor.signedIn(scene.test, "zhouyn")
      let before = try await visitor.get("/clues/\(scene.clue)")
      #expect(before.text.contains("/visits/new?clue=\(scene.clue)"))
      let form = try await visitor.get("/visits/new?clue=\(scene.clue)")
      #expect(form.text.contains("集贸市场镶牙点"))
      #expect(form.text.contains("<option value=\"unlicensed-site\" selected>"))
      let answer = try await visitor.post(
        "/visits",
        [
          ("premises", scene.site.description), ("clue", scene.clue.text), ("date", scene.today.iso),
          ("first", scene.officer.id.text), ("second", scene.second.id.text), ("checklist", "unlicensed-site"),
        ])
      #expect(answer.status == 303)
      #expect(try await visitor.get("/clues/\(scene.clue)").text.contains("清检〔2026〕0001"))
      #expect(try await visitor.get("/search?q=%E9%95%B6%E7%89%99").text.contains("清检〔2026〕0001"))
    }
  }
}
