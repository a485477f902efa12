internal import Inspection
package import Kit
internal import Packs
internal import Procedure
package import Storage

extension Casework {
  /// Puts things on the list of a step; `carried` are things of an earlier list that go on to this one.
  ///
  /// Refuses anybody but the officers of the case, an archived file, a step without a list, a measure that has ended, a
  /// decision that confiscates nothing, an empty list, and a thing that does not go on to this list or went already. Onto
  /// the list of a decision whose confiscation fell come things of earlier lists only, so that they can be given back.
  /// Source: 《行政处罚法》第五十六条、第七十四条;《行政强制法》第二十四条.
  package func list(
    _ new: [NewGoods], carried: [ID<Goods>] = [], on step: Int64, of id: ID<Case>, _ tx: Transaction
  ) throws {
    let record = try workable(id, tx)
    let lists = try goods(of: record.id, tx.county, tx)
    guard let list = lists.first(where: { $0.begun.id == step }) else { throw EvidenceRefusal.noList }
    if list.isOver { throw EvidenceRefusal.measureEnded(list.ended?.id ?? step) }
    try refuseNotConfiscating(list, new, record)
    let coming = try carried.map { try comes($0, to: list, among: lists) }
    guard !new.isEmpty || !coming.isEmpty else { throw EvidenceRefusal.noItems }
    let all = coming.map { ($0.what, Optional($0.id)) } + new.map { ($0, nil) }
    for (index, (what, origin)) in all.enumerated() {
      let number = Int64(list.items.count + index + 1)
      try GoodsStore.insert(what, origin: origin, to: step, of: id, number: number, tx)
    }
    tx.tell(record.ref, "案件\(record.number)：第 \(step) 步的\(list.kind.title)登记物品 \(all.count) 件")
  }

  /// Disposes of things of one list, each once. Refuses what `list` refuses of person and file, a way that the list does not
  /// know or that is not open (given back while the confiscation holds, destroyed when it fell), things of another list or
  /// disposed of before, a day before the list or after today, things given back without receiver and receipt; and what
  /// `refuseContested` refuses.
  package func dispose(
    _ chosen: [ID<Goods>], _ disposal: GoodsDisposal, on step: Int64, of id: ID<Case>, _ tx: Transaction
  ) throws {
    let record = try workable(id, tx)
    guard let list = try goods(of: record.id, tx.county, tx).first(where: { $0.begun.id == step }) else {
      throw EvidenceRefusal.noList
    }
    guard let way = list.kind.way(disposal.way) else { throw EvidenceRefusal.unknownWay }
    guard list.ways.contains(way) else { throw EvidenceRefusal.wayClosed(way.title, list.confiscation) }
    guard disposal.on >= list.begun.on else { throw EvidenceRefusal.disposedBefore(list.begun.on) }
    guard disposal.on <= tx.today else { throw EvidenceRefusal.inFuture("on", today: tx.today) }
    if way.needsReceipt, disposal.witness == nil || disposal.receipt == nil { throw EvidenceRefusal.noReceipt }
    try refuseContested(way, disposal, list, record, tx)
    let items = list.items.filter { chosen.contains($0.id) }
    guard !items.isEmpty, items.count == Set(chosen).count else { throw EvidenceRefusal.nothingChosen }
    for item in items {
      if item.disposal != nil { throw EvidenceRefusal.disposedAlready(item.what.name) }
      try GoodsStore.dispose(item.id, disposal, tx)
    }
    tx.tell(
      record.ref,
      "案件\(record.number)：第 \(step) 步的\(list.kind.title)有 \(items.count) 件\(way.title)（\(disposal.on.chinese())）")
  }

  private func workable(_ id: ID<Case>, _ tx: Transaction) throws -> CaseRecord {
    let record = try found(id, tx)
    try refuseStranger(record, tx)
    try refuseArchived(record, tx)
    return record
  }

  private func refuseNotConfiscating(_ list: GoodsList, _ new: [NewGoods], _ record: CaseRecord) throws {
    guard list.kind.step == .decision else { return }
    if list.confiscation == nil || !new.isEmpty && !list.takesNew {
      throw EvidenceRefusal.notConfiscating(record.number)
    }
  }

  /// What is gone cannot be given back: things stay while a reconsideration or a suit is pending, and while one may still
  /// come unless it is written why they cannot wait. The law says nothing of it (`waits` of the list, `U`).
  private func refuseContested(
    _ way: GoodsWay, _ disposal: GoodsDisposal, _ list: GoodsList, _ record: CaseRecord, _ tx: Transaction
  ) throws {
    guard way.when == .stands, let waits = list.kind.waits else { return }
    let file = try file(of: record, try CaseStepStore.steps(of: record.id, tx), tx)
    switch procedure.contest(file, on: disposal.on) {
    case .pending: throw EvidenceRefusal.contested(waits.source)
    case .open(let until) where disposal.note == nil: throw EvidenceRefusal.mayBeContested(until, waits.source)
    case .open, .over: return
    }
  }

  /// Records what the party got for a thing that was gone when its confiscation fell, once; on an archived file as its
  /// supplement. Refuses anybody but the officers of the case, things whose value is not owed, no amount, and a day after today.
  /// Source: 《国家赔偿法》第三十六条.
  package func redress(
    _ chosen: ID<Goods>, _ redress: GoodsRedress, on step: Int64, of id: ID<Case>, _ tx: Transaction
  ) throws {
    let record = try found(id, tx)
    try refuseStranger(record, tx)
    guard let list = try goods(of: record.id, tx.county, tx).first(where: { $0.begun.id == step }) else {
      throw EvidenceRefusal.noList
    }
    guard let item = list.owed.first(where: { $0.id == chosen }) else { throw EvidenceRefusal.notOwed }
    guard redress.amount > .zero else { throw EvidenceRefusal.noAmount }
    guard redress.on <= tx.today else { throw EvidenceRefusal.inFuture("paid-on", today: tx.today) }
    if let gone = item.disposal?.on, redress.on < gone { throw EvidenceRefusal.redressedBefore(gone) }
    try GoodsStore.redress(item.id, redress, tx)
    tx.tell(
      record.ref,
      "案件\(record.number)：没收被撤销、变更，第 \(step) 步清单里已经处置的第 \(item.number) 件返还价款或者赔付 \(redress.amount.text) 元")
    try keepAfter(record, try file(of: record, try CaseStepStore.steps(of: id, tx), tx), tx)
    try supplement(id, tx)
  }

  private func comes(_ id: ID<Goods>, to list: GoodsList, among lists: [GoodsList]) throws -> GoodsRecord {
    guard let item = Self.onward(to: list, among: lists).first(where: { $0.id == id }) else {
      let known = lists.flatMap(\.items).first { $0.id == id }
      throw known.map { EvidenceRefusal.carriedAlready($0.what.name) } ?? EvidenceRefusal.nothingChosen
    }
    return item
  }
}

/// What the lists of a case say together.
extension Casework {
  /// One list for each step that has one, whether or not things stand on it.
  func goods(of id: ID<Case>, _ county: County, _ reader: Reader) throws -> [GoodsList] {
    let steps = try CaseStepStore.steps(of: id, reader).map(\.taken)
    let items = Dictionary(grouping: try GoodsStore.items(of: id, county, reader), by: \.step)
    var file = CaseFile(county: county.number)
    for step in steps { file.record(step) }
    return steps.compactMap { step in
      evidence.list(of: step.kind).map { kind in
        GoodsList(
          kind: kind, begun: step, ended: steps.first { $0.kind == kind.end && $0.about == step.id },
          items: items[step.id] ?? [], confiscation: procedure.confiscation(by: step, in: file))
      }
    }
  }

  /// Things of earlier lists that were disposed of towards this one and have not come yet.
  static func onward(to list: GoodsList, among lists: [GoodsList]) -> [GoodsRecord] {
    let carried = Set(lists.flatMap(\.items).compactMap(\.origin))
    return lists.filter { $0.begun.id < list.begun.id }.flatMap { earlier in
      earlier.items.filter { item in
        let way = item.disposal.flatMap { earlier.kind.way($0.way) }
        return way?.onward == list.kind.step && !carried.contains(item.id)
      }
    }
  }

  /// Before a step is taken: a measure ends only when each thing of its list is disposed of, with a result in which at least
  /// one of them went; a file is archived only when nothing is left in hand and no value is owed.
  func refuseGoodsLeft(_ step: Taken, _ record: CaseRecord, _ tx: Transaction) throws {
    if let kind = evidence.list(endedBy: step.kind) {
      let list = try goods(of: record.id, tx.county, tx).first {
        $0.kind.step == kind.step && $0.begun.id == step.about
      }
      guard let list, !list.items.isEmpty else { throw EvidenceRefusal.listMissing(procedure.title(step.kind)) }
      guard list.left.isEmpty else { throw EvidenceRefusal.undisposed(procedure.title(step.kind), list.left.count) }
      guard list.items.contains(where: { $0.disposal?.way == step.facts.outcome }) else {
        throw EvidenceRefusal.outcomeDiffers(procedure.outcome(step.facts.outcome ?? "", of: step.kind))
      }
    }
    guard step.kind == .archive else { return }
    let lists = try goods(of: record.id, tx.county, tx)
    let left = Self.inHand(lists).count
    if left > 0 { throw EvidenceRefusal.goodsLeft(left) }
    let owed = lists.flatMap(\.owed).count
    if owed > 0 { throw EvidenceRefusal.valueOwed(owed) }
  }

  /// Things not disposed of, and things that were to go on to another list and have not come there.
  static func inHand(_ lists: [GoodsList]) -> [GoodsRecord] {
    let carried = Set(lists.flatMap(\.items).compactMap(\.origin))
    return lists.flatMap { list in
      list.items.filter { item in
        guard let disposal = item.disposal else { return true }
        return list.kind.way(disposal.way)?.onward != nil && !carried.contains(item.id)
      }
    }
  }
}
