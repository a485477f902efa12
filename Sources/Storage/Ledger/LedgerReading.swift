package import Kit

/// What pages may ask of the ledger.
package enum LedgerReading {
  /// Everything that happened to a record, oldest first.
  package static func history(of object: Ref, _ reader: Reader) throws -> [LedgerEntry] {
    try LedgerPageStore.history(of: object, reader)
  }

  /// The newest entries of some counties, for the auditor.
  package static func page(
    counties: [County], skipping: Int64, limit: Int, _ reader: Reader
  ) throws -> (total: Int64, entries: [LedgerEntry]) {
    try LedgerPageStore.page(counties: counties, skipping: skipping, limit: limit, reader)
  }
}
