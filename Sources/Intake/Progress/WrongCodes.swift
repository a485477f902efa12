package import Kit
import Synchronization

/// Counts wrong query codes of the last minute, for the whole process: no network address is kept to tell people apart.
///
/// A right code is always answered. So nobody can shut others out by typing nonsense, and 59 bits stay far beyond
/// guessing; the count only keeps a flood from being answered politely for ever.
package final class WrongCodes: Sendable {
  static let most = 20
  private let times = Mutex<[Instant]>([])

  package init() {}

  /// How a wrong code is refused.
  func refusal(at now: Instant) -> IntakeRefusal { areTooMany(at: now) ? .tooManyWrongCodes : .wrongCode }

  /// Notes a wrong code; true from the 21st within a minute on.
  package func areTooMany(at now: Instant) -> Bool {
    let count = times.withLock { times in
      times.removeAll { $0.adding(seconds: 60) <= now }
      if times.count <= Self.most { times.append(now) }
      return times.count
    }
    return count > Self.most
  }
}
