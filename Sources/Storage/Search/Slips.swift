import Kit

/// One wrong, missing or extra character.
enum Slips {
  static func pairs(_ word: ArraySlice<Unicode.Scalar>, _ kind: Gram.Kind = .title) -> [Int64] {
    zip(word, word.dropFirst()).map { Gram.pair(kind, $0, $1) }
  }

  /// For every slip that may have been made, the keys that a title has all the same.
  static func keys(_ word: [Unicode.Scalar]) -> [[Int64]] {
    word.indices.flatMap { place -> [[Int64]] in
      let (before, after) = (word[..<place], word[(place + 1)...])
      let around = pairs(before) + pairs(after)
      guard let left = before.last else { return [around] }
      let missing = pairs(before) + pairs(word[place...]) + [Gram.pair(.skipping, left, word[place])]
      guard let right = after.first else { return [around, missing] }
      return [
        around + [Gram.pair(.skipping, left, right)], around + [Gram.pair(.title, left, right)], missing,
      ]
    }
  }

  /// Whether a part of the title is the word but for one character (Sellers' algorithm).
  static func isNear(_ word: [Unicode.Scalar], in title: [Unicode.Scalar]) -> Bool {
    var costs = Array(0...word.count)
    for scalar in title {
      var diagonal = costs[0]
      for (index, wanted) in word.enumerated() {
        let above = costs[index + 1]
        costs[index + 1] = min(diagonal + (scalar == wanted ? 0 : 1), above + 1, costs[index] + 1)
        diagonal = above
      }
      if costs[word.count] <= 1 { return true }
    }
    return false
  }

  /// Every spelling that differs by one letter.
  static func spellings(_ word: [Unicode.Scalar]) -> Set<[Unicode.Scalar]> {
    let letters = "abcdefghijklmnopqrstuvwxyz".unicodeScalars
    var spellings: Set<[Unicode.Scalar]> = []
    for place in 0...word.count {
      let (before, after) = (Array(word[..<place]), Array(word[place...]))
      for letter in letters {
        spellings.insert(before + [letter] + after)
        if !after.isEmpty { spellings.insert(before + [letter] + after.dropFirst()) }
      }
      if !after.isEmpty { spellings.insert(before + after.dropFirst()) }
    }
    spellings.remove(word)
    return spellings
  }
}
