internal import Kit
internal import Storage
internal import Web

extension Campaign {
  var planRoutes: [Route] {
    [
      Route.look("/plans", .may(.planSee)) { call, reader in
        let scope = try call.scope()
        let listing = Listing(call, base: "/plans", sorts: ["received"], descending: true, filters: ["words", "state"])
        let (total, plans) = try PlanStore.list(listing, scope, reader)
        return .page(
          PlanPages.list(plans, listing.counting(total), mayWork: try call.person().may(.planWork), call.today))
      },
      Route.look("/plans/new", .may(.planWork)) { _, _ in .page(PlanPages.form(.empty)) },
      Route.act("/plans/new", .may(.planWork), body: PlanIntake.limit) { call in
        try await call.submit { form in
          let file = try await PlanIntake.file(form, documents)
          let plans = try PlanIntake.plans(file)
          guard let only = plans.first, plans.count == 1 else { return .redirect(try await hold(file, call)) }
          return .redirect(try await keep(only, call))
        } again: { state, _ in
          PlanPages.form(state)
        }
      },
      Route.look("/plans/new/:draft", .may(.planWork)) { call, reader in
        .page(PlanPages.choice(try PlanIntake.plans(try held(call, reader)), .filled([("plan", "0")])))
      },
      Route.act("/plans/new/:draft", .may(.planWork)) { call in
        let plans = try PlanIntake.plans(try await call.read { try held(call, $0) })
        return try await call.submit { form in
          let place = form.value("plan").flatMap { Int($0) } ?? -1
          guard plans.indices.contains(place) else { throw CampaignRefusal.noSuchChoice }
          return .redirect(try await keep(plans[place], call))
        } again: { state, _ in
          PlanPages.choice(plans, state)
        }
      },
    ]
  }

  private func keep(_ plan: NewPlan, _ call: Call) async throws -> Link {
    let id = try await call.change(.keepPlan) { [law] in try Plans.keep(plan, law, $0) }
    return "/plans/\(id)"
  }

  private func hold(_ file: PlanFile, _ call: Call) async throws -> Link {
    let id: ID<PlanDraft> = call.database.world.newID()
    let person = try call.person()
    let now = call.database.world.now()
    try await call.database.scratch {
      try PlanDraftStore.keep(file, id, county: person.county, owner: person.account, at: now, $0)
    }
    return "/plans/new/\(id)"
  }

  /// The draft stays until its day is over, so that a second plan of the file can be taken too.
  private func held(_ call: Call, _ reader: Reader) throws -> PlanFile {
    let id = try call.id(PlanDraft.self, "draft")
    let owner = try call.person().account
    guard let file = try PlanDraftStore.find(id, owner: owner, reader) else {
      throw CampaignRefusal.draftGone
    }
    return file
  }
}
