internal import Kit

/// The figures of a campaign as a paper of the office told them (上期数字): what the next one is compared with.
struct KeptFigures: Sendable {
  /// `清整治简报〔2026〕第1期`.
  let number: String
  /// When the paper was drawn from the records.
  let on: CivilDate
  let figures: [KeptFigure]
}

/// One number of them.
struct KeptFigure: Sendable, Hashable {
  let title: String
  let number: String
  let unit: String

  init(title: String, number: String, unit: String) {
    self.title = title
    self.number = number
    self.unit = unit
  }

  init(_ figure: Figure) { self.init(title: figure.title, number: figure.number, unit: figure.unit) }

  /// `线索 12 条`.
  var words: String { "\(title) \(number) \(unit)" }

  /// `比上期多 2 条`; nil where the last paper did not tell this figure.
  func change(since last: KeptFigures?) -> String? {
    guard let before = last?.figures.first(where: { $0.title == title }) else { return nil }
    guard before.unit == unit, let old = Self.hundredths(before.number), let new = Self.hundredths(number) else {
      return "上期 \(before.number) \(before.unit)"
    }
    if new == old { return "与上期相同" }
    return "比上期\(new > old ? "多" : "少") \(Self.text(abs(new - old))) \(unit)"
  }

  /// Amounts are written with two decimals and may be grouped by commas; everything else is whole.
  private static func hundredths(_ number: String) -> Int64? {
    let halves = number.filter { $0 != "," }.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = halves.first.flatMap({ Int64($0) }), whole >= 0, halves.count <= 2 else { return nil }
    guard halves.count == 2 else { return whole * 100 }
    guard halves[1].count == 2, let rest = Int64(halves[1]), rest >= 0 else { return nil }
    return whole * 100 + rest
  }

  private static func text(_ hundredths: Int64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    return rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
