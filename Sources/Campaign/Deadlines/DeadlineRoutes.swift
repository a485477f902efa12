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
      deadlineSteps.step("/deadlines/:id/meet", .meetDeadline, by: .campaignSee) { form, call in
        let reader = FormReader(form)
        let outcome = reader.text("outcome", "办理结果", most: 500)
        try reader.done()
        let viewer = try call.person()
        return { id, tx in try Deadlines.meet(id, outcome: outcome, by: viewer, tx) }
      },
      deadlineSteps.handOn("/deadlines/:id/reassign", .reassignDeadline, by: .campaignRelease) {
        [roles] id, owner, _, tx in
        try Deadlines.reassign(id, to: owner, roles: roles, tx)
      },
    ]
  }

  private var deadlineSteps: RecordSteps<CampaignDeadline> {
    RecordSteps(on: .deadline, at: { "/deadlines/\($0)" }) { try deadlinePage($0, $1, $2) }
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
