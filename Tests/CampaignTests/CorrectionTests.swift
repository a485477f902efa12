import App
import Kit
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Correcting what was read: each change is a sentence of the ledger, the first reading stays beside it.
@Suite(.serialized) struct CorrectionTests {
  static func history(_ plan: String, _ test: TestHouse) async throws -> [LedgerEntry] {
    let id = try #require(ID<Plan>(text: plan.split(separator: "/").last ?? ""))
    return try await test.database.read { try LedgerReading.history(of: Ref(.plan, id), $0) }
  }

  @Test(arguments: Store.both) func keepsTheFirstReading(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      let task = try #require(try await ReleasePageTests.items(plan, test).of(.task).first)
      let prefix = "e\(task.number)-"
      let answer = try await office.post(
        "\(plan)/items/\(task.id)",
        [
          ("as", prefix), ("of", "lead,cooperating"), (prefix + "lead", "县公安局"),
          (prefix + "cooperating", "县医保局，县市场监管局"),
        ])
      #expect(answer.status == 303 && answer.location == "\(plan)#i\(task.number)")
      let after = try #require(try await ReleasePageTests.items(plan, test).of(.task).first)
      #expect(after.fields[.lead] == "县公安局" && after.fields[.cooperating] == "县医保局、县市场监管局")
      #expect(after.fields[.text] == task.fields[.text] && after.first == task.fields && after.state == .corrected)
      let page = Seen(try await office.get(plan))
      #expect(page.has("原读法 牵头单位：县卫生健康局") && page.has("已改正"))
      let entry = try #require(try await Self.history(plan, test).last)
      #expect(entry.sentence == "改正方案第 \(task.number) 项（任务）的读法")
      #expect(entry.changes.contains("县公安局") && entry.actor.title.contains("罗惠"))
    }
  }

  @Test(arguments: Store.both) func addsRemovesRestores(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      let added = try await office.post(
        "\(plan)/items",
        [
          ("kind", "task"), ("as", "n-task-"), ("of", "no,text,lead"), ("n-task-text", "清理网上信息"),
          ("n-task-lead", "县委网信办"),
        ])
      #expect(added.status == 303)
      let task = try #require(try await ReleasePageTests.items(plan, test).last)
      #expect(task.state == .added && task.fields[.text] == "清理网上信息" && task.source.isEmpty)
      #expect(Seen(try await office.get(plan)).has("手工补充"))
      #expect(try await office.post("\(plan)/items/\(task.id)/remove").status == 303)
      #expect(Seen(try await office.get(plan)).has("已删去的内容 1 项"))
      #expect(try await office.post("\(plan)/items/\(task.id)/remove").status == 409)
      #expect(try await office.post("\(plan)/items/\(task.id)/restore").status == 303)
      #expect(try await office.post("\(plan)/items/\(task.id)/restore").status == 409)
      #expect(try await ReleasePageTests.items(plan, test).last?.state == .added)
    }
  }

  struct Wrong: Sendable {
    let kind: String
    let values: [(String, String)]
    let words: String
  }

  static let wrong: [Wrong] = [
    Wrong(kind: "task", values: [("text", " ")], words: "“内容”还没有填"),
    Wrong(kind: "phase", values: [("name", "总结"), ("start", "2026-13-01")], words: "不是日期"),
    Wrong(
      kind: "phase", values: [("name", "总结"), ("start", "2026-12-02"), ("end", "2026-12-01")],
      words: "结束日期 2026-12-01 早于开始日期 2026-12-02"),
    Wrong(kind: "coverage", values: [("subject", "医院"), ("percent", "120")], words: "写成 0.1 到 100 之间的数"),
    Wrong(kind: "coverage", values: [("subject", "医院"), ("percent", "nan")], words: "写成 0.1 到 100 之间的数"),
  ]

  @Test(arguments: Store.both) func keepsWhatWasTypedAfterARefusal(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      for example in Self.wrong {
        let prefix = "n-\(example.kind)-"
        let of = example.values.map(\.0).joined(separator: ",")
        let answer = try await office.post(
          "\(plan)/items",
          [("kind", example.kind), ("as", prefix), ("of", of)] + example.values.map { (prefix + $0.0, $0.1) })
        #expect(answer.status == 422 && answer.text.contains(example.words), "\(example.words)")
        let typed = example.values.map(\.1.trimmed).filter { !$0.isEmpty }
        #expect(typed.allSatisfy { answer.text.contains("value=\"\($0)\"") }, "\(example.words)")
        #expect(Seen(answer).doubledIDs.isEmpty)
      }
    }
  }

  @Test(arguments: Store.both) func refusesTamperedForms(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      let other = try await PlanPageTests.bring(Texts.second, office)
      let item = try #require(try await ReleasePageTests.items(other, test).of(.task).first)
      #expect(try await office.post("\(plan)/items/\(item.id)/remove").status == 409)
      #expect(try await office.post("\(plan)/items", [("kind", "finding"), ("of", "message")]).status == 409)
      #expect(try await office.post("\(plan)/items", [("kind", "title"), ("of", "text")]).status == 409)
      let title = try #require(try await ReleasePageTests.items(plan, test).of(.title).first)
      #expect(try await office.post("\(plan)/items/\(title.id)/remove").status == 409)
    }
  }

  @Test(arguments: Store.both) func neverTellsThePersonalPart(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      let deadline = try #require(try await ReleasePageTests.items(plan, test).of(.deadline).first)
      let prefix = "e\(deadline.number)-"
      let answer = try await office.post(
        "\(plan)/items/\(deadline.id)", [("as", prefix), ("of", "contact"), (prefix + "contact", "0999-5550123")])
      #expect(answer.status == 303)
      let entries = try await Self.history(plan, test)
      #expect(entries.allSatisfy { !$0.changes.contains("5550123") && !$0.sentence.contains("5550123") })
    }
  }
}
