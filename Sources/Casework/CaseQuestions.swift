package import Kit
package import Procedure
package import Storage

/// The transfer of a case to the police, as the room above keeps it.
package struct CaseTransfer: Sendable {
  package let standing: TransferStanding
  /// `清卫医刑移〔2026〕1号`, from the approval on: the paper of the case carries it and draws none of its own.
  package let letter: String?

  package init(_ standing: TransferStanding, letter: String?) {
    self.standing = standing
    self.letter = letter
  }
}

/// What this room asks the rooms above it (`docs/doors.md`); `App` answers, in the same transaction.
package struct CaseQuestions: Sendable {
  /// The newest transfer of a case to the police; nil where none was proposed.
  package let transfer: @Sendable (ID<Case>, Reader) throws -> CaseTransfer?
  /// An officer left the team and another came: what he owns of the case above moves with it.
  package let onTeamChange: @Sendable (_ lawCase: ID<Case>, _ from: Int64, _ to: Int64, Transaction) throws -> Void
  /// A case was filed: what a room above found in its clue or visit goes along.
  package let onFiled: @Sendable (ID<Case>, Transaction) throws -> Void

  package init(
    transfer: @escaping @Sendable (ID<Case>, Reader) throws -> CaseTransfer?,
    onTeamChange: @escaping @Sendable (ID<Case>, Int64, Int64, Transaction) throws -> Void,
    onFiled: @escaping @Sendable (ID<Case>, Transaction) throws -> Void = { _, _ in }
  ) {
    self.transfer = transfer
    self.onTeamChange = onTeamChange
    self.onFiled = onFiled
  }

  /// No room stands above: a case is never transferred.
  package static let none = CaseQuestions(transfer: { _, _ in nil }, onTeamChange: { _, _, _, _ in })
}
