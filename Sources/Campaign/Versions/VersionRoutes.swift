internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  /// Supplements to a running campaign, and the versions that came of them.
  var versionRoutes: [Route] {
    [
      Route.look("/campaigns/:id/versions", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        let first = try PlanStore.find(campaign.plan, reader)
        return .page(
          VersionPages.list(
            campaign, first: first, try VersionStore.versions(of: campaign.id, reader),
            mayAmend: try call.person().may(.campaignRelease), today: call.today))
      },
      Route.look("/plans/:id/supplement", .may(.campaignRelease, on: .plan)) { .page(try supplementPage($0, $1, nil)) },
      Route.act("/plans/:id/attach", .may(.campaignRelease, on: .plan)) { call in
        try await call.submit { form in
          let (id, campaign) = (try call.id(Plan.self), FormReader(form).maybeID("campaign", CampaignRecord.self))
          // One that the person may not see is not there for him.
          let scope = try call.scope()
          if let campaign, try await call.read({ try !inReach(campaign, scope, $0) }) {
            throw VersionRefusal.campaignGone
          }
          try await call.change(.attachSupplement) { try Versions.attach(id, to: campaign, $0) }
          return .redirect("/plans/\(id)/supplement")
        } again: {
          try supplementPage(call, $1, $0)
        }
      },
      Route.act("/plans/:id/supplement", .may(.campaignRelease, on: .plan)) { call in
        try await call.submit { form in
          let id = try call.id(Plan.self)
          let chosen = try await call.read { try amendments(id, form, $0) }
          let types = law.institutionTypes
          try await call.change(.confirmSupplement) { [roles] in
            try Versions.confirm(id, chosen, types, roles: roles, $0)
          }
          return .redirect("/plans/\(id)/approval")
        } again: {
          try supplementPage(call, $1, $0)
        }
      },
      Route.act("/plans/:id/carry-out", .may(.campaignRelease, on: .plan)) { call in
        try await call.submit { _ in
          let (id, types) = (try call.id(Plan.self), law.institutionTypes)
          let campaign = try await call.change(.carryOutSupplement) { [roles] in
            try Versions.carryOut(id, types, roles: roles, $0)
          }
          return .redirect("/campaigns/\(campaign)/versions")
        } again: {
          try supplementPage(call, $1, $0)
        }
      },
    ]
  }

  private func inReach(_ id: ID<CampaignRecord>, _ scope: Scope, _ reader: Reader) throws -> Bool {
    guard let campaign = try CampaignStore.find(id, reader) else { return false }
    return scope.allows(Placement(county: campaign.county))
  }

  /// Every item of the supplement has its field; a form without it leaves the item unchosen, which refuses.
  private func amendments(_ id: ID<Plan>, _ form: Form, _ reader: Reader) throws -> [Amendment] {
    let typed = FormReader(form)
    let items = try ItemStore.all(of: id, reader).filter { $0.isThere && Supplement.kinds.contains($0.kind) }
    let chosen = items.compactMap { item -> Amendment? in
      let word = form.value(Supplement.field(item)) ?? ""
      let owner = typed.maybeID(Supplement.ownerField(item), Account.self)
      guard let amendment = Amendment(item: item.number, word: word, owner: owner) else {
        typed.refuse(Supplement.field(item), "还没有选这一项怎么处理。")
        return nil
      }
      return amendment
    }
    try typed.done()
    return chosen
  }

  /// `state` nil for a fresh form.
  private func supplementPage(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    guard let plan = try PlanStore.find(try call.id(), reader) else { throw MissingRecord("份方案") }
    let running = try CampaignStore.running(in: plan.county, reader)
    let isBound = plan.supplements != nil && plan.state == .reading
    return SupplementPages(
      plan: plan, running: running, supplement: isBound ? try Versions.find(plan, law.institutionTypes, reader) : nil,
      people: try Offices.people(in: plan.county, holding: nil, roles: roles, reader),
      isApproved: try Approvals.standing(try Versions.matter(plan, reader), reader).isApproved, today: call.today
    ).page(state)
  }
}
