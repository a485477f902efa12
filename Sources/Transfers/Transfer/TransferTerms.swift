import Casework
import Duties
import Kit
import Law
import Offices
import Packs
import Storage

/// What just happened, as far as terms care.
struct TransferAct {
  let action: TransferAction
  let on: CivilDate
  let term: String?

  init(_ action: TransferAction, on: CivilDate, term: String? = nil) {
    self.action = action
    self.on = on
    self.term = term
  }
}

/// Which term runs in which state (移送规定第五条至第十二条). Each is a duty of somebody of ours: of the head, else of the first
/// officer, who does it himself or asks the police for it. A state without a term has none in the law.
enum TransferTerms {
  static let prefix = "transfer."
  static let copy = "transfer.copy"
  /// Terms that the police may take instead of three days.
  static let longer = ["police.decision.facts", "police.decision.major"]
  /// Steps that the law counts in hours.
  static let hours: Set<String> = ["transfer.handover", "transfer.receipt"]

  /// The term's key in the packs and what the duty says.
  static func term(in state: TransferState, _ act: TransferAct) -> (key: String, title: String)? {
    switch state {
    case .proposed: ("transfer.decision", "决定是否批准移送")
    case .approved: ("transfer.handover", "移送公安机关")
    case .handed: ("transfer.receipt", "取得公安机关的回执")
    case .forwarded: ("police.decision", "跟进公安机关是否立案")
    case .received: (act.term ?? "police.decision", "跟进公安机关是否立案")
    case .notFiled: ("transfer.objection", "决定是否提请复议或者建议立案监督")
    case .reviewing: ("police.objection-decision", "跟进公安机关的复议决定")
    case .upheld: ("transfer.second-objection", "决定是否建议立案监督")
    case .filed: ("transfer.items", "向公安机关移交涉案物品和材料")
    default: nil
    }
  }

  static func kind(_ key: String) -> String { key.hasPrefix(prefix) ? key : prefix + key }
}

extension Transfers {
  /// After every act: what was owed in the old state is settled, what the new one asks is owed. The copy to the procuratorate
  /// runs beside, from the hand-over until it is recorded.
  func keepTerms(_ transfer: TransferRecord, _ act: TransferAct, _ tx: Transaction) throws {
    if act.action == .copy {
      try Duties.settle(transfer.ref, kind: TransferTerms.copy, outcome: act.action.title, tx)
      return
    }
    for duty in try Duties.waiting(on: transfer.ref, tx) where duty.kind != TransferTerms.copy {
      try Duties.settle(duty, outcome: act.action.title, tx)
    }
    if act.action == .handOver { try oweCopy(transfer, tx) }
    // From the receipt when the police take longer: the three days were counted from there too.
    let from = act.action == .prolong ? try received(transfer.id, tx) ?? act.on : act.on
    guard let term = TransferTerms.term(in: transfer.state, act) else { return }
    try owe(term, transfer, from: from, tx)
  }

  private func owe(
    _ term: (key: String, title: String), _ transfer: TransferRecord, from day: CivilDate, _ tx: Transaction
  ) throws {
    let owner = transfer.state == .proposed ? transfer.head : transfer.first
    let title = "\(transfer.title)：\(term.title)"
    let kind = TransferTerms.kind(term.key)
    if TransferTerms.hours.contains(term.key) {
      let found = try law.terms.term(term.key, on: day)
      let end = found.moment(from: tx.now) ?? tx.now
      try Duties.owe(
        NewDuty(
          kind: kind, title: title, subject: transfer.ref, owner: owner, due: end.date,
          basis: "\(found.length)，到\(end.chinese())止（\(found.provenance.source)）", campaign: transfer.campaign), tx)
    } else {
      let due = try law.due(term.key, from: day)
      try Duties.owe(
        NewDuty(
          kind: kind, title: title, subject: transfer.ref, owner: owner, term: due, from: day,
          basis: due.term.provenance.source
            + (due.term.provenance.confidence.isFirm ? "" : "（\(due.term.provenance.confidence.title)）"),
          campaign: transfer.campaign), tx)
    }
  }

  /// At the transfer; where a penalty was decided before, within ten days of it.
  private func oweCopy(_ transfer: TransferRecord, _ tx: Transaction) throws {
    let decided = try Casework.lawCase(transfer.lawCase, tx)?.decision?.date
    let title = "\(transfer.title)：抄送人民检察院" + (decided == nil ? "" : "，连同处罚决定书")
    guard let decided else {
      try Duties.owe(
        NewDuty(
          kind: TransferTerms.copy, title: title, subject: transfer.ref, owner: transfer.first, due: tx.today,
          basis: "移送时抄送（高检会〔2006〕2号，仅见于转引）", campaign: transfer.campaign), tx)
      return
    }
    let due = try law.due("transfer.late-copy", from: decided)
    try Duties.owe(
      NewDuty(
        kind: TransferTerms.copy, title: title, subject: transfer.ref, owner: transfer.first, term: due, from: decided,
        basis: "\(due.term.provenance.source)（\(due.term.provenance.confidence.title)）", campaign: transfer.campaign),
      tx)
  }

  private func received(_ id: ID<Transfer>, _ tx: Transaction) throws -> CivilDate? {
    try TransferStore.events(of: id, tx).last { $0.action == .receive }?.on
  }
}
