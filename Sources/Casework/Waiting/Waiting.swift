import Duties
import Inspection
import Kit
import Law
import Offices
import Packs
import Papers
import Procedure
import Storage
import Web

/// What waits for people who are no officers of the case (等别人办的事): the legal review, the day of the hearing, its record.
/// Each is a duty of one of them, so that it stands on his page of today and leads to the case.
///
/// The day of a hearing stands in its notice; how long a review may take is the agency's own (`terms/work.yaml`).
extension Casework {
  static let waits = "wait."

  /// After every step, and after a paper was issued: what waits now is owed, what waits no more is settled. What was handed
  /// on to somebody else stays with him.
  func keepWaits(_ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    let owed = try [review(record, file, tx), hearing(record, file), minutes(record, file, tx)].compactMap { $0 }
    let open = try Duties.waiting(on: record.ref, tx).filter { $0.kind.hasPrefix(Self.waits) }
    for duty in open where !owed.contains(where: { $0.isSame(duty) }) { try Duties.settle(duty, outcome: "已办", tx) }
    for new in owed where !open.contains(where: new.isSame) { try Duties.owe(new, tx) }
  }

  private func review(_ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws -> NewDuty? {
    guard procedure.awaitsReview(file, on: tx.today) else { return nil }
    let reviewer = try taker(of: .legalReview, by: .reviews, record, file, tx)
    let title = "案件\(record.number)：法制审核" + (reviewer == nil ? "（没有能审核本案的人，请安全管理员任命并登记法律职业资格）" : "")
    let term = try law.due("legal.review", from: tx.today)
    return NewDuty(
      kind: Self.waits + "review", title: title, subject: record.ref,
      owner: try reviewer?.id ?? distributor(record, tx), term: term, from: tx.today,
      basis: "\(term.term.length)，\(term.term.provenance.source)", campaign: record.campaign?.value)
  }

  private func hearing(_ record: CaseRecord, _ file: CaseFile) -> NewDuty? {
    guard let call = procedure.pendingCall(file), let day = call.facts.until else { return nil }
    return NewDuty(
      kind: Self.waits + "hearing", title: "案件\(record.number)：主持听证", subject: record.ref, owner: ID(call.by), due: day,
      basis: procedure.definition(.hearing)?.source ?? "", campaign: record.campaign?.value)
  }

  /// From the notice on, so that the clerk knows the day, until the record of the hearing (听证笔录) is issued.
  private func minutes(_ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws -> NewDuty? {
    guard let call = try procedure.pendingCall(file) ?? unwritten(record, file, tx), let clerk = call.facts.staff.first
    else { return nil }
    return NewDuty(
      kind: Self.waits + "minutes", title: "案件\(record.number)：记录听证，制作听证笔录", subject: record.ref,
      owner: ID(clerk), due: call.facts.until ?? call.on,
      basis: procedure.definition(.hearing)?.source ?? "", campaign: record.campaign?.value)
  }

  /// The hearing that was held and has no issued record yet.
  private func unwritten(_ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws -> Taken? {
    guard let held = file.steps.last(where: { $0.kind == .hearing }),
      !file.steps.contains(where: { $0.kind == .closing })
    else { return nil }
    let isWritten = try CasePaperStore.papers(of: record.id, tx).contains {
      $0.issue != nil && $0.step == held.id && papers[$0.template]?.kind == .hearing
    }
    return isWritten ? nil : held
  }
}

/// Who it waits for.
extension Casework {
  /// Who of the county may take a step now; among several the one for whom the fewest duties wait.
  func taker(
    of kind: StepKind, by door: StepDoor, _ record: CaseRecord, _ file: CaseFile, _ reader: Reader
  ) throws -> Person? {
    let people = try Offices.people(in: record.county, holding: door.permission, roles: roles, reader).filter {
      person in
      let acting = ActingPerson(
        account: person.id.value, rights: door.rights, qualifiedReviewer: person.qualification != nil)
      return procedure.offers(file, as: acting, on: reader.today).contains { $0.step.kind == kind && $0.isOpen }
    }
    return try people.map { ($0, try Duties.count(of: $0.id, reader)) }.min { $0.1 < $1.1 }?.0
  }

  /// Where nobody may take it: a head of the officers' agency, who has to see to it.
  private func distributor(_ record: CaseRecord, _ reader: Reader) throws -> ID<Account> {
    let agency = try Offices.person(record.team.first.id, reader)?.agency
    let heads = try Offices.people(in: record.county, holding: .caseDecide, roles: roles, reader)
    return (heads.first { $0.agency == agency } ?? heads.first)?.id ?? record.team.first.id
  }

  /// Who acts, with the legal qualification where it is on file.
  func acting(_ account: Int64, _ rights: Set<ActingRight>, _ reader: Reader) throws -> ActingPerson {
    let isQualified = try rights.contains(.reviewer) && Offices.person(ID(account), reader)?.qualification != nil
    return ActingPerson(account: account, rights: rights, qualifiedReviewer: isQualified)
  }
}

extension NewDuty {
  /// A day that stands in the case is part of it; one that was counted from the day on which it came is not.
  fileprivate func isSame(_ duty: OpenDuty) -> Bool { kind == duty.kind && (term != nil || due == duty.due) }
}

extension Procedure {
  /// Nothing but the review, the discussion and the passing of the party's days stands before the decision; and the reviewer
  /// has not just given the case back.
  fileprivate func awaitsReview(_ file: CaseFile, on today: CivilDate) -> Bool {
    guard file.steps.last?.kind != .legalReview, pendingHearing(file, on: today) == false else { return false }
    let others: Set<Condition> = [
      .legalReviewPassed, .discussed, .basisApproved, .defenceOverOrWaived, .hearingSettled,
    ]
    let missing = reasons(.decision, file, on: today)
    return missing.contains(Condition.legalReviewPassed.rawValue)
      && missing.subtracting(others.map(\.rawValue)).isEmpty && reasons(.legalReview, file, on: today).isEmpty
  }

  private func pendingHearing(_ file: CaseFile, on today: CivilDate) -> Bool {
    !reasons(.hearingNotice, file, on: today).contains(Condition.hearingRequested.rawValue)
  }

  /// The last notice of a hearing that is still to be held.
  fileprivate func pendingCall(_ file: CaseFile) -> Taken? {
    guard let call = file.steps.last(where: { $0.kind == .hearingNotice }),
      file.steps.last(where: { $0.kind == .hearingRequest }).map({ $0.id < call.id }) == true,
      pendingHearing(file, on: call.on)
    else { return nil }
    return call
  }

  /// Why a step is closed to anybody at all.
  private func reasons(_ kind: StepKind, _ file: CaseFile, on today: CivilDate) -> Set<String> {
    let anybody = ActingPerson(account: 0, rights: Set(ActingRight.allCases), qualifiedReviewer: true)
    return Set(offers(file, as: anybody, on: today).first { $0.step.kind == kind }?.reasons.map(\.condition) ?? [])
  }
}
