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
  case deferred, overdue, court, closed

  var title: String {
    switch self {
    case .unserved: "还没有送达"
    case .inTerm: "缴款期内"
    case .deferred: "批准延期、分期，期限没有到"
    case .overdue: "逾期没有缴清"
    case .court: "已申请法院强制执行"
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
  let room: Casework
  private var procedure: Procedure { room.procedure }
  let today: CivilDate

  func row(_ record: CaseRecord, _ steps: [Taken]) -> MoneyRow {
    var file = CaseFile(county: record.county.number, partyIsOrganisation: record.isOrganisation)
    for step in steps { file.record(step) }
    let due = procedure.paymentDue(file)?.date
    let place = place(record, file, due)
    // The same sum as the party reads: one rule counts it for both.
    let surcharge = place == .overdue ? room.money(file, on: today)?.surcharge?.amount : nil
    return MoneyRow(record: record, place: place, due: due, surcharge: surcharge)
  }

  private func place(_ record: CaseRecord, _ file: CaseFile, _ due: CivilDate?) -> MoneyPlace {
    if record.state == .closed { return .closed }
    guard let due, let decision = procedure.standing(file)?.decision else { return .unserved }
    let since = file.steps.drop { $0.id <= decision.id }
    if since.contains(where: { $0.kind == .courtApplication }) { return .court }
    if due < today { return .overdue }
    return since.contains { $0.kind == .deferral } ? .deferred : .inTerm
  }
}

/// What is still owed, and what was paid too much (复议、诉讼减少以后要退还的): never set off against each other, because they are
/// other people's.
struct MoneyLeft: Sendable {
  let unpaid: Money
  let overpaid: Money
}

/// What the page of money and measures shows.
struct MoneyModel {
  let tally: CaseTally
  let left: MoneyLeft
  let rows: [MoneyRow]
  let effects: [EffectKind: Int64]
  let show: String?
  let measured: [CaseRecord]
  let today: CivilDate

  func rows(_ place: MoneyPlace) -> [MoneyRow] { rows.filter { $0.place == place } }
}
