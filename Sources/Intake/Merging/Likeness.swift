import Kit

/// The pairs of neighbouring characters of a text, by which two texts are told to be near (二元组).
struct Bigrams {
  private let pairs: Set<UInt64>

  /// Blanks, punctuation, width and case make no difference.
  init(_ text: String) {
    let scalars = folded(text)
    pairs = Set(zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
  }

  /// How much two texts share, in hundredths: twice the common pairs by all pairs (Dice). 0 where one has none.
  func likeness(_ other: Bigrams) -> Int {
    let all = pairs.count + other.pairs.count
    guard !pairs.isEmpty, !other.pairs.isEmpty else { return 0 }
    return 200 * pairs.intersection(other.pairs).count / all
  }
}

/// A clue that may be about the same thing as another, with the reasons (可能重复). A suggestion to officers; nothing is
/// merged by itself, and no citizen sees it.
struct Likeness: Sendable {
  let clue: ClueRecord
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
  private static let looked = 300

  /// What speaks for it; nil where that is not enough. The same institution, or near words, or near places with like
  /// words; the day alone is no reason.
  init?(_ clue: ClueRecord, _ other: ClueRecord, words: Bigrams, place: Bigrams) {
    let words = words.likeness(Likeness.words(of: other))
    let place = clue.place.isEmpty ? 0 : place.likeness(Bigrams(other.place))
    let isSamePremises = clue.premises != nil && clue.premises == other.premises
    guard isSamePremises || words >= Self.nearWords || place >= Self.nearPlace && words >= Self.likeWords else {
      return nil
    }
    let apart = abs(clue.receivedAt.date.dayNumber - other.receivedAt.date.dayNumber)
    self.clue = other
    reasons = [
      isSamePremises ? "认定的是同一家" : nil, place >= Self.nearPlace ? "地点相近（\(place)%）" : nil,
      words >= Self.likeWords ? "文字相近（\(words)%）" : nil,
      clue.town != 0 && clue.town == other.town ? "同一个乡镇、街道" : nil, apart == 0 ? "同一天" : "相隔 \(apart) 天",
    ].compactMap { $0 }
    weight = words + place + (isSamePremises ? 100 : 0) - apart
  }

  /// Of a report, as far as it is looked at.
  static func words(of clue: ClueRecord) -> Bigrams { Bigrams(clue.text.clipped(to: looked)) }
}
