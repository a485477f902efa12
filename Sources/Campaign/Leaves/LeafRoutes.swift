internal import Kit
internal import Law
internal import Storage
internal import Web

extension Campaign {
  /// The task tree, and the forms that tie its leaves to the catalogue.
  var leafRoutes: [Route] {
    [
      Route.look("/campaigns/:id/tree", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        return .page(try tree(of: campaign, call, reader).page)
      },
      Route.look("/plans/:id/leaves", .may(.planWork, on: .plan)) { call, reader in
        let plan = try plan(call, reader)
        if let campaign = plan.campaign { return .redirect("/campaigns/\(campaign)/tree") }
        return .page(try planLeaves(plan, nil, reader))
      },
      Route.act("/plans/:id/leaves", .may(.planWork, on: .plan)) { call in
        try await call.submit { form in
          let id = try call.id(Plan.self)
          let numbers = try await call.read { try ItemStore.all(of: id, $0).of(.task).map(\.number) }
          let reader = FormReader(form)
          let wanted = numbers.filter { form.values["t\($0)k0"] != nil }.map { number in
            (number, LeafForm.ties(form, prefix: "t\(number)", law, reader))
          }
          try reader.done()
          try await call.change(.tieTask) { [law] in
            try Ties.keep(Dictionary(wanted) { first, _ in first }, of: id, law, $0)
          }
          return .redirect("/plans/\(id)")
        } again: {
          try planLeaves(try plan(call, $1), $0, $1)
        }
      },
      Route.look("/tasks/:id/leaves", .may(.planWork, on: .task)) { call, reader in
        .page(try taskLeaves(call, nil, reader))
      },
      Route.act("/tasks/:id/leaves", .may(.planWork, on: .task)) { call in
        try await call.submit { form in
          let id = try call.id(CampaignTask.self)
          let reader = FormReader(form)
          let wanted = LeafForm.ties(form, prefix: "", law, reader)
          try reader.done()
          try await call.change(.tieTask) { [law] in try Ties.keep(wanted, of: id, law, $0) }
          return .redirect("/tasks/\(id)")
        } again: {
          try taskLeaves(call, $0, $1)
        }
      },
    ]
  }

  private func plan(_ call: Call, _ reader: Reader) throws -> PlanRecord {
    guard let plan = try PlanStore.find(try call.id(), reader) else { throw MissingRecord("份方案") }
    return plan
  }

  /// Tasks with their leaves and counts.
  func tree(of campaign: CampaignSummary, _ call: Call, _ reader: Reader) throws -> TreePages {
    let ties = try TieStore.ties(of: campaign.id, reader)
    let tasks = try CampaignStore.tasks(campaign.id, reader).map { task in
      (task: task, leaves: TaskLeaves(violations: task.violations, ties: ties[task.id] ?? []))
    }
    let viewer = try call.person()
    return TreePages(
      campaign: campaign, tasks: tasks, counts: try taskCounts.map { try $0(campaign.id, campaign.county, reader) },
      law: law, records: call.records.seen(by: viewer), mayTie: viewer.may(.planWork))
  }

  /// `state` nil for a fresh form.
  private func planLeaves(_ plan: PlanRecord, _ state: FormState?, _ reader: Reader) throws -> Page {
    let ties = try TieStore.ties(of: plan.id, reader)
    let tasks = try ItemStore.all(of: plan.id, reader).of(.task).map { item in
      LeafPages.PlanTask(
        number: item.number,
        form: LeafForm(
          prefix: "t\(item.number)", text: item.fields[.text],
          known: TaskLeaves(violations: item.fields[.violations], ties: ties[item.number] ?? []), law: law,
          index: violations))
    }
    return LeafPages.plan(plan, tasks, law, state ?? .filled(tasks.flatMap(\.form.start)))
  }

  private func taskLeaves(_ call: Call, _ state: FormState?, _ reader: Reader) throws -> Page {
    let id = try call.id(CampaignTask.self)
    guard let task = try CampaignStore.task(id, reader) else { throw MissingRecord("项任务") }
    let form = LeafForm(
      prefix: "", text: task.text,
      known: TaskLeaves(violations: task.violations, ties: try TieStore.ties(of: id, reader)), law: law,
      index: violations)
    return LeafPages.task(task, try find(task.campaign, reader), form, state ?? .filled(form.start))
  }
}
