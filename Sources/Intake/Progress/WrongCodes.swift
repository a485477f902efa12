import Kit
import Synchronization

/// Counts wrong query codes of the last minute, for the whole process: no network address is kept to tell people apart.
///
/// A right code is always answered. So nobody can shut others out by typing nonsense, and 59 bits stay far beyond
/// guessing; the count only keeps a flood from being answered politely for ever.
final class WrongCodes: Sendable {
  static let most = 20
  private let times = Mutex<[Instant]>([])

  /// Notes a wrong code and says how to refuse it: from the 21st within a minute on, as too many.
  func refusal(at now: Instant) -> IntakeRefusal {
    let count = times.withLock { times in
      times.removeAll { $0.adding(seconds: 60) <= now }
      if times.count <= Self.most { times.append(now) }
      return times.count
    }
    return count > Self.most ? IntakeRefusal.tooManyWrongCodes : .wrongCode
  }
}
