import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// The tree is dated: an old record still reads as it did.
@Suite struct RegionTests {
  @Test(arguments: Store.both) func `a renamed town has its old name until the day, and an abolished one is gone`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let admin = try await Visitor.signedIn(test, "tangl")
      let today = test.database.world.today
      let rename = [("rename-number", "112"), ("rename-name", "柳塘街道"), ("rename-from", today.adding(days: 2).iso)]
      #expect(try await admin.post("/regions/rename", rename).status == 303)
      let abolish = [("abolish-number", "115"), ("abolish-from", today.adding(days: 2).iso)]
      #expect(try await admin.post("/regions/abolish", abolish).status == 303)
      for (day, has, not) in [(today, "柳塘镇", "柳塘街道"), (today.adding(days: 2), "柳塘街道", "白渡乡")] {
        let names = try await test.database.read { try Offices.towns(of: Cast.county, on: day, $0).map(\.name) }
        #expect(names.contains(has) && !names.contains(not), "\(day)")
      }
      let page = try await admin.get("/regions").text
      #expect(page.contains("柳塘镇") && page.contains("柳塘街道"))
      #expect(try await test.database.read { try Offices.region(112, $0)?.name } == "柳塘镇")
      test.clock.advance(minutes: 2 * 24 * 60)
      #expect(try await test.database.read { try Offices.region(112, $0)?.name } == "柳塘街道")
      #expect(try await test.database.read { try Offices.counties($0).count } == 2, "每个县只数一次")
    }
  }

  @Test(arguments: Store.both) func `places are added in lists, and mistakes are told`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let admin = try await Visitor.signedIn(test, "tangl")
      let day = test.database.world.today.iso
      func add(_ names: String, level: String, parent: String) async throws -> Answer {
        try await admin.post("/regions", [("names", names), ("level", level), ("parent", parent), ("from", day)])
      }
      #expect(try await add("东关村\n桥头村", level: "village", parent: "111").status == 303)
      #expect(try await add("桥头村", level: "village", parent: "111").text.contains("已经在名单里"))
      #expect(try await add("空中村", level: "village", parent: "110").text.contains("上级没有选对"))
      #expect(try await add("外县镇", level: "town", parent: "120").text.contains("上级没有选对"))
      #expect(
        try await admin.post("/regions/abolish", [("abolish-number", "110"), ("abolish-from", day)]).status == 422)
      #expect(try await admin.get("/regions").text.contains("桥头村"))
    }
  }
}
