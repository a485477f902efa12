/// What somebody may do in cases. Which step asks for which stands in `Content/procedure/`.
package enum ActingRight: String, CaseIterable, Sendable {
  case officer, head, reviewer, presider, recorder
  /// The party itself, through the code on its papers.
  case party
}

/// Who acts.
package struct ActingPerson: Sendable, Hashable {
  package let account: Int64
  package let rights: Set<ActingRight>
  /// Holds the legal qualification (国家统一法律职业资格) that whoever reviews for the first time must have.
  package let qualifiedReviewer: Bool

  package init(account: Int64, rights: Set<ActingRight>, qualifiedReviewer: Bool = false) {
    self.account = account
    self.rights = rights
    self.qualifiedReviewer = qualifiedReviewer
  }
}
