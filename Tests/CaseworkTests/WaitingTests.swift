import App
import Duties
import Kit
import Offices
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// What waits for presider, clerk and reviewer: 《行政处罚法》第五十八条、第六十四条.
@Suite struct WaitingTests {
  @Test(arguments: Store.both) func `a hearing waits for its presider and its clerk`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      #expect(try await scene.owed(id)["party.hearing"] == "陆闻澜")
      try await scene.call(id)
      let owed = try await scene.owed(id)
      #expect(owed["party.hearing"] == nil && owed["wait.hearing"] == "陆闻澜" && owed["wait.minutes"] == "乔予")
      #expect(owed["wait.review"] == nil)
    }
  }

  @Test(arguments: Store.both) func `its record is owed until it is issued, the review as soon as it was held`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.call(id)
      try await scene.hear(id)
      let held = try await scene.owed(id)
      #expect(held["wait.hearing"] == nil && held["wait.minutes"] == "乔予" && held["wait.review"] == "宋知简")
      try await scene.writeMinutes(id)
      #expect(try await scene.owed(id)["wait.minutes"] == nil)
      try await scene.review(id, "returned", by: scene.test.account("songzj"))
      #expect(try await scene.owed(id)["wait.review"] == nil)
      // Whatever the officers do then brings it back to the reviewer.
      try await scene.take(NewStep(.otherEvidence, on: scene.today), in: id)
      #expect(try await scene.owed(id)["wait.review"] == nil)
      try await scene.take(NewStep(.investigationEnd, on: scene.today), in: id)
      #expect(try await scene.owed(id)["wait.review"] == nil, "the notice must be told anew first")
    }
  }

  @Test(arguments: Store.both) func `who holds no legal qualification reviews nothing`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.call(id)
      try await scene.hear(id)
      let reviewer = try await scene.test.account("songzj")
      try await scene.change(.qualify) { try Offices.qualify(reviewer.id, nil, $0) }
      #expect(await refusals { try await scene.review(id, "passed", by: reviewer) } == ["casework.qualified-reviewer"])
      try await scene.take(
        NewStep(.hearingReport, on: scene.today), in: id, by: scene.test.account("luwl"), as: [.presider])
      let kept = Qualification("A 99 2020 0002", on: scene.today)
      try await scene.change(.qualify) { try Offices.qualify(reviewer.id, kept, $0) }
      #expect(await refusals { try await scene.review(id, "passed", by: reviewer) } == [])
      #expect(try await scene.owed(id)["wait.review"] == nil)
    }
  }

  @Test(arguments: Store.both) func `where nobody may review, a head has to see to it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let reviewer = try await scene.test.account("songzj").id
      try await scene.change(.qualify) { try Offices.qualify(reviewer, nil, $0) }
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.call(id)
      try await scene.hear(id)
      #expect(try await scene.owed(id)["wait.review"] == "贺远")
    }
  }

  @Test(arguments: Store.both) func `the reviewer does not decide, the decider does not review`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.call(id)
      try await scene.hear(id)
      let reviewer = try await scene.test.account("songzj")
      try await scene.take(NewStep(.discussion, on: scene.today), in: id, by: reviewer, as: [.head])
      #expect(
        await refusals { try await scene.review(id, "passed", by: reviewer) } == ["casework.reviewer-not-decider"])
      #expect(
        await Self.next { try await scene.review(id, "passed", by: reviewer) } == "本县现在没有别的人能办这一步，请安全管理员任命。")
    }
  }

  private static func next(_ body: () async throws -> Void) async -> String? {
    do { try await body() } catch { return (error as? any Refusal)?.next }
    return nil
  }

  @Test(arguments: Store.both) func `whoever may not decide what he reviewed reads who may`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.prepare(id, scene.fined())
      let (other, kept) = (try await scene.test.account("fangl"), Qualification("A 99 2020 0003", on: scene.today))
      try await scene.change(.qualify) { try Offices.qualify(other.id, kept, $0) }
      try await scene.review(id, "passed", by: other)
      let page = try await Visitor.signedIn(scene.test, "fangl").get("/cases/\(id)/decide")
      #expect(page.text.contains("可以办这一步的人：贺远（县卫生监督所）"), "\(page.status) \(page.text.suffix(1500))")
    }
  }

  @Test(arguments: Store.both) func `the clerk who was named makes the record, and nothing else`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let clerk = try await scene.test.account("qiaoy")
      func drafting(_ template: String) async -> [String] {
        await refusals { _ = try await scene.draft(template, in: id, by: clerk, as: []) }
      }
      #expect(await drafting("hearing") == ["casework.paper-not-yours"])
      try await scene.request(id)
      try await scene.call(id)
      #expect(await drafting("hearing") == [])
      #expect(await drafting("hearing-report") == ["casework.paper-not-yours"])
    }
  }

  @Test(arguments: Store.both) func `a hand-over of the case leaves to others what is theirs`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      let (ref, from, to) = (try await scene.lawCase(id).ref, scene.officer.id.value, scene.head.id)
      try await scene.change(.fileCase) {
        try Duties.handOver(ref, from: from, to: to, $0)
        $0.tell(ref, "交给别人")
      }
      let owed = try await scene.owed(id)
      #expect(owed["party.hearing"] == "陆闻澜" && owed["case.decision"] == "贺远")
    }
  }
}

/// The administrator's page.
@Suite struct QualificationTests {
  @Test(arguments: Store.both) func `the administrator enters it, and nobody for himself`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (admin, head) = (try await Visitor.signedIn(test, "tangl"), try await test.account("heyuan"))
      let path = "/accounts/\(head.id)"
      let late = try await admin.post(
        "\(path)/qualification", [("qualification", "A 99"), ("qualified-on", "2099-01-01")])
      #expect(late.status == 422 && late.text.contains("不能晚于今天"))
      let without = try await admin.post("\(path)/qualification", [("qualification", "A 99")])
      #expect(without.status == 422 && without.text.contains("取得日期"))
      let done = try await admin.post(
        "\(path)/qualification", [("qualification", "A 99"), ("qualified-on", "2020-05-06")])
      #expect(done.status == 303)
      #expect(try await admin.get(path).text.contains("A 99，2020-05-06 取得"))
      #expect(try await test.account("heyuan").qualification?.number == "A 99")
      _ = try await admin.post("\(path)/qualification", [("qualification", "")])
      #expect(try await test.account("heyuan").qualification == nil)
      let own = try await admin.post(
        "/accounts/\(test.account("tangl").id)/qualification",
        [("qualification", "A 98"), ("qualified-on", "2020-05-06")])
      #expect(own.status == 422 && own.text.contains("不能改自己的岗位和证件"))
    }
  }
}

extension Scene {
  /// Who owes what on a case, by kind.
  func owed(_ id: ID<Case>) async throws -> [String: String] {
    let ref = try await lawCase(id).ref
    let open = try await test.database.read { try Duties.waiting(on: ref, $0) }
    return Dictionary(open.map { ($0.kind, $0.ownerName) }) { first, _ in first }
  }

  /// A served notice of a fine, and the party's request.
  func request(_ id: ID<Case>) async throws {
    try await notice(id)
    try await take(NewStep(.hearingRequest, on: today), in: id)
  }

  /// The hearing lies three weeks ahead; its notice is served at once.
  func call(_ id: ID<Case>) async throws {
    try await callOnly(id)
    try await serve(7, of: id)
  }

  func hear(_ id: ID<Case>) async throws {
    test.clock.advance(days: 21)
    var facts = StepFacts()
    facts.staff = [try await test.account("qiaoy").id.value]
    try await take(NewStep(.hearing, on: today, facts: facts), in: id, by: test.account("luwl"), as: [.presider])
  }

  func writeMinutes(_ id: ID<Case>) async throws {
    let clerk = try await test.account("qiaoy")
    let number = try await draft("hearing", in: id, by: clerk, as: [])
    try await change(.issuePaper, by: clerk) { _ = try self.room.issue(number, byHand: true, of: id, as: [], $0) }
  }

  func review(_ id: ID<Case>, _ outcome: String, by person: Person) async throws {
    try await take(
      NewStep(.legalReview, on: today, facts: Scene.outcome(outcome)), in: id, by: person, as: [.reviewer])
  }
}
