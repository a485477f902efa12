import Kit
import Synchronization

/// The clock of a walk: the day that the cases have reached, a second later with each deed, and never back, as the ledger
/// demands.
final class WalkClock: Sendable {
  private let state: Mutex<Instant>

  init(_ day: CivilDate) { state = Mutex(Instant(day, hour: 8)) }

  var now: Instant { state.withLock { $0 } }

  /// Goes on to a day, or by a second within it.
  func reach(_ day: CivilDate) {
    state.withLock { $0 = max(Instant(day, hour: 8), $0.adding(seconds: 1)) }
  }
}
