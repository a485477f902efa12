/// Where a case stands.
extension Reading {
  func stage() -> Stage {
    if isArchived { return .archived }
    if isClosed { return .closing }
    if has(.withdrawal) { return .withdrawn }
    if has(.referral) { return .referred }
    if isWithPolice { return .police }
    if let decision { return served(decision) == nil ? .service : .enforcement }
    if file.filedOn == nil { return .unfiled }
    return beforeDecision()
  }

  private func beforeDecision() -> Stage {
    if !investigationEnded { return .investigation }
    guard let notice else { return .review }
    if hearingIsPending { return .hearing }
    let isHeard = served(notice) != nil && (isWaived("statement") || !sinceNotice(.defence).isEmpty)
    let isReviewed = max(place(.legalReview), place(.discussion)) > place(notice)
    return isHeard || isReviewed || hearingIsOver ? .decision : .notice
  }
}
