import Law
import Testing

@Suite struct InstitutionTypeTests {
  /// Subjects of coverage as plans write them.
  static let plans: [(String, [String])] = [
    ("医院", ["hospital", "private-hospital"]),
    ("民营医院", ["private-hospital"]),
    ("二级以上医院", ["hospital", "private-hospital"]),
    ("医院\u{28}含妇幼保健院\u{29}", ["hospital", "private-hospital", "mch-hospital"]),
    ("医院、乡镇卫生院、民营医院、个体诊所", ["hospital", "private-hospital", "township-health-centre", "clinic"]),
    ("村卫生室", ["village-room"]),
    ("村卫生所", ["village-room"]),
    ("卫生所和医务室", ["clinic"]),
    ("其他类型医疗机构（社区卫生服务中心（站）、门诊部、诊所）", ["community-health-centre", "outpatient", "clinic"]),
    ("医疗美容门诊部", ["aesthetic"]),
    ("疾控机构", ["cdc"]),
    ("采供血机构和单采血浆站", ["blood-station", "plasma-station"]),
    ("零售药店", ["pharmacy"]),
    ("非医疗机构", ["beauty-salon", "wellness"]),
    ("基层医疗机构", ["township-health-centre", "community-health-centre", "clinic", "village-room"]),
    ("其他医疗机构", []),
    ("除医院以外的医疗机构", []),
    ("宾馆、学校", []),
    ("", []),
  ]

  @Test(arguments: plans)
  func readsSubjectsOfPlans(_ words: String, _ ids: [String]) throws {
    #expect(try Fixtures.law().institutionTypes.matching(words).map(\.id) == ids)
  }

  @Test func aGroupWordMeansItsGroup() throws {
    let types = try Fixtures.law().institutionTypes
    let found = types.matching("各级各类医疗机构")
    #expect(found.count == 10)
    #expect(found.allSatisfy { $0.licensed })
    #expect(!found.contains { $0.id == "pharmacy" })
  }

  static let cells: [(String, String?)] = [
    ("综合医院", "hospital"), ("诊所", "clinic"), ("口腔诊所", "clinic"), ("社区卫生服务站", "community-health-centre"),
    ("乡卫生院", "township-health-centre"), ("医院、诊所", nil), ("医疗机构", nil), ("旅馆", nil), ("", nil),
  ]

  @Test(arguments: cells)
  func readsCellsOfRegisters(_ cell: String, _ id: String?) throws {
    #expect(try Fixtures.law().institutionTypes.naming(cell)?.id == id)
  }

  @Test func knowsTypesById() throws {
    let types = try Fixtures.law().institutionTypes
    #expect(types["clinic"]?.name == "诊所")
    #expect(types["unlicensed-site"]?.licensed == false)
    #expect(types["moon"] == nil)
  }
}
