package import Campaign
package import Intake
package import Kit
package import Offices
internal import Registers
package import Storage
package import Web

/// Visit (检查): two officers go to one place on one day with one checklist.
package enum Visit {}

extension RefKind { package static let visit = RefKind("visit") }

extension Permission {
  package static let visitSee = Permission("visit.see")
  package static let visitWork = Permission("visit.work")
}

extension Deed {
  package static let planVisit = Deed("inspection.plan")
  package static let recordVisit = Deed("inspection.record")
  package static let cancelVisit = Deed("inspection.cancel")
}

package enum VisitState: String, CaseIterable, Sendable {
  case planned, done, cancelled

  package var title: String {
    switch self {
    case .planned: "待检查"
    case .done: "已检查"
    case .cancelled: "已取消"
    }
  }
}

/// What a visit ended with.
package enum VisitResult: String, CaseIterable, Sendable {
  case clean, correct
  case lawCase = "case"

  package var title: String {
    switch self {
    case .clean: "未发现问题"
    case .correct: "责令改正"
    case .lawCase: "移交立案"
    }
  }
}

/// What was seen, written down after the visit.
package struct VisitFinding: Sendable, Hashable {
  package let place: String
  /// `09:14`, where it was noted.
  package let began: String?
  package let ended: String?
  package let summary: String
  package let result: VisitResult
}

package struct VisitRecord: Sendable {
  package let id: ID<Visit>
  package let county: County
  /// `清检〔2026〕0001`.
  package let number: String
  package let premises: Ref
  /// Name and type as they were when the visit was planned.
  package let premisesName: String
  package let premisesType: String?
  package let clue: ID<Clue>?
  package let campaign: ID<CampaignRecord>?
  package let task: ID<CampaignTask>?
  package let date: CivilDate
  package let team: Team
  package let checklist: String
  package let state: VisitState
  /// Nil until the visit is recorded.
  package let finding: VisitFinding?

  package var ref: Ref { Ref(.visit, id) }
  package var officers: [ID<Account>] { team.ids }
  var title: String { "\(number)　\(premisesName)" }
  var place: Placement { Placement(county: county, owner: team.first.id.value) }
}

/// A visit to be planned. `campaign` counts where no task is chosen.
package struct NewVisit: Sendable {
  package let premises: Ref
  package let clue: ID<Clue>?
  package let campaign: ID<CampaignRecord>?
  package let task: ID<CampaignTask>?
  package let date: CivilDate
  package let first: ID<Account>
  package let second: ID<Account>
  /// Id of a checklist of the packs.
  package let checklist: String

  package init(
    premises: Ref, clue: ID<Clue>? = nil, campaign: ID<CampaignRecord>? = nil, task: ID<CampaignTask>? = nil,
    date: CivilDate, first: ID<Account>, second: ID<Account>, checklist: String
  ) {
    self.premises = premises
    self.clue = clue
    self.campaign = campaign
    self.task = task
    self.date = date
    self.first = first
    self.second = second
    self.checklist = checklist
  }
}

extension Inspection {
  /// A visit by its identity; nil where there is none.
  package static func visit(_ id: ID<Visit>, _ reader: Reader) throws -> VisitRecord? {
    try VisitStore.find(id, reader)
  }
}
