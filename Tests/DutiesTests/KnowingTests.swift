import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// Who knew what by the end of a day.
@Suite struct KnowingTests {
  struct Case: Sendable {
    /// Days on which the date changed, with before and after.
    let changes: [(day: String, before: String, after: String?)]
    let asked: String
    /// Nil while the clock stood.
    let due: String?
  }

  /// The date is 2026-12-20 today.
  static let cases: [Case] = [
    Case(changes: [], asked: "2026-11-20", due: "2026-12-20"),
    Case(changes: [("2026-11-10", "2026-12-01", "2026-12-20")], asked: "2026-11-09", due: "2026-12-01"),
    Case(changes: [("2026-11-10", "2026-12-01", "2026-12-20")], asked: "2026-11-10", due: "2026-12-20"),
    Case(
      changes: [("2026-11-10", "2026-12-01", "2026-12-10"), ("2026-11-15", "2026-12-10", "2026-12-20")],
      asked: "2026-11-12", due: "2026-12-10"),
    Case(
      changes: [("2026-11-10", "2026-12-01", nil), ("2026-11-15", "2026-12-01", "2026-12-20")], asked: "2026-11-12",
      due: nil),
    Case(
      changes: [("2026-11-10", "2026-12-01", nil), ("2026-11-15", "2026-12-01", "2026-12-20")], asked: "2026-11-16",
      due: "2026-12-20"),
  ]

  @Test(arguments: cases.indices) func `the date as it was then`(_ index: Int) throws {
    let example = Self.cases[index]
    let changes = try example.changes.map { one in
      (
        at: Instant(try Scene.day(one.day), hour: 9), before: try Scene.day(one.before),
        after: try one.after.map { try Scene.day($0) }
      )
    }
    let cut = Knowing.end(of: try Scene.day(example.asked))
    #expect(Knowing.due(try Scene.day("2026-12-20"), changes, before: cut)?.iso == example.due)
  }

  private static func replay(_ number: Int64, _ day: String, _ visitor: Visitor, _ scene: Scene) async throws -> Answer
  {
    let id = try await scene.duty(number).id
    return try await visitor.get("\(Duties.replay(Ref(.duty, id)).text)&on=\(day)")
  }

  /// Today is Friday 2026-11-20.
  @Test(arguments: Store.both) func `nothing is known before its time`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-27")
      scene.test.clock.advance(days: 1)
      var office = try await Visitor.signedIn(scene.test, "luohui")
      let id = try await scene.duty(1).id
      let demand = [("words", "说明原因"), ("answer-by", "2026-11-25")]
      #expect(try await office.post("/duties/\(id)/demand", demand).status == 303)
      scene.test.clock.advance(days: 1)
      let owner = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await owner.post("/duties/\(id)/answer", [("answer", "下周办结")]).status == 303)
      office = try await Visitor.signedIn(scene.test, "luohui")
      let before = try await Self.replay(1, "2026-11-19", office, scene).text
      #expect(before.contains("这一天还没有待办") && !before.contains("办理"))
      let given = try await Self.replay(1, "2026-11-20", office, scene).text
      #expect(given.contains("交周予宁办理") && !given.contains("督办，要求"))
      let pressed = try await Self.replay(1, "2026-11-21", office, scene).text
      #expect(pressed.contains("第 1 次督办，要求 2026年11月25日以前答复") && pressed.contains("通知周予宁：第 1 次督办"))
      #expect(!pressed.contains("答复第 1 次督办") && !pressed.contains("说明原因"))
      let answered = try await Self.replay(1, "2026-11-22", office, scene).text
      #expect(answered.contains("答复第 1 次督办") && !answered.contains("下周办结"))
      // Days that have not come say what is known now.
      #expect(try await Self.replay(1, "2030-01-01", office, scene).text.contains("答复第 1 次督办"))
      #expect(try await Self.replay(1, "2026-11-22", Visitor.signedIn(scene.test, "qinsa"), scene).status == 404)
      #expect(try await office.get("/known").status == 200)
      #expect(try await office.get("/known?record=test:1").status == 404)
    }
  }

  /// Who had it, who was told and who was late are those of the day that is asked for.
  @Test(arguments: Store.both) func `a hand-over and a stop stand on their days`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-20")
      scene.test.clock.advance(days: 3)
      try await scene.sweep()
      scene.test.clock.advance(days: 1)
      let heir = try await scene.test.account("qinsa").id
      try await scene.change { tx in
        try Duties.handOver(Scene.subject(1), kind: nil, to: heir, tx)
        tx.tell(Scene.subject(1), "交接")
      }
      scene.test.clock.advance(days: 1)
      let office = try await Visitor.signedIn(scene.test, "luohui")
      let before = try await Self.replay(1, "2026-11-23", office, scene).text
      #expect(before.contains("通知周予宁：督办") && before.contains(">逾期<") && !before.contains("秦述安"))
      let after = try await Self.replay(1, "2026-11-24", office, scene).text
      #expect(after.contains("周予宁交给秦述安") && after.contains("通知秦述安：督办") && after.contains("交周予宁办理"))
    }
  }

  /// A stopped clock is not late, whatever its date was.
  @Test(arguments: Store.both) func `a clock that stood was not late`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-21")
      let duty = try await scene.duty(1)
      try await scene.change { tx in
        try ClockStore.insertChange(of: duty, "中止", from: duty.due, to: nil, tx)
        tx.tell(Scene.subject(1), "中止")
      }
      scene.test.clock.advance(days: 5)
      let page = try await Self.replay(1, "2026-11-24", Visitor.signedIn(scene.test, "luohui"), scene).text
      #expect(page.contains("中止，不计期限") && !page.contains(">逾期<"))
    }
  }

  @Test(arguments: Store.both) func `a sealed duty is not replayed to others`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-27", kind: "dereliction.open")
      for login in ["luohui", "heyuan", "mengzh"] {
        let answer = try await Self.replay(1, "2026-11-20", Visitor.signedIn(scene.test, login), scene)
        #expect(answer.status == 404 && !answer.text.contains("第1件事"), "\(login)")
      }
      let own = try await Self.replay(1, "2026-11-20", Visitor.signedIn(scene.test, "zhouyn"), scene)
      #expect(own.status == 200 && own.text.contains("第1件事"))
    }
  }
}
