/// A moment: milliseconds since 1970-01-01 00:00 UTC, as both stores keep it.
///
/// Days and hours are those of Asia/Shanghai, which has been UTC+8 without summer time since 1991; earlier moments are
/// not used by the product.
package struct Instant: Hashable, Sendable, Comparable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package init(_ date: CivilDate, hour: Int = 0, minute: Int = 0) {
    let minutes = Int64(date.dayNumber) * 1440 + Int64(hour * 60 + minute) - 480
    milliseconds = minutes * 60_000
  }

  package var date: CivilDate { CivilDate(dayNumber: Int(localMinutes / 1440)) }
  package var hour: Int { Int(localMinutes % 1440 / 60) }
  package var minute: Int { Int(localMinutes % 60) }

  /// `2026-11-22 08:05`, Asia/Shanghai.
  package var text: String { "\(date.iso) \(clock)" }
  package var clock: String { "\(hour.twoDigits):\(minute.twoDigits)" }

  package func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }

  package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  private var localMinutes: Int64 { (milliseconds + 8 * 3_600_000) / 60_000 }
}

extension Instant {
  /// As pages write it: `11月23日 周一 08:05`.
  package func chinese(today: CivilDate? = nil) -> String { "\(date.chinese(today: today)) \(clock)" }
}
