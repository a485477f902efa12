internal import Kit
internal import Law
internal import Storage
internal import Web

extension Campaign {
  var deadlineRoutes: [Route] {
    [
      Route.look("/deadlines/:id", .may(.campaignSee, on: .deadline)) { call, reader in
        .page(try deadlinePage(call, reader, .empty))
      },
      Route.act("/deadlines/:id/meet", .may(.campaignSee, on: .deadline)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let outcome = reader.text("outcome", "办理结果", most: 500)
          try reader.done()
          let (id, mayForOthers) = (try call.id(CampaignDeadline.self), try call.person().may(.campaignRelease))
          try await call.change(.meetDeadline) {
            try Deadlines.meet(id, outcome: outcome, mayForOthers: mayForOthers, $0)
          }
          return .redirect("/deadlines/\(id)")
        } again: { try deadlinePage(call, $1, $0) }
      },
    ]
  }

  private func deadlinePage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, viewer, calendar) = (try call.id(CampaignDeadline.self), try call.person(), law.calendar)
    guard let deadline = try DeadlineStore.find(id, reader) else { throw MissingRecord("项期限") }
    return DeadlinePages.record(
      deadline, history: try LedgerReading.history(of: deadline.ref, reader),
      panels: try call.records.panels(for: deadline.ref, viewer: viewer, reader), viewer, call.today, calendar, state)
  }
}
