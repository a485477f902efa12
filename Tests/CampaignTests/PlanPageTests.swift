import App
import Kit
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Bringing a plan in, through the pages, on both stores.
@Suite(.serialized) struct PlanPageTests {
  static func office(_ test: TestHouse) async throws -> Visitor { try await .signedIn(test, "luohui") }

  static func bring(_ text: String, _ office: Visitor) async throws -> String {
    let answer = try await office.post("/plans/new", [("text", text)])
    #expect(answer.status == 303)
    return answer.location
  }

  @Test(arguments: Store.both) func readsAPastedPlan(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await Self.office(test)
      let plan = try await Self.bring(Texts.gaps, office)
      let page = Seen(try await office.get(plan))
      #expect(page.has("清沅县2026年医疗秩序专项整治工作方案"))
      #expect(page.has("县卫生健康局") && page.has("县公安局、县市场监管局"))
      #expect(page.has("<mark id=\"s") && page.has("class=\"gap\""))
      #expect(page.has("没有牵头单位的任务 1 项"))
      #expect(page.doubledIDs.isEmpty, "\(page.doubledIDs)")
      let list = Seen(try await office.get("/plans?q=医疗秩序&state=reading"))
      #expect(list.links(plan) == [plan])
      #expect(!Seen(try await office.get("/plans?state=released")).has(plan))
    }
  }

  @Test(arguments: Store.both) func readsAFile(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await Self.office(test)
      let file = Visitor.File("file", "整治方案.txt", [0xEF, 0xBB, 0xBF] + Array(Texts.second.utf8))
      let answer = try await office.post("/plans/new", [("text", "")], files: [file])
      #expect(answer.status == 303)
      #expect(Seen(try await office.get(answer.location)).has("整治方案.txt"))
    }
  }

  struct Wrong: Sendable {
    let name: String
    let bytes: [UInt8]
    let status: Int
    let words: String
  }

  static let wrong: [Wrong] = [
    Wrong(name: "方案.docx", bytes: [0x50, 0x4B, 3, 4] + Array("xx".utf8), status: 422, words: "不完整或已损坏"),
    Wrong(name: "方案.doc", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0, 0], status: 415, words: "旧版 Word"),
    Wrong(name: "方案.pdf", bytes: Array("%PDF-1.7 ".utf8), status: 422, words: "不完整或已损坏"),
    Wrong(name: "方案.txt", bytes: [0xB7, 0xBD, 0xFF, 0x00], status: 415, words: "读不出文字"),
    Wrong(name: "小说.txt", bytes: Array(Texts.novel.utf8), status: 422, words: "没有读到工作方案"),
    Wrong(name: "机构.csv", bytes: Array("名称,类型,地址\n甲诊所,诊所,柳塘镇1号\n乙诊所,诊所,石桥镇2号\n".utf8), status: 422, words: "没有读到工作方案"),
    Wrong(name: "空.txt", bytes: [], status: 422, words: "没有读到工作方案"),
  ]

  @Test(arguments: Store.both) func refusesWrongFilesWithASentence(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await Self.office(test)
      for example in Self.wrong {
        let file = Visitor.File("file", example.name, example.bytes)
        let answer = try await office.post("/plans/new", [], files: [file])
        #expect(answer.status == example.status, "\(example.name)")
        #expect(answer.text.contains(example.words), "\(example.name)")
      }
      #expect(Seen(try await office.get("/plans")).has("还没有方案"))
    }
  }

  /// A Word file with automatic numbers, and a second plan to lay beside the first.
  @Test(arguments: Store.both) func comparesTwoPlans(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await Self.office(test)
      let model = try await Self.bring(Texts.gaps, office)
      #expect(Seen(try await office.get("\(model)/compare")).has("还没有可以对照的方案"))
      let own = try await Self.bring(Texts.gaps.replacing("2026年12月20日", with: "2026年12月31日"), office)
      let choice = Seen(try await office.get("\(own)/compare"))
      #expect(choice.has("请选择") && !choice.has("没有差别的"))
      let id = model.replacing("/plans/", with: "")
      let page = Seen(try await office.get("\(own)/compare?with=\(id)"))
      #expect(page.has("结束：2026-12-20 → 2026-12-31") && page.has("可能是同一份方案"))
      #expect(page.has("2026年11月11日至2026年12月20日") && page.has("2026年11月11日至2026年12月31日"))
      #expect(try await office.get("\(own)/compare?with=77").status == 404)
    }
  }

  @Test(arguments: Store.both) func keepsWhatWasTyped(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await Self.office(test)
      let answer = try await office.post("/plans/new", [("text", Texts.novel)])
      #expect(answer.status == 422)
      #expect(answer.text.contains("像一面旧镜子"))
      let nothing = try await office.post("/plans/new", [("text", "  ")])
      #expect(nothing.status == 422 && nothing.text.contains("还没有方案正文"))
      let both = try await office.post(
        "/plans/new", [("text", Texts.gaps)], files: [Visitor.File("file", "a.txt", Array(Texts.second.utf8))])
      #expect(both.status == 422 && both.text.contains("不知道以哪一个为准"))
    }
  }

  @Test(arguments: Store.both) func letsChooseAmongSeveral(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await Self.office(test)
      let answer = try await office.post("/plans/new", [("text", Texts.gaps + "\n\n\n" + Texts.second)])
      #expect(answer.status == 303 && answer.location.hasPrefix("/plans/new/"))
      let page = Seen(try await office.get(answer.location))
      #expect(page.has("这个文件里有 2 份方案") && page.has("打击非法医疗美容专项行动实施方案"))
      #expect(try await office.post(answer.location, [("plan", "7")]).status == 422)
      let chosen = try await office.post(answer.location, [("plan", "1")])
      #expect(chosen.status == 303)
      let plan = Seen(try await office.get(chosen.location))
      #expect(plan.has("生活美容机构") && !plan.has("违法医疗广告"))
      let colleague = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await colleague.get(answer.location).status == 403)
    }
  }

  @Test(arguments: Store.both) func refusesTheSameTextTwice(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await Self.office(test)
      _ = try await Self.bring(Texts.gaps, office)
      let again = try await office.post("/plans/new", [("text", Texts.gaps)])
      #expect(again.status == 409 && again.text.contains("已经收进来了"))
    }
  }

  @Test(arguments: Store.both) func isFoundBySearch(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await Self.office(test)
      let plan = try await Self.bring(Texts.gaps, office)
      #expect(Seen(try await office.get("/search?q=医疗秩序")).has(plan))
      #expect(!Seen(try await Visitor.signedIn(test, "dongl").get("/search?q=医疗秩序")).has(plan))
    }
  }

  @Test(arguments: Store.both) func staysInsideOfTheCounty(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let plan = try await Self.bring(Texts.gaps, try await Self.office(test))
      let neighbour = try await Visitor.signedIn(test, "dongl")
      #expect(try await neighbour.get(plan).status == 404)
      #expect(!Seen(try await neighbour.get("/plans")).has(plan))
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get(plan).status == 200)
      #expect(!Seen(try await officer.get(plan)).has("<summary>改正</summary>"))
      #expect(try await officer.post("\(plan)/leads").status == 403)
      #expect(try await officer.get("\(plan)/release").status == 403)
      #expect(try await Visitor(test).get(plan).status == 303)
    }
  }
}
