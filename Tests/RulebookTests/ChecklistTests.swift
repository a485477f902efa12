import App
import Inspection
import Kit
import Law
import Registers
import Storage
import TestKit
import Testing
import Web

@testable import Rulebook

@Suite struct ChecklistTests {
  private static let place = "/law/checklists/unlicensed-site"

  /// The form as it is offered for the pack's version, with changes.
  private static func fields(
    _ scene: Scene, _ changes: [String: String] = [:], dropping: Set<String> = [], adding: [(String, String)] = [],
    reason: String = "本市 2026 年的要求"
  ) async throws -> [(String, String)] {
    let form = OfferedForm(try await scene.head.get("\(place)/edit"))
    let items = try #require(scene.test.house.law.checklists.first { $0.id == "unlicensed-site" }).items
    #expect(form.names(beginning: "q-") == items.map { "q-\($0.id)" })
    let lines = items.map { ("q-\($0.id)", changes[$0.id] ?? $0.question) }
    return lines + dropping.map { ("drop-\($0)", "1") } + adding + [("reason", reason)]
  }

  @Test(arguments: Store.both) func `a version is drafted, compared, put in force from a day and kept`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let pack = try #require(scene.test.house.law.checklists.first { $0.id == "unlicensed-site" })
      let (first, second) = (pack.items[0], pack.items[1])
      let drafted = try await scene.head.post(
        "\(Self.place)/edit",
        try await Self.fields(
          scene, [first.id: "能当场出示许可证原件"], dropping: [second.id],
          adding: [("new-q-1", "没有张贴“专治”广告"), ("new-v-1", "未取得医疗机构执业许可证擅自执业")]))
      #expect(drafted.status == 303)
      let preview = try await scene.officer.get(drafted.location).text
      for words in ["改写", "去掉", "增加", "能当场出示许可证原件", first.question, second.question, "没有张贴“专治”广告", "草稿"] {
        #expect(preview.contains(words), "\(words)")
      }
      #expect(try await scene.head.post("\(drafted.location)/enact", [("from", "2026-11-19")]).status == 422)
      #expect(try await scene.head.post("\(drafted.location)/enact", [("from", "2026-11-23")]).status == 303)
      #expect(try await scene.head.post("\(drafted.location)/enact", [("from", "2026-11-24")]).status == 409)
      #expect(try await scene.head.post("\(drafted.location)/drop").status == 409)

      let before = try await held(scene, days: 2)
      #expect(before.edition == nil && before.items.map(\.question) == pack.items.map(\.question))
      let after = try await held(scene, days: 3)
      #expect(after.edition == 1 && after.name.hasSuffix("（本县第 1 版）"))
      #expect(after.items.count == pack.items.count && after.items[0].question == "能当场出示许可证原件")
      let added = try #require(after.items.last)
      #expect(added.id == "local-1-1" && added.violation == "unlicensed-institution" && added.source == "本单位工作要求")
      #expect(try await held(scene, days: 3, in: Cast.otherCounty).edition == nil)

      let history = try await scene.test.database.read {
        try LedgerReading.history(
          of: Ref(.edition, try #require(ID<Edition>(text: drafted.location.split(separator: "/").last ?? ""))), $0)
      }
      #expect(history.first?.reason == "本市 2026 年的要求")
      #expect(history.map(\.sentence) == ["起草\(pack.title)（本县第 1 版）", "施行\(pack.title)（本县第 1 版），自 2026-11-23 起"])
    }
  }

  @Test(arguments: Store.both) func `a visit takes the version of its own day and keeps it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let site = try await scene.test.database.change(Cast.county, by: .system, deed: .addSite) {
        try Registers.addSite(NewSite(name: "荷花巷诊所", address: "荷花巷", town: 0, note: ""), $0)
      }
      let early = try await plan(site, on: scene.today, scene)
      let drafted = try await scene.head.post(
        "\(Self.place)/edit", try await Self.fields(scene, adding: [("new-q-1", "没有张贴“专治”广告")]))
      #expect(try await scene.head.post("\(drafted.location)/enact", [("from", "2026-11-23")]).status == 303)
      let late = try await plan(site, on: scene.today.adding(days: 3), scene)
      #expect(try await !scene.officer.get(early).text.contains("专治"))
      let text = try await scene.officer.get(late).text
      #expect(text.contains("本县第 1 版"))
      #expect(try await scene.officer.get("\(late)/record").text.contains("没有张贴“专治”广告"))
      #expect(try await !scene.officer.get("\(early)/record").text.contains("没有张贴“专治”广告"))

      // Back to the pack: the visits stay as they are.
      let back = [("from", "2026-11-25"), ("reason", "要求取消了")]
      #expect(try await scene.head.post("\(Self.place)/restore", back).status == 303)
      #expect(try await held(scene, days: 4).edition == 1)
      #expect(try await held(scene, days: 5).edition == nil)
      #expect(try await scene.head.post("\(Self.place)/restore", back).status == 409)
      #expect(try await scene.officer.get("\(late)/record").text.contains("没有张贴“专治”广告"))
      #expect(try await scene.officer.get(Self.place).text.contains("（恢复内容包）"))
    }
  }

  @Test(arguments: Store.both) func `a wrong draft is refused and only one waits`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let items = try #require(scene.test.house.law.checklists.first { $0.id == "unlicensed-site" }).items
      let wrong: [(fields: [(String, String)], words: String)] = [
        (try await Self.fields(scene), "没有改动"),
        (try await Self.fields(scene, dropping: Set(items.map(\.id))), "至少要留一项"),
        (try await Self.fields(scene, adding: [("new-q-1", "甲"), ("new-v-1", "没有这种违法行为")]), "违法行为目录里没有"),
        (try await Self.fields(scene, [items[0].id: ""]), "“第 1 项”还没有填"),
        (try await Self.fields(scene, adding: [("new-q-1", "甲")], reason: ""), "“改的理由”还没有填"),
      ]
      for (fields, words) in wrong {
        let answer = try await scene.head.post("\(Self.place)/edit", fields)
        #expect(answer.status == 422 && answer.text.contains(words), "\(words) \(answer.status)")
      }
      #expect(try await scene.officer.post("\(Self.place)/edit", []).status == 403)
      #expect(try await scene.head.get("/law/checklists/none").status == 404)
      let one = try await scene.head.post(
        "\(Self.place)/edit", try await Self.fields(scene, adding: [("new-q-1", "甲")]))
      let two = try await scene.head.post(
        "\(Self.place)/edit", try await Self.fields(scene, adding: [("new-q-1", "乙")]))
      #expect(try await scene.head.get(one.location).text.contains("没有采用"))
      #expect(try await scene.head.get(two.location).text.contains("第 2 版"))
      let neighbour = try await Visitor.signedIn(scene.test, "dongl")
      #expect(try await neighbour.get(two.location).status == 404)
    }
  }

  @Test(arguments: Store.both) func `a version says that the pack moved on`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let drafted = try await scene.head.post(
        "\(Self.place)/edit", try await Self.fields(scene, adding: [("new-q-1", "甲")]))
      #expect(try await scene.head.post("\(drafted.location)/enact", [("from", scene.today.iso)]).status == 303)
      #expect(try await !scene.head.get(Self.place).text.contains("内容包的这份检查表改过了"))
      let question = try #require(scene.test.house.law.checklists.first { $0.id == "unlicensed-site" }).items[0]
        .question
      let changed = Rulebook(law: try scene.packs("checklists/unlicensed-site.yaml", question, question + "（改）"))
      let text = try await scene.test.database.read { reader in
        EditionPages.checklist(
          try changed.checklist("unlicensed-site", in: Cast.county, on: reader.today, reader),
          pack: try changed.packed("unlicensed-site"),
          try EditionStore.all(of: "unlicensed-site", in: Cast.county, reader),
          mayWork: true, names: { $0 }, today: reader.today, .empty
        ).content.text
      }
      #expect(text.contains("内容包的这份检查表改过了"))
    }
  }

  private func held(_ scene: Scene, days: Int, in county: County = Cast.county) async throws -> HeldChecklist {
    let rulebook = scene.rulebook
    return try await scene.test.database.read {
      try rulebook.checklist("unlicensed-site", in: county, on: $0.today.adding(days: days), $0)
    }
  }

  private func plan(_ site: ID<UnlicensedSite>, on day: CivilDate, _ scene: Scene) async throws -> String {
    let page = OfferedForm(try await scene.officer.get("/visits/new?premises=site:\(site)"))
    let answer = try await scene.officer.post(
      "/visits",
      [
        ("premises", "site:\(site)"), ("date", day.iso), ("first", try page.option("first", containing: "周予宁")),
        ("second", try page.option("second", containing: "秦述安")), ("checklist", page.selected("checklist")),
      ])
    #expect(answer.status == 303, "\(answer.text.suffix(1500))")
    return answer.location
  }
}
