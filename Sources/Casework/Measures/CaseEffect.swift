package import Kit
internal import Procedure
internal import Registers
package import Storage

extension Deed { package static let registerEffect = Deed("casework.register-effect") }

/// What of a decision, or which measure, changes a licence (决定的结果).
package enum EffectKind: String, CaseIterable, Sendable {
  case revoke, stop, suspend, ban

  package var title: String {
    switch self {
    case .revoke: "吊销许可证件"
    case .stop: "责令停止执业活动"
    case .suspend: "责令暂停执业活动"
    case .ban: "取缔"
    }
  }

  /// Marks of the register that may come of it.
  var marks: Set<MarkKind> {
    switch self {
    case .revoke: [.revoked, .subjects]
    case .stop: [.stopped]
    case .suspend: [.suspended]
    case .ban: [.banned]
    }
  }
}

/// Something that is to be written into the register, or that it is known not to concern.
package struct DueEffect: Sendable, Hashable {
  package let step: Int64
  package let kind: EffectKind
  /// The day on which the decision was served or the ban carried out.
  package let since: CivilDate
}

/// What an officer says of it. Without premises it concerns a paper outside of the register: then `licence` names it.
package struct NewEffect: Sendable {
  package let due: DueEffect
  package let premises: Ref?
  package let licence: String
  /// Subjects lost; empty: the whole licence.
  package let subjects: [String]
  package let since: CivilDate
  package let until: CivilDate?

  package init(
    _ due: DueEffect, premises: Ref?, licence: String = "", subjects: [String] = [], since: CivilDate,
    until: CivilDate? = nil
  ) {
    self.due = due
    self.premises = premises
    self.licence = licence
    self.subjects = subjects
    self.since = since
    self.until = until
  }

  var mark: MarkKind {
    switch due.kind {
    case .revoke: subjects.isEmpty ? .revoked : .subjects
    case .stop: .stopped
    case .suspend: .suspended
    case .ban: .banned
    }
  }
}

/// What was written.
package struct CaseEffect: Sendable {
  package let new: NewEffect
  package let lifted: CivilDate?
}

extension Casework {
  /// What of a case waits to be written into the register: the penalties of a served decision that stands, and every ban.
  package func dueEffects(of id: ID<Case>, _ reader: Reader) throws -> [DueEffect] {
    guard let record = try CaseStore.find(id, reader) else { return [] }
    let file = try file(of: record, try CaseStepStore.steps(of: id, reader), reader)
    return try dueEffects(record, file, reader)
  }

  func dueEffects(_ record: CaseRecord, _ file: CaseFile, _ reader: Reader) throws -> [DueEffect] {
    let done = try EffectStore.effects(of: record, reader).map { ($0.new.due.step, $0.new.due.kind) }
    return effects(of: file).filter { due in !done.contains { $0 == (due.step, due.kind) } }
  }

  private func effects(of file: CaseFile) -> [DueEffect] {
    let bans = file.steps.filter { $0.kind == .ban }.map { DueEffect(step: $0.id, kind: .ban, since: $0.on) }
    guard let (decision, penalty) = procedure.standing(file), let served = procedure.served(decision, in: file) else {
      return bans
    }
    let kinds = [EffectKind.revoke, .stop, .suspend].filter { penalty.penalties.contains($0.rawValue) }
    return bans + kinds.map { DueEffect(step: decision.id, kind: $0, since: served) }
  }

  /// Writes what a decision or a ban took into the register (把结果记入底册). Refuses what does not wait, a paper outside of
  /// the register without its name, days before the decision was served; and what the register refuses.
  /// Source: 《行政处罚法》第九条;《医疗机构管理条例》.
  package func register(_ new: NewEffect, of id: ID<Case>, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard try dueEffects(of: id, tx).contains(new.due) else { throw EffectRefusal.notWaiting }
    guard new.since >= new.due.since else { throw EffectRefusal.tooEarly(new.due.since) }
    if let premises = new.premises {
      try Registers.mark(
        NewMark(
          new.mark, on: premises, subjects: new.subjects, since: new.since, until: new.until,
          paper: new.due.kind == .ban ? record.number : record.decision?.number ?? record.number, source: record.ref),
        tx)
    } else {
      guard !new.licence.isEmpty else { throw EffectRefusal.noLicence }
    }
    try EffectStore.insert(new, of: record, tx)
    tx.tell(record.ref, "案件\(record.number)：\(new.due.kind.title)的结果\(new.premises == nil ? "已登记，证件不在底册里" : "已记入底册")")
    if try dueEffects(of: id, tx).isEmpty { try settleEffects(record, tx) }
  }
}

/// Why a result is not written.
enum EffectRefusal: Refusal, Equatable {
  case notWaiting
  case noLicence
  case tooEarly(CivilDate)

  var code: String {
    switch self {
    case .notWaiting: "casework.effect-not-waiting"
    case .noLicence: "casework.effect-no-licence"
    case .tooEarly: "casework.effect-too-early"
    }
  }

  var sentence: String {
    switch self {
    case .notWaiting: "这一项不用再记：已经记过，或者决定已经撤销、变更。"
    case .noLicence: "证件不在底册里的，要写明是哪一张证。"
    case .tooEarly(let day): "生效日期不能早于送达（采取措施）的那天 \(day.chinese())。"
    }
  }

  var field: String? {
    switch self {
    case .notWaiting: nil
    case .noLicence: "licence"
    case .tooEarly: "since"
    }
  }

  var next: String? { self == .notWaiting ? "刷新页面看最新情况。" : nil }
  var status: RefusalStatus { self == .notWaiting ? .conflict : .invalid }
}
