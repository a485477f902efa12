/// A syllable of pinyin without its tone; ü is written `v`.
package struct Syllable: Hashable, Sendable {
  /// From 1, in alphabetical order.
  package let number: Int

  /// Refuses what is no syllable. `lue`, `nue` and `lyu` are read as people mean them.
  package init?(_ letters: some StringProtocol) {
    guard let number = Pinyin.numbers[String(letters)] else { return nil }
    self.number = number
  }

  fileprivate init(number: Int) { self.number = number }

  package var letters: String { Pinyin.names.indices.contains(number) ? Pinyin.names[number] : "" }
  package var initial: Unicode.Scalar { Pinyin.initials.indices.contains(number) ? Pinyin.initials[number] : " " }
}

/// How Chinese characters are read. It knows characters, not words: one with several readings has all of them, so that
/// a name is found however its bearer reads it.
package enum Pinyin {
  /// None for what is no Chinese character, and for Traditional ones: `simplified` first.
  package static func readings(of scalar: Unicode.Scalar) -> [Syllable] { readings[scalar] ?? [] }

  /// All ways to read letters as whole syllables, at most sixteen: `xian` is 西安 and 先. Empty where there is none.
  package static func syllables(in letters: some BidirectionalCollection<Unicode.Scalar>) -> [[Syllable]] {
    var ways: [[Syllable]] = []
    divide(Substring(String(String.UnicodeScalarView(letters))), [], &ways)
    return ways
  }

  private static func divide(_ rest: Substring, _ before: [Syllable], _ ways: inout [[Syllable]]) {
    guard ways.count < 16 else { return }
    guard !rest.isEmpty else { return ways.append(before) }
    for length in stride(from: min(longest, rest.utf8.count), to: 0, by: -1) {
      if let syllable = Syllable(rest.prefix(length)) { divide(rest.dropFirst(length), before + [syllable], &ways) }
    }
  }

  /// The most letters of a syllable.
  package static let longest = 6

  /// Whether some syllable goes on after these letters.
  package static func isBegun(by letters: String) -> Bool {
    names.contains { $0.utf8.count > letters.utf8.count && $0.hasPrefix(letters) }
  }

  fileprivate static let names = [""] + entries.map(\.name)
  fileprivate static let initials = names.map { $0.unicodeScalars.first ?? " " }
  fileprivate static let numbers: [String: Int] = {
    var numbers = Dictionary(zip(names.dropFirst(), 1...)) { first, _ in first }
    for (written, meant) in [("lue", "lve"), ("nue", "nve"), ("lyu", "lv"), ("nyu", "nv")] {
      numbers[written] = numbers[meant]
    }
    return numbers
  }()

  private static let readings: [Unicode.Scalar: [Syllable]] = {
    var readings: [Unicode.Scalar: [Syllable]] = [:]
    for (number, entry) in zip(1..., entries) {
      for scalar in entry.characters { readings[scalar, default: []].append(Syllable(number: number)) }
    }
    return readings
  }()

  /// The table taken apart: letters, then the characters that are read so.
  private static let entries: [(name: String, characters: Substring.UnicodeScalarView)] =
    PinyinTable.text.filter { $0 != "\n" }.split(separator: " ").map { entry in
      let name = entry.unicodeScalars.prefix { $0.isASCII }
      return (String(name), Substring(entry).unicodeScalars[name.endIndex...])
    }
}
