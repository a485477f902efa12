internal import Kit

/// Finds words of types in a text, longest first at each place, on folded scalars.
struct WordTable {
  struct Word {
    let text: String
    let type: Int
    let isGeneral: Bool
  }

  private struct Entry {
    let scalars: [Unicode.Scalar]
    var close: Set<Int> = []
    var general: Set<Int> = []
  }

  /// Entries by first scalar, longest first.
  private let entries: [Unicode.Scalar: [Entry]]

  init(_ words: [Word]) {
    var byText: [[Unicode.Scalar]: Entry] = [:]
    for word in words {
      let scalars = folded(word.text)
      if scalars.isEmpty { continue }
      var entry = byText[scalars] ?? Entry(scalars: scalars)
      if word.isGeneral { entry.general.insert(word.type) } else { entry.close.insert(word.type) }
      byText[scalars] = entry
    }
    entries = Dictionary(grouping: byText.values) { $0.scalars[0] }
      .mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
  }

  /// Types named by a close word, and by a group word.
  func find(_ text: String) -> (close: Set<Int>, general: Set<Int>) {
    let scalars = folded(text)
    var result: (close: Set<Int>, general: Set<Int>) = ([], [])
    var rest = scalars[...]
    while let first = rest.first {
      let entry = entries[first]?.first { rest.starts(with: $0.scalars) }
      result.close.formUnion(entry?.close ?? [])
      result.general.formUnion(entry?.general ?? [])
      rest = rest.dropFirst(entry?.scalars.count ?? 1)
    }
    return result
  }
}
