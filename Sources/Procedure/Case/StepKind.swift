/// A step of a penalty case (办案步骤). Each leaves a document. What each is, who may take it and what it needs stands
/// in `Content/procedure/`; the pack must define every one of them.
package enum StepKind: String, CaseIterable, Codable, Sendable {
  case filing
  case onSite = "on-site"
  case questioning
  case otherEvidence = "other-evidence"
  case registration
  case registrationEnd = "registration-end"
  case seizure
  case seizureExtension = "seizure-extension"
  case seizureEnd = "seizure-end"
  case orderToCorrect = "order-to-correct"
  case reinspection
  /// 取缔: a measure, not a penalty.
  case ban
  /// 延期 by the head, then by collective decision.
  case `extension`
  case secondExtension = "second-extension"
  /// A period that does not count begins and ends (鉴定、检验、听证、公告…).
  case suspension, resumption
  case recusal
  case investigationEnd = "investigation-end"
  case panel
  case priorNotice = "prior-notice"
  /// An explicit waiver of statement, hearing or both.
  case waiver
  case defence
  case defenceReview = "defence-review"
  case hearingRequest = "hearing-request"
  case hearingNotice = "hearing-notice"
  case hearing
  case hearingForfeit = "hearing-forfeit"
  case hearingReport = "hearing-report"
  case legalReview = "legal-review"
  case discussion
  case decision
  case noPenalty = "no-penalty"
  /// 送达 of any paper; `about` names the step that made it.
  case service
  case payment, deferral, reminder
  /// 退还 what was paid beyond a decision that was changed, revoked or set aside.
  case refund
  case courtApplication = "court-application"
  case courtRuling = "court-ruling"
  /// 复议 or 诉讼, and its result.
  case challenge
  case challengeResult = "challenge-result"
  case closing, archive
  /// To the competent authority; to the police; back from the police; 撤销立案.
  case referral
  case crimeTransfer = "crime-transfer"
  case crimeReturn = "crime-return"
  case withdrawal
  case onTheSpot = "on-the-spot"
  case simpleFiling = "simple-filing"
}
