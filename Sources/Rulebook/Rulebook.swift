package import Kit
package import Law
package import Storage
package import Web

/// Rulebook (规则库): what the agency adds to the packs, and the pages of the law.
///
/// - `Values/`: every value of the packs in words, with its fingerprint. `Approvals/`: a named person of the legal office
///   approves a value that was not read in the statute; `DecisionObstacle` is what keeps a case from being decided.
/// - `Checklists/`: the agency's own versions of checklists, from a date on.
/// - `Violations/`: search, one violation whole, what may be fined. `Terms/`: until when. `Statutes/`: what rests on a
///   statute on a day. `Unverified/`: what is not verified, and who approved it.
///
/// It is a value over the packs and holds nothing else, so any room can make one. Points, forms and rules have no packs
/// yet; their local versions come with them.
package struct Rulebook: Room {
  package let law: LawContent

  package init(law: LawContent) { self.law = law }

  package var schema: [SchemaChange] { RulebookSchema.changes }

  package var routes: [Route] {
    ViolationRoutes(rulebook: self).routes + TermRoutes(rulebook: self).routes + StatuteRoutes(rulebook: self).routes
      + UnverifiedRoutes(rulebook: self).routes + ApprovalRoutes(rulebook: self).routes
      + EditionRoutes(rulebook: self).routes
  }

  package var navigation: [NavigationItem] {
    [NavigationItem(55, sign: "法", title: "法", link: "/law", permission: .lawSee)]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.approval, noun: "次核准", see: .lawSee, link: { "/law/approvals/\(ID<Approval>($0))" }) {
        number, reader in
        try ApprovalStore.find(ID(number), reader).map {
          RecordFace(title: "核准“\($0.title)”", place: Placement(county: $0.county))
        }
      },
      RecordKind(.edition, noun: "个检查表版本", see: .lawSee, link: { "/law/editions/\(ID<Edition>($0))" }) {
        number, reader in
        try EditionStore.find(ID(number), reader).map {
          RecordFace(title: $0.title, place: Placement(county: $0.county))
        }
      },
    ]
  }
}

extension RefKind {
  package static let approval = RefKind("approval")
  package static let edition = RefKind("edition")
}

extension Permission {
  package static let lawSee = Permission("law.see")
  /// The legal office: approves what the packs could not prove. Never the officers who use it.
  package static let ruleApprove = Permission("rule.approve")
  /// Changes the agency's own versions of checklists.
  package static let ruleWork = Permission("rule.work")
}

extension Deed {
  package static let approveValue = Deed("rulebook.approve")
  package static let withdrawApproval = Deed("rulebook.withdraw")
  package static let draftEdition = Deed("rulebook.draft")
  package static let enactEdition = Deed("rulebook.enact")
  package static let dropEdition = Deed("rulebook.drop")
}
