internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var filingRoutes: [Route] {
    [
      Route.look("/campaigns/:id/filings", .may(.campaignSee, on: .campaign)) { .page(try filingList($0, $1)) },
      Route.look("/campaigns/:id/filings/new", .may(.campaignSupervise, on: .campaign)) { call, reader in
        .page(try filingForm(call, reader, nil))
      },
      Route.act("/campaigns/:id/filings", .may(.campaignSupervise, on: .campaign)) { call in
        let below = try await call.read { (reader: Reader) -> [Person] in try self.below(call, reader) }
        return try await call.submit { form in
          let new = try newFilings(FormReader(form), below)
          let (id, asker) = (try call.id(CampaignRecord.self), try call.person())
          try await call.change(.askFiling) { [roles] in
            try Filings.ask(new, of: try find(id, $0), by: asker, roles: roles, $0)
          }
          return .redirect("/campaigns/\(id)/filings")
        } again: {
          try filingForm(call, $1, $0)
        }
      },
    ] + oneFiling
  }

  private var oneFiling: [Route] {
    [
      Route.look("/filings/:id", .may(.campaignSee, on: .filing)) { .page(try filingPage($0, $1, .empty)) },
      filingSteps.step("/filings/:id/file", .fileFiling, by: .campaignSee, body: FilingPages.limit) { form, call in
        let reader = FormReader(form)
        let paper = FiledPaper(
          note: reader.maybeText("note", "说明", most: 500) ?? "", plan: reader.maybeID("plan"),
          files: reader.files("files"))
        try reader.done()
        let (viewer, attachments) = (try call.person(), call.database.attachments)
        return { id, tx in try Filings.file(id, paper, by: viewer, into: attachments, tx) }
      },
      filingSteps.handOn("/filings/:id/reassign", .reassignFiling, by: .campaignSupervise) {
        [roles] id, owner, viewer, tx in
        try Filings.reassign(id, to: owner, by: viewer, roles: roles, tx)
      },
      filingSteps.giveBack("/filings/:id/return", .returnFiling, by: .campaignSupervise, again: Filings.again) {
        [roles] id, reason, due, viewer, tx in
        try Filings.giveBack(id, reason: reason, due: due, by: viewer, roles: roles, tx)
      },
    ]
  }

  private var filingSteps: RecordSteps<Filing> {
    RecordSteps(on: .filing, at: { "/filings/\($0)" }) { try filingPage($0, $1, $2) }
  }

  private func below(_ call: Call, _ reader: Reader) throws -> [Person] {
    try Filings.below(call.person(), of: find(call.id(), reader), roles: roles, reader)
  }

  private func newFilings(_ reader: FormReader, _ below: [Person]) throws -> NewFilings {
    let new = NewFilings(
      what: reader.text("what", "报什么", most: 60), words: reader.maybeText("words", "要求", most: 1000) ?? "",
      due: reader.date("due", "哪天以前报"),
      owners: FilingForm.agencies(below).compactMap { reader.maybeID(FilingForm.field($0.id)) })
    try reader.done()
    return new
  }

  /// As it begins: the liaison of each agency is chosen.
  private func filingForm(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let people = try below(call, reader)
    let form = FilingForm(campaign: campaign, people: people)
    if let state { return form.page(state) }
    let liaisons = try MemberStore.all(of: campaign.id, reader).filter { $0.part == .liaison && $0.until == nil }
    let chosen = people.filter { person in liaisons.contains { $0.account == person.id } }
    return form.page(.filled(chosen.map { (FilingForm.field($0.agency), $0.id.text) }))
  }

  private func filingList(_ call: Call, _ reader: Reader) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let listing = Listing(
      call, base: "/campaigns/\(campaign.id)/filings", sorts: ["due"], descending: false, filters: ["state"])
    let group = listing.filter("state").flatMap { FilingGroup(rawValue: $0) }
    var counts: [FilingGroup: Int64] = [:]
    for one in FilingGroup.allCases { counts[one] = try FilingStore.count(of: campaign.id, one, reader) }
    let total = counts.values.reduce(0, +)
    let duties = try Duties.ofCampaign(campaign.id.value, reader).filter { $0.kind == Filings.duty }
    let filings = try FilingStore.list(of: campaign.id, group, limit: Listing.size, offset: listing.offset, reader)
    return FilingListPages(
      campaign: campaign, filings: filings,
      listing: listing.counting(group.map { counts[$0] ?? 0 } ?? total), counts: counts, total: total,
      duties: Dictionary(duties.map { ($0.subject.number, $0) }) { first, _ in first },
      owners: try Duties.owners(Filings.duty, on: .filing, among: filings.map(\.id.value), reader),
      mayAsk: try call.person().may(.campaignSupervise), calendar: law.calendar, today: call.today
    ).page
  }

  private func filingPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let viewer = try call.person()
    guard let filing = try FilingStore.find(try call.id(), reader) else { throw MissingRecord("项报送") }
    let rounds = try FilingStore.rounds(of: filing.id, reader)
    let plans = Set(rounds.filter { $0.planDigest != nil }.compactMap(\.plan))
    return FilingPages(
      filing: filing, rounds: rounds,
      digests: Dictionary(try plans.map { ($0, try PlanDigest.of($0, reader)) }) { first, _ in first },
      files: try call.database.attachments.list(of: filing.ref, reader),
      duty: try Duties.waiting(on: filing.ref, reader).first,
      people: try Reassigning.able(of: filing.agency, in: filing.county, roles: roles, reader),
      hasEnded: try ClosingStore.end(of: filing.campaign, reader) != nil,
      campaignPlan: viewer.may(.planSee) ? try CampaignStore.find(filing.campaign, reader)?.plan : nil,
      plans: try PlanStore.brought(by: viewer.accounts, in: filing.county, reader),
      history: try LedgerReading.history(of: filing.ref, reader), viewer: viewer, calendar: law.calendar,
      today: call.today
    ).page(state)
  }
}
