package import Kit

/// What pages may ask of the ledger.
package enum LedgerReading {
  /// Everything that happened to a record, oldest first.
  package static func history(of object: Ref, _ reader: Reader) throws -> [LedgerEntry] {
    try LedgerPageStore.history(of: object, reader)
  }

  /// Entries of some counties, the newest first, for the auditor.
  package static func page(
    _ filter: LedgerFilter, skipping: Int64, limit: Int, _ reader: Reader
  ) throws -> (total: Int64, entries: [LedgerEntry]) {
    let entries = try LedgerPageStore.page(filter, skipping: skipping, limit: limit, reader)
    return (try LedgerPageStore.total(filter, reader), entries)
  }

  /// What a filter chooses in one county; nil where nothing. Answers at most `most` + 1 heights: with more than `most`
  /// the stretch is cut short and the caller refuses.
  package static func selection(
    _ filter: LedgerFilter, in county: County, most: Int, _ reader: Reader
  ) throws -> LedgerSelection? {
    var filter = filter
    filter.counties = [county]
    let heights = try LedgerPageStore.heights(filter, most: most + 1, reader)
    guard let first = heights.first, let last = heights.last else { return nil }
    return LedgerSelection(
      county: county, heights: Set(heights), first: first, last: last,
      before: try LedgerStore.hash(before: first, of: county, reader) ?? "")
  }

  /// A stretch of one chain, in order.
  package static func entries(
    of county: County, from height: Int64, limit: Int, _ reader: Reader
  ) throws -> [LedgerEntry] {
    try LedgerStore.entries(of: county, from: height, limit: limit, reader)
  }
}
