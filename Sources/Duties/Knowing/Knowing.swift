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
/// of a day whenever it is asked, but for the owner's name, which is that of today; a hand-over stands in the ledger below.
struct Knowing: Sendable {
  enum State: Sendable { case open, late, ended }

  struct Line: Sendable {
    let known: KnownDuty
    /// As it was on the day.
    let due: CivilDate
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

  /// The first moment that is not the day's any more.
  static func end(of day: CivilDate) -> Instant { Instant(day.adding(days: 1)) }

  /// The duties that the viewer may know of, as they were at the end of the day.
  init(_ condition: SQL, on day: CivilDate, mayKnow: (OpenDuty) -> Bool, _ reader: Reader) throws {
    let cut = Self.end(of: day)
    let duties = try KnowingStore.duties(condition, before: cut, reader).filter { mayKnow($0.duty) }
    let ids = duties.map(\.duty.id.value)
    let changes = try ids.isEmpty ? [] : KnowingStore.changes(of: ids, reader)
    self.day = day
    lines = duties.map { known in
      let own = changes.filter { $0.duty == known.duty.id.value }
      let due = Self.due(known.duty.due, own.map { ($0.at, $0.before, $0.after) }, before: cut)
      let isEnded = known.ended.map { $0 < cut } == true
      return Line(known: known, due: due, state: isEnded ? .ended : due < day ? .late : .open)
    }
    let byID = Dictionary(duties.map { ($0.duty.id.value, $0) }) { first, _ in first }
    var events = duties.flatMap(Self.ends)
    for change in changes {
      guard let duty = byID[change.duty]?.duty else { continue }
      let after = change.after.map { $0.iso } ?? "中止"
      events.append(
        Event(at: change.at, words: "\(change.actor)\(change.words)：\(change.before.iso) → \(after)", duty: duty))
    }
    for told in try ids.isEmpty ? [] : KnowingStore.told(of: ids, reader) {
      guard let duty = byID[told.duty]?.duty else { continue }
      events.append(Event(at: told.at, words: "通知\(told.reader)：\(told.words)", duty: duty))
      if let seen = told.seen { events.append(Event(at: seen, words: "\(told.reader)看过：\(told.words)", duty: duty)) }
    }
    for demand in try ids.isEmpty ? [] : KnowingStore.demands(of: ids, reader) {
      guard let duty = byID[demand.duty]?.duty else { continue }
      let words = "\(demand.by)第 \(demand.number) 次督办，要求 \(demand.until.iso) 以前答复"
      events.append(Event(at: demand.at, words: words, duty: duty))
      if let answered = demand.answered {
        events.append(Event(at: answered, words: "\(demand.answeredBy ?? "")答复第 \(demand.number) 次督办", duty: duty))
      }
    }
    self.events = events.filter { $0.at < cut }.sorted {
      ($0.at, $0.duty.id.value, $0.words) < ($1.at, $1.duty.id.value, $1.words)
    }
  }

  private static func ends(_ known: KnownDuty) -> [Event] {
    let begun = Event(at: known.begun, words: "开始等\(known.duty.ownerName)办", duty: known.duty)
    return [begun] + (known.ended.map { [Event(at: $0, words: "不再等：办结或者撤销", duty: known.duty)] } ?? [])
  }

  /// The date as it was: what the last change before the moment made it, else what the first one after it found, else today's.
  static func due(
    _ now: CivilDate, _ changes: [(at: Instant, before: CivilDate, after: CivilDate?)], before cut: Instant
  ) -> CivilDate {
    if let last = changes.last(where: { $0.at < cut && $0.after != nil })?.after { return last }
    return changes.first { $0.at >= cut }?.before ?? now
  }
}
