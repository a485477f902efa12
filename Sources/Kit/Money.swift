/// An amount in fen, so that sums of fines are exact.
package struct Money: Hashable, Sendable, Comparable {
  package let fen: Int64

  package init(fen: Int64) { self.fen = fen }
  package init(yuan: Int64) { fen = yuan * 100 }

  package static let zero = Money(fen: 0)
  /// Larger sums are typing errors; the bound also keeps additions of millions of amounts inside 63 bits.
  package static let most = Money(yuan: 100_000_000_000)

  /// Reads what an officer types: `50000`, `50,000`, `8640.50`, with optional `元`. Refuses signs, more than two
  /// decimals, groups that are not of three digits, and amounts over `most`.
  package init?(yuanText: String) {
    var text = Substring(yuanText.filter { $0 != " " })
    if text.hasSuffix("元") { text = text.dropLast() }
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = halves.first, let yuan = Money.whole(first) else { return nil }
    let decimals = halves.count == 2 ? halves[1] : "0"
    guard (1...2).contains(decimals.utf8.count), Money.digits(decimals), let tail = Int64(decimals) else { return nil }
    fen = yuan * 100 + (decimals.utf8.count == 1 ? tail * 10 : tail)
    guard self <= .most else { return nil }
  }

  package static func + (left: Self, right: Self) -> Self { Money(fen: left.fen + right.fen) }
  package static func - (left: Self, right: Self) -> Self { Money(fen: left.fen - right.fen) }
  package static func < (left: Self, right: Self) -> Bool { left.fen < right.fen }

  /// `50,000` or `8,640.50`, without unit.
  package var text: String {
    let yuan = grouped(String(abs(fen) / 100))
    let cents = Int(abs(fen) % 100)
    return (fen < 0 ? "-" : "") + (cents == 0 ? yuan : "\(yuan).\(cents.twoDigits)")
  }

  private func grouped(_ digits: String) -> String {
    var (result, left) = ("", digits.utf8.count)
    for digit in digits.unicodeScalars {
      if left % 3 == 0, !result.isEmpty { result += "," }
      result.unicodeScalars.append(digit)
      left -= 1
    }
    return result
  }

  private static func whole(_ text: Substring) -> Int64? {
    let groups = text.replacing("，", with: ",").split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && digits($0) }), (1...13).contains(groups.joined().utf8.count) else {
      return nil
    }
    if groups.count > 1, groups[0].utf8.count > 3 || groups.dropFirst().contains(where: { $0.utf8.count != 3 }) {
      return nil
    }
    return Int64(groups.joined())
  }

  private static func digits(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { (48...57).contains($0) } }
}
