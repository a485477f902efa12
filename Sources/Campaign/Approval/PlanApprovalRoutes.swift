internal import Kit
internal import Law
internal import Storage
internal import Web

extension Campaign {
  /// The approval of a plan or a supplement, before it is released or carried out.
  var planApprovalRoutes: [Route] {
    [
      Route.look("/plans/:id/approval", .may(.planSee, on: .plan)) { .page(try planApproval($0, $1, .empty)) },
      Route.act("/plans/:id/submit", .may(.campaignRelease, on: .plan)) { call in
        try await call.submit { form in
          let id = try call.id(Plan.self)
          try await ask(call, form, .submitPlan) { try ready(id, $0) }
          return .redirect("/plans/\(id)/approval")
        } again: {
          try planApproval(call, $1, $0)
        }
      },
      Route.act("/plans/:id/approve", .may(.campaignApprove, on: .plan)) { call in
        try await call.submit { form in
          let id = try call.id(Plan.self)
          try await decide(call, form, .approvePlan) { try Versions.matter(try openPlan(id, $0), $0) }
          return .redirect("/plans/\(id)/approval")
        } again: {
          try planApproval(call, $1, $0)
        }
      },
    ]
  }

  private func openPlan(_ id: ID<Plan>, _ reader: Reader) throws -> PlanRecord {
    guard let plan = try PlanStore.find(id, reader) else { throw MissingRecord("份方案") }
    guard plan.state == .reading else { throw CampaignRefusal.locked }
    return plan
  }

  /// Only what could be released or carried out as it is now is sent to somebody.
  private func ready(_ id: ID<Plan>, _ reader: Reader) throws -> ApprovalMatter {
    let plan = try openPlan(id, reader)
    if plan.supplements == nil {
      let obstacles = Release.obstacles(try ItemStore.all(of: id, reader))
      guard obstacles.isEmpty else { throw Refusals(obstacles) }
    } else {
      guard try Versions.find(plan, law.institutionTypes, reader).isConfirmed else { throw VersionRefusal.unconfirmed }
    }
    return try Versions.matter(plan, reader)
  }

  private func planApproval(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let plan = try PlanStore.find(try call.id(), reader) else { throw MissingRecord("份方案") }
    let pages = try approval(try Versions.matter(plan, reader), base: "/plans/\(plan.id)", call, reader)
    let items = try ItemStore.all(of: plan.id, reader)
    // A supplement that was carried out stands in the campaign's versions.
    let supplement =
      plan.supplements == nil || plan.state == .released ? nil : try Versions.find(plan, law.institutionTypes, reader)
    return PlanApprovalPages(
      plan: plan, items: items, supplement: supplement, types: law.institutionTypes, approval: pages,
      isOpen: plan.state == .reading, today: call.today
    ).page(state)
  }
}
