import Duties
import Inspection
import Kit
import Law
import Offices
import Packs
import Procedure
import Storage

/// What a reconsideration or a suit leaves to be done (复议、诉讼结果以后要办的事), also long after the case was closed and its
/// file archived: to decide anew, to give back money, to give the value of things that are gone, to archive once more.
///
/// Nobody looks at a closed case by himself, so each is a duty of its first officer, of the second or of the head where he
/// has left. Settled by the step or the redress that does it. No statute sets these days: they are the agency's own
/// (`terms/after.yaml`). Source: 《行政处罚法》第四十七条;《国家赔偿法》第三十六条.
extension Casework {
  func keepAfter(_ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    guard file.steps.contains(where: { $0.kind == .challengeResult }) else { return }
    let owed = try afterResult(record, file, tx)
    let open = Set(try Duties.waiting(on: record.ref, tx).map(\.kind))
    for duty in AfterResult.allCases where owed.contains(duty) != open.contains(duty.kind) {
      if owed.contains(duty) {
        try owe(duty, record, tx)
      } else {
        try Duties.settle(
          record.ref, kind: duty.kind, outcome: file.isNamedElsewhere && duty == .anew ? "不用再办" : "已办", tx)
      }
    }
  }

  private func owe(_ duty: AfterResult, _ record: CaseRecord, _ tx: Transaction) throws {
    let term = try law.due(duty.term, from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: duty.kind, title: "案件\(record.number)：\(term.term.title)", subject: record.ref,
        owner: try inCharge(record, tx), term: term, from: tx.today,
        basis: "\(term.term.length)，\(term.term.provenance.source)", campaign: record.campaign?.value), tx)
  }

  private func afterResult(_ record: CaseRecord, _ file: CaseFile, _ reader: Reader) throws -> Set<AfterResult> {
    var owed = procedure.afterResult(file)
    if try goods(of: record.id, record.county, reader).contains(where: { !$0.owed.isEmpty }) { owed.insert(.goods) }
    return owed
  }

  /// Years may have passed: whoever has left owes nothing.
  func inCharge(_ record: CaseRecord, _ reader: Reader) throws -> ID<Account> {
    let team = try record.team.ids.first { try Offices.person($0, reader)?.isActive == true }
    let head =
      try team == nil ? Offices.people(in: record.county, holding: .caseDecide, roles: roles, reader).first : nil
    return team ?? head?.id ?? record.team.first.id
  }
}

enum AfterResult: String, CaseIterable {
  case anew, archive, refund, goods

  /// Outside of the prefix of the procedure's own terms, which end with the case.
  var kind: String { "after.\(rawValue)" }
  var term: String { kind }
}

extension Procedure {
  fileprivate func afterResult(_ file: CaseFile) -> Set<AfterResult> {
    let money = money(file)
    var owed: Set<AfterResult> = money.paid > money.owed ? [.refund] : []
    let redo = file.steps.lastIndex { $0.kind == .challengeResult && $0.facts.outcome == "redo" }
    guard let redo else { return owed }
    // Where a ruling gave it to another county, that it leaves is owed, and nothing else.
    if file.isNamedElsewhere { return owed }
    let since = file.steps[redo...]
    func has(_ kinds: StepKind...) -> Bool { since.contains { kinds.contains($0.kind) } }
    let isWithPolice = since.last { [.crimeTransfer, .crimeReturn].contains($0.kind) }?.kind == .crimeTransfer
    if !has(.decision, .noPenalty, .referral, .withdrawal, .closing), !isWithPolice { owed.insert(.anew) }
    let wasArchived = file.steps[..<redo].contains { $0.kind == .archive }
    if wasArchived, has(.closing), !has(.archive) { owed.insert(.archive) }
    return owed
  }
}
