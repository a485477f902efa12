internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Registers
internal import Storage
internal import Web

extension Campaign {
  var campaignRoutes: [Route] {
    [
      Route.look("/campaigns", .may(.campaignSee)) { call, reader in
        let (scope, viewer) = (try call.scope(), try call.person())
        let listing = Listing(
          call, base: "/campaigns", sorts: ["released", "ends"], descending: true, filters: ["words"])
        let (total, campaigns) = try CampaignStore.list(listing, scope, reader)
        return .page(CampaignListPages.list(campaigns, listing.counting(total), viewer, call.today))
      },
      Route.look("/campaigns/:id", .may(.campaignSee, on: .campaign)) { call, reader in
        let model = try campaignModel(call, reader)
        return .page(CampaignPages(model: model, records: call.records, calendar: law.calendar, today: call.today).page)
      },
      Route.look("/campaigns/:id/coverage", .may(.campaignSee, on: .campaign)) { call, reader in
        let type = call.asked("type") ?? ""
        let id = try call.id(CampaignRecord.self)
        let campaign = try find(id, reader)
        let rows = try coverage(of: campaign, reader)
        guard let row = rows.first(where: { $0.type.id == type }) else { throw MissingRecord("个机构类型的覆盖目标") }
        let mayVisit = try call.person().may(Permission("visit.work"))
        return .page(CoveragePages.page(row, campaign, mayVisit: mayVisit))
      },
      Route.look("/tasks/:id", .may(.campaignSee, on: .task)) { call, reader in
        let (id, viewer) = (try call.id(CampaignTask.self), try call.person())
        guard let task = try CampaignStore.task(id, reader) else { throw MissingRecord("项任务") }
        let panels = try call.records.panels(for: task.ref, viewer: viewer, reader)
        return .page(TaskPages.page(task, try find(task.campaign, reader), panels))
      },
    ]
  }

  private func find(_ id: ID<CampaignRecord>, _ reader: Reader) throws -> CampaignSummary {
    guard let campaign = try CampaignStore.find(id, reader) else { throw MissingRecord("个专项行动") }
    return campaign
  }

  private func coverage(of campaign: CampaignSummary, _ reader: Reader) throws -> [Coverage] {
    Coverage.rows(
      law.institutionTypes, targets: try CampaignStore.targets(campaign.id, reader),
      visited: try covered(campaign.id, campaign.county, reader),
      onFile: try Registers.counts(in: campaign.county, reader))
  }

  private func campaignModel(_ call: Call, _ reader: Reader) throws -> CampaignModel {
    let (id, viewer) = (try call.id(CampaignRecord.self), try call.person())
    let campaign = try find(id, reader)
    return CampaignModel(
      campaign: campaign, county: try Offices.countyName(campaign.county, reader),
      phases: try CampaignStore.phases(id, reader), tasks: try CampaignStore.tasks(id, reader),
      figures: try figures.flatMap { try $0(id, campaign.county, reader) },
      coverage: try coverage(of: campaign, reader), deadlines: try DeadlineStore.counts(of: id, reader),
      duties: try Duties.ofCampaign(id.value, reader), panels: try call.records.panels(for: campaign.ref, viewer: viewer, reader),
      history: try LedgerReading.history(of: campaign.ref, reader))
  }
}
