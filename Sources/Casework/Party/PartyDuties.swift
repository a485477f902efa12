import Duties
import Inspection
import Kit
import Law
import Packs
import Procedure
import Storage

/// What the agency owes the party that spoke (答复): the review of its defence, by the first officer, from the day on which it
/// came, however it came; settled when it is done, or when the case needs it no more. The day of a hearing that it asked for
/// waits for a presider (`Waiting/`).
///
/// No statute sets these days: the terms are the agency's own (`terms/work.yaml`).
extension Casework {
  private static let defence = "party.defence"

  func keepAnswers(_ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    let isOwed = procedure.owesReview(file, by: record.team.first.id.value, on: tx.today)
    let isOpen = try Duties.waiting(on: record.ref, tx).contains { $0.kind == Self.defence }
    if isOwed, !isOpen { try oweReview(record, tx) }
    if !isOwed, isOpen { try Duties.settle(record.ref, kind: Self.defence, outcome: "已办", tx) }
  }

  private func oweReview(_ record: CaseRecord, _ tx: Transaction) throws {
    let term = try law.due("defence.review", from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.defence, title: "案件\(record.number)：\(term.term.title)", subject: record.ref,
        owner: record.team.first.id, term: term, from: tx.today,
        basis: "\(term.term.length)，\(term.term.provenance.source)", campaign: record.campaign?.value), tx)
  }
}

extension Procedure {
  /// A defence waits for its review.
  fileprivate func owesReview(_ file: CaseFile, by officer: Int64, on today: CivilDate) -> Bool {
    offers(file, as: ActingPerson(account: officer, rights: [.officer]), on: today)
      .contains { $0.step.kind == .defenceReview && $0.isOpen }
  }
}
