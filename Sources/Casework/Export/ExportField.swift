import Inspection
import Kit
import Procedure

/// What a case can say to another system: the closed list on which mappings of columns rest (`docs/exports.md`).
enum ExportField: String, CaseIterable, Sendable {
  case number, county, party
  case partyKind = "party-kind"
  case credit, premises, address, violation
  case violationID = "violation-id"
  case basis
  case penaltyBasis = "penalty-basis"
  case summary, filed
  case actEnded = "act-ended"
  case officers, certificates, stage, state, outcome
  case decisionNumber = "decision-number"
  case decided, penalties, fine, gains, owed, paid, unpaid, closed, closing

  /// How a value may be written.
  enum Kind: Sendable, Equatable {
    case text, date, money
    /// One of these words.
    case word([String])
  }

  var kind: Kind {
    switch self {
    case .filed, .actEnded, .decided, .closed: .date
    case .fine, .gains, .owed, .paid, .unpaid: .money
    case .partyKind: .word(["person", "organisation"])
    case .state: .word(CaseState.allCases.map(\.rawValue))
    case .outcome: .word(CaseOutcome.allCases.map(\.rawValue))
    case .stage: .word(Stage.allCases.map(\.rawValue))
    default: .text
    }
  }
}

/// A value of a case before it is written.
enum ExportValue: Sendable, Equatable {
  case text(String)
  case date(CivilDate)
  case money(Money)
  /// The word that a table of codes translates, and what is written without one.
  case word(String, title: String)
}

/// A case with what only other rooms know of it.
struct ExportCase: Sendable {
  let record: CaseRecord
  let county: String
  let address: String?
  /// Unified social credit code (统一社会信用代码) of the institution.
  let credit: String?
  let stage: String

  /// Nil where the case does not say it.
  subscript(field: ExportField) -> ExportValue? {
    field.kind == .money
      ? amount(field)
      : field.kind == .date ? date(field).map(ExportValue.date) : word(field) ?? text(field).map(ExportValue.text)
  }

  /// Amounts are there once the case is decided.
  private func amount(_ field: ExportField) -> ExportValue? {
    guard let decision = record.decision else { return nil }
    return switch field {
    case .fine: .money(decision.fine)
    case .gains: .money(decision.gains)
    case .paid: .money(record.paid)
    case .unpaid: .money(record.unpaid)
    default: .money(record.owed)
    }
  }

  private func date(_ field: ExportField) -> CivilDate? {
    switch field {
    case .filed: record.filedOn
    case .actEnded: record.actEnded
    case .decided: record.decision?.date
    default: record.closedOn
    }
  }

  private func word(_ field: ExportField) -> ExportValue? {
    switch field {
    case .partyKind:
      .word(record.isOrganisation ? "organisation" : "person", title: record.isOrganisation ? "单位" : "个人")
    case .state: .word(record.state.rawValue, title: record.state.title)
    case .outcome: record.decision.map { .word($0.outcome.rawValue, title: $0.outcome.title) }
    case .stage: .word(record.stage.rawValue, title: stage)
    default: nil
    }
  }

  private func text(_ field: ExportField) -> String? {
    let text: String? =
      switch field {
      case .number: record.number
      case .county: county
      case .party: record.party
      case .credit: credit
      case .premises: record.premisesName
      case .address: address
      case .violation: record.violation.name
      case .violationID: record.violation.id
      case .basis: record.violation.basis
      case .penaltyBasis: record.violation.penalty
      case .summary: record.summary
      case .officers: record.team.names
      case .certificates: "\(record.team.first.certificate)、\(record.team.second.certificate)"
      case .decisionNumber: record.decision?.number
      case .penalties: record.decision.map { $0.penalties.map(\.title).joined(separator: "、") }
      case .closing: record.closing
      default: nil
      }
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }
}
