package import Kit
package import Storage

/// What the checks found in one county at one moment.
package struct CheckOutcome: Sendable {
  package struct Line: Sendable, Hashable {
    /// Id of the check.
    package let rule: String
    package let breach: Breach
  }

  package let county: County
  package let at: Instant
  package let isThorough: Bool
  package let lines: [Line]
}

/// What the last walk through all ledgers found.
package struct LedgerWalkOutcome: Sendable {
  package let at: Instant
  package let entries: Int64
  package let faults: Int64
  /// The first bad entry, as a sentence.
  package let first: String?

  package init(at: Instant, entries: Int64, faults: Int64, first: String?) {
    self.at = at
    self.entries = entries
    self.faults = faults
    self.first = first
  }
}

/// Runs checks. It looks and keeps an outcome; it mends nothing.
package enum CheckRun {
  /// One look at the store per rule, so that none keeps an old state of it for long. What was found replaces what was
  /// kept of the county.
  package static func look(
    in county: County, _ rules: [Check], thorough: Bool, _ database: Database
  ) async throws -> CheckOutcome {
    let now = database.world.now()
    let ground = CheckGround(
      county: county, today: now.date, attachments: database.attachments, isThorough: thorough)
    var lines: [CheckOutcome.Line] = []
    for rule in rules {
      let found = try await database.read { try rule.find(ground, $0) }
      lines += found.map { CheckOutcome.Line(rule: rule.id, breach: $0) }
    }
    let outcome = CheckOutcome(county: county, at: now, isThorough: thorough, lines: lines)
    try await database.scratch { try CheckRunStore.keep(outcome, $0) }
    return outcome
  }

  /// Every county that ever did a deed, and the platform.
  package static func everywhere(_ rules: [Check], thorough: Bool, _ database: Database) async throws -> [CheckOutcome]
  {
    var outcomes: [CheckOutcome] = []
    for county in try await database.read({ try CheckCountyStore.all($0) }) {
      outcomes.append(try await look(in: county, rules, thorough: thorough, database))
    }
    return outcomes
  }

  /// The night's work: all counties with every file, and the whole ledger. Does nothing before it is due.
  static func nightly(_ rules: [Check], _ database: Database) async throws {
    let (now, last) = (database.world.now(), try await database.read { try CheckRunStore.lastWalk($0)?.at })
    guard isDue(now, last: last, began: database.meter.began) else { return }
    _ = try await everywhere(rules, thorough: true, database)
    let report = try await database.verifyLedger(try Checkpoint.all(in: database.folder.checkpoints))
    let walk = LedgerWalkOutcome(
      at: now, entries: report.entries, faults: Int64(report.faults.count), first: report.faults.first?.sentence)
    try await database.scratch { try CheckRunStore.keep(walk, $0) }
  }

  /// Once a night between one and six. A server that sleeps at night does it when the last one is 30 hours old, a new
  /// one two hours after its start.
  package static func isDue(_ now: Instant, last: Instant?, began: Instant) -> Bool {
    let isNight = (1..<6).contains(now.hour)
    guard let last else { return isNight || now > began.adding(seconds: 2 * 3600) }
    return now.date > last.date && isNight || now > last.adding(seconds: 30 * 3600)
  }
}
