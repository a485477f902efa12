internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var releaseRoutes: [Route] {
    [
      Route.look("/plans/:id/release", .may(.campaignRelease, on: .plan)) { call, reader in
        let model = try releaseModel(call, reader)
        if let campaign = model.plan.campaign { return .redirect("/campaigns/\(campaign)") }
        if model.plan.supplements != nil { return .redirect("/plans/\(model.plan.id)/supplement") }
        return .page(ReleasePages(model: model, types: law.institutionTypes, today: call.today).page(model.start))
      },
      Route.act("/plans/:id/release", .may(.campaignRelease, on: .plan)) { call in
        let model = try await call.read { try releaseModel(call, $0) }
        return try await call.submit { form in
          let reader = FormReader(form)
          let title = reader.text("title", "行动名称", most: 200)
          try reader.done()
          let owners = owners(model.items, reader)
          let campaign = try await call.change(.releasePlan) { [roles] in
            try Release.release(model.plan.id, title: title, owners: owners, roles: roles, $0)
          }
          return .redirect("/campaigns/\(campaign)")
        } again: { state, _ in
          ReleasePages(model: model, types: law.institutionTypes, today: call.today).page(state)
        }
      },
    ]
  }

  private func owners(_ items: [PlanItem], _ reader: FormReader) -> [Int64: ID<Account>] {
    var owners: [Int64: ID<Account>] = [:]
    for item in Release.dated(items) { owners[item.number] = reader.maybeID(Release.ownerField(item)) }
    return owners
  }

  private func releaseModel(_ call: Call, _ reader: Reader) throws -> ReleaseModel {
    let (id, viewer, roles) = (try call.id(Plan.self), try call.person(), roles)
    guard let plan = try PlanStore.find(id, reader) else { throw MissingRecord("份方案") }
    let (items, ties) = (try ItemStore.all(of: id, reader), try TieStore.ties(of: id, reader))
    return ReleaseModel(
      plan: plan, items: items,
      people: try Offices.people(in: plan.county, holding: nil, roles: roles, reader),
      untied: items.of(.task).filter { ties[$0.number] == nil },
      approval: try approval(try Versions.matter(plan, reader), base: "/plans/\(id)", call, reader),
      releaser: viewer.account)
  }
}
