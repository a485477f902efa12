import Kit

/// The pairs of neighbouring characters of a text, by which two texts are told to be near (二元组). Made once of a clue and
/// held against each of those around it: what is not shared is passed over by one look at a small filter.
struct Bigrams {
  /// Each pair's place in `times`.
  private let places: [UInt64: Int]
  private let times: [UInt16]
  private let count: Int
  private var filter = [UInt64](repeating: 0, count: 64)

  /// Blanks, punctuation, width and case make no difference.
  init(_ text: String) {
    var (places, times): ([UInt64: Int], [UInt16]) = ([:], [])
    let pairs = Bigrams.pairs(of: text)
    for pair in pairs {
      let place = places[pair] ?? times.count
      if place == times.count { times.append(0) }
      places[pair] = place
      times[place] &+= 1
      let bit = Bigrams.bit(pair)
      filter[bit >> 6] |= 1 << (bit & 63)
    }
    (self.places, self.times, count) = (places, times, pairs.count)
  }

  /// How much this shares with another text, in hundredths: twice the common pairs by all pairs (Dice). 0 where one has none.
  func likeness(to text: String) -> Int {
    let others = Bigrams.pairs(of: text)
    guard count > 0, !others.isEmpty else { return 0 }
    var (left, common) = (times, 0)
    for pair in others where mayHold(pair) {
      guard let place = places[pair], left[place] > 0 else { continue }
      left[place] -= 1
      common += 1
    }
    return 200 * common / (count + others.count)
  }

  private func mayHold(_ pair: UInt64) -> Bool {
    let bit = Bigrams.bit(pair)
    return filter[bit >> 6] & (1 << (bit & 63)) != 0
  }

  private static func bit(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 52) }

  private static func pairs(of text: String) -> [UInt64] {
    let scalars = folded(text)
    guard var last = scalars.first else { return [] }
    return scalars.dropFirst().map { scalar in
      defer { last = scalar }
      return UInt64(last.value) << 32 | UInt64(scalar.value)
    }
  }
}

/// What is compared of a clue that came in the days around another.
struct Neighbour: Sendable {
  let clue: ID<Clue>
  /// The beginning of what was told, and the place.
  let text: String
  let place: String
  let premises: Ref?
  let receivedAt: Instant
  let town: Int64
}

/// A clue that may be about the same thing as another, with the reasons (可能重复). A suggestion to officers; nothing is
/// merged by itself, and no citizen sees it.
struct Likeness: Sendable {
  let clue: ID<Clue>
  let reasons: [String]
  let weight: Int
}

extension Likeness {
  /// So many days apart at most.
  static let days = 30
  /// So much of the words in common speaks for itself; less only beside the place.
  static let nearWords = 45
  static let likeWords = 20
  static let nearPlace = 55
  /// The beginning of a long report tells what it is.
  static let looked = 300

  /// What speaks for it; nil where that is not enough. The same institution, or near words, or near places with like
  /// words; the day alone is no reason.
  init?(_ clue: ClueRecord, _ other: Neighbour, words: Bigrams, place: Bigrams) {
    let words = words.likeness(to: other.text)
    let place = clue.place.isEmpty ? 0 : place.likeness(to: other.place)
    let isSamePremises = clue.premises != nil && clue.premises == other.premises
    guard isSamePremises || words >= Self.nearWords || place >= Self.nearPlace && words >= Self.likeWords else {
      return nil
    }
    let apart = abs(clue.receivedAt.date.dayNumber - other.receivedAt.date.dayNumber)
    self.clue = other.clue
    reasons = [
      isSamePremises ? "认定的是同一家" : nil, place >= Self.nearPlace ? "地点相近（\(place)%）" : nil,
      words >= Self.likeWords ? "文字相近（\(words)%）" : nil,
      clue.town != 0 && clue.town == other.town ? "同一个乡镇、街道" : nil, apart == 0 ? "同一天" : "相隔 \(apart) 天",
    ].compactMap { $0 }
    weight = words + place + (isSamePremises ? 100 : 0) - apart
  }

  /// Of a report, as far as it is looked at.
  static func words(of clue: ClueRecord) -> Bigrams { Bigrams(String(clue.text.unicodeScalars.prefix(looked))) }
}
