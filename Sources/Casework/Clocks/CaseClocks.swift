import Duties
import Inspection
import Kit
import Law
import Offices
import Procedure
import Storage

/// The terms of a case are duties (职责): after every step those that run are owed, those that stopped are settled, and
/// those that moved get their new day. The procedure says which run; nothing here counts a day.
extension Casework {
  func keepClocks(_ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    let clocks = procedure.clocks(file, law: law)
    let running = distinct(clocks.filter(\.isDuty))
    let open = try Duties.waiting(on: record.ref, tx).filter(CaseDuty.isOurs)
    for duty in open where !running.contains(where: { CaseDuty.same($0, duty) }) {
      let runsOn = clocks.contains { CaseDuty.kind($0.name) == duty.kind }
      try Duties.settle(duty, outcome: runsOn ? "期限变动" : "已办", tx)
    }
    for clock in running where !open.contains(where: { CaseDuty.same(clock, $0) }) {
      try Duties.owe(duty(clock, record), tx)
    }
  }

  /// Two measures of one day end on one day: that is one thing to look after.
  private func distinct(_ clocks: [Clock]) -> [Clock] {
    clocks.reduce(into: []) { kept, clock in
      if !kept.contains(where: { $0.name == clock.name && $0.due == clock.due }) { kept.append(clock) }
    }
  }

  private func duty(_ clock: Clock, _ record: CaseRecord) -> NewDuty {
    NewDuty(
      kind: CaseDuty.kind(clock.name), title: "案件\(record.number)：\(clock.title)", subject: record.ref,
      owner: record.team.first.id, due: clock.due, provisional: clock.provisional,
      countedTo: clock.countedTo == clock.due ? nil : clock.countedTo, basis: clock.source,
      campaign: record.campaign?.value)
  }
}

extension Clock {
  /// Somebody of the agency must act by it, or must look that the party has acted. A term whose time does not count has no
  /// day by which anything is owed; when it counts again, the duty comes back with its new day.
  var isDuty: Bool {
    guard pausedSince == nil else { return false }
    return switch owes {
    // Nothing can be done before a public notice has run out; afterwards the other terms tell what is owed.
    case .caseOfficer: name != .publicNotice
    case .presider: true
    case .party: name == .payment || name == .correction
    // The room of transfers keeps the terms of the police: it knows of receipts and answers.
    case .court, .police: false
    }
  }
}

/// Kinds of duties of this room: `case.` and the name of the term.
enum CaseDuty {
  static let prefix = "case."
  static func kind(_ name: ClockName) -> String { prefix + name.rawValue }
  static let decision = kind(.decision)
  static let payment = kind(.payment)

  static func isOurs(_ duty: OpenDuty) -> Bool { duty.kind.hasPrefix(prefix) }

  static func same(_ clock: Clock, _ duty: OpenDuty) -> Bool {
    kind(clock.name) == duty.kind && clock.due == duty.due && clock.provisional == duty.provisional
  }
}
