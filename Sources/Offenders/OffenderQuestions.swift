package import Kit
package import Storage

/// What this room asks the rooms above it (`docs/doors.md`); `App` answers, in the same transaction.
package struct OffenderQuestions: Sendable {
  /// Somebody judged that a person and what a record describes are one.
  package let onSame: @Sendable (ID<Offender>, Ref, Transaction) throws -> Void

  package init(onSame: @escaping @Sendable (ID<Offender>, Ref, Transaction) throws -> Void) { self.onSame = onSame }

  /// No room stands above: a judgement has no consequence.
  package static let none = OffenderQuestions(onSame: { _, _, _ in })
}
