import Synchronization

/// Makes numbers for `ID`: never the same twice on one node, also when the clock stands still or goes back.
package final class IdentitySource: Sendable {
  private let node: Int64
  private let last = Mutex<(tick: Int64, count: Int64)>((0, 0))

  /// `node` 0...4095, drawn at a data folder's first run.
  package init(node: Int) { self.node = Int64(node & 0xFFF) }

  package func next(at now: Instant) -> Int64 {
    last.withLock { last in
      let tick = max(now.milliseconds - IdentitySource.epoch, 1)
      if tick > last.tick {
        last = (tick, 0)
      } else if last.count < 511 {
        last.count += 1
      } else {
        // 512 in one millisecond: borrow the next one rather than wait.
        last = (last.tick + 1, 0)
      }
      return last.tick << 21 | node << 9 | last.count
    }
  }

  /// 2020-01-01 00:00 UTC; 42 bits of milliseconds reach the year 2159.
  static let epoch: Int64 = 1_577_836_800_000
}
