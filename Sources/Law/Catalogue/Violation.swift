package import Packs

/// A violation (违法行为) of the catalogue: whose act, what is broken, what punishes it.
///
/// Guarantees: at least one provision in `penalties`, or a `gap` that says what is not known and what to do instead.
/// Provisions borrowed from another violation (按……处罚) stand here in full. `LawContent.fine` works out amounts.
package struct Violation: Hashable, Sendable {
  /// Stable: never reused, never renamed.
  package let id: String
  package let name: String
  /// Other words that people search by.
  package let also: [String]
  package let subjects: [Subject]
  /// Who leads, and with whom.
  package let authority: Authority
  package let joint: [Authority]
  /// What is broken, in citing order.
  package let violated: [Citation]
  package let penalties: [Penalty]
  /// Which amounts or articles are not known, and what to do instead: no fine can be told.
  package let gap: String?
  package let crimes: [Crime]
  /// Other violations that the same act may be (一事不二罚).
  package let related: [String]
  /// The weakest of duty and penalty.
  package let confidence: Confidence
  package let note: String?
  /// The file of the pack, which holds one section of the catalogue.
  package let file: String
  /// The rule that is broken: statute and article.
  package let basis: String
  /// The rule that punishes it; the gap where none is known.
  package let penalty: String

  /// The provisions that punish it, as they are cited; empty where none is known.
  package var citations: String { penalties.isEmpty ? "" : penalty }

  package var provenance: Provenance { Provenance(source: "\(basis)；\(penalty)", confidence: confidence) }
}

/// A crime that the act may be (涉嫌犯罪).
package struct Crime: Hashable, Sendable {
  package let citation: Citation
  package let name: String?
  /// In which case.
  package let when: String?
}

/// Whose act it is (违法主体).
package enum Subject: String, CaseIterable, Sendable {
  case institution, person, practitioner, pharmacy, advertiser, insured, company
  case bloodStation = "blood-station"
  case vaccinationUnit = "vaccination-unit"

  package var title: String {
    switch self {
    case .institution: "机构"
    case .person: "个人"
    case .practitioner: "医务人员"
    case .pharmacy: "零售药店"
    case .advertiser: "广告主、经营者、发布者"
    case .insured: "参保人"
    case .company: "企业"
    case .bloodStation: "血站、单采血浆站"
    case .vaccinationUnit: "疾控机构、接种单位"
    }
  }
}

/// Authorities (主管部门) that lead or join.
package enum Authority: String, CaseIterable, Sendable {
  case health, police, market, drugs, insurance, cyberspace, environment, development, broadcasting, fire, emergency
  case construction, discipline, military

  package var title: String {
    switch self {
    case .health: "卫生健康"
    case .police: "公安"
    case .market: "市场监管"
    case .drugs: "药品监管"
    case .insurance: "医保"
    case .cyberspace: "网信"
    case .environment: "生态环境"
    case .development: "发展改革"
    case .broadcasting: "广播电视"
    case .fire: "消防救援"
    case .emergency: "应急管理"
    case .construction: "住房城乡建设（排水）"
    case .discipline: "纪检监察"
    case .military: "军队卫生"
    }
  }
}
