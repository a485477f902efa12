package import Kit

/// What is known of an act when its fine is asked for.
package struct FineQuestion: Hashable, Sendable {
  /// The day of the act; of its end where it went on.
  package let day: CivilDate
  package let bases: [FineBase: Money]
  /// An order to correct was not obeyed (逾期不改正、拒不改正).
  package let refused: Bool
  /// 情节严重.
  package let serious: Bool
  /// The result that the law asks for has come about (造成后果).
  package let harm: Bool
  /// Whose act: leaves out provisions for others.
  package let subject: Subject?

  package init(
    on day: CivilDate, _ bases: [FineBase: Money] = [:], refused: Bool = false, serious: Bool = false,
    harm: Bool = false, subject: Subject? = nil
  ) {
    self.day = day
    self.bases = bases
    self.refused = refused
    self.serious = serious
    self.harm = harm
    self.subject = subject
  }
}
