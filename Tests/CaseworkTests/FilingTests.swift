import App
import Casework
import Duties
import Inspection
import Intake
import Kit
import Law
import Offices
import Registers
import Storage
import TestKit
import Testing
import Web

@Suite struct FilingTests {
  @Test(arguments: Store.both) func `filing draws a number, settles the visit's duty and owes the decision`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let record = try await scene.lawCase(id)
      #expect(record.number == "清卫医立〔2026〕1号")
      #expect(record.clue == scene.clue)
      #expect(record.premises == scene.site)
      #expect(record.violation.basis.contains("《医疗机构管理条例》第二十三条"))
      let (onCase, onVisit, history, clue) = try await scene.test.database.read { reader in
        (
          try Duties.waiting(on: record.ref, reader), try Duties.waiting(on: Ref(.visit, scene.visit), reader),
          try LedgerReading.history(of: record.ref, reader),
          try LedgerReading.history(of: Ref(.clue, scene.clue), reader)
        )
      }
      #expect(onVisit.isEmpty)
      #expect(onCase.map(\.kind) == ["case.decision"])
      // 90 days after 2026-11-20 is Thursday 2027-02-18; the calendar of 2027 is not published.
      #expect(onCase.map(\.due.iso) == ["2027-02-18"])
      #expect(onCase.map(\.provisional) == [true])
      #expect(history.map(\.sentence) == ["立案清卫医立〔2026〕1号：未取得医疗机构执业许可证擅自执业，依据检查清检〔2026〕0001，承办周予宁、秦述安"])
      #expect(clue.last?.sentence == "就线索清举〔2026〕0001立案清卫医立〔2026〕1号")
      // The party may be a person: no name in the ledger.
      #expect(history.allSatisfy { !$0.sentence.contains("卢某") && !$0.changes.contains("卢某") })
    }
  }

  @Test(arguments: Store.both) func `what may not be filed is refused by name`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let clean = try await Scene.visit(
        .clean, nil, scene.site, scene.inspection, scene.test, scene.officer, scene.second)
      let planned = try await scene.change(.planVisit) { tx in
        try scene.inspection.plan(
          NewVisit(
            premises: scene.site, date: scene.today, first: scene.officer.id, second: scene.second.id,
            checklist: "unlicensed-site"), tx)
      }
      let wrong: [(String, NewCase)] = [
        ("casework.no-source", scene.new(visit: nil)), ("casework.nothing-found", scene.new(visit: clean)),
        ("casework.visit-not-done", scene.new(visit: planned)), ("missing", scene.new(visit: ID(5))),
        ("casework.no-violation", scene.new(visit: scene.visit, violation: "nothing")),
        ("casework.no-premises", scene.new(visit: nil, premises: Ref(.site, 9))),
        ("team.same-person", scene.new(visit: scene.visit, second: scene.officer.id)),
      ]
      for (code, new) in wrong { #expect(await refusals { _ = try await scene.file(new) } == [code]) }
      _ = try await scene.file()
      #expect(await refusals { _ = try await scene.file() } == ["casework.already-filed"])
    }
  }

  @Test(arguments: Store.both) func `from the visit's page to the case`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let visitor = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await visitor.get("/visits/\(scene.visit)").text.contains("/cases/new?visit=\(scene.visit)"))
      let form = try await visitor.get("/cases/new?visit=\(scene.visit)")
      #expect(form.text.contains("<option value=\"unlicensed-institution\" selected>"))
      #expect(form.text.contains("value=\"集贸市场镶牙点\""))
      let filed = try await visitor.post(
        "/cases",
        [
          ("visit", scene.visit.text), ("party", "卢某"), ("kind", "person"), ("violation", "unlicensed-institution"),
          ("summary", "无证镶牙"),
          ("first", scene.officer.id.text), ("second", scene.second.id.text),
        ])
      #expect(filed.status == 303)
      let page = try await visitor.get(filed.location)
      #expect(page.text.contains("清卫医立〔2026〕1号"))
      // An officer of the case is told why he may not decide, and the page offers no such button.
      #expect(try await visitor.get("\(filed.location)/steps").text.contains("《行政处罚法》第五十七条"))
      #expect(!page.text.contains("\(filed.location)/decide"))
      #expect(!(try await visitor.get("/visits/\(scene.visit)").text.contains("/cases/new")))
      #expect(try await visitor.get("/cases/new").text.contains("立案要有来源"))
    }
  }

  @Test(arguments: Store.both) func `another county sees no case`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let stranger = try await Visitor.signedIn(scene.test, "dongl")
      #expect(try await stranger.get("/cases/\(id)").status == 404)
      #expect(try await stranger.get("/cases").text.contains("还没有案件"))
      #expect(try await stranger.get("/cases/new?visit=\(scene.visit)").text.contains("立案要有来源"))
      #expect(try await stranger.post("/cases/\(id)/pay", [("date", scene.today.iso), ("amount", "1")]).status == 404)
    }
  }
}
