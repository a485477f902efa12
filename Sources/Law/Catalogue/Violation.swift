package import Packs

/// A violation (违法行为) as the catalogue names it. What it costs is another matter: only the penalty article is here.
package struct Violation: Hashable, Sendable {
  /// Stable: never reused, never renamed.
  package let id: String
  package let name: String
  package let subjects: [Subject]
  /// The rule that is broken: statute and article.
  package let basis: String
  /// The rule that punishes it.
  package let penalty: String
  /// Who decides, and with whom.
  package let authority: Authority
  package let joint: [Authority]
  /// The weakest of basis and penalty.
  package let confidence: Confidence
  package let note: String?

  package var provenance: Provenance { Provenance(source: "\(basis)；\(penalty)", confidence: confidence) }
}

/// Whose act it is (违法主体).
package enum Subject: String, CaseIterable, Sendable {
  case institution, person, practitioner, pharmacy, advertiser

  package var title: String {
    switch self {
    case .institution: "机构"
    case .person: "个人"
    case .practitioner: "医务人员"
    case .pharmacy: "零售药店"
    case .advertiser: "广告主、经营者、发布者"
    }
  }
}

/// Authorities (主管部门) that lead or join.
package enum Authority: String, CaseIterable, Sendable {
  case health, police, market, drugs, insurance, discipline

  package var title: String {
    switch self {
    case .health: "卫生健康"
    case .police: "公安"
    case .market: "市场监管"
    case .drugs: "药品监管"
    case .insurance: "医保"
    case .discipline: "纪检监察"
    }
  }
}

extension Violation {
  static func read(_ node: PackNode) -> Violation {
    let violation = Violation(
      id: node.slug("id"), name: node.text("name"), subjects: node.choices("subjects", Subject.self),
      basis: node.text("basis"), penalty: node.text("penalty"),
      authority: node.choice("authority", standIn: .health),
      joint: node.choicesIfAny("joint", Authority.self),
      confidence: node.choice("confidence", standIn: .doubtful), note: node.textIfAny("note"))
    node.claim(violation.id, in: "violations", key: "id")
    return violation
  }
}
