import Synchronization

/// Makes numbers for `ID`: never the same twice on one node, also when the clock stands still or goes back.
package final class IdentitySource: Sendable {
  private struct State {
    var node: Int64
    var tick: Int64 = 0
    var count: Int64 = 0
  }

  private let state: Mutex<State>

  /// `node` 0...4095: no two processes that write to one store have the same.
  package init(node: Int) { state = Mutex(State(node: Int64(node & 0xFFF))) }

  /// From now on as another node. What is made under two nodes never meets.
  package func serve(as node: Int) { state.withLock { $0.node = Int64(node & 0xFFF) } }

  package func next(at now: Instant) -> Int64 {
    state.withLock { state in
      let tick = max(now.milliseconds - IdentitySource.epoch, 1)
      if tick > state.tick {
        (state.tick, state.count) = (tick, 0)
      } else if state.count < 511 {
        state.count += 1
      } else {
        // 512 in one millisecond: borrow the next one rather than wait.
        (state.tick, state.count) = (state.tick + 1, 0)
      }
      return state.tick << 21 | state.node << 9 | state.count
    }
  }

  /// 2020-01-01 00:00 UTC; 42 bits of milliseconds reach the year 2159.
  static let epoch: Int64 = 1_577_836_800_000
}
