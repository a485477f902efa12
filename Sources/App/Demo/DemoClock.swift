import Kit
import Synchronization

/// The time of the demonstration: it walks through the past weeks up to this morning.
final class DemoClock: Sendable {
  private let moment = Mutex(Instant.system)

  /// The working morning `days` before today, `minutes` after nine; never later than now, because what is done after
  /// the demonstration was made must not stand before it in the ledger.
  func set(daysAgo days: Int, minutes: Int = 0) {
    let day = Instant.system.date.adding(days: -days)
    moment.withLock { $0 = min(Instant(day, hour: 9).adding(seconds: Int64(minutes) * 60), Instant.system) }
  }

  var today: CivilDate { moment.withLock { $0 }.date }

  func world(node: Int) -> World {
    let live = World.live(node: node)
    return World(now: { self.moment.withLock { $0 } }, randomBytes: live.randomBytes, node: node)
  }
}
