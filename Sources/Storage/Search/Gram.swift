import Kit

/// The keys of the index: numbers that a record has because of what stands in it.
///
/// Two characters of Chinese are a word, so pairs of neighbours find what a full-text index of three silently misses.
/// Pairs of a title know where it begins and ends; pairs with one character left out find a title with a slip in it.
enum Gram {
  enum Kind: Int64 { case title = 1, detail, skipping, syllable, syllables, initials, tail }

  /// They never stand in folded text.
  static let start: Unicode.Scalar = "\u{1}"
  static let end: Unicode.Scalar = "\u{2}"

  static func key(_ kind: Kind, _ left: Int64, _ right: Int64) -> Int64 { kind.rawValue << 42 | left << 21 | right }

  static func pair(_ kind: Kind, _ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int64 {
    key(kind, Int64(left.value), Int64(right.value))
  }

  static func syllable(_ only: Syllable) -> Int64 { key(.syllable, 0, Int64(only.number)) }

  static func syllables(_ left: Syllable, _ right: Syllable) -> Int64 {
    key(.syllables, Int64(left.number), Int64(right.number))
  }

  /// Three initials; the second and third may be missing at the end of a title.
  static func initials(_ first: Unicode.Scalar, _ second: Unicode.Scalar?, _ third: Unicode.Scalar?) -> Int64 {
    key(.initials, place(first), place(second) * 32 + place(third))
  }

  static func tail(_ places: some Collection<Unicode.Scalar>) -> Int64 {
    // FNV-1a, cut to the room below the kind.
    let hash = places.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1.value)) &* 0x100_0000_01B3 }
    return key(.tail, 0, Int64((hash ^ hash >> 42) & (1 << 42 - 1)))
  }

  private static func place(_ letter: Unicode.Scalar?) -> Int64 { letter.map { Int64($0.value) - 96 } ?? 0 }
}

extension SearchText {
  /// All keys of a record.
  var grams: Set<Int64> {
    var grams = Set<Int64>(minimumCapacity: title.count * 6 + detail.count)
    for (left, right) in zip([Gram.start] + title, title + [Gram.end]) { grams.insert(Gram.pair(.title, left, right)) }
    for (left, right) in zip(detail, Array(detail.dropFirst()) + [Gram.end]) {
      grams.insert(Gram.pair(.detail, left, right))
    }
    let spoken = title.prefix(SearchText.mostSpoken)
    for (left, right) in zip(spoken, spoken.dropFirst(2)) { grams.insert(Gram.pair(.skipping, left, right)) }
    addSounds(to: &grams)
    for number in numbers {
      for length in SearchText.tails where number.count >= length { grams.insert(Gram.tail(number.suffix(length))) }
    }
    return grams
  }

  /// Ends of numbers that are looked up; what is typed is cut to the longest of them and then compared whole.
  static let tails = [4, 6, 8]

  private func addSounds(to grams: inout Set<Int64>) {
    let voices = voices
    for (index, voice) in voices.enumerated() {
      let (next, third) = (voices.dropFirst(index + 1).first, voices.dropFirst(index + 2).first)
      for reading in voice.readings {
        grams.insert(Gram.syllable(reading))
        for following in next?.readings ?? [] { grams.insert(Gram.syllables(reading, following)) }
      }
      let seconds = next?.initials ?? []
      let thirds = seconds.isEmpty ? [] : third?.initials ?? []
      for first in voice.initials {
        if seconds.isEmpty { grams.insert(Gram.initials(first, nil, nil)) }
        for second in seconds {
          if thirds.isEmpty { grams.insert(Gram.initials(first, second, nil)) }
          for third in thirds { grams.insert(Gram.initials(first, second, third)) }
        }
      }
    }
  }
}
