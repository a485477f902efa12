import Duties
import Inspection
import Kit
import Law
import Packs
import Procedure
import Registers
import Storage

/// What a served decision or a ban makes somebody owe: the register must say it, or the public still reads of a valid licence.
extension Casework {
  static let effectDuty = "effects.register"

  /// After every step: owed where something waits, taken back where the decision fell.
  func keepEffects(_ step: CaseStep, _ record: CaseRecord, _ before: CaseFile, _ tx: Transaction) throws {
    var file = before
    file.record(step.taken)
    if step.taken.kind == .challengeResult { try liftFallen(step, record, file, tx) }
    let waiting = try dueEffects(record, file, tx)
    let isOwed = try Duties.waiting(on: record.ref, tx).contains { $0.kind == Self.effectDuty }
    guard let first = waiting.first else {
      if isOwed { try settleEffects(record, tx) }
      return
    }
    if !isOwed { try oweEffects(first, record, tx) }
  }

  private func oweEffects(_ due: DueEffect, _ record: CaseRecord, _ tx: Transaction) throws {
    let term = try law.due("register.effects", from: due.since)
    try Duties.owe(
      NewDuty(
        kind: Self.effectDuty, title: "案件\(record.number)：\(due.kind == .ban ? "已经取缔" : "决定已经送达")，把结果记入底册",
        subject: record.ref, owner: record.team.first.id, term: term, from: due.since,
        basis: term.term.provenance.source, campaign: record.campaign?.value), tx)
  }

  func settleEffects(_ record: CaseRecord, _ tx: Transaction) throws {
    try Duties.settle(record.ref, kind: Self.effectDuty, outcome: "已办", tx)
  }

  /// A result of a reconsideration or a suit took the penalty back: so does the register. A ban is no part of the decision.
  private func liftFallen(_ step: CaseStep, _ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    let standing = procedure.standing(file)
    let fallen = try EffectStore.effects(of: record, tx).filter { effect in
      effect.lifted == nil && effect.new.due.kind != .ban
        && !(standing?.decision.id == effect.new.due.step
          && standing?.penalty.penalties.contains(effect.new.due.kind.rawValue) == true)
    }
    guard !fallen.isEmpty else { return }
    let because = "\(procedure.outcome(step.taken.facts.outcome ?? "", of: .challengeResult))（案件\(record.number)）"
    let kinds = fallen.reduce(into: Set<MarkKind>()) { $0.formUnion($1.new.due.kind.marks) }
    try Registers.lift(kinds, from: record.ref, on: step.taken.on, because: because, tx)
    for effect in fallen { try EffectStore.lift(effect.new.due, of: record, on: step.taken.on, tx) }
  }
}
