import App
import Kit
import Law
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// What the words of a task are proposed to mean.
struct ViolationIndexTests {
  struct Case: Sendable {
    let leaf: String
    var task = ""
    /// Among the proposals; nil: nothing is proposed.
    let meant: String?
  }

  /// Written from what such plans say, not from what the index answers.
  static let cases: [Case] = [
    Case(leaf: "未取得医疗机构执业许可证的“黑诊所”", meant: "unlicensed-institution"),
    Case(leaf: "无证行医", meant: "unlicensed-institution"),
    Case(leaf: "游医、假医在集市诊疗", meant: "nonphysician-practice"),
    Case(leaf: "聘用非卫生技术人员行医", meant: "nonhealth-technician"),
    Case(leaf: "出租、承包科室", meant: "department-leasing"),
    Case(leaf: "超出登记的诊疗科目执业", meant: "beyond-scope"),
    Case(leaf: "雇佣“医托”", meant: "medical-tout"),
    Case(leaf: "留存、盗刷、冒用社会保障卡", meant: "mi-card-retention"),
    Case(leaf: "按期报送工作总结", meant: nil),
    Case(leaf: "学校食堂未公示食品安全信息", meant: nil),
    Case(leaf: "", meant: nil),
  ]

  @Test(arguments: cases.indices) func `the words decide`(_ place: Int) throws {
    let (example, law) = (Self.cases[place], try Fixtures.law.get())
    let found = ViolationIndex(law.violations).proposals(for: example.leaf, in: example.task)
    let names = found.map { "\($0.violation) \($0.words)" }.joined(separator: "；")
    #expect(found.count <= ViolationIndex.most)
    if let meant = example.meant {
      #expect(law.violation(meant) != nil, "\(meant)")
      #expect(found.contains { $0.violation == meant }, "\(names)")
    } else {
      #expect(found.isEmpty, "\(names)")
    }
    for proposal in found { #expect(!proposal.words.isEmpty && proposal.words.allSatisfy(example.leaf.contains)) }
  }

  @Test func `a task without named acts is its own leaf`() {
    #expect(Leaf.all("") == [.whole])
    #expect(Leaf.all("无证行医、出租科室、无证行医").map(\.words) == ["无证行医", "出租科室"])
    let moved = TaskLeaves(violations: "新的说法", ties: [Tie(leaf: "旧的说法", violation: "medical-tout")])
    #expect(moved.violations(of: Leaf(words: "新的说法")) == ["medical-tout"], "改了字的情形，对应留在第一种")
    #expect(moved.untied.isEmpty)
  }
}

/// From the proposals to the figures, through the pages, on both stores.
@Suite(.serialized) struct LeafTests {
  /// Ticks the first proposal of every leaf.
  static func ticked(_ form: OfferedForm, _ prefix: String) -> [(String, String)] {
    form.names(beginning: prefix).filter { $0.contains("k") }.flatMap { name -> [(String, String)] in
      let leaf = name.replacing("k", with: "l")
      return [(name, form.value(name))] + (form.values(leaf).first.map { [(leaf, $0)] } ?? [])
    }
  }

  @Test(arguments: Store.both) func `leaves are tied before the release and go over to the tasks`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      #expect(Seen(try await office.get("\(plan)/release")).has("没有对应违法行为"))
      let form = OfferedForm(try await office.get("\(plan)/leaves"))
      #expect(Seen(form.answer).doubledIDs.isEmpty && form.answer.text.contains("相同的字：未取得医疗机构执业许可证"))
      let chosen = Self.ticked(form, "t")
      #expect(try await office.post("\(plan)/leaves", chosen).location == plan)
      #expect(try await office.post("\(plan)/leaves", chosen).status == 303, "再存一次，什么也不变")
      #expect(!Seen(try await office.get("\(plan)/release")).has("没有对应违法行为"))
      try await Self.refuses(plan, chosen, office)
      try await ReleasePageTests.complete(plan, office, test)
      let campaign = try await ReleasePageTests.release(plan, office, test).location
      let tree = Seen(try await office.get("\(campaign)/tree"))
      #expect(tree.has("/law/violations/unlicensed-institution") && tree.doubledIDs.isEmpty)
      #expect(tree.has("violation=unlicensed-institution") && !tree.has("没有对应，去对应"))
      #expect(Seen(try await office.get(campaign)).has("按查处情形看进展"))
      #expect(Seen(try await office.get("\(campaign)/matrix")).has("未取得医疗机构执业许可证擅自执业"))
      #expect(try await office.get("\(plan)/leaves").location == "\(campaign)/tree")
      #expect(try await office.post("\(plan)/leaves", chosen).status == 409, "已经发布")
      try await Self.changes(campaign, office, test)
    }
  }

  /// A name that the catalogue does not have, and a leaf that the task does not have.
  private static func refuses(_ plan: String, _ chosen: [(String, String)], _ office: Visitor) async throws {
    let field = chosen[0].0.replacing("k", with: "a")
    let unknown = try await office.post("\(plan)/leaves", chosen + [(field, "随便什么")])
    #expect(unknown.status == 422 && unknown.text.contains("目录里没有“随便什么”"))
    let foreign = try await office.post("\(plan)/leaves", [(chosen[0].0, "别的情形"), chosen[1]])
    #expect(foreign.status == 409 && foreign.text.contains("刚刚被改过"))
    let gone = try await office.post("\(plan)/leaves", [chosen[0], (chosen[1].0, "no-such")])
    #expect(gone.status == 422 && gone.text.contains("不在目录里"))
  }

  /// After the release: another violation by its name, told in the ledger.
  private static func changes(_ campaign: String, _ office: Visitor, _ test: TestHouse) async throws {
    let task = try #require(Seen(try await office.get(campaign)).links("/tasks/").first { !$0.contains("#") })
    #expect(Seen(try await office.get(task)).has("《清沅县2026年医疗秩序"), "出处")
    let form = OfferedForm(try await office.get("\(task)/leaves"))
    let answer = try await office.post("\(task)/leaves", Self.ticked(form, "k") + [("a0", "医托")])
    #expect(answer.location == task, "\(answer.text.suffix(600))")
    let page = Seen(try await office.get(task))
    #expect(page.has("医托") && page.has("改变任务") && page.doubledIDs.isEmpty)
    #expect(Seen(try await office.get("\(campaign)/tree")).has("/law/violations/medical-tout"))
    let officer = try await Visitor.signedIn(test, "zhouyn")
    #expect(try await officer.get("\(task)/leaves").status == 403)
    #expect(try await officer.post("\(task)/leaves", [("k0", "")]).status == 403)
    #expect(try await officer.get(task).status == 200)
  }

  @Test(arguments: Store.both) func `the task of a supplement keeps its ties`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await VersionTests.campaign(test, office)
      let plan = try await PlanPageTests.bring(VersionTests.notice, office)
      let form = OfferedForm(try await office.get("\(plan)/leaves"))
      let key = try #require(form.names(beginning: "t").first { $0.hasSuffix("k0") })
      let typed = [(key, form.value(key)), (key.replacing("k", with: "a"), "生活美容机构非法开展医疗美容")]
      #expect(try await office.post("\(plan)/leaves", typed).status == 303)
      let id = String(campaign.split(separator: "/").last ?? "")
      #expect(try await office.post("\(plan)/attach", [("campaign", id)]).status == 303)
      let chosen = try await VersionTests.proposed(plan, office)
      #expect(try await office.post("\(plan)/supplement", chosen).status == 303)
      try await ReleasePageTests.approve(plan, office, test)
      #expect(try await office.post("\(plan)/carry-out").status == 303)
      #expect(Seen(try await office.get("\(campaign)/tree")).has("生活美容机构非法开展医疗美容"))
    }
  }
}
