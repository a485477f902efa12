internal import Kit
internal import Packs
import Synchronization

/// How many reports of the web form become clues at once; data in `Content/channels/`.
struct FloodBudget: Sendable {
  /// Of one sender, as far as senders are told apart.
  let sender: Int
  /// Of everybody in a county.
  var county: Int
  let minutes: Int
  /// How many bits of zero an answer to the task of `FloodWork` must begin with.
  let work: Int

  /// Stands in where the packs forgot it; the load is refused then.
  static let none = FloodBudget(sender: 0, county: 0, minutes: 0, work: 0)

  private init(sender: Int, county: Int, minutes: Int, work: Int) {
    (self.sender, self.county, self.minutes, self.work) = (sender, county, minutes, work)
  }

  init(_ node: PackNode) {
    sender = node.int("sender", in: 1...100_000)
    county = node.int("county", in: 1...1_000_000)
    minutes = node.int("minutes", in: 1...1440)
    work = node.int("work", in: 8...24)
  }
}

/// Counts the reports of the last minutes, for this process and in memory only (限量).
///
/// Beyond the budget a report is taken all the same, and waits to be looked through; so nobody can drown the clues, and
/// nobody is turned away. A waiting report uses up no budget: a flood lets as many through in each stretch as the budget
/// says, not none.
final class FloodGate: Sendable {
  /// More senders than these are not told apart: memory must not grow with a flood.
  static let mostSenders = 10_000

  private struct Counts {
    var senders: [String: [Instant]] = [:]
    var counties: [County: [Instant]] = [:]
  }

  private let budget: FloodBudget
  private let counts = Mutex(Counts())

  init(_ budget: FloodBudget) { self.budget = budget }

  /// Whether a report that arrives now is beyond the budget; one that is not is counted.
  func isOver(sender: String?, _ county: County, at now: Instant) -> Bool {
    counts.withLock { counts in
      let since = now.adding(seconds: -60 * Int64(budget.minutes))
      var all = (counts.counties[county] ?? []).filter { $0 > since }
      var own = sender.map { (counts.senders[$0] ?? []).filter { $0 > since } } ?? []
      let isOver = all.count >= budget.county || own.count >= budget.sender
      if !isOver {
        all.append(now)
        own.append(now)
      }
      counts.counties[county] = all
      if let sender { counts.senders[sender] = own }
      if counts.senders.count > Self.mostSenders {
        counts.senders = counts.senders.filter { $0.value.contains { $0 > since } }
        if counts.senders.count > Self.mostSenders { counts.senders = [:] }
      }
      return isOver
    }
  }
}
