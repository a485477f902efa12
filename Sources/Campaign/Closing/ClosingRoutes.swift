internal import Duties
internal import Kit
internal import Law
internal import Registers
internal import Storage
internal import Web

extension Campaign {
  var closingRoutes: [Route] {
    [
      Route.look("/campaigns/:id/closing", .may(.campaignSee, on: .campaign)) { call, reader in
        .page(try closingPage(call, reader, .empty))
      },
      Route.act("/campaigns/:id/phases/:number/end", .may(.campaignRelease, on: .campaign)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let reason = reader.maybeText("reason", "为什么没有办结就收尾", most: 300)
          try reader.done()
          let (id, position) = (try call.id(CampaignRecord.self), try call.number("number"))
          try await call.change(.endPhase, reason: reason) {
            try Closing.endPhase(position, of: try closing(id, $0), reason: reason, $0)
          }
          return .redirect("/campaigns/\(id)/closing")
        } again: {
          try closingPage(call, $1, $0)
        }
      },
      Route.act("/campaigns/:id/end", .may(.campaignRelease, on: .campaign)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let accountability = reader.text("accountability", "追责到位：追究了哪些责任", most: 1000)
          let mechanism = reader.text("mechanism", "机制到位：建立了哪些制度", most: 2000)
          let reason = reader.maybeText("reason", "为什么没有办结就收尾", most: 300)
          try reader.done()
          let id = try call.id(CampaignRecord.self)
          try await call.change(.endCampaign, reason: reason) {
            try Closing.end(
              try closing(id, $0), accountability: accountability, mechanism: mechanism, reason: reason, $0)
          }
          return .redirect("/campaigns/\(id)/closing")
        } again: {
          try closingPage(call, $1, $0)
        }
      },
    ]
  }

  private func closing(_ id: ID<CampaignRecord>, _ reader: Reader) throws -> ClosingModel {
    let campaign = try find(id, reader)
    return ClosingModel(
      campaign: campaign, phases: try CampaignStore.phases(id, reader), ends: try ClosingStore.ends(of: id, reader),
      end: try ClosingStore.end(of: id, reader), duties: try Duties.ofCampaign(id.value, reader),
      work: try openWork.flatMap { try $0(id, campaign.county, reader) },
      short: try coverage(of: campaign, reader).filter { $0.owed > 0 },
      supervised: try SupervisionStore.held(of: id, reader),
      unjudged: try FindingStore.unjudged(of: id, reader),
      mechanisms: try MechanismStore.list(of: id, nil, limit: 2000, offset: 0, reader),
      placards: try Placards.standing(inCampaign: id.value, reader).all)
  }

  private func closingPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (model, viewer) = (try closing(try call.id(), reader), try call.person())
    return ClosingPages(
      model: model, mayEnd: viewer.may(.campaignRelease), records: call.records.seen(by: viewer),
      titles: try DutyTitles(model.duties.map(\.subject), for: viewer, call.records, reader),
      calendar: law.calendar, today: call.today
    ).page(state)
  }
}
