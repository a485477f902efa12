package import Kit
package import Storage

/// What somebody owns in one room, and how a piece of it moves to another person (交接). A room that gives people open
/// work gives one of these, so that nothing is left behind when they go.
package struct HandOver: Sendable {
  /// `线索`.
  package let noun: String
  /// Everything of an account that is not finished.
  package let open: @Sendable (_ account: Int64, _ reader: Reader) throws -> [Ref]
  /// Moves one by the room's own rules, its duties with it, and tells the ledger. Refuses who may not have it.
  package let move: @Sendable (_ record: Ref, _ from: Int64, _ to: Int64, _ tx: Transaction) throws -> Void

  package init(
    _ noun: String, open: @escaping @Sendable (Int64, Reader) throws -> [Ref],
    move: @escaping @Sendable (Ref, Int64, Int64, Transaction) throws -> Void
  ) {
    self.noun = noun
    self.open = open
    self.move = move
  }
}
