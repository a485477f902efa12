import App
import Casework
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Offenders
@testable import Recurrence

@Suite struct AlertTests {
  @Test(arguments: Store.both) func `two old penalties and a new case: the head owes a decision in three days`(
    _ store: Store
  )
    async throws
  {
    try await Scene.play(store) { scene in
      let person = try await scene.penalise("甲卫罚〔2023〕1号", served: "2023-01-10")
      #expect(try await scene.penalise("甲卫罚〔2024〕2号", served: "2024-02-01") == person)
      let id = try await scene.name(person)
      let act = try await scene.act(id)
      #expect(act.state == .waiting && act.raised?.number == 2 && act.raised?.reading == "final")
      let duties = try await scene.test.database.read { try Duties.waiting(on: act.ref, $0) }
      let duty = try #require(duties.first)
      #expect(duties.count == 1 && duty.kind == RecurrenceDuty.decide && duty.owner == act.head)
      #expect(duty.countedTo == scene.test.clock.now.date.adding(days: 3))
      #expect(duty.owner != scene.officer.id)
    }
  }

  @Test(arguments: Store.both) func `one penalty, a ban or a revoked decision raises nothing, and the list is watched`(
    _ store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let person = try await scene.penalise("甲1", served: "2023-01-10")
      try await scene.penalise("甲2", served: "2023-05-10", kinds: [.ban])
      try await scene.penalise("甲3", served: "2023-09-10", standing: .revoked)
      let id = try await scene.name(person)
      #expect(try await scene.act(id).state == .watched)
      // The second penalty comes in later, from another province: the sweep finds it.
      try await scene.penalise("乙1", served: "2024-02-01")
      try await scene.room.sweep(Cast.county, scene.test.database)
      #expect(try await scene.act(id).state == .waiting)
      // A second round changes nothing.
      try await scene.room.sweep(Cast.county, scene.test.database)
      let act = try await scene.act(id)
      #expect(try await scene.test.database.read { try Duties.waiting(on: act.ref, $0) }.count == 1)
    }
  }

  @Test(arguments: Store.both) func `confirmed twice it stands once`(_ store: Store) async throws {
    try await Scene.play(store) { scene in
      let person = try await scene.penalise("甲1", served: "2023-01-10")
      let id = try await scene.name(person)
      #expect(try await scene.name(person) == id)
    }
  }

  @Test(arguments: Store.both)
  func `only the head decides, once, with a reason; a transfer makes the officer owe the report`(
    _ store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let person = try await scene.penalise("甲1", served: "2023-01-10")
      try await scene.penalise("甲2", served: "2024-02-01")
      let id = try await scene.name(person)
      let act = try await scene.act(id)
      let owner = try #require(act.head)
      let head = try #require(try await scene.test.database.read { try Offices.person(owner, $0) })
      let other = try await scene.signedIn(head.login == "heyuan" ? "fangl" : "heyuan")
      let told = [("choice", "transfer"), ("words", "两次处罚都已期满")]
      #expect(try await other.post("/recurrences/\(id)/decide", told).status == 403)
      let visitor = try await scene.signedIn(head.login)
      #expect(try await visitor.post("/recurrences/\(id)/decide", [("choice", "transfer")]).status == 422)
      #expect(try await visitor.post("/recurrences/\(id)/decide", told).status == 303)
      #expect(try await visitor.post("/recurrences/\(id)/decide", told).status == 409)
      #expect(try await scene.act(id).state == .transfer)
      let duties = try await scene.test.database.read { try Duties.waiting(on: act.ref, $0) }
      #expect(duties.map(\.kind) == [RecurrenceDuty.report] && duties.first?.owner == scene.officer.id)
      #expect(try await visitor.get("/recurrences/\(id)").text.contains("两次处罚都已期满"))
    }
  }

  @Test(arguments: Store.both) func `the check of the threshold comes filled in, and the report ends the duty`(
    _ store: Store
  )
    async throws
  {
    try await Scene.play(store) { scene in
      let person = try await scene.penalise("甲卫罚〔2023〕1号", served: "2023-01-10")
      try await scene.penalise("甲卫罚〔2024〕2号", served: "2024-02-01")
      let id = try await scene.name(person)
      let officer = try await scene.signedIn("zhouyn")
      let path = "/cases/\(scene.lawCase)/threshold"
      let form = OfferedForm(try await officer.get("\(path)?crime=illegal-practice"))
      #expect(form.value("a-penalties") == "2")
      #expect(form.value("earlier").contains("甲卫罚〔2023〕1号") && form.value("earlier").contains("甲卫罚〔2024〕2号"))
      let answers = [
        ("a-subject", "yes"), ("a-practised", "yes"), ("a-penalties", "2"), ("earlier", form.value("earlier")),
      ]
      #expect(try await officer.post(path, [("crime", "illegal-practice")] + answers).status == 303)
      let proposal = OfferedForm(try await officer.get("/cases/\(scene.lawCase)/transfer"))
      #expect(proposal.value("facts").contains("甲卫罚〔2024〕2号"))
      #expect(try await scene.act(id).state == .waiting)
    }
  }

  @Test(arguments: Store.both) func `the panels of case and person show the count under both readings`(_ store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let person = try await scene.penalise("甲1", served: "2023-01-10")
      try await scene.penalise("甲2", served: "2024-02-01")
      _ = try await scene.name(person)
      let officer = try await scene.signedIn("zhouyn")
      let page = try await officer.get("/cases/\(scene.lawCase)")
      #expect(page.text.contains("按“等到期满”清点") && page.text.contains("按“送达生效即可”清点"))
      #expect(page.text.contains("第 2 次"))
    }
  }

  @Test(arguments: Store.both) func `a judgement in the register that it is he raises the alert in the same deed`(
    _ store: Store
  )
    async throws
  {
    try await Scene.play(store) { scene in
      let person = try await scene.penalise("甲1", served: "2023-01-10")
      try await scene.penalise("甲2", served: "2024-02-01")
      let officer = try await scene.signedIn("zhouyn")
      let subject = Ref(.lawCase, scene.lawCase)
      func judge(_ answer: String) async throws -> Int {
        try await officer.post(
          "/offenders/\(person)/judge", [("subject", "\(subject)"), ("answer", answer), ("reason", "号码一致")]
        ).status
      }
      #expect(try await judge("unsure") == 303)
      #expect(try await scene.test.database.read { try ActStore.find(person, in: subject, $0) } == nil)
      #expect(try await judge("same") == 303)
      let act = try #require(try await scene.test.database.read { try ActStore.find(person, in: subject, $0) })
      // The violation of the case says that he is no physician.
      #expect(act.state == .waiting && act.standing == "none")
    }
  }

  @Test(arguments: Store.both) func `the agency chooses the reading, with a reason, and the next count follows it`(
    _ store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let today = scene.test.clock.now.date
      let person = try await scene.penalise("甲1", served: "2023-01-10")
      try await scene.penalise("甲2", served: today.adding(days: -30).iso)
      let id = try await scene.name(person)
      #expect(try await scene.act(id).state == .watched)
      let bureau = try await scene.signedIn("fangl")
      let told = [("reading", "served"), ("because", "和公安、检察会商")]
      #expect(try await bureau.post("/recurrences/reading", [("reading", "served")]).status == 422)
      #expect(try await bureau.post("/recurrences/reading", told).status == 303)
      #expect(try await bureau.post("/recurrences/reading", told).status == 409)
      #expect(try await scene.signedIn("zhouyn").post("/recurrences/reading", told).status == 403)
      try await scene.room.sweep(Cast.county, scene.test.database)
      #expect(try await scene.act(id).state == .waiting)
      #expect(try await bureau.get("/recurrences/reading").text.contains("和公安、检察会商"))
    }
  }
}
