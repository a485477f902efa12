import Kit

/// The time of an entry against the time of the entry before it.
///
/// Small steps back happen on honest servers (the clock is set by the network, two servers differ by seconds): such a
/// deed takes the time of its predecessor, so that a chain never runs backwards by itself. A larger step is neither
/// hidden nor refused: the entry keeps what the clock said, and verification names it. Refusing would stop a county's
/// work for as long as the clock had once run ahead, and taking the predecessor's time would write a false date.
enum LedgerClock {
  /// Milliseconds that count as a small step.
  static let slack: Int64 = 120_000

  static func moment(_ now: Instant, after last: Instant) -> Instant {
    (1...slack).contains(last.milliseconds - now.milliseconds) ? last : now
  }
}
