internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var deadlineRoutes: [Route] {
    [
      Route.look("/campaigns/:id/deadlines", .may(.campaignSee, on: .campaign)) { call, reader in
        .page(try deadlineList(call, reader))
      },
      Route.look("/deadlines/:id", .may(.campaignSee, on: .deadline)) { call, reader in
        .page(try deadlinePage(call, reader, .empty))
      },
      Route.act("/deadlines/:id/meet", .may(.campaignSee, on: .deadline)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let outcome = reader.text("outcome", "办理结果", most: 500)
          try reader.done()
          let (id, viewer) = (try call.id(CampaignDeadline.self), try call.person())
          try await call.change(.meetDeadline) { try Deadlines.meet(id, outcome: outcome, by: viewer, $0) }
          return .redirect("/deadlines/\(id)")
        } again: {
          try deadlinePage(call, $1, $0)
        }
      },
      Route.act("/deadlines/:id/reassign", .may(.campaignRelease, on: .deadline)) { call in
        try await call.submit { form in
          let (id, owner) = (try call.id(CampaignDeadline.self), try GivingForm.owner(form))
          try await call.change(.reassignDeadline) { [roles] in
            try Deadlines.reassign(id, to: owner, roles: roles, $0)
          }
          return .redirect("/deadlines/\(id)")
        } again: {
          try deadlinePage(call, $1, $0)
        }
      },
    ]
  }

  private func deadlineList(_ call: Call, _ reader: Reader) throws -> Page {
    let id = try call.id(CampaignRecord.self)
    guard let campaign = try CampaignStore.find(id, reader) else { throw MissingRecord("个专项行动") }
    let listing = Listing(
      call, base: "/campaigns/\(id)/deadlines", sorts: ["due"], descending: false, filters: ["state"])
    let (met, all) = try DeadlineStore.counts(of: id, reader)
    let asked = ["met": true, "open": false][listing.filter("state") ?? ""]
    let found = try DeadlineStore.list(of: id, met: asked, limit: Listing.size, offset: listing.offset, reader)
    let counted = listing.counting(asked.map { $0 ? met : all - met } ?? all)
    return DeadlineListPages.page(campaign, found, counted, met: met, all: all, call.today, law.calendar)
  }

  private func deadlinePage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, viewer, calendar) = (try call.id(CampaignDeadline.self), try call.person(), law.calendar)
    guard let deadline = try DeadlineStore.find(id, reader) else { throw MissingRecord("项期限") }
    let mayReassign = viewer.may(.campaignRelease) && deadline.metAt == nil
    return DeadlinePages.record(
      deadline, people: mayReassign ? try Reassigning.able(in: deadline.county, roles: roles, reader) : [],
      history: try LedgerReading.history(of: deadline.ref, reader),
      panels: try call.records.panels(for: deadline.ref, viewer: viewer, reader), viewer, call.today, calendar, state)
  }
}
