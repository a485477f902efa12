internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var secondmentRoutes: [Route] { secondmentLists + secondmentDeeds }

  private var secondmentLists: [Route] {
    [
      Route.look("/campaigns/:id/secondments", .may(.campaignSee, on: .campaign)) { .page(try secondmentList($0, $1)) },
      Route.look("/campaigns/:id/secondments/new", .may(.campaignRelease, on: .campaign)) { call, reader in
        .page(try secondmentForm(call, reader, .filled([("since", call.today.iso), ("authority", "assist")])))
      },
      Route.look("/campaigns/:id/secondments.xlsx", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        let sheet = SecondmentSheet(
          campaign: campaign, people: try SecondmentStore.list(of: campaign.id, nil, limit: 5000, offset: 0, reader),
          today: call.today)
        return .file(
          bytes: try sheet.file(in: call.database.folder), name: "抽调人员名单 \(call.today.iso).xlsx",
          type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      },
      Route.look("/secondments/:id", .may(.campaignSee, on: .secondment)) { .page(try secondmentPage($0, $1, .empty)) },
    ]
  }

  private var secondmentDeeds: [Route] {
    [
      Route.act("/campaigns/:id/secondments", .may(.campaignRelease, on: .campaign)) { call in
        try await call.submit { form in
          let (id, new) = (try call.id(CampaignRecord.self), try newSecondment(FormReader(form)))
          let secondment = try await call.change(.addSecondment) { try Secondments.add(new, to: find(id, $0), $0) }
          return .redirect("/secondments/\(secondment)")
        } again: {
          try secondmentForm(call, $1, $0)
        }
      },
      Route.act("/secondments/:id/end", .may(.campaignRelease, on: .secondment)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let (last, reason) = (reader.date("last", "最后一天"), reader.maybeText("reason", "提前归队的理由", most: 200))
          try reader.done()
          let id = try call.id(Secondment.self)
          try await call.change(.endSecondment) { try Secondments.end(id, last: last, because: reason, $0) }
          return .redirect("/secondments/\(id)")
        } again: {
          try secondmentPage(call, $1, $0)
        }
      },
      Route.act("/secondments/:id/extend", .may(.campaignRelease, on: .secondment)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let (until, document) = (reader.date("until", "延到哪天"), reader.text("document", "依据的文件", most: 120))
          try reader.done()
          let id = try call.id(Secondment.self)
          try await call.change(.extendSecondment) { try Secondments.extend(id, until: until, document, $0) }
          return .redirect("/secondments/\(id)")
        } again: {
          try secondmentPage(call, $1, $0)
        }
      },
    ]
  }

  private func newSecondment(_ reader: FormReader) throws -> NewSecondment {
    let new = NewSecondment(
      name: reader.maybeText("name", "姓名", most: 40), post: reader.maybeText("post", "职务", most: 60),
      unit: reader.maybeText("unit", "原单位", most: 60), account: reader.maybeID("account"),
      work: reader.text("work", "承担的工作", most: 300),
      authority: reader.choice("authority", "权限", SecondedAuthority.self) ?? .assist,
      certificate: reader.maybeText("certificate", "执法证号", most: 40), since: reader.date("since", "从哪天起"),
      until: reader.date("until", "到哪天为止"), document: reader.text("document", "依据的文件", most: 120))
    try reader.done()
    return new
  }

  private func secondmentList(_ call: Call, _ reader: Reader) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let listing = Listing(
      call, base: "/campaigns/\(campaign.id)/secondments", sorts: ["until"], descending: false, filters: ["state"])
    let group = listing.filter("state").flatMap { SecondmentGroup(rawValue: $0) }
    let counts = try SecondmentStore.counts(of: campaign.id, reader)
    return SecondmentListPages(
      campaign: campaign,
      people: try SecondmentStore.list(
        of: campaign.id, group, limit: Listing.size, offset: listing.offset, reader),
      listing: listing.counting(group.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)), counts: counts,
      mayWork: try call.person().may(.campaignRelease), today: call.today
    ).page
  }

  private func secondmentForm(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let people = try Offices.people(in: campaign.county, holding: nil, roles: roles, reader)
    return SecondmentForm(campaign: campaign, people: people).page(state)
  }

  private func secondmentPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let record = try Secondments.found(try call.id(), reader)
    return SecondmentPages(
      record: record, terms: try SecondmentStore.terms(of: record.id, reader),
      duty: try Duties.waiting(on: record.ref, reader).first { $0.kind == Secondments.duty },
      history: try LedgerReading.history(of: record.ref, reader), mayWork: try call.person().may(.campaignRelease),
      hasEnded: try ClosingStore.end(of: record.campaign, reader) != nil, calendar: law.calendar, today: call.today
    ).page(state)
  }
}
