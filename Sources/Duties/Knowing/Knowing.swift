import Kit
import Storage
import Web

/// A duty with the moments of its beginning and end.
struct KnownDuty: Sendable {
  let duty: OpenDuty
  let begun: Instant
  let ended: Instant?
}

/// Who knew what when (知情回放): what was owed on a record at the end of a chosen day, and what had been told, seen, pressed and
/// answered until then. Nothing is remembered for it: it is read out of duties, notices, demands and the ledger, so it says the same
/// of a day whenever it is asked.
struct Knowing: Sendable {
  enum State: Sendable { case open, late, suspended, ended }

  struct Line: Sendable {
    let known: KnownDuty
    /// Whose it was on the day.
    let owner: String
    /// As it was on the day; nil while the clock stood.
    let due: CivilDate?
    let state: State
  }

  struct Event: Sendable {
    let at: Instant
    let words: String
    let duty: OpenDuty
  }

  let day: CivilDate
  let lines: [Line]
  let events: [Event]
  /// There are more duties than are listed.
  let isCut: Bool

  /// The first moment that is not the day's any more.
  static func end(of day: CivilDate) -> Instant { Instant(day.adding(days: 1)) }

  /// The duties of a condition that lets pass only what the viewer may know of, as they were at the end of the day.
  init(_ condition: SQL, on day: CivilDate, _ reader: Reader) throws {
    let cut = Self.end(of: day)
    let found = try KnowingStore.duties(condition, before: cut, reader)
    let duties = Array(found.prefix(KnowingStore.most))
    isCut = found.count > duties.count
    let ids = duties.map(\.duty.id.value)
    let changes = try ids.isEmpty ? [] : KnowingStore.changes(of: ids, reader)
    let owners = Dictionary(grouping: try ids.isEmpty ? [] : KnowingStore.owners(of: ids, reader), by: \.duty)
    self.day = day
    lines = duties.map { known in
      let own = changes.filter { $0.duty == known.duty.id.value }
      let due = Self.due(known.duty.due, own.map { ($0.at, $0.before, $0.after) }, before: cut)
      let isEnded = known.ended.map { $0 < cut } == true
      let state: State = isEnded ? .ended : due.map { $0 < day ? .late : .open } ?? .suspended
      let owner = Self.owner(
        known.duty.ownerName, (owners[known.duty.id.value] ?? []).map { ($0.at, $0.from, $0.to) }, before: cut)
      return Line(known: known, owner: owner, due: due, state: state)
    }
    let byID = Dictionary(duties.map { ($0.duty.id.value, $0) }) { first, _ in first }
    var events = duties.flatMap { Self.ends($0, owners[$0.duty.id.value]?.first?.from) }
    for change in owners.values.joined() {
      guard let duty = byID[change.duty]?.duty else { continue }
      events.append(Event(at: change.at, words: "\(change.from)交给\(change.to)", duty: duty))
    }
    for change in changes {
      guard let duty = byID[change.duty]?.duty else { continue }
      let after = change.after.map(Self.words) ?? "中止"
      events.append(
        Event(
          at: change.at, words: "\(change.actor)\(change.words)：\(Self.words(change.before)) → \(after)", duty: duty))
    }
    for told in try ids.isEmpty ? [] : KnowingStore.told(of: ids, reader) {
      guard let duty = byID[told.duty]?.duty else { continue }
      events.append(Event(at: told.at, words: "通知\(told.reader)：\(told.words)", duty: duty))
      let who = told.seenBy.map { "\($0)代\(told.reader)" } ?? told.reader
      if let seen = told.seen { events.append(Event(at: seen, words: "\(who)看过：\(told.words)", duty: duty)) }
    }
    for demand in try ids.isEmpty ? [] : KnowingStore.demands(of: ids, reader) {
      guard let duty = byID[demand.duty]?.duty else { continue }
      let words = "\(demand.by)第 \(demand.number) 次督办，要求 \(Self.words(demand.until))以前答复"
      events.append(Event(at: demand.at, words: words, duty: duty))
      if let answered = demand.answered {
        events.append(Event(at: answered, words: "\(demand.answeredBy ?? "")答复第 \(demand.number) 次督办", duty: duty))
      }
    }
    self.events = events.filter { $0.at < cut }.sorted {
      ($0.at, $0.duty.id.value, $0.words) < ($1.at, $1.duty.id.value, $1.words)
    }
  }

  private static func words(_ day: CivilDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }

  /// `first` had it before it was handed over.
  private static func ends(_ known: KnownDuty, _ first: String?) -> [Event] {
    let begun = Event(at: known.begun, words: "交\(first ?? known.duty.ownerName)办理", duty: known.duty)
    return [begun] + (known.ended.map { [Event(at: $0, words: "办结或者撤销", duty: known.duty)] } ?? [])
  }

  /// The date as it was: what the last change before the moment made it, nil where that stopped the clock; else what the first one
  /// after it found, else today's.
  static func due(
    _ now: CivilDate, _ changes: [(at: Instant, before: CivilDate, after: CivilDate?)], before cut: Instant
  ) -> CivilDate? {
    if let last = changes.last(where: { $0.at < cut }) { return last.after }
    return changes.first { $0.at >= cut }?.before ?? now
  }

  /// The owner as he was, in the same way.
  static func owner(_ now: String, _ changes: [(at: Instant, from: String, to: String)], before cut: Instant) -> String
  {
    changes.last { $0.at < cut }?.to ?? changes.first { $0.at >= cut }?.from ?? now
  }
}
