import Kit
import Law
import Procedure
import Storage
import Web

/// Where the money of a decided case stands that is not paid in full (罚没款的执行). Each case stands in one place only, so
/// that the places add up to what is unpaid.
enum MoneyPlace: String, CaseIterable, Sendable {
  case unserved
  case inTerm = "in-term"
  case deferred, overdue, court, changed, closed

  var title: String {
    switch self {
    case .unserved: "还没有送达"
    case .inTerm: "缴款期内"
    case .deferred: "批准延期、分期，期限没有到"
    case .overdue: "逾期没有缴清"
    case .court: "已申请法院强制执行"
    case .changed: "复议、诉讼撤销或者变更"
    case .closed: "已结案（法院终结执行等）"
    }
  }
}

/// A case with unpaid money.
struct MoneyRow: Sendable {
  let record: CaseRecord
  let place: MoneyPlace
  /// The last day to pay; nil before service.
  let due: CivilDate?
  /// What could be added to the fine by today (加处罚款), where it is overdue.
  let surcharge: Money?
}

/// Reads where a case stands from its steps.
struct MoneyStanding {
  let procedure: Procedure
  let law: LawContent
  let today: CivilDate

  func row(_ record: CaseRecord, _ steps: [Taken]) -> MoneyRow {
    var file = CaseFile(county: record.county.number, partyIsOrganisation: record.isOrganisation)
    for step in steps { file.record(step) }
    let due = procedure.paymentDue(file)?.date
    let place = place(record, file, due)
    let surcharge = place == .overdue ? due.flatMap { charge(record, file, from: $0) } : nil
    return MoneyRow(record: record, place: place, due: due, surcharge: surcharge)
  }

  private func place(_ record: CaseRecord, _ file: CaseFile, _ due: CivilDate?) -> MoneyPlace {
    if record.state == .closed { return .closed }
    if procedure.money(file).owed != record.owed { return .changed }
    guard let due, let decision = procedure.standing(file)?.decision else { return .unserved }
    let since = file.steps.drop { $0.id <= decision.id }
    if since.contains(where: { $0.kind == .courtApplication }) { return .court }
    if due < today { return .overdue }
    return since.contains { $0.kind == .deferral } ? .deferred : .inTerm
  }

  /// Of the fine that is not paid; days under reconsideration or suit do not count (《行政处罚法》第七十二条、第七十三条).
  private func charge(_ record: CaseRecord, _ file: CaseFile, from due: CivilDate) -> Money? {
    let until = today.adding(days: -contested(file, after: due))
    guard let rule = law.terms.surcharge("surcharge"), until > due, let fine = record.decision?.fine else { return nil }
    return try? rule.amount(min(fine, record.unpaid), from: due, until: until).amount
  }

  private func contested(_ file: CaseFile, after due: CivilDate) -> Int {
    file.steps.filter { $0.kind == .challenge }.reduce(0) { days, challenge in
      let end = file.steps.first { $0.kind == .challengeResult && $0.about == challenge.id }?.on ?? today
      return days + max(0, end.dayNumber - max(challenge.on, due).dayNumber)
    }
  }
}

/// What the page of money and measures shows.
struct MoneyModel {
  let tally: CaseTally
  let rows: [MoneyRow]
  let effects: [EffectKind: Int64]
  let show: String?
  let measured: [CaseRecord]
  let today: CivilDate

  func rows(_ place: MoneyPlace) -> [MoneyRow] { rows.filter { $0.place == place } }
}
