internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var placardRoutes: [Route] {
    [
      Route.look("/placards", .may(.campaignSee)) { call, reader in .page(try placardList(call, nil, reader)) },
      Route.look("/campaigns/:id/placards", .may(.campaignSee, on: .campaign)) { call, reader in
        .page(try placardList(call, try find(try call.id(), reader), reader))
      },
      Route.look("/campaigns/:id/placards/new", .may(.campaignList, on: .campaign)) {
        .page(try placardForm($0, $1, nil))
      },
      Route.act("/campaigns/:id/placards", .may(.campaignList, on: .campaign)) { call in
        try await call.submit { form in
          let new = try CampaignPlacardForm.read(form)
          let (id, asker) = (try call.id(CampaignRecord.self), try call.person())
          let placard = try await call.change(.listMatter) { [roles] in
            try CampaignPlacards.list(new, in: try find(id, $0), by: asker, roles: roles, $0)
          }
          return .redirect("/placards/\(placard)")
        } again: {
          try placardForm(call, $1, $0)
        }
      },
    ] + onePlacard
  }

  private var onePlacard: [Route] {
    [
      Route.look("/placards/:id", .may(.campaignSee, on: .placard)) { .page(try placardPage($0, $1, .empty)) },
      placardSteps.step("/placards/:id/report", .reportMatter, by: .campaignSee, body: FilingPages.limit) {
        form, call in
        let reader = FormReader(form)
        let (text, files) = (reader.text("text", "办理结果", most: 3000), reader.files("files"))
        try reader.done()
        let (viewer, attachments) = (try call.person(), call.database.attachments)
        return { id, tx in try CampaignPlacards.report(id, text, files, by: viewer, into: attachments, tx) }
      },
      placardSteps.giveBack("/placards/:id/return", .returnMatter, by: .campaignList, again: CampaignPlacards.again) {
        [roles] id, reason, due, viewer, tx in
        try CampaignPlacards.giveBack(id, reason: reason, due: due, by: viewer, roles: roles, tx)
      },
      placardSteps.step("/placards/:id/lift", .unlistMatter, by: .campaignList) { form, call in
        let reader = FormReader(form)
        let reason = reader.text("why", "为什么摘牌", most: 2000)
        try reader.done()
        let viewer = try call.person()
        return { id, tx in try CampaignPlacards.lift(id, reason: reason, by: viewer, tx) }
      },
      placardSteps.handOn("/placards/:id/reassign", .reassignMatter, by: .campaignList) {
        [roles] id, owner, viewer, tx in
        try CampaignPlacards.reassign(id, to: owner, by: viewer, roles: roles, tx)
      },
    ]
  }

  private var placardSteps: RecordSteps<Placard> {
    RecordSteps(on: .placard, at: { "/placards/\($0)" }) { try placardPage($0, $1, $2) }
  }

  private func placardList(_ call: Call, _ campaign: CampaignSummary?, _ reader: Reader) throws -> Page {
    let base: Link = campaign.map { "/campaigns/\($0.id)/placards" } ?? "/placards"
    let listing = Listing(call, base: base, sorts: ["due"], descending: false, filters: ["state"])
    let group = listing.filter("state").flatMap { PlacardGroup(rawValue: $0) } ?? .standing
    let viewer = try call.person()
    guard let scope = viewer.scope(.campaignSee) else { throw AccessRefusal.noRight }
    let counts = try Placards.counts(campaign: campaign?.id.value, scope, reader)
    let found = try Placards.list(
      group, campaign: campaign?.id.value, scope, limit: Listing.size, offset: listing.offset, reader)
    return CampaignPlacardListPages(
      campaign: campaign, placards: found, answered: try PlacardReportStore.answered(among: found.map(\.id), reader),
      group: group, counts: counts, mayList: viewer.may(.campaignList), maySeeCases: viewer.may(Permission("case.see")),
      calendar: law.calendar, today: call.today
    ).page(listing.counting(counts[group] ?? 0))
  }

  /// As it begins: from a task or a duty the matter is chosen.
  private func placardForm(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let (campaign, viewer) = (try find(try call.id(), reader), try call.person())
    let people = try Filings.below(viewer, of: campaign, roles: roles, reader)
    let reach = viewer.scope(.dutySee)
    let duties = try Duties.ofCampaign(campaign.id.value, reader).filter { duty in
      people.contains { $0.id == duty.owner } && reach?.allows(duty.place) == true && duty.kind != CampaignPlacards.duty
    }
    return CampaignPlacardForm.page(
      campaign, try CampaignStore.tasks(campaign.id, reader), duties, people, today: call.today,
      state ?? .filled([("matter", call.asked("matter"))]))
  }

  private func placardPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let placard = try Placards.find(try call.id(), reader), let number = placard.campaign,
      let campaign = try CampaignStore.find(ID(number), reader)
    else { throw MissingRecord("件挂牌事项") }
    let viewer = try call.person()
    let mayJudge = try viewer.may(.campaignList) && Placards.mayLift(placard, viewer, reader)
    return CampaignPlacardPages(
      placard: placard, campaign: campaign,
      subject: try call.records.links([placard.subject], for: viewer, reader)[placard.subject],
      reports: try PlacardReportStore.all(of: placard.id, reader),
      files: try call.database.attachments.list(of: placard.ref, reader),
      duty: try Duties.waiting(on: placard.ref, reader).first,
      people: mayJudge ? try Reassigning.able(of: ID(placard.agency), in: placard.county, roles: roles, reader) : [],
      history: try LedgerReading.history(of: placard.ref, reader), viewer: viewer, mayJudge: mayJudge,
      calendar: law.calendar, today: call.today
    ).page(state)
  }
}
