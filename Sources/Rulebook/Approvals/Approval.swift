package import Kit

/// Approval (核准): a named person of the legal office vouches for a value of the packs that was not read in the statute.
///
/// It is kept as it was: the words that were approved, by whom, on which document. Withdrawing it adds to it and changes
/// nothing else.
package struct Approval: Sendable, Hashable {
  package let id: ID<Approval>
  package let county: County
  /// `LawValue.name`.
  package let name: String
  package let title: String
  /// `LawValue.text` on the day of the approval.
  package let words: String
  package let fingerprint: String
  /// 文号 or other basis that was compared.
  package let document: String
  package let day: CivilDate
  package let note: String?
  package let approver: Int64
  package let approverTitle: String
  package let at: Instant
  package let withdrawal: Withdrawal?

  package struct Withdrawal: Sendable, Hashable {
    package let at: Instant
    package let title: String
    package let reason: String
  }
}

/// What somebody of the legal office sends.
package struct NewApproval: Sendable {
  /// `LawValue.name`.
  package let name: String
  /// Fingerprint of the words that stood on the page; another one is refused.
  package let seen: String
  package let document: String
  package let day: CivilDate
  package let note: String?

  package init(name: String, seen: String, document: String, day: CivilDate, note: String? = nil) {
    self.name = name
    self.seen = seen
    self.document = document
    self.day = day
    self.note = note
  }
}

/// How a value stands in one county.
package enum ApprovalStanding: Sendable, Hashable {
  /// Read in the statute: needs nobody.
  case firm
  case approved(Approval)
  case open
  /// Approved once, but the pack says something else now.
  case changed(Approval)
  case withdrawn(Approval)

  /// Whether a case may be decided by it.
  package var holds: Bool {
    switch self {
    case .firm, .approved: true
    case .open, .changed, .withdrawn: false
    }
  }

  init(of value: LawValue, newest approval: Approval?) {
    self =
      switch approval {
      case _ where value.isFirm: .firm
      case nil: .open
      case let approval? where approval.withdrawal != nil: .withdrawn(approval)
      case let approval? where approval.fingerprint != value.fingerprint: .changed(approval)
      case let approval?: .approved(approval)
      }
  }
}
