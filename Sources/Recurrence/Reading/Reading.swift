package import Kit
package import Offenders
internal import Offices
package import Storage

/// What an agency chose (口径): kept with its reason, never changed, a new one is added.
struct ReadingChoice {
  let reading: String
  let because: String
  let by: String
  let at: Instant
}

extension Recurrence {
  /// The reading that holds in a county: the newest choice, else the standard of the packs. A choice that the packs know no more
  /// falls back on the standard.
  package func reading(in county: County, _ reader: Reader) throws -> CountReading {
    try ReadingStore.choices(in: county, limit: 1, reader).first.flatMap { counting.rule.reading($0.reading) }
      ?? counting.rule.standard
  }

  /// The agency chooses a reading, with its reason. Alerts that are out stay out; whatever is watched is counted by it from the
  /// next sweep on. Refuses the one that holds.
  func choose(_ key: String, because: String, _ tx: Transaction) throws {
    let now = try reading(in: tx.county, tx)
    guard let chosen = counting.rule.reading(key) else { throw RecurrenceRefusal.sameReading(now.title) }
    guard chosen != now else { throw RecurrenceRefusal.sameReading(now.title) }
    try ReadingStore.insert(ReadingChoice(reading: key, because: because, by: tx.actor.title, at: tx.now), tx)
    tx.tell(Ref(.region, tx.county.number), "选定再犯计数的口径", [Change("口径", now.title, chosen.title)])
  }
}
