import Duties
package import Kit
import Offices
package import Storage

/// How somebody comes on the black list: proposed, told, heard, decided. Each step leaves the next one as a duty of somebody.
extension Offenders {
  static let tellDuty = "black.tell"
  static let decideDuty = "black.decide"

  /// Days for a step of our own where no law sets any; told so on each duty.
  private static let ownDays = 7
  private static let ownBasis = "内部工作要求（黑名单）"

  /// Proposes that a person is listed, on chosen records of his. Refuses somebody who is gone, an unknown basis, fewer penalties
  /// than it asks, a second entry on the same basis while one is open, and a county where nobody else could decide.
  func proposeBlack(
    _ person: ID<Offender>, _ basis: String, on records: [ID<OffenderRecord>], because reason: String,
    _ tx: Transaction
  ) throws -> ID<BlackEntry> {
    _ = try Offenders.living(person, tx)
    guard let known = bases[basis] else { throw BlackRefusal.noBasis }
    guard try !BlackStore.isOpen(person, basis, tx) else { throw BlackRefusal.alreadyThere }
    let chosen = Set(records)
    let grounds = try RecordStore.records(of: person, tx).filter { chosen.contains($0.id) && $0.penalty.isPenalty }
    guard grounds.count >= known.least else {
      throw BlackRefusal.tooFew(least: Int64(known.least), chosen: grounds.count)
    }
    _ = try blackDecider(besides: tx.actor.number, tx)
    let entry = BlackEntry(
      id: tx.world.newID(), county: tx.county, person: person, basis: basis, title: known.title, reason: reason,
      least: Int64(known.least),
      state: .proposed, proposer: tx.actor.number, proposerTitle: tx.actor.title, proposedAt: tx.now, telling: nil,
      objection: nil, decider: nil, words: nil, answer: nil, begins: nil, ends: nil, removal: nil)
    try BlackStore.insert(entry, grounds.map(\.id), tx)
    try owe(Self.tellDuty, "告知当事人要列入黑名单", on: entry, by: ID(tx.actor.number), days: Self.ownDays, tx)
    Offenders.tell(
      entry, "提出列入黑名单", [Change("依据", nil, known.title), Change("作依据的处罚", nil, "\(grounds.count) 次")], tx)
    return entry.id
  }

  /// The person was told of the facts, the basis and his right to object; from the day after he has the days of the basis.
  func tellBlack(_ id: ID<BlackEntry>, on day: CivilDate, _ way: BlackEntry.Way, _ tx: Transaction) throws {
    let entry = try Offenders.blackEntry(id, in: .proposed, tx)
    guard let basis = bases[entry.basis] else { throw BlackRefusal.noBasis }
    guard day <= tx.today, day >= entry.proposedAt.date else { throw BlackRefusal.badDay }
    let decider = try blackDecider(besides: entry.proposer, tx)
    let telling = BlackEntry.Telling(on: day, way: way, until: day.adding(days: basis.objection))
    try BlackStore.tell(id, telling, tx)
    try Duties.settle(entry.ref, kind: Self.tellDuty, outcome: way.title, tx)
    let left = max(telling.until.dayNumber - tx.today.dayNumber, 0)
    try owe(Self.decideDuty, "审定是不是列入黑名单", on: entry, by: decider, days: left + Self.ownDays, tx)
    Offenders.tell(
      entry, "告知当事人要列入黑名单：\(way.title)",
      [Change("告知", nil, day.iso), Change("可以申辩到", nil, telling.until.iso)], tx)
  }

  /// What the person answered, or that he does not object: it can be decided from now on.
  func hearBlack(_ id: ID<BlackEntry>, _ objection: BlackEntry.Objection, _ tx: Transaction) throws {
    let entry = try Offenders.blackEntry(id, in: .told, tx)
    guard entry.objection == nil else { throw BlackRefusal.notNow("已经登记过申辩") }
    guard let telling = entry.telling, objection.on >= telling.on, objection.on <= tx.today else {
      throw BlackRefusal.badDay
    }
    try BlackStore.hear(id, objection, tx)
    Offenders.tell(entry, objection.isObjection ? "登记当事人的陈述申辩" : "当事人表示不申辩", [], tx)
  }

  /// Lists the person from today for the term of the basis, or does not. Refuses whoever proposed it, a decision before the person
  /// was heard or his days are over, an objection without an answer, and to list on penalties that no longer stand.
  func decideBlack(
    _ id: ID<BlackEntry>, lists: Bool, because words: String, answer: String?, _ tx: Transaction
  ) throws {
    let entry = try Offenders.blackEntry(id, in: .told, tx)
    guard entry.proposer != tx.actor.number else { throw OffenderRefusal.ownProposal }
    guard let basis = bases[entry.basis], let telling = entry.telling else { throw BlackRefusal.noBasis }
    guard entry.objection != nil || tx.today > telling.until else { throw BlackRefusal.stillHeard(telling.until) }
    guard entry.objection?.isObjection != true || answer != nil else { throw BlackRefusal.noAnswer }
    let good = try Offenders.standingGrounds(of: entry, tx)
    guard !lists || good >= entry.least else { throw BlackRefusal.tooFew(least: entry.least, chosen: good) }
    let term = lists ? (begins: tx.today, ends: tx.today.adding(months: basis.term).adding(days: -1)) : nil
    try BlackStore.decide(id, term, words, answer: answer, tx)
    let sentence = term.map { "决定列入黑名单，到\($0.ends.iso)" } ?? "没有同意列入黑名单"
    try Duties.settle(entry.ref, kind: Self.decideDuty, outcome: lists ? "列入" : "没有列入", tx)
    Offenders.tell(entry, sentence, [Change("依据", nil, basis.title), Change("提出人", nil, entry.proposerTitle)], tx)
  }

  func owe(
    _ kind: String, _ title: String, on entry: BlackEntry, by owner: ID<Account>, days: Int, _ tx: Transaction
  ) throws {
    try Duties.owe(
      NewDuty(
        kind: kind, title: "\(title)（\(entry.title)）", subject: entry.ref, owner: owner,
        due: tx.today.adding(days: days), basis: Self.ownBasis), tx)
  }

  /// Of those who may decide and are not this one, whom the fewest duties wait for.
  func blackDecider(besides account: Int64, _ tx: Transaction) throws -> ID<Account> {
    guard let roles else { throw BlackRefusal.nobodyDecides }
    let people = try Offices.people(in: tx.county, holding: .offenderReview, roles: roles, tx)
      .filter { $0.id.value != account }
    let least = try people.map { (id: $0.id, waiting: try Duties.count(of: $0.id, tx)) }
      .min { ($0.waiting, $0.id) < ($1.waiting, $1.id) }
    guard let least else { throw BlackRefusal.nobodyDecides }
    return least.id
  }

  static func blackEntry(_ id: ID<BlackEntry>, in state: BlackEntry.State, _ tx: Transaction) throws -> BlackEntry {
    guard let entry = try BlackStore.entry(id, tx) else { throw MissingRecord("条黑名单") }
    guard entry.state == state else { throw BlackRefusal.notNow(entry.state.title) }
    return entry
  }

  /// On the entry and on the person; neither sentence names him.
  static func tell(_ entry: BlackEntry, _ sentence: String, _ changes: [Change], _ tx: Transaction) {
    tx.tell(entry.ref, sentence, changes)
    tx.tell(Ref(.offender, entry.person), sentence, changes)
  }

  /// Penalties of the entry that stand and are still this person's.
  static func standingGrounds(of entry: BlackEntry, _ reader: Reader) throws -> Int {
    try RecordStore.records(try BlackStore.grounds(of: entry.id, reader), reader)
      .count { $0.person == entry.person && $0.penalty.isPenalty }
  }
}
