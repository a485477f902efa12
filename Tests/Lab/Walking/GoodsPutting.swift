import App
import Kit
import Storage

@testable import Casework
@testable import Procedure
@testable import ProcedureWalk

extension WalkedCase {
  /// The last measure with a list of things that is not ended.
  var openMeasure: Taken? {
    let ended = Set(seen.steps.filter { [.registrationEnd, .seizureEnd].contains($0.kind) }.compactMap(\.about))
    return seen.steps.last { [.registration, .seizure].contains($0.kind) && !ended.contains($0.id) }
  }
}

/// Things of measures: without their list, and what becomes of each, no measure ends.
extension Walking {
  mutating func putGoods(_ measure: Taken, _ lawCase: inout WalkedCase) async throws {
    guard let id = lawCase.id else { return }
    let county = App.Cast.county
    let lists = try await house.database.read { [room] in try room.goods(of: id, county, $0) }
    let things = lists.first { $0.begun.id == measure.id }?.left ?? []
    let place = dice.chance(85) ? dice.pick(lawCase.seen.officers) ?? 1 : dice.pick([1, 3, 6]) ?? 1
    guard !things.isEmpty else { return try await listGoods(measure, by: place, &lawCase) }
    let ways = room.evidence.lists.first { $0.step == measure.kind }?.ways.map(\.id) ?? []
    let disposal = GoodsDisposal(dice.pick(ways) ?? "", on: lawCase.wake, witness: "走查", receipt: "收条")
    try await act("goods dispose", by: place, .steps, &lawCase) { [room] id, tx in
      try room.dispose(things.map(\.id), disposal, on: measure.id, of: id, tx)
    }
  }

  private mutating func listGoods(_ measure: Taken, by place: Int64, _ lawCase: inout WalkedCase) async throws {
    try await act("goods list", by: place, .steps, &lawCase) { [room] id, tx in
      try room.list([NewGoods("牙科椅", count: "1")], on: measure.id, of: id, tx)
    }
  }
}
