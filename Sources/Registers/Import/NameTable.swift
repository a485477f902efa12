import Kit

/// Names of a closed list, found exactly (but for blanks, brackets and width), with the nearest ones for a refusal.
struct NameTable<Value: Sendable>: Sendable {
  private let values: [String: Value]
  private let names: [(text: String, pieces: Set<String>)]

  /// `names` are the words that count; the first of each value's words is the one that a refusal shows.
  init(_ entries: [(words: [String], value: Value)]) {
    values = Dictionary(entries.flatMap { entry in entry.words.map { (foldedWords([$0]), entry.value) } }) { first, _ in
      first
    }
    names = entries.flatMap { entry in
      entry.words.map { (text: entry.words.first ?? $0, pieces: NameTable.pieces($0)) }
    }
  }

  subscript(word: String) -> Value? { values[foldedWords([word])] }

  /// Up to three names that share most with a word, the best first; none where nothing is shared.
  func nearest(_ word: String) -> [String] {
    let asked = NameTable.pieces(word)
    guard !asked.isEmpty else { return [] }
    let scored = names.enumerated().map { place, name in
      (name.text, place, Double(2 * asked.intersection(name.pieces).count) / Double(asked.count + name.pieces.count))
    }
    var best: [String] = []
    for (name, _, score) in scored.sorted(by: { ($1.2, $0.1) < ($0.2, $1.1) }) where score > 0.2 && best.count < 3 {
      if !best.contains(name) { best.append(name) }
    }
    return best
  }

  /// Characters and pairs of neighbours.
  private static func pieces(_ word: String) -> Set<String> {
    let scalars = folded(word)
    let single = scalars.map { String($0) }
    return Set(single + zip(single, single.dropFirst()).map { $0 + $1 })
  }
}
