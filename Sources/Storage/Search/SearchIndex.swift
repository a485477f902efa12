import Kit

/// The index behind the search box: our own table of character pairs, the same on both stores.
package enum SearchIndex {
  /// Puts records in, or replaces what was known of them.
  package static func put(_ items: [SearchItem], _ tx: Transaction) throws {
    try SearchStore.remove(items.map(\.ref), tx)
    try SearchStore.insert(items, tx)
  }

  /// First-time records in bulk (imports): skips looking for older ones.
  package static func putNew(_ items: [SearchItem], _ tx: Transaction) throws {
    try SearchStore.insert(items, tx)
  }

  /// Finds records that hold every word of `text`. `allowed` is the reader's scope over the columns `county`,
  /// `permission` and `agency` of `search_item`; it filters what is counted, not only what is shown.
  package static func find(
    _ text: String, allowed: SQL, limit: Int, offset: Int = 0, _ reader: Reader
  ) throws -> (total: Int64, hits: [SearchHit]) {
    let words = text.unicodeScalars.split(whereSeparator: \.isBlank).map { folded(String($0)) }.filter { !$0.isEmpty }
    guard !words.isEmpty, words.reduce(0, { $0 + $1.count }) <= 60 else { return (0, []) }
    return try SearchStore.find(words, allowed: allowed, limit: limit, offset: offset, reader)
  }
}
