package import Casework
package import Kit
package import Storage

/// What this room asks the rooms above it (`docs/doors.md`); `App` answers, in the same transaction.
package struct TransferQuestions: Sendable {
  /// What a room above knows of the facts of a crime in a case: names and values of fields of the check of the threshold. A
  /// person reads, corrects and saves them.
  package let known: @Sendable (ID<Case>, _ crime: String, Reader) throws -> [(String, String)]
  /// An act on a transfer was taken, with its words.
  package let onAct: @Sendable (TransferRecord, TransferAction, _ words: String, Transaction) throws -> Void

  package init(
    known: @escaping @Sendable (ID<Case>, String, Reader) throws -> [(String, String)],
    onAct: @escaping @Sendable (TransferRecord, TransferAction, String, Transaction) throws -> Void
  ) {
    self.known = known
    self.onAct = onAct
  }

  /// No room stands above: nothing is known beforehand.
  package static let none = TransferQuestions(known: { _, _, _ in [] }, onAct: { _, _, _, _ in })
}
