package import Kit

/// What a check of the whole ledger found.
package struct LedgerReport: Sendable {
  package let entries: Int64
  package let counties: Int
  package let checkpoints: Int
  /// In the order of county and height; the first is the first bad entry.
  package let faults: [LedgerFault]
  /// What is wrong with the triggers that keep entries from being changed. No entry is bad by that alone.
  package let guards: [String]
  /// Entries that no checkpoint covers yet: a cut of these alone would not be seen.
  package let uncovered: Int64
}

package struct LedgerFault: Sendable, Hashable {
  package let county: County
  package let height: Int64
  package let sentence: String
}

extension Database {
  /// Walks every chain from its root, in one look at the store: deeds that go on meanwhile are no fault. `checkpoints`
  /// are the folder's own and any kept elsewhere; `publicKey` is the folder's where none is given.
  ///
  /// Finds edited, deleted, inserted, swapped and back-dated entries by the chain itself; a cut tail, a chain that was
  /// rewritten and hashed anew and an old store that was put back by head row and checkpoints. `docs/ledger.md` says
  /// what each looks like and what nobody can see without a kept copy.
  package func verifyLedger(_ checkpoints: [Checkpoint], publicKey: [UInt8]? = nil) async throws -> LedgerReport {
    let key = publicKey ?? folder.keys.checkpoint.publicKey
    return try await read { reader in
      let heads = Dictionary(try LedgerStore.heads(reader).map { ($0.county, $0.head) }) { first, _ in first }
      let rows = try LedgerStore.counts(reader)
      let kept = Dictionary(grouping: checkpoints) { County($0.county) }
      let walks = try Set(Array(heads.keys) + Array(rows.keys) + Array(kept.keys)).sorted().map { county in
        var walk = LedgerWalk(county, checkpoints: kept[county] ?? [], key: key)
        try walk.through(.min ... .max, reader)
        walk.finish(head: heads[county], rows: rows[county] ?? 0)
        return walk
      }
      return LedgerReport(
        entries: walks.reduce(0) { $0 + $1.count }, counties: walks.count, checkpoints: checkpoints.count,
        faults: walks.flatMap(\.faults), guards: try LedgerGuardStore.complaints(reader),
        uncovered: walks.reduce(0) { $0 + $1.uncovered })
    }
  }
}

extension LedgerWalk {
  private static let piece = 2000

  /// In pieces, so that memory does not grow with the chain.
  mutating func through(_ heights: ClosedRange<Int64>, _ reader: Reader) throws {
    var next = heights.lowerBound
    while true {
      let page = try LedgerStore.entries(of: county, from: next, limit: Self.piece, reader)
      for entry in page where entry.height <= heights.upperBound { take(entry) }
      guard let last = page.last, page.count == Self.piece, last.height < heights.upperBound else { return }
      next = last.height + 1
    }
  }
}
