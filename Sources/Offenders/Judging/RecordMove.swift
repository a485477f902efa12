package import Kit
package import Storage

/// A merge or a split (合并、拆分): records go from one person to another. One proposes, another confirms.
package struct RecordMove: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case merge, split

    package var title: String { self == .merge ? "合并" : "拆分" }
  }
  package enum State: String, Sendable {
    case proposed, done, refused

    package var title: String {
      switch self {
      case .proposed: "等人确认"
      case .done: "已确认"
      case .refused: "没有同意"
      }
    }
  }

  package let id: ID<RecordMove>
  package let county: County
  package let kind: Kind
  package let source: ID<Offender>
  /// Of a split, a person of its own from then on.
  package let target: ID<Offender>
  package let records: [Int64]
  package let reason: String
  package let proposer: Int64
  package let proposerTitle: String
  package let proposedAt: Instant
  package let state: State
  package let decider: String?
  package let decidedAt: Instant?
  package let words: String?

  package var ref: Ref { Ref(.offenderMove, id) }
}

extension RefKind { package static let offenderMove = RefKind("offender-move") }

extension Deed {
  package static let proposeMove = Deed("offenders.propose-move")
  package static let confirmMove = Deed("offenders.confirm-move")
  package static let refuseMove = Deed("offenders.refuse-move")
}

extension Offenders {
  /// Proposes that all records of `source` go to `target`. Refuses persons that are gone, and a second proposal on one of them.
  package static func proposeMerge(
    of source: ID<Offender>, into target: ID<Offender>, because reason: String, _ tx: Transaction
  ) throws -> ID<RecordMove> {
    guard source != target else { throw OffenderRefusal.samePerson }
    let (from, to) = (try living(source, tx), try living(target, tx))
    let records = try RecordStore.records(of: from.id, tx).map(\.id.value)
    return try propose(.merge, from, to.id, records, reason, tx)
  }

  /// Proposes that some records of a person go to a person of their own: to the one they came from by a merge, where all of them
  /// did. Refuses none and all of his records.
  package static func proposeSplit(
    of source: ID<Offender>, _ records: [ID<OffenderRecord>], because reason: String, _ tx: Transaction
  ) throws -> ID<RecordMove> {
    let person = try living(source, tx)
    let own = Set(try RecordStore.records(of: source, tx).map(\.id.value))
    let parted = Set(records.map(\.value))
    guard !parted.isEmpty, parted.isSubset(of: own), parted.count < own.count else { throw OffenderRefusal.noPart }
    let merges = try MoveStore.moves(of: source, tx).filter {
      $0.kind == .merge && $0.state == .done && $0.target == source
    }
    let origin = merges.first { Set($0.records) == parted }?.source
    let former = try origin.flatMap { try OffenderStore.person($0, tx) }
    let target = former?.records == 0 ? former?.id ?? tx.world.newID() : tx.world.newID()
    return try propose(.split, person, target, parted.sorted(), reason, tx)
  }

  static func living(_ id: ID<Offender>, _ tx: Transaction) throws -> OffenderPerson {
    guard let person = try OffenderStore.person(id, tx), person.into == nil else { throw OffenderRefusal.noSuchPerson }
    guard try !MoveStore.isWaiting(on: id, tx) else { throw OffenderRefusal.moveWaits }
    return person
  }

  private static func propose(
    _ kind: RecordMove.Kind, _ source: OffenderPerson, _ target: ID<Offender>, _ records: [Int64], _ reason: String,
    _ tx: Transaction
  ) throws -> ID<RecordMove> {
    let move = RecordMove(
      id: tx.world.newID(), county: tx.county, kind: kind, source: source.id, target: target, records: records,
      reason: reason, proposer: tx.actor.number, proposerTitle: tx.actor.title, proposedAt: tx.now, state: .proposed,
      decider: nil, decidedAt: nil, words: nil)
    try MoveStore.insert(move, tx)
    tx.tell(source.ref, "提出\(kind.title)违法人员", [Change("记录", nil, "\(records.count) 条")])
    if kind == .merge { tx.tell(Ref(.offender, target), "提出把另一个人并到这里") }
    return move.id
  }

  /// Confirms a proposal: the records move. Refuses whoever proposed it, and a proposal whose records are no longer as they were.
  package func confirm(_ id: ID<RecordMove>, because words: String, _ tx: Transaction) throws {
    let move = try Offenders.waiting(id, tx)
    guard move.proposer != tx.actor.number else { throw OffenderRefusal.ownProposal }
    let held = Set(try RecordStore.records(of: move.source, tx).map(\.id.value))
    let isWhole = move.kind == .split || held == Set(move.records)
    guard Set(move.records).isSubset(of: held), isWhole else { throw OffenderRefusal.recordsChanged }
    if move.kind == .merge, try OffenderStore.person(move.target, tx)?.into != nil {
      throw OffenderRefusal.noSuchPerson
    }
    try RecordStore.move(move.records, to: move.target, tx)
    try refresh(move.source, into: move.target, tx)
    try refresh(move.target, tx)
    try recheckBlack(move.records, tx)
    try MoveStore.decide(id, .done, words, tx)
    for person in [move.source, move.target] {
      tx.tell(
        Ref(.offender, person), "确认\(move.kind.title)违法人员：\(move.records.count) 条记录移到另一个人名下",
        [Change("提出人", nil, move.proposerTitle)])
    }
  }

  /// Does not agree: nothing moves. Whoever proposed it may take it back so.
  package static func refuse(_ id: ID<RecordMove>, because words: String, _ tx: Transaction) throws {
    let move = try waiting(id, tx)
    try MoveStore.decide(id, .refused, words, tx)
    tx.tell(Ref(.offender, move.source), "没有同意\(move.kind.title)违法人员")
  }

  private static func waiting(_ id: ID<RecordMove>, _ tx: Transaction) throws -> RecordMove {
    guard let move = try MoveStore.move(id, tx) else { throw MissingRecord("件合并拆分") }
    guard move.state == .proposed else { throw OffenderRefusal.moveDecided(move.state.title) }
    return move
  }
}
