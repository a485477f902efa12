import Kit
import Law
import Packs
import Testing

@Suite struct CatalogueTests {
  @Test func checklistsStandForTheirTypes() throws {
    let law = try Fixtures.law()
    #expect(law.checklists.map(\.id) == ["clinic", "hospital", "pharmacy", "unlicensed-site"])
    for checklist in law.checklists {
      #expect((6...9).contains(checklist.items.count))
      #expect(checklist.items.allSatisfy { $0.violation != nil })
    }
    #expect(law.checklists(for: "village-room").map(\.title) == ["诊所检查表"])
    #expect(law.checklists(for: "unlicensed-site").map(\.title) == ["无证行医点检查表"])
    #expect(law.checklists(for: "blood-station").isEmpty)
  }

  /// Article and mark of some lines, from the statutes.
  static let lines: [(checklist: String, item: String, source: String, mark: Confidence, violation: String)] = [
    ("clinic", "scope", "《医疗机构管理条例》第二十六条", .verified, "beyond-scope"),
    ("hospital", "departments", "《基本医疗卫生与健康促进法》第三十九条第四款", .verified, "department-leasing"),
    ("hospital", "verification", "《医疗机构管理条例》第二十一条", .verified, "verification-overdue"),
    ("pharmacy", "clinic-inside", "卫医发〔2005〕327号", .verified, "pharmacy-sitting-practice"),
    (
      "unlicensed-site", "licence-in-force", "《医疗机构管理条例实施细则》第六十五条；《无证行医查处工作规范》第二条", .secondary,
      "practice-after-revocation"
    ),
  ]

  @Test(arguments: lines)
  func checklistLinesCarryTheirArticle(
    _ sample: (checklist: String, item: String, source: String, mark: Confidence, violation: String)
  ) throws {
    let checklist = try #require(try Fixtures.law().checklists.first { $0.id == sample.checklist })
    let item = try #require(checklist.items.first { $0.id == sample.item })
    #expect(item.provenance == Provenance(source: sample.source, confidence: sample.mark))
    #expect(item.violation == sample.violation)
  }

  static let violations:
    [(id: String, name: String, basis: String, penalty: String, authority: Authority, mark: Confidence)] = [
      (
        "unlicensed-institution", "未取得医疗机构执业许可证擅自执业", "《医疗机构管理条例》第二十三条；《基本医疗卫生与健康促进法》第三十八条",
        "《医疗机构管理条例》第四十三条第一款；《基本医疗卫生与健康促进法》第九十九条第一款", .health, .verified
      ),
      ("nonphysician-practice", "非医师行医", "《医师法》第十三条", "《医师法》第五十九条", .health, .verified),
      (
        "medical-ad-unreviewed", "未取得医疗广告审查证明发布医疗广告", "《广告法》第四十六条；《医疗广告管理办法》第三条",
        "《广告法》第五十八条第一款第十四项、第五十八条第二款；《医疗广告管理办法》第二十条第一款", .market, .verified
      ),
    ]

  @Test(arguments: violations)
  func violationsCarryTheirArticles(
    _ sample: (id: String, name: String, basis: String, penalty: String, authority: Authority, mark: Confidence)
  ) throws {
    let found = try #require(try Fixtures.law().violation(sample.id))
    #expect(found.name == sample.name && found.basis == sample.basis && found.penalty == sample.penalty)
    #expect(found.authority == sample.authority && found.confidence == sample.mark)
  }

  /// Who is not sure says of what; who knows no amount says what is missing.
  @Test func everyViolationIsPunishedOrSaysWhatIsMissing() throws {
    for violation in try Fixtures.law().violations {
      #expect(!violation.penalties.isEmpty || violation.gap != nil, "\(violation.id)")
      #expect(violation.confidence != .doubtful || violation.note != nil || violation.gap != nil, "\(violation.id)")
      #expect(!violation.penalty.isEmpty, "\(violation.id)")
    }
  }

  @Test func summaryCountsRowsAndMarks() throws {
    let law = try Fixtures.law()
    let sections = law.summary()
    for section in sections { #expect(section.byConfidence.values.reduce(0, +) == section.rows) }
    func rows(_ name: String) -> Int? { sections.first { $0.section == name }?.rows }
    #expect(rows("工作日历") == 3 && rows("检查项目") == 31 && rows("机构类型") == 17 && rows("省级裁量基准") == 0)
    #expect(rows("违法行为") == law.violations.count)
    let files = sections.filter { $0.section.hasPrefix("其中") }
    #expect(files.count > 10 && files.map(\.rows).reduce(0, +) == law.violations.count)
  }

  static let broken: [(file: String, text: String, key: String, reason: String)] = [
    (
      "checklists/extra.yaml",
      "id: clinic\ntitle: 甲\napplies-to: [clinic]\nitems: [{id: a, question: 乙, source: 丙, confidence: V}]\n",
      "id", "“clinic”与 checklists/clinic.yaml 第 2 行重复"
    ),
    (
      "checklists/extra.yaml",
      "id: x\ntitle: 甲\napplies-to: [moon]\nitems: [{id: a, question: 乙, source: 丙, confidence: V}]\n",
      "applies-to", "没有编号为“moon”的条目"
    ),
    (
      "checklists/extra.yaml",
      "id: x\ntitle: 甲\napplies-to: [clinic]\nitems: [{id: a, question: 乙, source: 丙, confidence: V, violation: none}]\n",
      "items[0].violation", "没有编号为“none”的条目"
    ),
    (
      "registers/other.yaml",
      "institution-types: [{id: x, name: 诊所, licensed: true, source: 丙, confidence: V}]\n",
      "institution-types[0].aliases",
      "“诊所”与 registers/institution-types.yaml"
    ),
    ("calender/2027.yaml", "year: 2027\n", "", "不在已知的文件夹里"),
  ]

  @Test(arguments: broken.indices)
  func refusesBrokenPacks(_ index: Int) throws {
    let sample = Self.broken[index]
    let found = try Fixtures.problems([sample.file: sample.text])
    #expect(found.map(\.keyPath) == [sample.key], "\(found.map(\.sentence))")
    #expect(found.first?.file == sample.file)
    #expect(found.first?.reason.contains(sample.reason) == true, "\(found.map(\.sentence))")
  }

  @Test(arguments: ["roles/roles.yaml", "regions/yunzhou.yaml", "phrases/mail.txt"])
  func foldersOfOtherRoomsAreLeftAlone(_ path: String) throws {
    #expect(try Fixtures.problems([path: "a: b: c"]).isEmpty)
  }
}
