import Kit
import Matching
import Synchronization

/// What the room keeps between questions (比对缓存), in one place however often the room is copied.
final class LookMemory: Sendable {
  let shelf: MatchShelf
  let common = CommonCounts()

  init(_ shelf: MatchShelf) { self.shelf = shelf }
}

/// Counts of what is common (常见频次): how many bear the surname 王, or come from a large county. A store sums them over all counties,
/// and a few records more change nothing that is weighed, so they are kept for a minute. What is rare is counted each time: the
/// second bearer of a name weighs at once. So is whoever bears the whole name.
final class CommonCounts: Sendable {
  private let kept = Mutex<[UInt64: (count: Int, at: Instant)]>([:])

  static let common = 1_000
  private static let seconds: Int64 = 60

  /// Of these the ones that need not be counted anew.
  func known(_ tallies: [UInt64], at now: Instant) -> [UInt64: Int] {
    kept.withLock { kept in
      var known: [UInt64: Int] = [:]
      for tally in tallies {
        guard let one = kept[tally], one.at <= now, now < one.at.adding(seconds: Self.seconds) else { continue }
        known[tally] = one.count
      }
      return known
    }
  }

  func keep(_ counts: [UInt64: Int], at now: Instant) {
    let common = counts.filter { $0.value >= Self.common }
    guard !common.isEmpty else { return }
    kept.withLock { kept in for (tally, count) in common { kept[tally] = (count, now) } }
  }
}
