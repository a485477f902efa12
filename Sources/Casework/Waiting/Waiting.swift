import Duties
import Kit
import Law
import Offices
import Packs
import Papers
import Procedure
import Storage

/// What waits for people who are no officers of the case (等别人办的事): the legal review, the day of a hearing, the hearing
/// itself, its record. Each is a duty of one of them, so that it stands on his page of today and leads to the case.
extension Casework {
  /// After every step, and after a paper was issued (`step` nil): what waits now is owed by whoever has to do it now, what waits
  /// no more is settled. What was handed on to somebody else stays with him while he can do it, or until a new notice of the
  /// hearing names others.
  func keepWaits(_ record: CaseRecord, _ file: CaseFile, after step: Taken?, _ tx: Transaction) throws {
    let open = try openWaits(record, tx)
    let waits = try Waits(room: self, record: record, file: file, step: step, open: open, reader: tx).all
    let kept = Set(waits.compactMap(\.kept?.id))
    for duty in open where !kept.contains(duty.id) {
      let goesOn = waits.contains { $0.duty.kind == duty.kind }
      let isDone = WaitKind(rawValue: duty.kind)?.isDone(by: step, in: file) ?? false
      try Duties.settle(duty, outcome: goesOn ? "改期或者换人" : isDone ? "已办" : "不用再办", tx)
    }
    for wait in waits where wait.kept == nil { try Duties.owe(wait.duty, tx) }
  }

  func openWaits(_ record: CaseRecord, _ reader: Reader) throws -> [OpenDuty] {
    try Duties.waiting(on: record.ref, reader).filter { WaitKind(rawValue: $0.kind) != nil }
  }
}

/// Kinds of duties of people who are no officers of the case.
enum WaitKind: String, CaseIterable {
  case review = "wait.review"
  /// To set the day of a hearing that was asked for.
  case arrangement = "party.hearing"
  case hearing = "wait.hearing"
  case minutes = "wait.minutes"

  /// Whether what ends the waiting is the thing that was waited for.
  func isDone(by step: Taken?, in file: CaseFile) -> Bool {
    switch self {
    case .review: step?.kind == .legalReview
    case .arrangement: step?.kind == .hearingNotice
    case .hearing: step?.kind == .hearing
    // The record is a paper: nothing but its issue ends it while the case goes on and a hearing was held.
    case .minutes: step == nil && file.steps.contains { $0.kind == .hearing } && !file.isNamedElsewhere
    }
  }
}

/// One thing that waits.
struct Wait {
  let duty: NewDuty
  /// The open duty that stands for it and stays with its owner; nil: it is owed anew.
  let kept: OpenDuty?
}

/// The things that wait in one case, each with whoever has to do it now.
///
/// The day of a hearing stands in its notice; how long review and arrangement may take is the agency's own (`terms/work.yaml`).
struct Waits {
  let room: Casework
  let record: CaseRecord
  let file: CaseFile
  /// The step that was just taken.
  let step: Taken?
  /// Those of these kinds that are owed already.
  let open: [OpenDuty]
  let reader: Reader

  var all: [Wait] { get throws { try [review(), arrangement(), hearing(), minutes()].compactMap { $0 } } }

  private func review() throws -> Wait? {
    guard room.procedure.awaitsReview(file, on: reader.today) else { return nil }
    let able = try room.able(to: .legalReview, by: .reviews, record, file, reader)
    return try counted(.review, "法制审核", term: "legal.review", able, lacking: "没有能审核本案的人，请安全管理员任命并登记法律职业资格")
  }

  private func arrangement() throws -> Wait? {
    guard room.procedure.awaitsCall(file, on: reader.today) else { return nil }
    let able = try room.able(to: .hearingNotice, by: .hearings, record, file, reader)
    let term = try room.law.due("hearing.arrange", from: reader.today).term
    return try counted(.arrangement, term.title, term: term.key, able, lacking: "没有能主持本案听证的人，请安全管理员任命听证主持人")
  }

  private func hearing() throws -> Wait? {
    guard let call = room.procedure.pendingCall(file), let day = call.facts.until else { return nil }
    return try named(.hearing, "主持听证", call.by, due: day, absent: "通知的主持人不能来，请安排别人")
  }

  /// From the notice on, so that the clerk knows the day, until the record of the hearing (听证笔录) is issued.
  private func minutes() throws -> Wait? {
    guard let call = try room.procedure.pendingCall(file) ?? unwritten(), let clerk = call.facts.staff.first else {
      return nil
    }
    return try named(
      .minutes, "记录听证，制作听证笔录", clerk, due: call.facts.until ?? call.on, absent: "通知的记录员不能来，请安排别人")
  }

  /// The hearing that was held and has no issued record yet. One that was held before this duty was known owes nothing now.
  private func unwritten() throws -> Taken? {
    let isKnown = step?.kind == .hearing || open.contains { $0.kind == WaitKind.minutes.rawValue }
    guard isKnown, room.procedure.isAlive(file, on: reader.today),
      let held = file.steps.last(where: { $0.kind == .hearing })
    else { return nil }
    let isWritten = try CasePaperStore.papers(of: record.id, reader).contains {
      $0.issue != nil && $0.step == held.id && room.papers[$0.template]?.kind == .hearing
    }
    return isWritten ? nil : held
  }
}

/// Who owes it.
extension Waits {
  /// One of those who can do it; it stays with whoever of them has it. Where nobody can, a head has to see to it.
  private func counted(_ kind: WaitKind, _ words: String, term: String, _ able: [Person], lacking: String) throws
    -> Wait?
  {
    let people = able.isEmpty ? try heads() : able
    let title = title(words, able.isEmpty ? lacking : nil)
    let old = open.first { $0.kind == kind.rawValue }
    let kept = old.flatMap { old in old.title == title && people.contains { $0.id == old.owner } ? old : nil }
    let owner = able.isEmpty ? people.first : try room.leastBusy(able, reader)
    guard let owner = kept?.owner ?? owner?.id else { return nil }
    // Whoever comes late has no more time than the one before him.
    let began = old?.term?.began ?? reader.today
    let due = try room.law.due(term, from: began)
    let duty = NewDuty(
      kind: kind.rawValue, title: title, subject: record.ref, owner: owner, term: due, from: began,
      basis: "\(due.term.length)，\(due.term.provenance.source)", campaign: record.campaign?.value)
    return Wait(duty: duty, kept: kept)
  }

  /// Whoever the notice names. A new notice or the hearing itself names anew; else it stays with whoever has it and is there.
  private func named(_ kind: WaitKind, _ words: String, _ account: Int64, due: CivilDate, absent: String) throws
    -> Wait?
  {
    let present = try room.present(record, file, reader)
    let namesAnew = step.map { [.hearingNotice, .hearing].contains($0.kind) } ?? false
    let old = open.first { $0.kind == kind.rawValue && $0.due == due }
    let stays = old.map { old in
      present.contains { $0.id == old.owner } && (!namesAnew || old.owner.value == account)
    }
    let isHere = present.contains { $0.id.value == account }
    guard let owner = isHere ? ID(account) : try heads().first?.id else { return nil }
    let duty = NewDuty(
      kind: kind.rawValue, title: title(words, isHere ? nil : absent), subject: record.ref, owner: owner, due: due,
      basis: room.procedure.definition(.hearing)?.source ?? "", campaign: record.campaign?.value)
    return Wait(duty: duty, kept: stays == true ? old : nil)
  }

  private func heads() throws -> [Person] { try room.distributors(record, file, reader) }

  private func title(_ words: String, _ hint: String?) -> String {
    "案件\(record.number)：\(words)" + (hint.map { "（\($0)）" } ?? "")
  }
}

/// What a case waits for, asked of the procedure.
extension Procedure {
  /// Nothing but the review, the discussion and the passing of the party's days stands before the decision; and the reviewer
  /// has not just given the case back.
  fileprivate func awaitsReview(_ file: CaseFile, on today: CivilDate) -> Bool {
    guard file.steps.last?.kind != .legalReview, !awaitsHearing(file, on: today) else { return false }
    let others: Set<Condition> = [
      .legalReviewPassed, .discussed, .basisApproved, .defenceOverOrWaived, .hearingSettled,
    ]
    let missing = reasons(.decision, file, on: today)
    return missing.contains(.legalReviewPassed) && missing.isSubset(of: others)
      && reasons(.legalReview, file, on: today).isEmpty
  }

  /// Filed, open and ours: 撤销立案, 移送 and 结案 end whatever waited.
  fileprivate func isAlive(_ file: CaseFile, on today: CivilDate) -> Bool {
    !file.isNamedElsewhere && reasons(.hearingNotice, file, on: today).isDisjoint(with: [.filed, .open, .ours])
  }

  /// A hearing that was asked for is still to be held, in a case that is alive and undecided.
  private func awaitsHearing(_ file: CaseFile, on today: CivilDate) -> Bool {
    isAlive(file, on: today)
      && reasons(.hearingNotice, file, on: today).isDisjoint(with: [.undecided, .hearingRequested])
  }

  /// A hearing was asked for, and no day is set since.
  fileprivate func awaitsCall(_ file: CaseFile, on today: CivilDate) -> Bool {
    let request = file.steps.lastIndex { $0.kind == .hearingRequest } ?? -1
    return request > file.steps.lastIndex { $0.kind == .hearingNotice } ?? -1 && awaitsHearing(file, on: today)
  }

  /// The last notice of a hearing that is still to be held.
  fileprivate func pendingCall(_ file: CaseFile) -> Taken? {
    guard let call = file.steps.last(where: { $0.kind == .hearingNotice }),
      file.steps.last(where: { $0.kind == .hearingRequest }).map({ $0.id < call.id }) == true,
      awaitsHearing(file, on: call.on)
    else { return nil }
    return call
  }

  /// Why a step is closed to anybody at all.
  private func reasons(_ kind: StepKind, _ file: CaseFile, on today: CivilDate) -> Set<Condition> {
    let anybody = ActingPerson(account: 0, rights: Set(ActingRight.allCases), qualifiedReviewer: true)
    let offer = offers(file, as: anybody, on: today).first { $0.step.kind == kind }
    return Set(offer?.reasons.compactMap { Condition(rawValue: $0.condition) } ?? [])
  }
}
