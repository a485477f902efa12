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

/// Who owes what waits, when people come, go and keep away: 《行政处罚法》第四十三条、第五十八条、第六十四条.
@Suite struct WaitingOwnerTests {
  @Test(arguments: Store.both) func `a clerk who left stops no case`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.callOnly(id)
      try await scene.leave("qiaoy")
      try await scene.serve(7, of: id)
      let titles = try await scene.waits(id)
      #expect(titles["wait.minutes"] == "贺远：案件清卫医立〔2026〕1号：记录听证，制作听证笔录（通知的记录员不能来，请安排别人）", "\(titles)")
      #expect(titles["wait.hearing"]?.contains("陆闻澜") == true)
    }
  }

  @Test(arguments: Store.both) func `a hearing from before the roles owes no record now`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.call(id)
      try await scene.hear(id)
      let ref = try await scene.lawCase(id).ref
      try await scene.change(.fileCase) {
        try Duties.settle(ref, kind: "wait.minutes", outcome: "没有过", $0)
        $0.tell(ref, "以前的库")
      }
      try await scene.leave("qiaoy")
      #expect(await refusals { try await scene.take(NewStep(.otherEvidence, on: scene.today), in: id) } == [])
      #expect(try await scene.owed(id)["wait.minutes"] == nil)
    }
  }

  @Test(arguments: Store.both) func `nothing waits in a case that is not ours any more`(store: Store) async throws {
    for (kind, outcome) in [(StepKind.withdrawal, "no-violation"), (.referral, nil), (.noPenalty, "unproved")] {
      try await Scene.play(store) { scene in
        let id = try await scene.file()
        try await scene.request(id)
        try await scene.call(id)
        #expect(try await scene.waits(id).count == 2)
        var facts = StepFacts()
        facts.outcome = outcome
        try await scene.take(NewStep(kind, on: scene.today, facts: facts), in: id, by: scene.head, as: [.head])
        #expect(try await scene.waits(id) == [:], "\(kind)")
      }
    }
  }

  @Test(arguments: Store.both) func `the request for a hearing waits for nobody in a case that was withdrawn`(
    store: Store
  )
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.take(
        NewStep(.withdrawal, on: scene.today, facts: Scene.outcome("no-violation")), in: id, by: scene.head, as: [.head]
      )
      #expect(try await scene.waits(id) == [:])
    }
  }

  @Test(arguments: Store.both) func `where nobody may preside, a head reads that a presider must be appointed`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let presider = try await scene.test.account("luwl").id
      try await scene.leave("luwl")
      let id = try await scene.file()
      try await scene.request(id)
      let before = try await scene.waits(id)["party.hearing"] ?? ""
      #expect(before.hasPrefix("贺远：") && before.contains("请安全管理员任命听证主持人"), "\(before)")
      try await scene.change(.restoreAccount) { try Offices.restore(presider, $0) }
      scene.test.clock.advance(days: 1)
      try await scene.room.keepWaits(scene.test.database)
      let after = try await scene.waits(id)["party.hearing"] ?? ""
      #expect(after.hasPrefix("陆闻澜：") && !after.contains("任命"), "\(after)")
    }
  }

  @Test(arguments: Store.both) func `a review goes to the reviewer who is appointed, with the days that are left`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let reviewer = try await scene.test.account("songzj").id
      try await scene.change(.qualify) { try Offices.qualify(reviewer, nil, $0) }
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.call(id)
      try await scene.hear(id)
      let due = try await scene.due(id, "wait.review")
      let kept = Qualification("A 99 2020 0002", on: scene.today)
      try await scene.change(.qualify) { try Offices.qualify(reviewer, kept, $0) }
      scene.test.clock.advance(days: 1)
      try await scene.room.keepWaits(scene.test.database)
      let after = try await scene.waits(id)["wait.review"]
      #expect(after == "宋知简：案件清卫医立〔2026〕1号：法制审核")
      #expect(try await scene.due(id, "wait.review") == due)
      let height = try await scene.height()
      try await scene.room.keepWaits(scene.test.database)
      #expect(try await scene.height() == height, "the second time there is nothing to do")
    }
  }

  @Test(arguments: Store.both) func `a second notice of the same day names others`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.call(id)
      try await scene.callOnly(id, by: scene.head, clerk: "songzj")
      let owed = try await scene.owed(id)
      #expect(owed["wait.hearing"] == "贺远" && owed["wait.minutes"] == "宋知简")
    }
  }

  @Test(arguments: Store.both) func `what was handed on stays where it is`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      try await scene.callOnly(id)
      let (ref, other) = (try await scene.lawCase(id).ref, try await scene.test.account("songzj").id)
      try await scene.change(.fileCase) {
        try Duties.handOver(ref, kind: "wait.minutes", to: other, $0)
        $0.tell(ref, "交给别人")
      }
      try await scene.serve(7, of: id)
      #expect(try await scene.owed(id)["wait.minutes"] == "宋知简")
    }
  }
}

/// Recusal of those who are no officers of the case.
@Suite struct WaitingRecusalTests {
  @Test(arguments: Store.both) func `nothing waits for a presider who keeps away`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.keepAway("luwl")
      let id = try await scene.file()
      try await scene.request(id)
      #expect(try await scene.owed(id)["party.hearing"] == "贺远")
    }
  }

  @Test(arguments: Store.both) func `a clerk who keeps away is neither offered nor taken`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      let presider = try await Visitor.signedIn(scene.test, "luwl")
      #expect(try await presider.get("/cases/\(id)/hearings/hearing-notice").text.contains("乔予"))
      try await scene.keepAway("qiaoy")
      let form = try await presider.get("/cases/\(id)/hearings/hearing-notice").text
      #expect(form.contains("宋知简") && !form.contains("乔予"))
      #expect(await refusals { try await scene.callOnly(id) } == ["casework.staff-keeps-away"])
    }
  }

  @Test(arguments: Store.both) func `a notice without time and place is no notice`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.request(id)
      #expect(await refusals { try await scene.callOnly(id, place: nil) } == ["casework.time-and-place-given"])
      let presider = try await Visitor.signedIn(scene.test, "luwl")
      let clerk = try await scene.test.account("qiaoy").id.text
      let address = "/cases/\(id)/hearings/hearing-notice"
      let form = [("on", scene.today.iso), ("until", scene.today.adding(days: 21).iso), ("staff", clerk)]
      let bare = try await presider.post(address, form)
      #expect(bare.status == 422 && bare.text.contains("“听证时间”还没有填") && bare.text.contains("“听证地点”还没有填"))
      let wrong = try await presider.post(address, form + [("time", "25:00"), ("place", "二楼")])
      #expect(wrong.status == 422 && wrong.text.contains("不是时间"))
      #expect(try await presider.post(address, form + [("time", "9:05"), ("place", "二楼会议室")]).status == 303)
      try await scene.serve(7, of: id)
      let party = try await scene.page(try await scene.code(of: id)).text
      #expect(party.contains("9时05分听证") && party.contains("地点：二楼会议室"))
    }
  }
}

extension Scene {
  func leave(_ login: String) async throws {
    let account = try await test.account(login).id
    try await change(.withdrawAccount) { try Offices.withdraw(account, $0) }
  }

  /// From the place of the case, for a reason of his own.
  func keepAway(_ login: String) async throws {
    let (person, site) = (try await test.account(login), site)
    try await change(.recuse, by: person) { try Offices.recuse(from: site, title: "镶牙点", because: "近亲属", $0) }
  }

  /// The notice alone, not served; three weeks ahead.
  func callOnly(_ id: ID<Case>, by person: Person? = nil, clerk: String = "qiaoy", place: String? = "二楼会议室")
    async throws
  {
    var facts = StepFacts()
    (facts.until, facts.staff) = (today.adding(days: 21), [try await test.account(clerk).id.value])
    (facts.time, facts.place) = ("09:30", place)
    let presider = try await test.account("luwl")
    try await take(
      NewStep(.hearingNotice, on: today, facts: facts), in: id, by: person ?? presider, as: [.presider])
  }

  /// `陆闻澜：案件…：主持听证` by kind, of what waits for people who are no officers of the case.
  func waits(_ id: ID<Case>) async throws -> [String: String] {
    let record = try await lawCase(id)
    let open = try await test.database.read { try self.room.openWaits(record, $0) }
    return Dictionary(open.map { ($0.kind, "\($0.ownerName)：\($0.title)") }) { first, _ in first }
  }

  func due(_ id: ID<Case>, _ kind: String) async throws -> CivilDate? {
    let ref = try await lawCase(id).ref
    return try await test.database.read { try Duties.waiting(on: ref, $0).first { $0.kind == kind }?.due }
  }

  func height() async throws -> Int64 {
    try await test.database.read { try $0.number("SELECT COUNT(*) FROM ledger") }
  }
}
