import Testing

@testable import PlanReading

struct LeadCase: CustomTestStringConvertible {
  let text: String
  var lead: [String] = []
  var help: [String] = []
  var testDescription: String { text }
}

struct LeadTests {
  static let cases: [LeadCase] = [
    LeadCase(text: "1、查处无证经营。（卫生健康局牵头负责，公安局配合）", lead: ["卫生健康局"], help: ["公安局"]),
    LeadCase(
      text: "1、查处无证经营。（县卫生健康局、县公安局按职责牵头负责，县医保局、县委网信办配合）", lead: ["县卫生健康局", "县公安局"], help: ["县医保局", "县委网信办"]),
    LeadCase(text: "责任科室：医务科牵头，药剂、护理、门诊配合", lead: ["医务科"], help: ["药剂", "护理", "门诊"]),
    LeadCase(text: "责任单位：县应急管理局、石桥镇人民政府", lead: ["县应急管理局", "石桥镇人民政府"]),
    LeadCase(text: "牵头单位：县市场监管局；配合单位：县公安局、各乡镇政府", lead: ["县市场监管局"], help: ["县公安局", "各乡镇政府"]),
    LeadCase(text: "责任单位：县医保局，配合单位：县公安局", lead: ["县医保局"], help: ["县公安局"]),
    LeadCase(text: "由县财政局负责，县审计局、县教育局配合，检查资金使用。", lead: ["县财政局"], help: ["县审计局", "县教育局"]),
    LeadCase(text: "1.医保部门牵头，卫生健康部门配合，对血液透析开展检查。", lead: ["医保部门"], help: ["卫生健康部门"]),
    LeadCase(text: "由县财政局牵头，县供销社配合。", lead: ["县财政局"], help: ["县供销社"]),
    LeadCase(text: "（承办：法规股，协办：综合股）", lead: ["法规股"], help: ["综合股"]),
    LeadCase(text: "（县工商局、县药监局负责）", lead: ["县工商局", "县药监局"]),
    LeadCase(text: "加强部门配合，各有关部门要通力协作。"),
    LeadCase(text: "《关于印发方案的通知》由省局发布。"),
  ]

  @Test(arguments: cases)
  func readsWhoLeadsAndWhoHelps(_ example: LeadCase) {
    let script = Manuscript(example.text)
    let leads = Leads.read(script, script.all)
    #expect(leads.lead == example.lead)
    #expect(leads.cooperating == example.help)
  }

  static let helpers: [(String, [String])] = [
    ("配合卫生部门负责查处擅自经营的行为", ["卫生部门"]), ("负责协助卫生、人口计生局依法严厉打击", ["卫生", "人口计生局"]),
    ("会同县公安局、县教育局开展检查", ["县公安局", "县教育局"]), ("会同有关部门制订方案", []), ("对卫生健康、网信等部门移送的案件立案侦查", ["卫生健康", "网信"]),
  ]

  @Test(arguments: helpers)
  func readsCooperationInADuty(_ text: String, names: [String]) {
    let script = Manuscript(text)
    #expect(Leads.cooperating(script, script.all) == names)
  }

  @Test func readsAListOfDuties() {
    let read = plan(
      """
      三、职责分工
      （一）县政府办公室：负责起草方案，协调各部门工作。
      （二）县公安局：负责协助卫生健康局依法打击犯罪。
      网信部门。关闭违法违规网站和账号。
      柳塘镇政府要加强宣传。
      """)
    #expect(read.tasks.map(\.lead) == [["县政府办公室"], ["县公安局"], ["网信部门"], ["柳塘镇政府"]])
    #expect(read.tasks.map(\.cooperating) == [[], ["卫生健康局"], [], []])
    #expect(read.tasks.map(\.no) == ["（一）", "（二）", nil, nil])
  }
}

struct DeadlineCase: CustomTestStringConvertible {
  let text: String
  let what: String
  var to: String?
  var date: String?
  var recurring = false
  var testDescription: String { text }
}

struct DeadlineTests {
  static let cases: [DeadlineCase] = [
    DeadlineCase(text: "请于2026年9月25日前将工作总结报送县卫生监督所。", what: "工作总结", to: "县卫生监督所", date: "2026-09-25"),
    DeadlineCase(text: "活动开展情况请于2026年9月25日前报送市卫生监督所综合科。", what: "活动开展情况", to: "市卫生监督所综合科", date: "2026-09-25"),
    DeadlineCase(text: "于2026年5月1日前向县专项办报送具体方案和联络员名单", what: "具体方案和联络员名单", to: "县专项办", date: "2026-05-01"),
    DeadlineCase(text: "2026年6月10日前将总结报县卫生健康局。", what: "总结", to: "县卫生健康局", date: "2026-06-10"),
    DeadlineCase(text: "2026年底前完成隐患整改。", what: "隐患整改", date: "2026-12"),
    DeadlineCase(text: "统计表于5月31日前报送县整治办公室。", what: "统计表", to: "县整治办公室", date: "05-31"),
    DeadlineCase(text: "于2026年8月下旬将工作总结报市市场监管局。", what: "工作总结", to: "市市场监管局", date: "2026-08"),
    DeadlineCase(text: "各乡镇每月25日前报送进展情况。", what: "进展情况", recurring: true),
    DeadlineCase(text: "每季度末将统计表报县应急管理局。", what: "统计表", to: "县应急管理局", recurring: true),
    DeadlineCase(text: "于20__年__月__日前将总结报送市卫生健康委", what: "总结", to: "市卫生健康委"),
    DeadlineCase(text: "在规定时限内将处罚结果报送市局广告处", what: "处罚结果", to: "市局广告处"),
  ]

  @Test(arguments: cases)
  func readsDeadlines(_ example: DeadlineCase) throws {
    let deadlines = plan(example.text).deadlines
    let read = try #require(deadlines.first)
    #expect(deadlines.count == 1)
    #expect(read.what == example.what)
    #expect(read.to == example.to)
    #expect((read.date.iso ?? read.date.monthDay) == example.date)
    #expect(read.recurring == example.recurring)
  }

  @Test(arguments: ["2026年3月1日成立。", "2026年4月召开动员会。", "及时通报、举报和报道有关情况。", "2025年以来共查处案件20件。", "按要求上报工作总结。"])
  func takesNoOtherDateForADeadline(_ text: String) {
    #expect(plan(text).deadlines.isEmpty)
  }
}

struct CoverageTests {
  static let cases: [(String, [Double])] = [
    ("检查覆盖率达到100%。", [100]), ("问题整改率不低于95%，满意度达到90.5%。", [95, 90.5]), ("实现辖区内医院全覆盖，诊所覆盖50%以上。", [100, 50]),
    ("监督检查覆盖面必须达到百分之百。", [100]), ("培训率达到百分之八十以上。", [80]), ("合格率达到百分之九十八点五。", [98.5]), ("事故率控制在1%以内。", []),
    ("覆盖率3.%。", []), ("投诉不超过3%。", []),
    ("去年整改率为85%。", []), ("同比增长12%。", []), ("健全覆盖全社会的体系。", []), ("实名举报要20230%反馈。", [100]), ("整改率达到1500%。", []),
  ]

  @Test(arguments: cases)
  func readsMinimumsOnly(_ text: String, percents: [Double]) {
    #expect(plan(text).coverage.map(\.minPercent) == percents)
  }

  @Test func namesADamagedFigure() throws {
    let finding = try #require(plan("实名举报要20230%反馈。").findings.first)
    #expect(finding.kind == .damaged)
    #expect(finding.suggestion == "100%")
    #expect(finding.source == [SourceRange(start: 5, end: 11)])
  }
}
