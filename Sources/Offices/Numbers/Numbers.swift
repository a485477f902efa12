import Kit
package import Storage

/// A series of numbers of one county and year: `清举〔2026〕0001`, `清卫医罚〔2026〕1号`.
package struct Series: Sendable {
  package let sign: String
  let digits: Int
  let prefix: String
  let suffix: String

  /// `prefix` and `suffix` stand around the count: `整治简报〔2026〕第1期`.
  package init(sign: String, digits: Int, prefix: String = "", suffix: String = "") {
    self.sign = sign
    self.digits = digits
    self.prefix = prefix
    self.suffix = suffix
  }
}

extension Offices {
  /// The next number of a series. Without gaps: it is drawn in the transaction that uses it.
  package static func number(_ series: Series, _ tx: Transaction) throws -> String {
    let year = tx.today.year
    let next = try NumberStore.next(series.sign, year, tx)
    let sign = try RegionStore.region(tx.county.number, tx)?.sign ?? ""
    let text = String(next)
    let padded = String(repeating: "0", count: max(series.digits - text.utf8.count, 0)) + text
    return "\(sign)\(series.sign)〔\(year)〕\(series.prefix)\(padded)\(series.suffix)"
  }
}
