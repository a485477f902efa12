package import Kit

/// What shows that one entry stands as it was written: itself, what it hangs on, and the way from it to the next
/// checkpoint.
package struct LedgerProof: Sendable {
  package let entry: LedgerEntry
  /// The next checkpoint at or after the entry; nil where none was signed yet.
  package let checkpoint: Checkpoint?
  /// The checkpoint is too far off to be reached while a page waits: only the entry itself was checked.
  package let isFar: Bool
  package let hasNext: Bool
  /// Empty where everything agrees.
  package let faults: [LedgerFault]

  /// Entries that a page may walk through.
  static let reach: Int64 = 5000
}

extension Database {
  /// Nil where the county has no such entry.
  package func proof(of county: County, _ height: Int64, _ reader: Reader) throws -> LedgerProof? {
    guard let entry = try LedgerStore.entries(of: county, from: height, limit: 1, reader).first, entry.height == height
    else { return nil }
    let checkpoint = try Checkpoint.covering(county, height, since: entry.at.date, in: folder.checkpoints)
    let isFar = checkpoint.map { $0.height - height > LedgerProof.reach } ?? false
    var walk = LedgerWalk(
      county, after: (height: height - 1, hash: try LedgerStore.hash(before: height, of: county, reader) ?? ""),
      checkpoints: checkpoint.map { [$0] } ?? [], key: folder.keys.checkpoint.publicKey)
    try walk.through(height...(isFar ? height : checkpoint?.height ?? height), reader)
    walk.arrive(at: isFar ? nil : checkpoint)
    let next = try LedgerStore.entries(of: county, from: height + 1, limit: 1, reader)
    return LedgerProof(
      entry: entry, checkpoint: checkpoint, isFar: isFar, hasNext: !next.isEmpty, faults: walk.faults)
  }
}
