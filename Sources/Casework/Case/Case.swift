package import Campaign
package import Inspection
package import Intake
package import Kit
internal import Offices
package import Packs
package import Procedure
package import Storage
package import Web

/// Case (案件): an administrative penalty case (行政处罚案件). The name of the kind only; see `CaseRecord`.
package enum Case {}

extension RefKind { package static let lawCase = RefKind("case") }

extension Permission {
  package static let caseSee = Permission("case.see")
  package static let caseWork = Permission("case.work")
  /// Decide: for the head of the agency, never for the officers of the case.
  package static let caseDecide = Permission("case.decide")
  /// Legal review (法制审核): for people with the legal qualification, never for the officers of the case.
  package static let caseReview = Permission("case.review")
  /// Presides over hearings (主持听证): never an officer of the case.
  package static let caseHear = Permission("case.hear")
}

extension Deed {
  package static let fileCase = Deed("casework.file")
  package static let decideCase = Deed("casework.decide")
  package static let payCase = Deed("casework.pay")
  package static let closeCase = Deed("casework.close")
}

package enum CaseState: String, CaseIterable, Sendable {
  case investigating, decided, closed

  package var title: String {
    switch self {
    case .investigating: "办理中"
    case .decided: "已决定"
    case .closed: "已结案"
    }
  }
}

/// The violation (案由) as the catalogue named it on the day of filing.
package struct CaseViolation: Sendable, Hashable {
  package let id: String
  package let name: String
  package let basis: String
  package let penalty: String
  package let confidence: Confidence
}

package struct CaseRecord: Sendable {
  package let id: ID<Case>
  package let county: County
  /// `清卫医立〔2026〕1号`.
  package let number: String
  /// Whose case it is (当事人). May be a person's name: never into the ledger.
  package let party: String
  package let isOrganisation: Bool
  package let premises: Ref?
  package let premisesName: String?
  package let clue: ID<Clue>?
  package let visit: ID<Visit>?
  package let campaign: ID<CampaignRecord>?
  package let task: ID<CampaignTask>?
  package let violation: CaseViolation
  package let summary: String
  package let filedOn: CivilDate
  /// The day on which the act ended; nil: not known, and then no limitation is counted.
  package let actEnded: CivilDate?
  package let weights: Set<CaseWeight>
  package let team: Team
  package let state: CaseState
  /// Where it stands in the procedure, as its steps say.
  package let stage: Stage
  /// Nil until it is decided.
  package let decision: CaseDecision?
  package let paid: Money
  package let closedOn: CivilDate?
  package let closing: String?

  package var ref: Ref { Ref(.lawCase, id) }
  package var owed: Money { decision?.owed ?? .zero }
  package var unpaid: Money { owed - paid }
  var title: String { "\(number)　\(violation.name)" }
  var place: Placement { Placement(county: county, owner: team.first.id.value) }
}

extension Casework {
  /// A case by its identity; nil where there is none.
  package static func lawCase(_ id: ID<Case>, _ reader: Reader) throws -> CaseRecord? {
    try CaseStore.find(id, reader)
  }

  /// The case that somebody is about to act on (谁能办): the one check of every deed on a case, here and in the rooms above.
  ///
  /// Refuses a case of another county, and whoever was granted recusal (回避) from it, whatever his right.
  /// Source: 《行政处罚法》第四十三条.
  package static func mayAct(on id: ID<Case>, _ tx: Transaction) throws -> CaseRecord {
    let record = try anyCase(id, tx)
    guard tx.actor.kind == .account, try CaseStepStore.recused(from: id, tx).contains(tx.actor.number) else {
      return record
    }
    throw CaseRefusal.recused(record.number)
  }

  /// Whether somebody may only look at a case: granted recusal from it, or declared that he keeps away from it or its party.
  func isAway(_ viewer: Viewer, _ record: CaseRecord, _ file: CaseFile) -> Bool {
    file.recused.contains(viewer.account) || !viewer.recusals.isDisjoint(with: record.concerns)
  }

  /// Who keeps away from a case sees it, without any right to act on it.
  func standing(_ viewer: Viewer, _ record: CaseRecord, _ file: CaseFile) -> Viewer {
    isAway(viewer, record, file) ? viewer.without([.caseWork, .caseDecide, .caseReview, .caseHear]) : viewer
  }

  /// For forms: nobody fills in what will be refused.
  func refuseAway(_ viewer: Viewer, _ record: CaseRecord, _ file: CaseFile) throws {
    if isAway(viewer, record, file) { throw CaseRefusal.recused(record.number) }
  }

  func found(_ id: ID<Case>, _ tx: Transaction) throws -> CaseRecord { try Self.mayAct(on: id, tx) }

  /// For what is no work on the case: work that is handed over, a note to the discipline inspection.
  static func anyCase(_ id: ID<Case>, _ tx: Transaction) throws -> CaseRecord {
    guard let record = try CaseStore.find(id, tx), record.county == tx.county else { throw MissingRecord("起案件") }
    return record
  }
}
