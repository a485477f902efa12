package import Kit
internal import Law
internal import Packs
package import Storage

extension Rulebook {
  /// Puts a draft beside the version that holds today. Refuses unknown checklists and violations, a draft without any
  /// change, and one without lines. A draft that waits already is dropped: one at a time.
  package func draft(_ new: NewEdition, _ tx: Transaction) throws -> ID<Edition> {
    let pack = try packed(new.checklist)
    let number = try EditionStore.last(of: new.checklist, in: tx.county, tx) + 1
    let now = try checklist(new.checklist, in: tx.county, on: tx.today, tx)
    let items = try changed(now.items, new, number)
    if items.isEmpty { throw RulebookRefusal.nothingLeft }
    if ItemChange.between(now.items, items).isEmpty { throw RulebookRefusal.nothingChanged }
    for other in try EditionStore.all(of: new.checklist, in: tx.county, tx) where other.state == .draft {
      try drop(other, tx)
    }
    let edition = edition(pack, number, .draft, items, because: new.reason, from: nil, tx)
    try EditionStore.insert(edition, tx)
    tx.tell(Ref(.edition, edition.id), "起草\(edition.title)", [Change("状态", nil, edition.state.title)])
    return edition.id
  }

  /// The version holds from a day on. Refuses days before today, because visits were made with what held then, and
  /// versions that are no drafts.
  package func enact(_ id: ID<Edition>, from day: CivilDate, _ tx: Transaction) throws {
    let edition = try found(id, tx)
    guard edition.state == .draft else { throw RulebookRefusal.notADraft(edition.state.title) }
    guard day >= tx.today else { throw RulebookRefusal.beginsInPast(today: tx.today) }
    try EditionStore.enact(id, from: day, tx)
    tx.tell(
      Ref(.edition, id), "施行\(edition.title)，自 \(day.iso) 起",
      [Change("状态", edition.state.title, Edition.State.enacted.title), Change("施行日期", nil, day.iso)])
  }

  package func drop(_ id: ID<Edition>, _ tx: Transaction) throws {
    let edition = try found(id, tx)
    guard edition.state == .draft else { throw RulebookRefusal.notADraft(edition.state.title) }
    try drop(edition, tx)
  }

  /// From a day on the pack's version holds again. Refuses days before today, and where the pack's holds anyhow.
  package func restorePack(
    _ checklist: String, from day: CivilDate, because reason: String, _ tx: Transaction
  ) throws -> ID<Edition> {
    let pack = try packed(checklist)
    guard day >= tx.today else { throw RulebookRefusal.beginsInPast(today: tx.today) }
    guard try self.checklist(checklist, in: tx.county, on: day, tx).edition != nil else {
      throw RulebookRefusal.alreadyPack(pack.title)
    }
    let number = try EditionStore.last(of: checklist, in: tx.county, tx) + 1
    let edition = edition(pack, number, .enacted, nil, because: reason, from: day, tx)
    try EditionStore.insert(edition, tx)
    tx.tell(
      Ref(.edition, edition.id), "\(pack.title)自 \(day.iso) 起恢复使用内容包的版本",
      [Change("施行日期", nil, day.iso)])
    return edition.id
  }

  private func drop(_ edition: Edition, _ tx: Transaction) throws {
    try EditionStore.drop(edition.id, tx)
    tx.tell(
      Ref(.edition, edition.id), "放弃草稿\(edition.title)",
      [Change("状态", edition.state.title, Edition.State.dropped.title)])
  }

  private func found(_ id: ID<Edition>, _ tx: Transaction) throws -> Edition {
    guard let edition = try EditionStore.find(id, tx), edition.county == tx.county else {
      throw MissingRecord("个检查表版本")
    }
    return edition
  }

  private func edition(
    _ pack: HeldChecklist, _ number: Int64, _ state: Edition.State, _ items: [HeldItem]?, because reason: String,
    from day: CivilDate?, _ tx: Transaction
  ) -> Edition {
    Edition(
      id: tx.world.newID(), county: tx.county, checklist: pack.id, number: number,
      title: "\(pack.title)（本县第 \(number) 版）", state: state, items: items, base: pack.fingerprint, reason: reason,
      from: day, made: tx.now, maker: tx.actor.title, enacter: state == .enacted ? tx.actor.title : nil)
  }

  private func changed(_ items: [HeldItem], _ new: NewEdition, _ number: Int64) throws -> [HeldItem] {
    let kept = items.filter { !new.dropped.contains($0.id) }.map { item in
      HeldItem(
        id: item.id, question: new.reworded[item.id] ?? item.question, source: item.source, confidence: item.confidence,
        violation: item.violation)
    }
    let added = try new.added.enumerated().map { place, line in
      // A line of the agency itself is its own working rule, whatever it cites.
      HeldItem(
        id: "local-\(number)-\(place + 1)", question: line.question, source: line.source ?? "本单位工作要求",
        confidence: .house, violation: try line.violation.map(violation))
    }
    return kept + added
  }

  /// By id, or by the name as the catalogue has it.
  private func violation(_ typed: String) throws -> String {
    if law.violation(typed) != nil { return typed }
    guard let named = law.violations.first(where: { $0.name == typed }) else {
      throw RulebookRefusal.unknownViolation(typed)
    }
    return named.id
  }
}
