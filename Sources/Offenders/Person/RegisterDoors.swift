package import Kit
package import Storage

/// What a county has of its own in the register, for whoever delivers it elsewhere, and how a delivered change is followed.
extension Offenders {
  /// Records that a county made itself (cases and old ledgers, not lists of others) and when each changed last; from a moment on.
  package static func changes(in county: County, since: Instant?, _ reader: Reader) throws -> [(
    record: ID<OffenderRecord>, at: Instant
  )] {
    try RecordStore.changes(in: county, since: since, reader)
  }

  /// Records by their numbers, with number and telephone in full; those that are gone are left out.
  package static func records(_ ids: [ID<OffenderRecord>], _ reader: Reader) throws -> [OffenderRecord] {
    var records: [OffenderRecord] = []
    for start in stride(from: 0, to: ids.count, by: 500) {
      records += try RecordStore.records(ids[start..<min(start + 500, ids.count)].map(\.value), reader)
    }
    return records
  }

  /// Whoever brought a record says something else of it now. False where it is gone, or what it says now is there already as another
  /// record. The caller tells the ledger.
  package func revise(_ id: ID<OffenderRecord>, by new: NewRecord, _ tx: Transaction) throws -> Bool {
    guard let old = try RecordStore.record(id, tx) else { return false }
    let known = try RecordStore.record(fingerprint: new.fingerprint(try tx.keys()), tx)
    guard known == nil || known == id else { return false }
    try replace(old, by: new, tx)
    return true
  }
}
