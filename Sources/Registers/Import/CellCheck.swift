import Kit
import Web

/// What a cell holds, or in one sentence why it cannot stand (without a full stop).
enum CellResult<Value> {
  case value(Value)
  case reason(String)
}

/// Checks of single cells. Pure: text in, value or reason out.
enum CellCheck {
  /// Blanks cut off at both ends; line ends and runs of blanks inside become one blank. Refuses other control
  /// characters, and texts over `most` characters.
  static func text(_ cell: String, most: Int) -> CellResult<String> {
    let text = cell.trimmed
    guard text.scalarCount <= most else { return .reason("有 \(text.scalarCount) 个字，最多 \(most) 个字") }
    guard text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 0x7F }) else { return .value(text) }
    let words = text.unicodeScalars.split(whereSeparator: \.isBlank).map { String($0) }.joined(separator: " ")
    guard !words.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 0x7F }) else {
      return .reason("里面有看不见的控制字符，请重新输入")
    }
    return .value(words)
  }

  /// A number of papers: full width becomes half width, small letters become capitals, blanks go away. Refuses what a
  /// spreadsheet made of a long number.
  static func number(_ cell: String, most: Int) -> CellResult<String> {
    let text = narrowCapitals(cell)
    guard text.scalarCount <= most else { return .reason("有 \(text.scalarCount) 个字符，最多 \(most) 个") }
    guard !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 0x7F }) else {
      return .reason("里面有看不见的控制字符，请重新输入")
    }
    if isScientific(text) { return .reason("被表格软件改成了科学计数，请先把这一列设成“文本”再填") }
    return .value(text)
  }

  /// Unified social credit code. Says what is wrong with it, and which last place would be right.
  static func creditCode(_ cell: String) -> CellResult<String> {
    let code = narrowCapitals(cell)
    if isScientific(code) { return .reason("被表格软件改成了科学计数，请先把这一列设成“文本”再填") }
    guard code.scalarCount == 18 else { return .reason("有 \(code.scalarCount) 位，应是 18 位") }
    if let odd = code.unicodeScalars.first(where: { !creditAlphabet.contains($0) }) {
      return .reason("里面有“\(odd)”，信用代码只用数字和大写字母，不用 I、O、S、V、Z")
    }
    guard !StateCode.isCreditCode(code) else { return .value(code) }
    let right = StateCode.completingCreditCode(String(code.unicodeScalars.dropLast()))?.suffix(1) ?? ""
    return .reason("校验位不对：按前 17 位算，末位应是 \(right)。请核对哪一位抄错了")
  }

  /// A day. `mayBeEndless` lets 长期 stand.
  static func date(_ cell: String, mayBeEndless: Bool) -> CellResult<CivilDate> {
    var text = cell.trimmed
    for midnight in [" 00:00:00", " 0:00:00", " 00:00", " 0:00"] where text.hasSuffix(midnight) {
      text = String(text.dropLast(midnight.utf8.count))
    }
    if mayBeEndless, ["长期", "永久", "长期有效", "无期限"].contains(text) { return .value(InstitutionValues.endless) }
    guard let date = CivilDate(iso: text) ?? CivilDate(typed: text) else { return .reason(whyNoDate(text)) }
    if mayBeEndless, date.year == 9999 { return .value(InstitutionValues.endless) }
    guard (1949...2200).contains(date.year) else { return .reason("写的是 \(date.year) 年，请核对年份") }
    return .value(date)
  }

  private static func whyNoDate(_ text: String) -> String {
    let groups = text.unicodeScalars.split { !("0"..."9").contains($0) }.map { String($0) }
    let plain = "不是日期，写成 2026-01-31 这样"
    if groups == [text], text.utf8.count == 5 { return "是表格软件的日期序号，请把这一列设成“日期”再保存" }
    let parts = groups == [text] && text.utf8.count == 8 ? eight(text) : groups
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
      return plain
    }
    guard parts[0].utf8.count == 4, year >= 1000 else { return "年份要写 4 位，如 2026-01-31" }
    guard (1...12).contains(month) else { return "没有 \(month) 月" }
    let last = CivilDate.days(in: month, of: year)
    guard (1...last).contains(day) else { return "\(year) 年 \(month) 月没有 \(day) 日，只到 \(last) 日" }
    return plain
  }

  private static func eight(_ text: String) -> [String] {
    [String(text.prefix(4)), String(text.dropFirst(4).prefix(2)), String(text.suffix(2))]
  }

  private static func narrowCapitals(_ cell: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars where !scalar.isBlank {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      result.append(("a"..."z").contains(narrow) ? Unicode.Scalar(narrow.value - 32) ?? narrow : narrow)
    }
    return String(result)
  }

  /// `3.30E+21`: digits, a point, E, a sign, digits.
  private static func isScientific(_ text: String) -> Bool {
    let halves = text.split(separator: "E+", omittingEmptySubsequences: false)
    guard halves.count == 2, let head = halves.first, let tail = halves.last else { return false }
    let isHead = head.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    return isHead && !head.isEmpty && !tail.isEmpty && tail.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
  }

  private static let creditAlphabet = Set("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)
}
