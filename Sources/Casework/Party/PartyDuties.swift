import Duties
import Inspection
import Kit
import Law
import Offices
import Packs
import Procedure
import Storage

/// What the agency owes the party that spoke (答复): the review of a defence, the day of a hearing. Owed from the
/// day on which it came, however it came, the review by the first officer, the hearing by a presider; settled when it is done, or when the case needs it no more.
///
/// No statute sets these days: the terms are the agency's own (`terms/work.yaml`).
extension Casework {
  func keepAnswers(_ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    let owed = procedure.answersOwed(file, by: record.team.first.id.value, on: tx.today)
    let open = try Duties.waiting(on: record.ref, tx).map(\.kind)
    for answer in PartyAnswer.allCases where owed.contains(answer) != open.contains(answer.kind) {
      if owed.contains(answer) {
        try owe(answer, record, file, tx)
      } else {
        try Duties.settle(record.ref, kind: answer.kind, outcome: "已办", tx)
      }
    }
  }

  private func owe(_ answer: PartyAnswer, _ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    let presider = try answer == .hearing ? taker(of: .hearingNotice, by: .hearings, record, file, tx) : nil
    let term = try law.due(answer.term, from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: answer.kind, title: "案件\(record.number)：\(term.term.title)", subject: record.ref,
        owner: presider?.id ?? record.team.first.id,
        term: term, from: tx.today, basis: "\(term.term.length)，\(term.term.provenance.source)",
        campaign: record.campaign?.value), tx)
  }
}

/// Outside of the prefix of the procedure's own terms, which are settled when the procedure no longer counts them.
enum PartyAnswer: String, CaseIterable {
  case defence, hearing

  var kind: String { "party.\(rawValue)" }
  var term: String { self == .defence ? "defence.review" : "hearing.arrange" }
}

extension Procedure {
  /// A defence waits for its review; a hearing was requested and no day is set.
  fileprivate func answersOwed(_ file: CaseFile, by officer: Int64, on today: CivilDate) -> Set<PartyAnswer> {
    let offers = offers(file, as: ActingPerson(account: officer, rights: [.officer, .presider]), on: today)
    func waits(_ kind: StepKind) -> Bool {
      offers.first { $0.step.kind == kind }.map { !$0.isClosed(but: [.notAnInvestigator]) } ?? false
    }
    let lastCall = file.steps.lastIndex { $0.kind == .hearingNotice } ?? -1
    let lastRequest = file.steps.lastIndex { $0.kind == .hearingRequest } ?? -1
    return Set(
      (waits(.defenceReview) ? [.defence] : []) + (waits(.hearingNotice) && lastCall < lastRequest ? [.hearing] : []))
  }
}

extension Offer {
  /// Closed by more than what only concerns the person who looks.
  fileprivate func isClosed(but ours: Set<Condition>) -> Bool {
    reasons.contains { reason in !ours.contains { $0.rawValue == reason.condition } }
  }
}
