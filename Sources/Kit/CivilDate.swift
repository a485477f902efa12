/// A day of the civil calendar, without time or zone.
///
/// Arithmetic counts plain days; working days are the business of `Law`. Text is ISO (`2026-11-22`), which is also the
/// stored form and sorts as the days do.
package struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  package let dayNumber: Int

  package init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// Refuses days that do not exist (2026-02-29) and years outside 1000...9999.
  package init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.days(in: month, of: year)).contains(day)
    else { return nil }
    // Days from civil, H. Hinnant's public algorithm: years begin in March, eras last 400 years.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    dayNumber = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  package init?(iso text: some StringProtocol) { self.init(iso: Array(text.utf8)) }

  package init?(iso bytes: [UInt8]) {
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(Int?(0)) { sum, byte in
        guard let sum, (48...57).contains(byte) else { return nil }
        return sum * 10 + Int(byte - 48)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year, month, day)
  }

  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  /// 1 is Monday, 7 is Sunday.
  package var weekday: Int { (dayNumber % 7 + 10) % 7 + 1 }

  package var iso: String {
    let (year, month, day) = parts
    return "\(year)-\(month.twoDigits)-\(day.twoDigits)"
  }
  package var description: String { iso }

  package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// Same day number `months` later, or the last day of that month where it is shorter.
  package func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    let newMonth = total % 12 + 1
    return CivilDate(total / 12, newMonth, min(day, CivilDate.days(in: newMonth, of: total / 12))) ?? self
  }

  package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate {
  /// As pages write it: `11月23日 周一`; the year only when it is not `today`'s.
  package func chinese(today: CivilDate? = nil) -> String {
    let (year, month, day) = parts
    return today?.year == year
      ? "\(month)月\(day)日 周\(CivilDate.week[weekday - 1])" : "\(year)年\(month)月\(day)日"
  }

  private static let week = ["一", "二", "三", "四", "五", "六", "日"]
}

extension Int {
  package var twoDigits: String { (0..<10).contains(self) ? "0\(self)" : "\(self)" }
}
