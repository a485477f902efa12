package import Campaign
import Kit
import Storage
import Web

extension Casework {
  /// Cases under each task of a campaign, and what they were filed for.
  package static var taskCount: TaskCountSource {
    { campaign, county, reader in
      let found = try CaseFigureStore.found(campaign, county, reader)
      let byTask = found.reduce(into: [ID<CampaignTask>: Int64]()) { counts, one in
        if let task = one.key.task { counts[task, default: 0] += one.value }
      }
      return TaskCount(
        title: "案件", unit: "件", byTask: byTask, found: found, list: Link("/cases").asking([("campaign", campaign.text)])
      )
    }
  }
}
