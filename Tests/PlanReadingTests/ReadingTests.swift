import Foundation
import Testing

@testable import PlanReading

struct ReadingTests {
  @Test func readsAWholePlan() throws {
    let read = try #require(PlanReading.read(Texts.dining).plans.first)
    #expect(read.title?.value == "清沅县2026年餐饮具集中消毒专项整治工作方案")
    #expect(read.place?.value == "清沅县")
    #expect(read.year?.value == 2026)
    #expect(read.goals.map(\.value) == ["规范餐饮具集中消毒服务", "防范食品安全风险"])
    #expect(read.scope.first?.value == "全县餐饮具集中消毒服务单位、中小学食堂")
    #expect(read.tasks.map(\.no) == ["（一）", "（二）", "（三）"])
    #expect(read.tasks.map(\.text) == ["严厉打击无证经营行为", "严肃查处违规使用洗涤剂的行为", "规范包装标识"])
    #expect(read.tasks.map(\.lead) == [["县市场监管局"], ["县卫生健康局"], ["县卫生监督所"]])
    #expect(read.tasks.map(\.cooperating) == [["县卫生健康局", "县公安局"], [], []])
    #expect(read.tasks[0].violations.contains("未取得营业执照擅自经营的黑窝点"))
    #expect(read.phases.map { $0.start.iso } == ["2026-03-01", "2026-03-16", "2026-06"])
    #expect(read.phases.map { $0.end.iso } == ["2026-03-15", "2026-05", "2026-06"])
    #expect(read.deadlines.map(\.what) == ["总结", "进展情况"])
    #expect(read.deadlines.map { $0.date.iso } == ["2026-06-10", nil])
    #expect(read.coverage.map(\.minPercent) == [100, 95])
    #expect(read.organisation.leadingGroup == "专项检查领导小组")
    #expect(read.organisation.office == "县卫生监督所")
    #expect(read.findings.isEmpty)
  }

  @Test func readsAFragment() throws {
    let read = try #require(PlanReading.read(Texts.fragment).plans.first)
    #expect(read.title == nil)
    #expect(read.tasks.map(\.lead) == [["县市场监管局"], ["县医保局"]])
    #expect(read.phases.map { $0.end.iso } == ["2025-11-20", "2026-03", "2026-04"])
    #expect(read.deadlines.map { $0.date.iso } == [nil, "2026-04-20"])
    #expect(read.coverage.map(\.minPercent) == [90])
  }

  @Test func saysBlanksAndFillsNone() throws {
    let read = try #require(PlanReading.read(Texts.blanks).plans.first)
    #expect(read.year == nil)
    #expect(read.phases.count == 2)
    #expect(read.phases.allSatisfy { $0.start.isEmpty && $0.end.isEmpty })
    #expect(read.deadlines.map(\.to) == ["乡应急管理办公室"])
    #expect(read.deadlines.allSatisfy { $0.date.isEmpty })
    #expect(read.organisation.members.isEmpty)
    #expect(read.findings.filter { $0.kind == .gap }.count == 4)
  }

  @Test func readsTraditionalScript() throws {
    let read = try #require(PlanReading.read(Texts.traditional).plans.first)
    #expect(read.title?.value == "石桥镇2026年食品摊贩专项整治方案")
    #expect(read.title?.source == [SourceRange(start: 0, end: 18)])
    #expect(read.tasks.map(\.text) == ["严厉打击无证经营", "严肃查处虚假宣传"])
    #expect(read.tasks.map(\.cooperating) == [["派出所", "卫生院"], []])
    #expect(read.phases.map { $0.end.iso } == ["2026-03", "2026-05"])
  }

  @Test(arguments: [Texts.novel, Texts.register, "", "\n\n", "方案", "一、", "()()——", String(repeating: "（", count: 5000)])
  func readsNoPlanWhereNoneStands(_ text: String) {
    #expect(PlanReading.read(text).plans.isEmpty)
  }

  @Test("few of the genre's words, but its chapters, steps and limits: an officer's plain language is a plan")
  func readsPlainWords() throws {
    let text = """
      二、重点范围
      城区足浴店、浴池、泳馆、网红民宿。
      三、重点内容
      1.毛巾。一客一换不落实、消毒柜空着不用的，
      2.水。余氯超标、当日水质不公示的，
      四、怎么分时间
      4月1日至15日店家对照清单自己改，4月16日至6月20日夜里突击去看，6月21日至30日贴红黑榜。泳馆抽样100%，民宿不少于六成。
      """
    let plan = try #require(PlanReading.read(text).plans.first)
    #expect(plan.tasks.count == 2)
    #expect(plan.coverage.map(\.minPercent).contains(100))
  }

  @Test func splitsSeveralPlans() {
    let series = "范文网\n食品整治方案三篇\n\n食品整治方案篇1\n" + Texts.blanks + "\n食品整治方案篇2\n" + Texts.fragment
    #expect(PlanReading.read(series).plans.map { $0.title?.value ?? "" }.count == 2)
    #expect(PlanReading.read(Texts.dining + Texts.blanks + Texts.traditional).plans.count == 3)
    let numbered = "篇一：药品整治方案\n" + Texts.blanks + "\n篇二：食品整治方案\n" + Texts.traditional
    #expect(PlanReading.read(numbered).plans.count == 2)
    #expect(PlanReading.read(Texts.dining).plans.count == 1)
  }

  @Test func writesJSONThatFoundationReads() throws {
    let text = PlanReading.read(Texts.dining + Texts.fragment).json()
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let plans = try #require(object["plans"] as? [[String: Any]])
    let phases = try #require(plans.first?["phases"] as? [[String: Any]])
    #expect(phases.first?["start"] as? String == "2026-03-01")
    #expect((phases.first?["source"] as? [[Int]])?.first?.count == 2)
    #expect(PlanReading.read("").json() == "{\n  \"plans\": []\n}\n")
  }

  @Test func outlineSaysWhatIsMissing() {
    #expect(PlanReading.read("").outline().hasPrefix("没有读到工作方案"))
    let outline = PlanReading.read(Texts.blanks).outline()
    #expect(outline.contains("年份：未写明"))
    #expect(outline.contains("日期未写全（20__年__月）"))
  }
}
