import Kit
import Offices
import Procedure
import Web

/// By which address, and so with which right, a step is taken.
enum StepDoor: String, CaseIterable {
  case steps, approvals, reviews, hearings

  var permission: Permission {
    switch self {
    case .steps: .caseWork
    case .approvals: .caseDecide
    case .reviews: .caseReview
    case .hearings: .caseHear
    }
  }

  var rights: Set<ActingRight> {
    switch self {
    case .steps: [.officer]
    case .approvals: [.head]
    case .reviews: [.reviewer]
    case .hearings: [.presider]
    }
  }

  /// No role is clerk yet: what a clerk may record, the officers of the case record. The party's own acts are recorded by an
  /// officer where they come on paper or by word of mouth.
  init(_ person: StepPerson) {
    self =
      switch person {
      case .caseOfficer, .anyOfficer, .recorder, .party: .steps
      case .head: .approvals
      case .reviewer: .reviews
      case .presider: .hearings
      }
  }

  /// Steps that a room above takes, with more to look at than the procedure knows: the transfer to the police and back.
  static let elsewhere: Set<StepKind> = [.crimeTransfer, .crimeReturn]

  static func link(_ kind: StepKind, of record: CaseRecord, by door: StepDoor) -> Link {
    switch kind {
    case .decision: "/cases/\(record.id)/decide"
    case .payment: "/cases/\(record.id)/pay"
    case .closing: "/cases/\(record.id)/close"
    default: "/cases/\(record.id)/\(door.rawValue)/\(kind.rawValue)"
    }
  }
}

extension Procedure {
  func title(_ kind: StepKind) -> String { definition(kind)?.title ?? "" }
  func outcome(_ id: String, of kind: StepKind) -> String { title(id, among: definition(kind)?.outcomes) }
  func way(_ id: String, of kind: StepKind) -> String { title(id, among: definition(kind)?.ways) }
  func penalty(_ id: String) -> String { penalties.first { $0.id == id }?.title ?? id }

  private func title(_ id: String, among choices: [StepChoice]?) -> String {
    choices?.first { $0.id == id }?.title ?? id
  }
}
