package import Kit

/// The agency's own version of a checklist (本县版本). All versions are kept; one is in force from a day on until another
/// one is.
package struct Edition: Sendable, Hashable {
  package enum State: String, CaseIterable, Sendable {
    case draft, enacted, dropped

    package var title: String {
      switch self {
      case .draft: "草稿"
      case .enacted: "已施行"
      case .dropped: "没有采用"
      }
    }
  }

  package let id: ID<Edition>
  package let county: County
  /// Id of the pack's checklist.
  package let checklist: String
  /// 1, 2, 3 … within county and checklist.
  package let number: Int64
  package let title: String
  package let state: State
  /// nil: from its day on the pack's version holds again.
  package let items: [HeldItem]?
  /// Fingerprint of the pack's checklist that it was made from.
  package let base: String
  package let reason: String
  /// First day in force; nil for drafts and for what was dropped.
  package let from: CivilDate?
  package let made: Instant
  package let maker: String
  package let enacter: String?
}

/// What somebody wants a checklist to be.
package struct NewEdition: Sendable {
  package struct Line: Sendable {
    package let question: String
    package let source: String?
    package let violation: String?

    package init(question: String, source: String? = nil, violation: String? = nil) {
      self.question = question
      self.source = source
      self.violation = violation
    }
  }

  package let checklist: String
  /// By id of the line; a line that is not named keeps its words.
  package let reworded: [String: String]
  package let dropped: Set<String>
  package let added: [Line]
  package let reason: String

  package init(
    checklist: String, reworded: [String: String] = [:], dropped: Set<String> = [], added: [Line] = [], reason: String
  ) {
    self.checklist = checklist
    self.reworded = reworded
    self.dropped = dropped
    self.added = added
    self.reason = reason
  }
}
