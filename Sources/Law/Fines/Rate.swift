internal import Kit

/// A multiple or share of an amount (倍数、比例), exact to the ten-thousandth: 5 times, 0.5 %.
package struct Rate: Hashable, Sendable, Comparable {
  /// Ten-thousandths: 50,000 is five times.
  package let parts: Int64

  static let whole: Int64 = 10_000
  static let places = 4

  package static func < (left: Self, right: Self) -> Bool { left.parts < right.parts }

  /// `5倍` for one and more or nothing, `30%`, `0.5%` below one.
  package var text: String {
    if parts == 0 || parts >= Rate.whole { return Rate.decimal(parts, Rate.whole) + "倍" }
    return Rate.decimal(parts, Rate.whole / 100) + "%"
  }

  /// The least whole fen that is not below the share, for lower limits; nil where it does not fit into 63 bits.
  func up(_ base: Money) -> Money? {
    let (product, over) = base.fen.multipliedReportingOverflow(by: parts)
    if over { return nil }
    let rest = product % Rate.whole
    return Money(fen: product / Rate.whole + (rest == 0 ? 0 : 1))
  }

  /// The most whole fen that is not above the share, for upper limits.
  func down(_ base: Money) -> Money? {
    let (product, over) = base.fen.multipliedReportingOverflow(by: parts)
    return over ? nil : Money(fen: product / Rate.whole)
  }

  private static func decimal(_ value: Int64, _ unit: Int64) -> String {
    var tail = value % unit
    if tail == 0 { return String(value / unit) }
    var places = String(unit + tail).dropFirst()
    while tail % 10 == 0 {
      tail /= 10
      places = places.dropLast()
    }
    return "\(value / unit).\(places)"
  }
}
