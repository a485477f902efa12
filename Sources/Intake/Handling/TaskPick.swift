package import Campaign
package import Kit
import Storage

/// Under what a clue is counted, as it was chosen.
package enum TaskPick: Hashable, Sendable {
  case task(ID<CampaignTask>)
  /// A campaign, but none of its tasks.
  case campaign(ID<CampaignRecord>)
  /// No task in particular: the county's running campaign, if there is exactly one. Of several none is guessed.
  case runningCampaign
  case none

  /// Reads the value of the form's field `task`: empty, `none`, `c-` and a campaign, or a task. Nil for anything else.
  init?(value: String?) {
    switch value {
    case nil, "": self = .runningCampaign
    case "none": self = .none
    case let text? where text.hasPrefix("c-"):
      guard let id = ID<CampaignRecord>(text: text.dropFirst(2)) else { return nil }
      self = .campaign(id)
    case let text?:
      guard let id = ID<CampaignTask>(text: text) else { return nil }
      self = .task(id)
    }
  }

  /// Refuses a task or campaign that the county does not have.
  func resolved(_ tx: Transaction) throws -> Counted {
    let tasks = try Campaign.tasks(in: tx.county, on: tx.today, tx)
    switch self {
    case .none: return Counted(campaign: nil, task: nil, label: nil)
    case .task(let id):
      guard let task = tasks.first(where: { $0.id == id }) else { throw IntakeRefusal.taskNotRunning }
      return Counted(campaign: task.campaign, task: id, label: task.label)
    case .campaign(let id):
      guard let campaign = tasks.campaigns.first(where: { $0.id == id }) else { throw IntakeRefusal.taskNotRunning }
      return Counted(campaign: id, task: nil, label: campaign.title)
    case .runningCampaign:
      guard let only = tasks.onlyCampaign else { return Counted(campaign: nil, task: nil, label: nil) }
      return Counted(campaign: only.id, task: nil, label: only.title)
    }
  }
}

/// Where a clue is counted.
struct Counted {
  let campaign: ID<CampaignRecord>?
  let task: ID<CampaignTask>?
  let label: String?
}

extension [TaskChoice] {
  /// The campaigns that the tasks belong to, each once, in their order.
  var campaigns: [(id: ID<CampaignRecord>, title: String)] {
    reduce(into: []) { known, task in
      if !known.contains(where: { $0.id == task.campaign }) { known.append((task.campaign, task.campaignTitle)) }
    }
  }

  var onlyCampaign: (id: ID<CampaignRecord>, title: String)? { campaigns.count == 1 ? campaigns.first : nil }

  /// Words for «no task chosen» in a select.
  var unsaid: String {
    guard !isEmpty else { return "没有正在开展的专项行动" }
    return onlyCampaign == nil ? "不计入专项行动" : "不对应具体任务，只计入专项行动"
  }

  /// Values and words of a select, besides the empty one.
  var choices: [(String, String)] {
    let wide =
      onlyCampaign == nil
      ? campaigns.map { ("c-\($0.id)", whole($0.title)) }
      : [("none", "不计入专项行动")]
    return map { ($0.id.text, $0.label) } + wide
  }

  private func whole(_ title: String) -> String { "不对应具体任务，只计入《\(title.clipped(to: 24))》" }
}
