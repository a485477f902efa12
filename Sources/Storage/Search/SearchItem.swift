package import Kit

/// What the one search box finds of a record. Written in the same transaction as the record.
package struct SearchItem: Sendable {
  package let ref: Ref
  package let county: County
  /// The right that a reader needs, e.g. `clue.see`; counts and suggestions respect it.
  package let permission: String
  /// The agency whose record it is, where a right reaches only that far; 0 for none.
  package let agency: Int64
  package let title: String
  package let detail: String
  /// Licence numbers, credit codes, telephone numbers: found whole or by the last four places and more.
  package let numbers: [String]

  package init(
    _ ref: Ref, county: County, permission: String, agency: Int64 = 0, title: String, detail: String,
    numbers: [String] = []
  ) {
    self.ref = ref
    self.county = county
    self.permission = permission
    self.agency = agency
    self.title = title
    self.detail = detail
    self.numbers = numbers
  }
}

package struct SearchHit: Sendable {
  package let ref: Ref
  package let county: County
  package let title: String
  package let detail: String
}
