import Testing

@testable import PlanReading

struct PhaseCase: CustomTestStringConvertible {
  let text: String
  let phases: [[String?]]
  var testDescription: String { text }
}

struct PhaseTests {
  static let cases: [PhaseCase] = [
    PhaseCase(
      text: "四、实施步骤\n（一）动员部署阶段（2026年4月1日至4月10日）。召开会议。\n（二）集中整治阶段（4月11日至6月底）。开展检查。",
      phases: [["动员部署阶段", "2026-04-01", "2026-04-10"], ["集中整治阶段", "2026-04-11", "2026-06"]]),
    PhaseCase(
      text: "三、工作安排\n第一阶段（2026年3月）为动员部署阶段。制定方案。\n第二阶段（4月至5月）为组织实施阶段。认真落实。",
      phases: [["动员部署阶段", "2026-03", "2026-03"], ["组织实施阶段", "2026-04", "2026-05"]]),
    PhaseCase(
      text: "四、时间安排\n此次行动从_月_日开始，分两个阶段进行：\n第一阶段：_月_日—_月_日。查处广告。\n第二阶段：_月_日—_月_日。整治食品。",
      phases: [["第一阶段", nil, nil], ["第二阶段", nil, nil]]),
    PhaseCase(
      text: "三、工作进度\n专项治理从2026年3月开始至8月底结束，分2个阶段：\n（一）自查（3月-5月）：自查自纠。\n（二）总结（8月）：总结经验。",
      phases: [["自查", "2026-03", "2026-05"], ["总结", "2026-08", "2026-08"]]),
    PhaseCase(
      text: "三、步骤\n分宣传发动、排查整治两个阶段。第一阶段（2026年4月），各地要广泛宣传。第二阶段（5月），各地要全面排查。",
      phases: [["宣传发动", "2026-04", "2026-04"], ["排查整治", "2026-05", "2026-05"]]),
    PhaseCase(
      text: "五、实施步骤\n1、自查自纠：2025年12月至次年1月。自查。\n2、巩固提升：次年2月。总结。",
      phases: [["自查自纠", "2025-12", "2026-01"], ["巩固提升", "2026-02", "2026-02"]]),
    PhaseCase(
      text: "五、实施步骤\n（一）动员阶段（年10月下旬）；\n（二）整治阶段（年11月~2026年2月）。",
      phases: [["动员阶段", "10", "10"], ["整治阶段", "11", "2026-02"]]),
    PhaseCase(text: "五、实施步骤\n（一）排摸阶段（至2026年9月20日）。排摸窝点。", phases: [["排摸阶段", nil, "2026-09-20"]]),
  ]

  @Test(arguments: cases)
  func readsPhases(_ example: PhaseCase) {
    let read = plan(example.text).phases.map {
      [$0.name, $0.start.iso ?? $0.start.monthDay, $0.end.iso ?? $0.end.monthDay]
    }
    #expect(read == example.phases)
  }

  @Test func reportsContradictionsAndGaps() {
    let findings = plan(
      """
      四、实施步骤
      （一）集中整治阶段（2026年9月6日至11月30日）。全面检查，20__年__月__日前完成。
      （二）总结提高阶段（2026年12月15日至12月30日）。于12月5日前将总结报县局。
      （三）收尾阶段（2026年10月9日至10月1日）。
      """
    ).findings
    #expect(findings.filter { $0.kind == .gap }.count == 1)
    #expect(findings.filter { $0.kind == .contradiction }.count == 3)
  }
}

struct OrganisationTests {
  @Test func readsGroupOfficeAndMembers() {
    let read = plan(
      "五、组织领导\n成立由分管副县长任组长的清沅县餐饮具专项整治领导小组，办公室设在县卫生健康局，负责日常工作。\n组长：（分管副县长）\n成员：县公安局、县市场监管局、县教育局。"
    ).organisation
    #expect(read.leadingGroup == "清沅县餐饮具专项整治领导小组")
    #expect(read.office == "县卫生健康局")
    #expect(read.members.suffix(3) == ["县公安局", "县市场监管局", "县教育局"])
  }

  @Test(arguments: ["组长：____\n副组长：____", "上级专项行动领导小组积极协调。", "建立部门联席会议制度。"])
  func namesNobodyWhereNobodyStands(_ text: String) {
    let read = plan(text).organisation
    #expect(read.leadingGroup == nil)
    #expect(read.members.isEmpty)
  }
}
