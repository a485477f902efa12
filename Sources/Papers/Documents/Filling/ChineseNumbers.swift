package import Kit

extension Money {
  /// The amount in capitals as papers write it: `人民币伍万元整`, `人民币壹仟肆佰零玖元伍角整`, `人民币叁佰贰拾伍元零肆分`.
  ///
  /// A zero is written once for any number of zeros between figures, and before 分 where there is no 角; 整 follows where
  /// there is no 分.
  package var capitals: String {
    let amount = fen.magnitude
    let (yuan, jiao, cents) = (amount / 100, Int(amount / 10 % 10), Int(amount % 10))
    var text = fen < 0 ? "人民币负" : "人民币"
    if yuan > 0 || amount == 0 { text += (yuan == 0 ? "零" : Self.whole(yuan)) + "元" }
    if jiao > 0 { text += Self.figures[jiao] + "角" }
    if jiao == 0, cents > 0, yuan > 0 { text += "零" }
    return text + (cents > 0 ? Self.figures[cents] + "分" : "整")
  }

  private static let figures = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  /// The rank of each group of four figures, the lowest first; enough for 63 bits.
  private static let ranks = ["", "万", "亿", "万亿", "亿亿"]

  private static func whole(_ number: UInt64) -> String {
    var (text, hasGap) = ("", false)
    for place in ranks.indices.reversed() {
      let group = Int(number / power(4 * place) % 10_000)
      if group == 0 {
        hasGap = !text.isEmpty
        continue
      }
      if hasGap || (!text.isEmpty && group < 1000) { text += "零" }
      text += four(group) + ranks[place]
      hasGap = false
    }
    return text
  }

  /// A group of four figures without the zeros before it.
  private static func four(_ group: Int) -> String {
    var (text, hasGap) = ("", false)
    for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let figure = group / unit % 10
      if figure == 0 {
        hasGap = !text.isEmpty
      } else {
        text += (hasGap ? "零" : "") + figures[figure] + name
        hasGap = false
      }
    }
    return text
  }

  private static func power(_ exponent: Int) -> UInt64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

extension CivilDate {
  /// `2026年11月16日`, as papers date themselves.
  package var onPaper: String { "\(year)年\(month)月\(day)日" }

  /// Reads what `onPaper` writes, and nothing else.
  package init?(onPaper text: String) {
    let parts = text.unicodeScalars.split { "年月日".unicodeScalars.contains($0) }.map { String($0) }
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      let date = CivilDate(year, month, day), date.onPaper == text
    else { return nil }
    self = date
  }

  /// `二〇二六年十一月十六日`.
  package var inHan: String {
    let digits = String(year).utf8.map { Self.digits[Int($0 - 48)] }.joined()
    return "\(digits)年\(Self.small(month))月\(Self.small(day))日"
  }

  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private static func small(_ number: Int) -> String {
    let (tens, ones) = (number / 10, number % 10)
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones] : "")
  }
}
