import App
import Kit
import Papers
import Storage

@testable import Casework
@testable import Procedure
@testable import ProcedureWalk

/// Papers of the steps that were taken: drafted and issued in one deed, so that what is refused draws no number.
extension Walking {
  mutating func putPaper(_ lawCase: inout WalkedCase) async throws {
    let taken = lawCase.seen.steps
    let fitting = room.papers.all.filter { template in taken.contains { $0.kind == template.kind } }
    guard let template = dice.pick(fitting) else { return }
    let hands = taken.filter { $0.kind == template.kind }.map(\.by)
    let place = dice.chance(80) ? dice.pick(hands) ?? 1 : dice.pick([1, 3, 6, 10, 20, 30]) ?? 1
    let rights = crew.members[place]?.doors.reduce(into: Set<ActingRight>()) { $0.formUnion($1.rights) } ?? []
    let (byHand, day) = (dice.chance(90), lawCase.wake.adding(days: dice.chance(5) ? 1 : 0))
    try await act("paper", by: place, nil, &lawCase) { [room] id, tx in
      let draft = try room.draft(NewPaper(template: template.id, day: day), in: id, as: rights, tx)
      try room.issue(draft, byHand: byHand, of: id, as: rights, tx)
    }
  }
}
