internal import Inspection
package import Kit
internal import Offices
internal import Papers
package import Storage

extension Deed { package static let agencyDetails = Deed("casework.agency-details") }

/// What papers say of the agency and no other page knows (文书用的单位信息): kept for each county, printed on every paper.
///
/// Nothing of it is guessed: which court has jurisdiction or who reconsiders is for the agency to say (《行政诉讼法》第十八条,
/// 《行政复议法》第二十四条); until it is written here, papers show a gap.
package enum AgencyDetail: String, CaseIterable, Sendable {
  case name, head, address, phone, site, police, procuratorate, superior, reconsideration, court, online, bank, account

  var text: PaperText {
    switch self {
    case .name: .agencyName
    case .head: .headName
    case .address: .agencyAddress
    case .phone: .agencyPhone
    case .site: .agencySite
    case .police: .agencyPolice
    case .procuratorate: .agencyProcuratorate
    case .superior: .agencySuperior
    case .reconsideration: .remedyReconsiderationBody
    case .court: .remedyCourt
    case .online: .remedyOnline
    case .bank: .paymentBank
    case .account: .paymentAccount
    }
  }

  var title: String { text.title }

  var hint: String {
    switch self {
    case .name: "文书抬头和落款用的全称；不填就用主办人员的单位"
    case .head: "姓名，只印在内部文书上"
    case .address: "当事人来办事、交材料的地方"
    case .phone: "当事人能打通的办公电话"
    case .site: "当事人凭查询码看文书的网址，以 https:// 开头；本系统对外开放才填"
    case .police: "移送涉嫌犯罪案件的同级公安机关全称"
    case .procuratorate: "抄送和建议监督的同级人民检察院全称"
    case .superior: "报请指定管辖的上一级机关全称"
    case .reconsideration: "一般是本级人民政府，写全称"
    case .court: "对本机关有管辖权的人民法院，写全称"
    case .online: "网上提交行政复议申请的网址或者小程序名称"
    case .bank: "代收罚没款的银行；不填就印“按照缴款通知”"
    case .account: "代收罚没款的账号"
    }
  }

  /// Names of the placeholders that are filled from here.
  static let names = Set(allCases.map(\.text.name))
}

extension Casework {
  /// What papers of a county say of its agency; what nobody wrote is left out, and nothing is guessed from the county's name.
  package static func agency(of county: County, _ reader: Reader) throws -> [AgencyDetail: String] {
    try AgencyDetailStore.details(of: county, reader)
  }

  /// The name under which the agency of a case signs: as it was written, else that of the first officer's agency.
  package static func agencyName(of record: CaseRecord, _ reader: Reader) throws -> String {
    try agency(of: record.county, reader)[.name] ?? Offices.person(record.team.first.id, reader)?.agencyName ?? ""
  }

  /// Writes what papers say of the agency. Refuses an address of the site that is none.
  package func setAgency(_ values: [AgencyDetail: String], _ tx: Transaction) throws {
    if let site = values[.site], !site.isEmpty, !site.hasPrefix("https://"), !site.hasPrefix("http://") {
      throw FieldRefusal(AgencyDetail.site.rawValue, "“\(AgencyDetail.site.title)”要以 https:// 开头。")
    }
    let before = try AgencyDetailStore.details(of: tx.county, tx)
    let changed = AgencyDetail.allCases.filter { (before[$0] ?? "") != (values[$0] ?? "") }
    for detail in changed { try AgencyDetailStore.set(detail, values[detail] ?? "", tx) }
    // Names of people and bank accounts stay out of the ledger's text; which lines changed is enough.
    let words = changed.isEmpty ? "没有改动" : changed.map(\.title).joined(separator: "、")
    tx.tell(Ref(.region, tx.county.number), "改文书用的单位信息：\(words)")
  }
}
