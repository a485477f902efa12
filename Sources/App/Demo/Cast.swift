package import Kit
package import Offices
package import Storage

/// The invented people and places of demonstration and tests: two counties of one city, one account for every role.
///
/// 清沅县, 东岭县 and 云州市 do not exist; nobody of these names is meant.
package struct Cast: Sendable {
  package static let county = County(110)
  package static let otherCounty = County(120)
  package static let city: Int64 = 100
  /// Only for data that is refused off loopback.
  package static let password = "qingyuan-demo-2026"

  package struct Member: Sendable {
    package let login: String
    package let name: String
    package let post: String
    package let agency: String
    package let county: County
    package let region: Int64
    package let certificate: String?
    package let qualification: Qualification?
    package let role: String
    /// What to click first.
    package let first: String
  }

  package static let members: [Member] = [
    member("luohui", "罗惠", "整治办主任", "县整治办", "office", "看专项行动页，每个数字都能点开"),
    member("heyuan", "贺远", "所长", "县卫生监督所", "head", "受理线索，派给监督员", certificate: "云卫执 0001"),
    member("fangl", "方黎", "法规科科长", "县卫生健康局", "health-bureau", "核准没有核对原文的法条"),
    member(
      "songzj", "宋知简", "法制审核员", "县卫生健康局", "reviewer", "等着法制审核的案件在今日页面",
      qualification: CivilDate(2019, 3, 1).map { Qualification("A 99 2019 0001", on: $0) }),
    member("luwl", "陆闻澜", "听证主持人", "县卫生健康局", "presider", "等着安排、主持的听证在今日页面"),
    member("qiaoy", "乔予", "听证记录员", "县卫生健康局", "hearing-clerk", "等着制作的听证笔录在今日页面"),
    member("zhouyn", "周予宁", "卫生监督员", "县卫生监督所", "officer", "今日页面有等着办的事", certificate: "云卫执 0007"),
    member("qinsa", "秦述安", "卫生监督员", "县卫生监督所", "officer", "协办检查和案件", certificate: "云卫执 0012"),
    Member(
      login: "mengzh", name: "孟昭", post: "市级督导员", agency: "市卫生监督支队", county: county, region: city,
      certificate: nil, qualification: nil, role: "superior", first: "两个县的台账都能看，不能改"),
    member("xiaok", "肖可", "系统管理员", "县信息中心", "system-admin", "只看运行情况，看不到业务"),
    member("tangl", "唐立", "安全管理员", "县信息中心", "security-admin", "开通、停用账号"),
    member("weij", "魏简", "审计员", "县审计组", "auditor", "台账里每一步都是一句话"),
    member("baoz", "鲍珍", "举报身份保管员", "县卫生监督所", "custodian", "开启举报人身份要写理由，每次都记台账"),
    member("shigang", "石岗", "治安大队民警", "县公安局", "police", "移送来的案件在这里签收、答复"),
    member("shenyq", "沈砚清", "分管副县长", "县政府", "leader", "看专项行动的数字和各单位逾期，督办逾期的事"),
    member("gujm", "顾景明", "药械科科长", "县市场监管局", "market", "联络员：本单位的待办、会议决议、督导问题在这里办"),
    member("yuhe", "于禾", "卫生办主任", "柳塘镇人民政府", "town", "联络员：要报的实施方案在待办里"),
    member("jianan", "简安", "检察官", "县人民检察院", "procuratorate", "移送的、没有批准的、达到标准没有移送的都在立案监督"),
    Member(
      login: "dongl", name: "董朗", post: "卫生监督员", agency: "县卫生监督所", county: otherCounty,
      region: otherCounty.number, certificate: "云卫执 0101", qualification: nil, role: "officer", first: "邻县的人，看不到清沅县"),
  ]

  private static func member(
    _ login: String, _ name: String, _ post: String, _ agency: String, _ role: String, _ first: String,
    certificate: String? = nil, qualification: Qualification? = nil
  ) -> Member {
    Member(
      login: login, name: name, post: post, agency: agency, county: county, region: county.number,
      certificate: certificate, qualification: qualification, role: role, first: first)
  }

  package static let towns: [(number: Int64, name: String)] = [
    (111, "东关街道"), (112, "柳塘镇"), (113, "石桥镇"), (114, "南圩镇"), (115, "白渡乡"),
  ]

  /// Founds both counties through deeds. `day` is when the tree begins to hold.
  package static func found(_ database: Database, roles: RoleBook, world: World) async throws {
    let password = await Password.derive(Cast.password, salt: world.randomBytes(16))
    try await database.change(.platform, by: .system, deed: .addRegions, world: world) { tx in
      try Offices.addRegions(above, from: CivilDate(2020, 1, 1) ?? tx.today, tx)
    }
    for place in [county, otherCounty] {
      try await database.change(place, by: .system, deed: .addRegions, world: world) { tx in
        try Offices.addRegions(regions(of: place), from: CivilDate(2020, 1, 1) ?? tx.today, tx)
        try addPeople(of: place, password, roles, tx)
      }
    }
  }

  private static let above = [
    Region(number: 10, parent: nil, county: .platform, name: "云川省", level: .province),
    Region(number: city, parent: 10, county: .platform, name: "云州市", level: .city),
  ]

  private static func regions(of place: County) -> [Region] {
    if place == otherCounty {
      return [
        Region(number: 120, parent: city, county: place, name: "东岭县", level: .county, sign: "东"),
        Region(number: 121, parent: 120, county: place, name: "岭下镇", level: .town),
      ]
    }
    return [Region(number: 110, parent: city, county: place, name: "清沅县", level: .county, sign: "清")]
      + towns.map { Region(number: $0.number, parent: 110, county: place, name: $0.name, level: .town) }
  }

  private static func addPeople(of place: County, _ password: String, _ roles: RoleBook, _ tx: Transaction) throws {
    var agencies: [String: ID<Agency>] = [:]
    for member in members where member.county == place {
      let agency = try agencies[member.agency] ?? Offices.addAgency(member.agency, tx)
      agencies[member.agency] = agency
      _ = try Offices.addAccount(
        NewAccount(
          login: member.login, name: member.name, post: member.post, agency: agency, region: member.region,
          certificate: member.certificate.map { Certificate($0) }, qualification: member.qualification,
          roles: [member.role], password: password),
        roles: roles, tx)
    }
  }
}
