import App
import Duties
import Inspection
import Intake
import Kit
import Offices
import Registers
import Storage
import TestKit
import Testing
import Web

@Suite struct PlanningTests {
  @Test(arguments: Store.both) func `a plan gets a number, a duty on the day and sentences on visit and clue`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.plan(scene.new(scene.site, clue: scene.clue, days: 3))
      let visit = try await scene.visit(id)
      #expect(visit.number == "清检〔2026〕0001")
      #expect(visit.state == .planned)
      #expect(visit.officers == [scene.officer.id, scene.second.id])
      #expect(visit.team.first.certificate == "云卫执 0007")
      let (duties, history, clue) = try await scene.test.database.read { reader in
        (
          try Duties.waiting(on: visit.ref, reader), try LedgerReading.history(of: visit.ref, reader),
          try LedgerReading.history(of: Ref(.clue, scene.clue), reader)
        )
      }
      #expect(duties.map(\.kind) == ["visit.record"])
      #expect(duties.map(\.due.iso) == ["2026-11-23"])
      #expect(duties.map(\.owner) == [scene.officer.id])
      #expect(history.map(\.sentence) == ["安排检查清检〔2026〕0001：集贸市场镶牙点，2026年11月23日，周予宁、秦述安"])
      #expect(clue.last?.sentence == "为线索清举〔2026〕0001安排检查清检〔2026〕0001")
    }
  }

  /// What is wrong with a plan, and the code of its refusal.
  private static let wrong: [(code: String, change: @Sendable (Scene) -> NewVisit)] = [
    ("inspection.date-in-past", { $0.new($0.site, days: -1) }),
    ("inspection.no-premises", { $0.new(Ref(.site, 999)) }),
    ("inspection.no-premises", { $0.new(Ref(.clue, $0.clue)) }),
    ("inspection.no-checklist", { $0.new($0.site, checklist: "none") }),
    (
      "inspection.task-not-running",
      { scene in
        NewVisit(
          premises: scene.site, task: ID(77), date: scene.today, first: scene.officer.id, second: scene.second.id,
          checklist: "clinic")
      }
    ),
    (
      "team.same-person",
      { scene in
        NewVisit(
          premises: scene.site, date: scene.today, first: scene.officer.id, second: scene.officer.id,
          checklist: "clinic")
      }
    ),
    (
      "team.not-an-officer",
      { scene in
        NewVisit(premises: scene.site, date: scene.today, first: scene.officer.id, second: ID(5), checklist: "clinic")
      }
    ),
  ]

  @Test(arguments: Store.both) func `a wrong plan is refused by name and leaves nothing`(store: Store) async throws {
    try await Scene.play(store) { scene in
      for (code, change) in Self.wrong {
        let new = change(scene)
        #expect(await refusals { _ = try await scene.plan(new) } == [code])
      }
      // The refused plans drew no number.
      let id = try await scene.plan(scene.new(scene.site))
      #expect(try await scene.visit(id).number == "清检〔2026〕0001")
      #expect(await refusals { _ = try await scene.plan(scene.new(scene.site)) } == ["inspection.already-planned"])
    }
  }

  @Test(arguments: Store.both) func `officers without a certificate cannot go`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let plain = try await scene.change(.addAccount) { tx in
        try Offices.addAccount(
          NewAccount(
            login: "linwz", name: "林无证", post: "见习", agency: scene.officer.agency, region: 110, certificate: nil,
            roles: ["officer"], password: "x"),
          roles: scene.test.house.roles, tx)
      }
      let new = NewVisit(
        premises: scene.site, date: scene.today, first: scene.officer.id, second: plain, checklist: "clinic")
      #expect(await refusals { _ = try await scene.plan(new) } == ["team.no-certificate"])
      let page = try await Visitor.signedIn(scene.test, "zhouyn").get("/visits/new?premises=\(scene.site)")
      #expect(!page.text.contains("林无证"))
    }
  }

  @Test(arguments: Store.both) func `a cancelled visit keeps its number and reason and owes nothing`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.plan(scene.new(scene.clinic, checklist: "clinic"))
      let visitor = try await Visitor.signedIn(scene.test, "zhouyn")
      let without = try await visitor.post("/visits/\(id)/cancel")
      #expect(without.status == 422)
      let done = try await visitor.post("/visits/\(id)/cancel", [("reason", "机构当天停业")])
      #expect(done.status == 303)
      #expect(try await scene.visit(id).state == .cancelled)
      let duties = try await scene.test.database.read { try Duties.waiting(on: Ref(.visit, id), $0) }
      #expect(duties.isEmpty)
      #expect(try await visitor.get("/visits/\(id)").text.contains("理由：机构当天停业"))
      #expect(await refusals { try await scene.record(id, try scene.report(.clean)) } == ["inspection.not-planned"])
    }
  }
}
