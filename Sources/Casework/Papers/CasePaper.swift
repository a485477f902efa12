package import Kit
internal import Packs
package import Papers
internal import Procedure
package import Storage

extension Deed {
  package static let draftPaper = Deed("casework.paper-draft")
  package static let editPaper = Deed("casework.paper-edit")
  package static let discardPaper = Deed("casework.paper-discard")
  package static let issuePaper = Deed("casework.paper-issue")
}

/// A paper (文书) of a case: a draft that its people write on, or issued (出具) and then the same for ever.
package struct CasePaper: Sendable {
  package let lawCase: ID<Case>
  /// Within its case, from 1.
  package let number: Int64
  /// Id of the `PaperTemplate`.
  package let template: String
  /// The step that it is of; nil where no step makes it.
  package let step: Int64?
  /// The day that stands on it.
  package let day: CivilDate
  package let typing: PaperTyping
  package let author: Int64
  /// Nil: a draft.
  package let issue: PaperIssue?
}

/// What is fixed when a paper is issued.
package struct PaperIssue: Sendable, Hashable {
  /// `清卫医罚告〔2026〕1号`; nil for papers without a number.
  package let number: String?
  package let by: Int64
  package let at: Instant
  /// SHA-256 of the record.
  package let digest: String
}

/// What somebody writes for a paper.
package struct NewPaper: Sendable {
  package let template: String
  package let step: Int64?
  package let day: CivilDate
  package let typing: PaperTyping

  package init(template: String, step: Int64? = nil, day: CivilDate, typing: PaperTyping = PaperTyping()) {
    self.template = template
    self.step = step
    self.day = day
    self.typing = typing
  }
}

/// What anybody may know of an issued paper whose hash he holds.
struct PublicPaper: Sendable {
  let agency: String
  let title: String
  let number: String?
  let day: CivilDate
}

extension PaperTemplate {
  /// The step of the procedure that it belongs to. The start refuses a template whose step is not known.
  var kind: StepKind? { step.flatMap(StepKind.init) }
}
