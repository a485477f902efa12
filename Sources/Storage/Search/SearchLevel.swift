/// How well a record answers, best first. Within one level the newest record stands first.
package enum SearchLevel: Int, Sendable, Comparable, CaseIterable {
  /// The title, or one of the numbers, is what was typed.
  case exact
  /// The title begins with it.
  case prefix
  /// Every word stands in the title or is the end of a number.
  case named
  /// Every word stands in the title or the description.
  case told
  /// The title is read so: `zhenyatang`.
  case sounded
  /// It is read so, by initials or an unfinished syllable: `zyt`, `zhenyat`, `仁ai`.
  case lettered
  /// The title differs by one character or letter, or sounds the same.
  case slipped

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Looked for only while the better ones found less than a page.
  var isAfterthought: Bool { self >= .sounded }

  /// Whether the keys of the index as good as prove it, so that thousands need not be compared one by one.
  var isTold: Bool { self != .exact && self != .slipped }
}

/// What a word looks like at one level: keys that a record must have (all of any one list), and the comparison that
/// decides.
struct Look {
  let wanted: [[Range<Int64>]]
  let holds: (SearchText) -> Bool

  static var nothing: Look { Look(wanted: []) { _ in false } }

  /// A single key is its own proof: there is nothing between two neighbours that it could miss.
  var isProven: Bool { wanted.allSatisfy { $0.count <= 1 } }
}

/// A level of the answer: these words, as this level looks at them.
struct SearchStage {
  let level: SearchLevel
  let words: [SearchWord]

  /// What was typed as one, where words stand beside each other (`zhen ya tang`), before its words one by one.
  static func all(_ words: [SearchWord], _ levels: ClosedRange<SearchLevel>) -> [SearchStage] {
    let joined = SearchWord(words.flatMap(\.scalars))
    let isOne = words.count == 1 || joined.scalars.allSatisfy(\.isSmallLetter)
    return SearchLevel.allCases.filter(levels.contains).flatMap { level -> [SearchStage] in
      switch level {
      case .exact, .prefix: [SearchStage(level: level, words: [joined])]
      case .named, .told: [SearchStage(level: level, words: words)]
      default:
        (isOne ? [SearchStage(level: level, words: [joined])] : [])
          + (words.count == 1 ? [] : [SearchStage(level: level, words: words)])
      }
    }
  }

  /// The looks of a word that count here: a record may be named by one word and only tell of another.
  func looks(of word: SearchWord) -> [Look] {
    level <= .prefix ? [word.look(level)] : SearchLevel.allCases.filter { $0 >= .named && $0 <= level }.map(word.look)
  }
}
