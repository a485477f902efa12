package import Kit

/// Which entries an auditor wants to see. Absent values do not narrow.
package struct LedgerFilter: Sendable {
  package var counties: [County]
  /// Days of Asia/Shanghai, both included.
  package var from: CivilDate?
  package var to: CivilDate?
  /// Part of the title of whoever did it: a name or a unit.
  package var who: String?
  package var deed: String?
  package var kind: RefKind?
  package var record: Ref?
  /// Part of the sentence or of the reason.
  package var words: String?

  package init(counties: [County]) { self.counties = counties }

  var isWhole: Bool {
    from == nil && to == nil && who == nil && deed == nil && kind == nil && record == nil && words == nil
  }
}

/// The entries that were chosen, and the stretch of the chain that holds them all.
package struct LedgerSelection: Sendable {
  package let county: County
  package let heights: Set<Int64>
  package let first: Int64
  package let last: Int64
  /// What the first entry of the stretch hangs on.
  package let before: String
}
