import Kit

/// Pairs of neighbouring characters, as numbers. Two characters of Chinese are a word, so a table of pairs finds what a
/// full-text index of three silently misses. Items of one call share their pairs in blocks.
enum Grams {
  /// Of text that is stored: pairs of each part, and for long numbers only of their last six places.
  static func stored(title: String, detail: String, numbers: [String]) -> Set<Int64> {
    var grams = pairs(folded(title)).union(pairs(folded(detail)))
    for number in numbers { grams.formUnion(pairs(folded(number).suffix(6))) }
    return grams
  }

  /// Of a word that is asked for. A long number is looked up by its tail and then compared whole.
  static func asked(_ word: [Unicode.Scalar]) -> Set<Int64> {
    word.count > 6 && word.allSatisfy({ $0.isASCII }) ? pairs(word.suffix(6)) : pairs(word)
  }

  /// The half-open range of pairs that begin with a character: a search for one character.
  static func beginning(with scalar: Unicode.Scalar) -> Range<Int64> {
    let first = Int64(scalar.value) << 21
    return first..<(first + 1 << 21)
  }

  private static func pairs(_ scalars: some RandomAccessCollection<Unicode.Scalar>) -> Set<Int64> {
    let all = Array(scalars)
    // The last character stands alone too, so that one character is found wherever it is.
    var result: Set<Int64> = all.last.map { [Int64($0.value) << 21] } ?? []
    for (left, right) in zip(all, all.dropFirst()) { result.insert(Int64(left.value) << 21 | Int64(right.value)) }
    return result
  }
}
