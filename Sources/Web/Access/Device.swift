package import Kit

/// A device (设备) that is tied to one record without an account: the telephone of a monitoring post. It opens the pages
/// of that record and no other; read anew for every request, so that a tie that was cut acts at once.
package struct Device: Sendable {
  /// What it is tied to.
  package let record: Ref
  package let county: County
  /// How the ledger calls whoever acts with it.
  package let actor: Actor
  /// The tie itself, to tell two telephones of one record apart.
  package let tie: Int64

  package init(record: Ref, county: County, actor: Actor, tie: Int64) {
    self.record = record
    self.county = county
    self.actor = actor
    self.tie = tie
  }
}
