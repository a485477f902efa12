internal import Duties
internal import Kit
internal import Storage
internal import Web

extension Campaign {
  var taskSheetRoutes: [Route] {
    [
      Route.look("/campaigns/:id/tasks.xlsx", .may(.campaignSee, on: .campaign)) { call, reader in
        let sheet = try taskSheet(try find(try call.id(), reader), reader)
        return .file(
          bytes: try sheet.file(in: call.database.folder), name: "任务分解表 \(sheet.today.iso).xlsx",
          type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      }
    ]
  }

  private func taskSheet(_ campaign: CampaignSummary, _ reader: Reader) throws -> TaskSheet {
    let tasks = try CampaignStore.tasks(campaign.id, reader)
    let records = try MeetingStore.resolutions(of: campaign.id, reader)
    let owners = try Duties.owners(Meetings.duty, on: .resolution, among: records.map(\.id.value), reader)
    let resolutions = records.map { (record: $0, owner: owners[$0.id.value] ?? "") }
    return TaskSheet(
      campaign: campaign, tasks: tasks, sentences: try sentences(of: tasks, campaign, reader),
      deadlines: try DeadlineStore.list(of: campaign.id, met: nil, limit: 5000, offset: 0, reader),
      resolutions: resolutions,
      ties: try TieStore.ties(of: campaign.id, reader), law: law, today: reader.today)
  }

  /// The first plan and the supplements, each task found again by its words.
  func sentences(
    of tasks: [CampaignTaskRecord], _ campaign: CampaignSummary, _ reader: Reader
  ) throws -> [ID<CampaignTask>: String] {
    var found: [String: String] = [:]
    for plan in try [campaign.plan] + VersionStore.versions(of: campaign.id, reader).map(\.plan) {
      let quote = Quote(try PlanStore.text(plan, reader), try PlanStore.find(plan, reader)?.name ?? "")
      for item in try ItemStore.all(of: plan, reader).of(.task) { found[item.fields[.text]] = quote.of(item) }
    }
    return Dictionary(tasks.compactMap { task in found[task.text].map { (task.id, $0) } }) { first, _ in first }
  }
}
