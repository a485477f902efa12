import Kit
package import Web

extension Permission {
  package static let institutionSee = Permission("institution.see")
  package static let institutionImport = Permission("institution.import")
}

/// An institution as it stands in the register.
struct InstitutionRecord: Sendable {
  let id: ID<Institution>
  let county: County
  let values: InstitutionValues
  let version: Int64
  /// The import that wrote this version.
  let batch: ID<InstitutionImport>
  let since: Instant
}

/// A version that was replaced, with the import that had written it.
struct InstitutionVersion: Sendable {
  let values: InstitutionValues
  let batch: ID<InstitutionImport>
  let fileName: String
  let since: Instant
}

/// State of a licence (许可状态) on a day. The four states are apart and add up to the register.
enum LicenceState: String, CaseIterable, Sendable {
  case valid, expiring, expired, unknown

  /// Days before the end in which a licence counts as expiring.
  static let warningDays = 90

  init(_ end: CivilDate?, on today: CivilDate) {
    self =
      switch end {
      case nil: .unknown
      case let end? where end < today: .expired
      case let end? where end <= today.adding(days: LicenceState.warningDays): .expiring
      default: .valid
      }
  }

  var words: String {
    switch self {
    case .valid: "有效"
    case .expiring: "\(LicenceState.warningDays) 天内到期"
    case .expired: "已过期"
    case .unknown: "没有登记有效期"
    }
  }

  var chip: Chip {
    switch self {
    case .valid: .done
    case .expiring: .warn
    case .expired: .bad
    case .unknown: .open
    }
  }
}
