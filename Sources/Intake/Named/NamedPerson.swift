internal import Kit
internal import Matching
internal import Offenders
internal import Storage

extension Intake {
  /// Looks up in the register of offenders whom a clue names (被举报的人), with the clue as purpose. The description is what the
  /// officer read in the report: it lies sealed with the look-up, never in the clue. Refuses where no register is kept, and a
  /// description without name, number and telephone.
  func lookUp(_ named: MatchRecord, in id: ID<Clue>, _ tx: Transaction) throws -> ID<Look> {
    guard let offenders, let clue = try ClueStore.find(id, tx) else { throw MissingRecord("条线索") }
    var said = named
    // Counties that an agency wrote itself have no code of the state.
    said.practiceCounty = (100_000...999_999).contains(clue.county.number) ? "\(clue.county.number)" : ""
    if said.practiceAddress.isEmpty { said.practiceAddress = clue.place }
    said.caseDate = clue.receivedAt.date.iso
    return try offenders.look(said, for: "核查线索\(clue.number)，比对被举报的人", on: clue.ref, tx)
  }
}
