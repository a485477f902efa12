package import Kit
package import Offices
package import Storage
package import Web

/// Officers (执法人员) of a visit, a re-check or a case: at least two, each with an enforcement certificate (执法证).
/// Source: 《行政处罚法》第四十二条、第五十五条.
///
/// Names and certificates are kept as they were on that day.
package struct Team: Sendable, Hashable {
  package struct Officer: Sendable, Hashable {
    package let id: ID<Account>
    package let name: String
    package let certificate: String

    package init(id: ID<Account>, name: String, certificate: String) {
      self.id = id
      self.name = name
      self.certificate = certificate
    }

    /// `周予宁（执法证 QY-001）`.
    package var label: String { "\(name)（执法证 \(certificate)）" }
  }

  package let first: Officer
  package let second: Officer

  package init(first: Officer, second: Officer) {
    self.first = first
    self.second = second
  }

  package var names: String { "\(first.name)、\(second.name)" }
  package var labels: String { "\(first.label)、\(second.label)" }
  package var ids: [ID<Account>] { [first.id, second.id] }
  package func has(_ account: Int64) -> Bool { ids.contains { $0.value == account } }

  /// Refuses the same person twice, people who do not hold `permission` in the county of the deed, and people without
  /// a certificate in force, and people who keep away from one of the `parties` (回避). The form fields are `first` and
  /// `second`.
  package static func choose(
    _ first: ID<Account>, _ second: ID<Account>, holding permission: Permission, roles: RoleBook, parties: [Ref],
    _ tx: Transaction
  ) throws -> Team {
    let people = try Offices.people(in: tx.county, holding: permission, roles: roles, tx)
    guard first != second else { throw TeamRefusal.samePerson }
    let team = Team(
      first: try officer(first, "first", among: people), second: try officer(second, "second", among: people))
    for officer in [team.first, team.second] {
      try Offices.refuseRecused(officer.id, name: officer.name, from: parties, tx)
    }
    return team
  }

  private static func officer(_ id: ID<Account>, _ field: String, among people: [Person]) throws -> Officer {
    guard let person = people.first(where: { $0.id == id }) else { throw TeamRefusal.notAnOfficer(field: field) }
    guard let certificate = person.certificate, !certificate.isEmpty else {
      throw TeamRefusal.noCertificate(field: field, name: person.name)
    }
    return Officer(id: id, name: person.name, certificate: certificate)
  }
}

/// Why two people cannot go.
package enum TeamRefusal: Refusal {
  case samePerson
  case notAnOfficer(field: String)
  case noCertificate(field: String, name: String)

  package var code: String {
    switch self {
    case .samePerson: "team.same-person"
    case .notAnOfficer: "team.not-an-officer"
    case .noCertificate: "team.no-certificate"
    }
  }

  package var sentence: String {
    switch self {
    case .samePerson: "两名执法人员选了同一个人。执法人员不得少于两人（行政处罚法第四十二条）。"
    case .notAnOfficer: "选的人不在本县能办这件事的人员里，可能账号已经停用。"
    case .noCertificate(_, let name): "\(name)没有登记执法证，不能作为执法人员（行政处罚法第四十二条、第五十五条）。"
    }
  }

  package var field: String? {
    switch self {
    case .samePerson: "second"
    case .notAnOfficer(let field), .noCertificate(let field, _): field
    }
  }

  package var next: String? {
    switch self {
    case .samePerson: "请另选一名持证人员。"
    case .notAnOfficer: "请重新选人。"
    case .noCertificate: "请换一名持证人员，或请安全管理员补登执法证号。"
    }
  }
}
