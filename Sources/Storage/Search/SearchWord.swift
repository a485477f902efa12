import Kit

/// One typed word, folded.
final class SearchWord {
  let scalars: [Unicode.Scalar]
  private var looks: [SearchLevel: Look] = [:]

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Made once: the looks for slips are long lists.
  func look(_ level: SearchLevel) -> Look {
    if let known = looks[level] { return known }
    let made = make(level)
    looks[level] = made
    return made
  }

  private func make(_ level: SearchLevel) -> Look {
    let word = scalars
    switch level {
    case .exact:
      return Look(wanted: [pairs(.title, [Gram.start] + word + [Gram.end])] + tail) {
        $0.title == word || $0.numbers.contains(word)
      }
    case .prefix: return Look(wanted: [pairs(.title, [Gram.start] + word)]) { $0.title.starts(with: word) }
    case .named:
      let isTail = !tail.isEmpty
      return Look(wanted: [pairs(.title, word)] + tail) { text in
        text.title.holds(word) || isTail && text.numbers.contains { $0.reversed().starts(with: word.reversed()) }
      }
    case .told: return Look(wanted: [pairs(.detail, word)]) { $0.detail.holds(word) }
    case .sounded: return spoken(Sound.whole(word))
    case .lettered: return spoken(Sound.shortened(word))
    case .slipped: return slips()
    }
  }

  /// A single character is found before whatever follows it.
  private func pairs(_ kind: Gram.Kind, _ word: [Unicode.Scalar]) -> [Range<Int64>] {
    guard word.count == 1, let only = word.first else { return Gram.only(Slips.pairs(word[...], kind)) }
    let first = Gram.key(kind, Int64(only.value), 0)
    return [first..<first + 1 << 21]
  }

  /// The end of a number, from four places on.
  private var tail: [[Range<Int64>]] {
    guard let length = SearchText.tails.last(where: { $0 <= scalars.count }) else { return [] }
    let end = scalars.suffix(length)
    return end.contains { $0.isASCII && !$0.isSmallLetter } ? [Gram.only([Gram.tail(end)])] : []
  }

  private func spoken(_ ways: [[Sound]]) -> Look {
    guard !ways.isEmpty else { return .nothing }
    return Look(wanted: ways.map(Sound.keys)) { text in
      let voices = text.voices
      return ways.contains { Sound.fits($0, in: voices) }
    }
  }

  private func slips() -> Look {
    if scalars.count(where: \.isHan) >= 3 {
      let (word, alike) = (scalars, Sound.alike(scalars))
      return Look(wanted: Slips.keys(word).map(Gram.only) + alike.map(Sound.keys)) { text in
        let voices = text.voices
        return Slips.isNear(word, in: text.title) || alike.contains { Sound.fits($0, in: voices) }
      }
    }
    guard (5...24).contains(scalars.count), scalars.allSatisfy(\.isSmallLetter) else { return .nothing }
    return spoken(Slips.spellings(scalars).flatMap { Pinyin.syllables(in: $0) }.map { $0.map(Sound.syllable) })
  }
}

extension Gram {
  static func only(_ keys: [Int64]) -> [Range<Int64>] { keys.map { $0..<$0 + 1 } }
}
