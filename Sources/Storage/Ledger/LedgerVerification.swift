package import Kit

/// What a check of the whole ledger found.
package struct LedgerReport: Sendable {
  package let entries: Int64
  package let counties: Int
  package let checkpoints: Int
  /// In the order of county and height; the first is the first bad entry.
  package let faults: [LedgerFault]
  /// Entries that no checkpoint covers yet: a cut of these alone would not be seen.
  package let uncovered: Int64
}

package struct LedgerFault: Sendable, Hashable {
  package let county: County
  package let height: Int64
  package let sentence: String
}

extension Database {
  /// Walks every chain from its root. `checkpoints` are the folder's own and any kept elsewhere.
  ///
  /// Finds edited, deleted, inserted and swapped entries by the chain itself; a cut tail and a chain that was rewritten
  /// and re-hashed by the head row and the checkpoints.
  package func verifyLedger(_ checkpoints: [Checkpoint], publicKey: [UInt8]? = nil) async throws -> LedgerReport {
    let key = publicKey ?? folder.keys.checkpoint.publicKey
    let (heads, counties) = try await read { reader in
      let heads = try LedgerStore.heads(reader).map { ($0.county, $0.head) }
      return (heads, try LedgerStore.counties(reader))
    }
    var walks: [LedgerWalk] = []
    for county in Set(heads.map(\.0) + counties + checkpoints.map { County($0.county) }).sorted() {
      var walk = LedgerWalk(county, checkpoints: checkpoints.filter { $0.county == county.number }, key: key)
      try await walkThrough(&walk)
      walk.finish(head: heads.first { $0.0 == county }?.1)
      walks.append(walk)
    }
    return LedgerReport(
      entries: walks.reduce(0) { $0 + $1.count }, counties: walks.count, checkpoints: checkpoints.count,
      faults: walks.flatMap(\.faults), uncovered: walks.reduce(0) { $0 + $1.uncovered })
  }

  private func walkThrough(_ walk: inout LedgerWalk) async throws {
    let county = walk.county
    var next: Int64 = .min
    while true {
      let from = next
      let page = try await read { try LedgerStore.entries(of: county, from: from, limit: 2000, $0) }
      for entry in page { walk.take(entry) }
      guard let last = page.last, page.count == 2000 else { return }
      next = last.height + 1
    }
  }
}
