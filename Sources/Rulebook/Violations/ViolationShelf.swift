internal import Kit
internal import Law
internal import Packs

/// The catalogue as it is searched: by names, everyday names, statutes and articles. All words typed must be found.
struct ViolationShelf: Sendable {
  let violations: [Violation]
  private let texts: [[Unicode.Scalar]]

  init(_ law: LawContent) {
    // What the health authority leads comes first; apart from that the order of the packs.
    violations = law.violations.filter { $0.authority == .health } + law.violations.filter { $0.authority != .health }
    texts = violations.map { violation in
      folded(([violation.name, violation.basis, violation.penalty] + violation.also).joined(separator: " "))
    }
  }

  struct Query {
    var words: String?
    var subject: Subject?
    var authority: Authority?
    var confidence: Confidence?
    var gaps = false
  }

  /// Those whose names hold the words first.
  func find(_ query: Query) -> [Violation] {
    let wanted = (query.words ?? "").split(whereSeparator: \.isWhitespace).map {
      folded(Numerals.chinese(in: String($0)))
    }
    let found = violations.indices.filter { place in
      query.fits(violations[place]) && wanted.allSatisfy { texts[place].holds($0) }
    }
    guard !wanted.isEmpty else { return found.map { violations[$0] } }
    let named = found.filter { place in
      let names = folded(([violations[place].name] + violations[place].also).joined(separator: " "))
      return wanted.allSatisfy { names.holds($0) }
    }
    return (named + found.filter { !named.contains($0) }).map { violations[$0] }
  }
}

extension ViolationShelf.Query {
  fileprivate func fits(_ violation: Violation) -> Bool {
    if let subject, !violation.subjects.contains(subject) { return false }
    if let authority, violation.authority != authority, !violation.joint.contains(authority) { return false }
    if let confidence, violation.confidence != confidence { return false }
    return !gaps || violation.gap != nil
  }
}

extension [Unicode.Scalar] {
  fileprivate func holds(_ part: [Unicode.Scalar]) -> Bool {
    guard let first = part.first, part.count <= count else { return part.isEmpty }
    return (0...(count - part.count)).contains { self[$0] == first && self[$0..<($0 + part.count)].elementsEqual(part) }
  }
}

/// Articles are cited as 第九十九条; people type 99条.
enum Numerals {
  /// Numbers below ten thousand that stand before 条, 款 or 项 become Chinese; everything else stays.
  static func chinese(in text: String) -> String {
    var (result, digits) = ("", "")
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
        continue
      }
      result += "条款项".unicodeScalars.contains(scalar) ? words(digits) ?? digits : digits
      digits = ""
      result.unicodeScalars.append(scalar)
    }
    return result + digits
  }

  /// 1175 as 一千一百七十五, 10 as 十, 99 as 九十九, 101 as 一百零一.
  static func words(_ digits: String) -> String? {
    guard let number = Int(digits), (1...9999).contains(number) else { return nil }
    let signs = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var (text, isGap) = ("", false)
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        isGap = !text.isEmpty
        continue
      }
      if isGap { text += signs[0] }
      isGap = false
      text += (unit == 10 && digit == 1 && text.isEmpty ? "" : signs[digit]) + name
    }
    return text
  }
}
