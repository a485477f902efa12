internal import Kit
internal import Offices

/// What becomes of a plan when it is released.
struct NewCampaign: Sendable {
  let plan: ID<Plan>
  let title: String
  let phases: [CampaignPhase]
  let tasks: [PlanItem]
  let targets: [CampaignTarget]
  let deadlines: [NewDeadline]

  var starts: CivilDate? { phases.map(\.starts).min() }
  var ends: CivilDate? { (phases.map(\.ends) + deadlines.map(\.due)).max() }
}

struct NewDeadline: Sendable {
  let what: String
  let to: String
  let due: CivilDate
  let owner: ID<Account>
  /// The plan's own sentence.
  let basis: String
}
