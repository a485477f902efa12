import Duties
package import Kit
import Offices
package import Storage
import Web

extension Deed {
  package static let mergeClue = Deed("intake.merge")
  package static let unmergeClue = Deed("intake.unmerge")
}

/// What went into another clue: which one, since when, and how it stood before.
struct MergedClue: Sendable {
  let clue: ID<Clue>
  let lead: ID<Clue>
  let at: Instant
  let state: ClueState
  let due: CivilDate?
  let dueIsProvisional: Bool
}

/// How a clue stands to others on the same thing.
struct Merging: Sendable {
  static let most = 5

  /// The clue that it went into.
  let lead: ClueRecord?
  /// What went into it, and whether the reporter gave a name.
  let followers: [(clue: ClueRecord, isNamed: Bool)]
  /// Clues that may be the same, the nearest first; only for who may merge them.
  let candidates: [(like: Likeness, clue: ClueRecord)]

  init(_ clue: ClueRecord, _ viewer: Viewer, _ today: CivilDate, _ reader: Reader) throws {
    lead = try MergeStore.merged(clue.id, reader).flatMap { try ClueStore.find($0.lead, reader) }
    followers = try MergeStore.followers(of: clue.id, reader)
    guard viewer.may(.clueWork), clue.state.isOpen, let scope = viewer.scope(.clueSee) else {
      candidates = []
      return
    }
    let (words, place) = (Likeness.words(of: clue), Bigrams(clue.place))
    // What was taken out of the same writing stands on the page as that.
    let own = Set(try SplitStore.all(with: clue, reader).map(\.clue.id))
    candidates = try MergeStore.near(clue, DocketFilter.seen(by: scope), reader).filter { !own.contains($0.clue) }
      .compactMap { Likeness(clue, $0, words: words, place: place) }
      .sorted { ($0.weight, $0.clue.value) > ($1.weight, $1.clue.value) }.prefix(Self.most)
      .compactMap { like in try ClueStore.find(like.clue, reader).map { (like, $0) } }
  }
}

extension Intake {
  /// Merges a clue into another on the same thing (合并): it is handled no further, its reporter reads the progress and the
  /// answer of the other with his own code. What was owed on it ends.
  ///
  /// Refuses a clue that is not open or is with another body, itself, a clue of another county, and one that is not open or was merged too.
  package func merge(_ id: ID<Clue>, into lead: ID<Clue>, _ tx: Transaction) throws {
    let clue = try openClue(id, tx)
    try refuseAway(clue, tx)
    guard id != lead else { throw IntakeRefusal.sameClue }
    guard let other = try ClueStore.find(lead, tx), other.county == tx.county else { throw IntakeRefusal.noSuchLead }
    if other.state == .merged { throw IntakeRefusal.leadMerged(number: other.number) }
    guard other.state.isOpen else { throw IntakeRefusal.noSuchLead }
    try MergeStore.insert(clue, into: lead, tx)
    try MergeStore.setMerged(clue, tx)
    let kind = clue.state == .received ? ClueDuty.accept : ClueDuty.answer
    try Duties.settle(clue.ref, kind: kind, outcome: "并入线索\(other.number)", tx)
    tx.tell(
      clue.ref, "把线索\(clue.number)并入线索\(other.number)",
      [Change("状态", clue.state.title, ClueState.merged.title)])
    tx.tell(other.ref, "线索\(clue.number)并入本条")
  }

  /// Takes a merging back (撤销合并): the clue stands as before, with its date and, where he is still there, its owner.
  package func unmerge(_ id: ID<Clue>, _ tx: Transaction) throws {
    let clue = try clue(id, in: .merged, tx)
    guard let merged = try MergeStore.merged(id, tx), let lead = try ClueStore.find(merged.lead, tx) else {
      throw MissingRecord("条线索")
    }
    let owner = try owner(again: clue, tx)
    let due = merged.due ?? tx.today
    try MergeStore.restore(clue, merged, owner: owner, due: due, tx)
    let kind = merged.state == .received ? ClueDuty.accept : ClueDuty.answer
    let title = merged.state == .received ? "决定是否受理线索\(clue.number)" : "办理并答复线索\(clue.number)"
    try Duties.owe(
      NewDuty(
        kind: kind, title: title, subject: clue.ref, owner: owner, due: due, provisional: merged.dueIsProvisional,
        basis: "合并以前定下的期限", campaign: clue.campaign?.value), tx)
    tx.tell(
      clue.ref, "撤销线索\(clue.number)与线索\(lead.number)的合并",
      [Change("状态", ClueState.merged.title, merged.state.title)])
    tx.tell(lead.ref, "线索\(clue.number)不再并入本条")
  }

  /// The clue whose progress a reporter reads: his own, or the one that it went into, and that one's.
  static func leading(_ clue: ClueRecord, _ reader: Reader) throws -> ClueRecord {
    var (last, seen) = (clue, Set([clue.id]))
    while last.state == .merged, let merged = try MergeStore.merged(last.id, reader),
      let next = try ClueStore.find(merged.lead, reader), seen.insert(next.id).inserted
    {
      last = next
    }
    return last
  }

  private func owner(again clue: ClueRecord, _ tx: Transaction) throws -> ID<Account> {
    if let person = try Offices.person(clue.owner, tx), person.isActive { return person.id }
    return try taker(tx).id
  }
}
