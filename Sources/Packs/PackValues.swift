package import Kit
internal import Yams

/// Values of one key. What is missing or of another kind is refused and yields a stand-in; see `PackReader`.
extension PackNode {
  package func text(_ key: String) -> String {
    demanded(key).flatMap { PackScalar.text($0, place(of: key), log) } ?? ""
  }

  package func textIfAny(_ key: String) -> String? {
    given(key).flatMap { PackScalar.text($0, place(of: key), log) }
  }

  /// A stable name of small Latin letters, digits, `-` and `.`, e.g. `case.filing`.
  package func slug(_ key: String) -> String {
    let text = text(key)
    if !text.isEmpty, !PackScalar.isSlug(text) { refuse(key, "“\(text)”只能用小写字母、数字、“-”和“.”") }
    return text
  }

  /// `[]` is refused unless it may stand for “none”.
  package func texts(_ key: String, mayBeEmpty: Bool = false) -> [String] {
    list(key, mayBeEmpty: mayBeEmpty) { PackScalar.text($0, $1, log) }
  }

  package func textsIfAny(_ key: String) -> [String] { given(key) == nil ? [] : texts(key) }

  /// One text, or a list of them.
  package func oneOrMoreTextsIfAny(_ key: String) -> [String] {
    given(key)?.sequence == nil ? textIfAny(key).map { [$0] } ?? [] : texts(key)
  }

  /// Any single value as it is written, quoted or not: for keys that hold a number or a word.
  package func written(_ key: String) -> String {
    guard let node = demanded(key) else { return "" }
    guard let text = node.scalar?.string.trimmed, !text.isEmpty else {
      refuse(key, "应是一个值")
      return ""
    }
    return text
  }

  package func writtenIfAny(_ key: String) -> String? { given(key) == nil ? nil : written(key) }

  package func int(_ key: String, in range: ClosedRange<Int>) -> Int {
    guard let node = demanded(key) else { return range.lowerBound }
    guard let value = PackScalar.plain(node, Tag.Name.int).flatMap({ Int($0) }) else {
      refuse(key, "“\(PackScalar.shown(node))”不是整数")
      return range.lowerBound
    }
    if !range.contains(value) { refuse(key, "\(value) 应在 \(range.lowerBound) 到 \(range.upperBound) 之间") }
    return value
  }

  /// Whole numbers in the order of the file. `[]` has to be written out.
  package func ints(_ key: String, in range: ClosedRange<Int>) -> [Int] {
    list(key, mayBeEmpty: true) { node, place in
      guard let value = PackScalar.plain(node, Tag.Name.int).flatMap({ Int($0) }), range.contains(value) else {
        log.refuse(place, "“\(PackScalar.shown(node))”应是 \(range.lowerBound) 到 \(range.upperBound) 之间的整数")
        return nil
      }
      return value
    }
  }

  /// `true` or `false` and nothing else.
  package func flag(_ key: String) -> Bool {
    guard let node = demanded(key) else { return false }
    let word = PackScalar.plain(node, Tag.Name.bool)
    if word != "true", word != "false" { refuse(key, "“\(PackScalar.shown(node))”应写成 true 或者 false") }
    return word == "true"
  }

  /// The same where the key may be left out.
  package func flag(_ key: String, standard: Bool) -> Bool { given(key) == nil ? standard : flag(key) }

  /// A decimal number without sign, as an exact whole number of its last place: 0.005 with four places is 50. Refuses
  /// more places than asked for: a number is never rounded.
  package func decimal(_ key: String, places: Int) -> Int64 {
    guard let node = demanded(key) else { return 0 }
    let text = PackScalar.plain(node, Tag.Name.int) ?? PackScalar.plain(node, Tag.Name.float)
    if let value = text.flatMap({ PackScalar.scaled($0, places: places) }) { return value }
    refuse(key, "“\(PackScalar.shown(node))”不是小数不超过 \(places) 位的数")
    return 0
  }

  /// An amount in yuan, to the fen.
  package func money(_ key: String) -> Money {
    let amount = Money(fen: decimal(key, places: 2))
    if amount > .most { refuse(key, "金额大于 \(Money.most.text) 元") }
    return amount
  }

  package func moneyIfAny(_ key: String) -> Money? { given(key) == nil ? nil : money(key) }

  package func date(_ key: String) -> CivilDate {
    demanded(key).flatMap { PackScalar.date($0, place(of: key), log) } ?? CivilDate(dayNumber: 0)
  }

  package func dateIfAny(_ key: String) -> CivilDate? {
    given(key).flatMap { PackScalar.date($0, place(of: key), log) }
  }

  /// Dates in any order, each once. `[]` has to be written out.
  package func dates(_ key: String) -> [CivilDate] {
    var seen: Set<CivilDate> = []
    return list(key, mayBeEmpty: true) { node, place in
      guard let date = PackScalar.date(node, place, log) else { return nil }
      if !seen.insert(date).inserted { log.refuse(place, "\(date.iso) 写了两次") }
      return date
    }
  }

  /// One word of a closed list; the refusal names the list.
  package func choice<Word: RawRepresentable & CaseIterable>(_ key: String, standIn: Word) -> Word
  where Word.RawValue == String {
    let text = text(key)
    if let word = Word(rawValue: text) { return word }
    if !text.isEmpty { refuse(key, Self.unknown(text, Word.self)) }
    return standIn
  }

  /// Several words of a closed list, each once.
  package func choices<Word: RawRepresentable & CaseIterable & Hashable>(_ key: String, _: Word.Type) -> [Word]
  where Word.RawValue == String {
    var seen: Set<Word> = []
    return list(key, mayBeEmpty: false) { node, place in
      guard let text = PackScalar.text(node, place, log) else { return nil }
      guard let word = Word(rawValue: text) else {
        log.refuse(place, Self.unknown(text, Word.self))
        return nil
      }
      if !seen.insert(word).inserted { log.refuse(place, "“\(text)”写了两次") }
      return word
    }
  }

  package func choicesIfAny<Word: RawRepresentable & CaseIterable & Hashable>(_ key: String, _: Word.Type) -> [Word]
  where Word.RawValue == String {
    given(key) == nil ? [] : choices(key, Word.self)
  }

  private static func unknown<Word: RawRepresentable & CaseIterable>(_ text: String, _: Word.Type) -> String
  where Word.RawValue == String {
    "“\(text)”不在可用的词里：\(Word.allCases.map(\.rawValue).joined(separator: "、"))"
  }
}
