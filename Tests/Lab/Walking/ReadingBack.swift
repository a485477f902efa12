import App
import Kit
import Law
import Storage

@testable import Casework
@testable import Procedure
@testable import ProcedureWalk

/// What the store tells of a case, against the list and against what was done.
extension Walking {
  /// `adding` is a step that the room above must have taken: who took it and when is read, that it was taken is known.
  mutating func readBack(_ lawCase: inout WalkedCase, adding kind: StepKind? = nil) async throws {
    guard let id = lawCase.id else { return }
    let found = try await house.database.read { [room] reader -> (record: CaseRecord, file: CaseFile)? in
      guard let record = try CaseStore.find(id, reader) else { return nil }
      return (record, try room.file(of: record, try CaseStepStore.steps(of: id, reader), reader))
    }
    guard let found else { return fault("lost", lawCase) }
    let isNew = found.file.steps.count != lawCase.seen.steps.count
    lawCase.seen = crew.places(found.file)
    let look = Look(file: lawCase.seen, today: clock.now.date, calendar: procedure.law.calendar)
    if let kind {
      guard isNew, let last = lawCase.seen.steps.last, last.kind == kind else { return fault("step-was-lost", lawCase) }
      lawCase.taken.append(last)
    }
    if isNew { for state in Unlawful.all where state.isReached(look) { fault(state.id, lawCase) } }
    compare(found.record, look, lawCase)
  }

  /// Steps, money and state of the case are what was done to it, counted apart from the room.
  private mutating func compare(_ record: CaseRecord, _ look: Look, _ lawCase: WalkedCase) {
    let (told, done) = (look.steps.map(\.trace), lawCase.taken.map(\.trace))
    if told != done {
      let place = zip(told, done).prefix { $0 == $1 }.count
      let pair = [told, done].map { $0.indices.contains(place) ? $0[place] : "nothing" }
      fault("store-tells-other-steps: \(pair[0]), done was \(pair[1]),", lawCase)
    }
    if look.steps.map(\.id) != Array(1...max(Int64(look.steps.count), 1)) { fault("steps-out-of-order", lawCase) }
    if record.unpaid.fen != look.unpaid { fault("store-tells-other-money", lawCase) }
    if (record.state == .closed) != look.isClosed(in: look.steps) { fault("store-tells-other-state", lawCase) }
    if (record.decision != nil) != (look.standing(in: look.steps) != nil) {
      fault("store-tells-other-decision", lawCase)
    }
    if lawCase.seen.isNamedElsewhere != lawCase.isNamedElsewhere { fault("store-tells-other-ruling", lawCase) }
  }

  mutating func fault(_ id: String, _ lawCase: WalkedCase) {
    let look = lawCase.look(procedure.law.calendar)
    tally.faults.append("\(id) in case \(lawCase.number) (\(lawCase.plan.violation)): \(look.story)")
  }
}

extension Taken {
  /// What must be the same in memory and in the store: what the form of its kind asks for.
  fileprivate var trace: String {
    let amount = kind == .payment || kind == .refund ? facts.amount : nil
    let fine = Casework.penalises.contains(kind) ? facts.fine : nil
    return "\(kind.rawValue) \(on.iso) \(by) \(about ?? 0) \(amount?.fen ?? 0) \(fine?.fen ?? 0)"
  }
}
