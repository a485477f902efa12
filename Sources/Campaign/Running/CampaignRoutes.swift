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
        let records = call.records.seen(by: try call.person())
        return .page(CampaignPages(model: model, records: records, calendar: law.calendar, today: call.today).page)
      },
      Route.look("/campaigns/:id/coverage", .may(.campaignSee, on: .campaign)) { call, reader in
        .page(try coveragePage(call, reader))
      },
      Route.look("/campaigns/:id/matrix", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        return .page(
          MatrixPage(
            campaign: campaign, tasks: try CampaignStore.tasks(campaign.id, reader),
            ties: try TieStore.ties(of: campaign.id, reader), law: law
          ).page)
      },
      Route.look("/tasks/:id", .may(.campaignSee, on: .task)) { call, reader in
        .page(try taskPage(call, reader))
      },
    ]
  }

  func find(_ id: ID<CampaignRecord>, _ reader: Reader) throws -> CampaignSummary {
    guard let campaign = try CampaignStore.find(id, reader) else { throw MissingRecord("个专项行动") }
    return campaign
  }

  func coverage(of campaign: CampaignSummary, _ reader: Reader) throws -> [Coverage] {
    Coverage.rows(
      law.institutionTypes, targets: try CampaignStore.targets(campaign.id, reader),
      visited: try covered.counts(campaign.id, campaign.county, reader),
      onFile: try Registers.counts(in: campaign.county, reader))
  }

  private func coveragePage(_ call: Call, _ reader: Reader) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let listing = Listing(
      call, base: "/campaigns/\(campaign.id)/coverage", sorts: ["town"], descending: false, filters: ["type"])
    guard let row = try coverage(of: campaign, reader).first(where: { $0.type.id == listing.filter("type") }) else {
      throw MissingRecord("个机构类型的覆盖目标")
    }
    let waiting = try Registers.institutions(
      of: row.type.id, in: campaign.county, except: covered.visited(campaign.id, campaign.county), limit: Listing.size,
      offset: listing.offset, reader)
    let towns = try Offices.towns(of: campaign.county, on: call.today, reader)
    let names = Dictionary(towns.map { ($0.number, $0.name) }) { first, _ in first }
    return CoveragePage(
      row: row, campaign: campaign, waiting: waiting.premises, listing: listing.counting(waiting.total), towns: names,
      records: call.records.seen(by: try call.person()), mayVisit: try call.person().may(Permission("visit.work")),
      pace: Pace(campaign, today: call.today, law.calendar)
    ).page
  }

  private func taskPage(_ call: Call, _ reader: Reader) throws -> Page {
    let (id, viewer) = (try call.id(CampaignTask.self), try call.person())
    guard let task = try CampaignStore.task(id, reader) else { throw MissingRecord("项任务") }
    let campaign = try find(task.campaign, reader)
    return TaskPages(
      task: task, tree: try tree(of: campaign, call, reader),
      sentence: try sentences(of: [task], campaign, reader)[id],
      panels: try call.records.panels(for: task.ref, viewer: viewer, reader),
      history: try LedgerReading.history(of: task.ref, reader), today: call.today
    ).page
  }

  private func campaignModel(_ call: Call, _ reader: Reader) throws -> CampaignModel {
    let (id, viewer) = (try call.id(CampaignRecord.self), try call.person())
    let (campaign, duties) = (try find(id, reader), try Duties.ofCampaign(id.value, reader))
    let (figures, coverage) = (try figuresNow(campaign, reader), try coverage(of: campaign, reader))
    return CampaignModel(
      campaign: campaign, county: try Offices.countyName(campaign.county, reader),
      phases: try CampaignStore.phases(id, reader),
      ended: Set(try ClosingStore.ends(of: id, reader).map(\.position)), tasks: try CampaignStore.tasks(id, reader),
      figures: figures, coverage: coverage, deadlines: try DeadlineStore.counts(of: id, reader),
      duties: duties, titles: try DutyTitles(duties.map(\.subject), for: viewer, call.records, reader),
      mayReplay: viewer.may(.dutySee),
      organisation: try organisation(of: id, reader), ties: try TieStore.ties(of: id, reader),
      chat: try chat(campaign, figures, coverage, for: viewer, reader),
      panels: try call.records.panels(for: campaign.ref, viewer: viewer, reader),
      history: try LedgerReading.history(of: campaign.ref, reader))
  }
}
