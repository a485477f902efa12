import App
import Kit
import Storage
import TestKit
import Testing
import Web

@testable import Registers

@Suite struct SiteTests {
  @Test(arguments: Store.both)
  func putsASiteOnFileOnce(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let new = NewSite(name: "荷花巷诊所", address: "荷花巷 27 号", town: 111, note: "每天下午")
      let id = try await add(new, test)
      let premises = try await test.database.read { try Registers.premises(Ref(.site, id), $0) }
      #expect(premises?.name == "荷花巷诊所" && premises?.town == 111 && premises?.type == nil)
      await #expect(throws: SiteRefusal.self) { _ = try await add(new, test) }
      await #expect(throws: SiteRefusal.self) {
        _ = try await add(NewSite(name: "甲", address: "乙", town: 121, note: ""), test)
      }
      await #expect(throws: SiteRefusal.self) {
        _ = try await add(NewSite(name: " ", address: "乙", town: 0, note: ""), test)
      }
      let history = try await test.database.read { try LedgerReading.history(of: Ref(.site, id), $0) }
      #expect(history.map(\.sentence) == ["登记无证点“荷花巷诊所”"])
    }
  }

  @Test(arguments: Store.both)
  func findsInstitutionsAndSitesByTheSameWords(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await imported([Support.row(1, name: "荷花口腔诊所")], test)
      let id = try await add(NewSite(name: "荷花巷诊所", address: "荷花巷 27 号", town: 0, note: ""), test)
      let found = try await test.database.read { try Registers.candidates("荷花", county: Cast.county, limit: 5, $0) }
      #expect(found.map(\.name) == ["荷花巷诊所", "荷花口腔诊所"])
      #expect(found.first?.ref == Ref(.site, id) && found.last?.type == "clinic")
      let elsewhere = try await test.database.read {
        try Registers.candidates("荷花", county: Cast.otherCounty, limit: 5, $0)
      }
      #expect(elsewhere.isEmpty)
      #expect(try await test.database.read { try Registers.premises(Ref(RefKind("clue"), 1), $0) } == nil)
    }
  }

  @Test(arguments: Store.both)
  func banAndReopenOnThePages(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/sites").text.contains("还没有登记过无证点"))
      let kept = try await officer.post("/sites", [("name", "荷花巷诊所"), ("address", "")])
      #expect(kept.status == 422 && kept.text.contains("荷花巷诊所") && kept.text.contains("“地址”还没有填"))
      let made = try await officer.post("/sites", [("name", "荷花巷诊所"), ("address", "荷花巷 27 号"), ("town", "111")])
      #expect(made.status == 303)
      let page = made.location
      #expect(try await officer.get(page).text.contains("登记已取缔"))
      #expect(try await officer.post("\(page)/ban", [("reason", "")]).status == 422)
      #expect(try await officer.post("\(page)/ban", [("reason", "清卫取〔2026〕3号")]).status == 303)
      #expect(try await officer.post("\(page)/ban", [("reason", "再来一次")]).status == 409)
      let banned = try await officer.get(page).text
      #expect(banned.contains("已取缔") && banned.contains("清卫取〔2026〕3号") && banned.contains("登记又在营业"))
      #expect(try await officer.post("\(page)/reopen", [("reason", "巡查发现")]).status == 303)
      #expect(try await officer.get("/sites?state=banned").text.contains("没有符合条件的无证点"))
      #expect(try await officer.get("/sites?words=荷花").text.contains("荷花巷诊所"))
    }
  }

  @Test(arguments: Store.both)
  func keepsOthersOut(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let id = try await add(NewSite(name: "荷花巷诊所", address: "荷花巷 27 号", town: 0, note: ""), test)
      let neighbour = try await Visitor.signedIn(test, "dongl")
      #expect(try await neighbour.get("/sites/\(id)").status == 404)
      #expect(try await neighbour.post("/sites/\(id)/ban", [("reason", "x")]).status == 404)
      let office = try await Visitor.signedIn(test, "luohui")
      #expect(try await office.get("/sites/\(id)").status == 200)
      #expect(try await office.get("/sites/new").status == 403)
      let superior = try await Visitor.signedIn(test, "mengzh")
      #expect(try await superior.get("/sites").text.contains("荷花巷诊所"))
      #expect(try await superior.post("/sites/\(id)/ban", [("reason", "x")]).status == 403)
    }
  }

  private func add(_ new: NewSite, _ test: TestHouse) async throws -> ID<UnlicensedSite> {
    try await test.database.change(Cast.county, by: .system, deed: .addSite) { try Registers.addSite(new, $0) }
  }
}
