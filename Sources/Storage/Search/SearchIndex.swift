package import Kit

/// The index behind the search box: our own table of keys, the same on both stores.
///
/// Chinese by its characters, pinyin, initials, Traditional and full-width forms, one slip, ends of numbers; the best
/// answers first ([docs/search.md](../../../docs/search.md)). Written in the transaction of the deed, so a record that
/// is stored is found, and one that is not stored is not.
package enum SearchIndex {
  /// Puts records in, or replaces what was known of them.
  package static func put(_ items: [SearchItem], _ tx: Transaction) throws {
    try SearchWriting.put(items, known: SearchStore.records(of: items.map(\.ref), tx), tx)
  }

  /// First-time records in bulk (imports): skips looking for older ones. Refused by the store where there is one.
  package static func putNew(_ items: [SearchItem], _ tx: Transaction) throws {
    try SearchWriting.put(items, known: [:], tx)
  }

  /// Takes records out; those that it does not know are passed over.
  package static func remove(_ refs: [Ref], _ tx: Transaction) throws {
    try SearchWriting.remove(Array(SearchStore.records(of: refs, tx).values), tx)
  }

  /// Finds records that hold every word of `text`, best first. `allowed` is the reader's scope over the columns `kind`,
  /// `county`, `permission` and `agency` of `search_shelf`; it filters what is counted, not only what is shown. Only
  /// answers of these levels are looked for; a list that has an order of its own takes `.told ... .lettered`.
  ///
  /// Refuses nothing: more than ten words or sixty characters, or none that could stand in a name, find nothing.
  package static func look(
    _ text: String, allowed: SQL, levels: ClosedRange<SearchLevel> = .exact ... .slipped,
    limit: Int, offset: Int = 0, _ reader: Reader
  ) throws -> SearchFound {
    let words = text.unicodeScalars.split(whereSeparator: \.isBlank).map { SearchText.folded(String($0)) }
      .filter { !$0.isEmpty }
    guard (1...mostWords).contains(words.count), words.reduce(0, { $0 + $1.count }) <= mostCharacters,
      offset <= deepest
    else { return .nothing }
    var searching = Searching(
      SearchStage.all(words.map(SearchWord.init), levels), shelves: try SearchStore.shelves(allowed, reader), reader)
    return try searching.run(limit: limit, offset: offset)
  }

  /// The same for callers that need no more than the number and the records.
  package static func find(
    _ text: String, allowed: SQL, levels: ClosedRange<SearchLevel> = .exact ... .slipped,
    limit: Int, offset: Int = 0, _ reader: Reader
  ) throws -> (total: Int64, hits: [SearchHit]) {
    let found = try look(text, allowed: allowed, levels: levels, limit: limit, offset: offset, reader)
    return (found.total, found.hits)
  }

  private static let mostWords = 10
  private static let mostCharacters = 60

  /// Nobody turns so many pages; who does is better served by one more word.
  package static let deepest = 2000
}

/// What a search comes to.
package struct SearchFound: Sendable {
  package let total: Int64
  /// False where there were too many to compare each: the number may be off by a few in thousands.
  package let isExact: Bool
  package let hits: [SearchHit]

  static let nothing = SearchFound(total: 0, isExact: true, hits: [])
}
