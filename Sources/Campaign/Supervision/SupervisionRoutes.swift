internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var supervisionRoutes: [Route] {
    [
      Route.look("/campaigns/:id/supervisions", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        return .page(
          SupervisionListPages.list(
            campaign, try SupervisionStore.all(of: campaign.id, reader),
            Dictionary(grouping: try FindingStore.ofCampaign(campaign.id, reader), by: \.visit),
            mayPlan: try call.person().may(.campaignSupervise), today: call.today))
      },
      Route.look("/campaigns/:id/supervisions/new", .may(.campaignSupervise, on: .campaign)) { call, reader in
        .page(try supervisionForm(call, reader, .empty))
      },
      Route.act("/campaigns/:id/supervisions", .may(.campaignSupervise, on: .campaign)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let new = NewSupervision(
            unit: reader.id("unit", "被督导的单位"), on: reader.date("on", "日期"),
            visitors: reader.text("visitors", "督导人员", most: 500), subject: reader.text("subject", "看什么", most: 1000))
          try reader.done()
          let (id, asker) = (try call.id(CampaignRecord.self), try call.person())
          let visit = try await call.change(.planSupervision) { [roles] in
            try Supervisions.plan(new, of: try find(id, $0), by: asker, roles: roles, $0)
          }
          return .redirect("/supervisions/\(visit)")
        } again: {
          try supervisionForm(call, $1, $0)
        }
      },
    ] + oneSupervision + findingRoutes
  }

  private var oneSupervision: [Route] {
    [
      Route.look("/supervisions/:id", .may(.campaignSee, on: .supervision)) {
        .page(try supervisionPage($0, $1, .empty))
      },
      Route.act("/supervisions/:id/record", .may(.campaignSupervise, on: .supervision)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let summary = reader.text("summary", "看到的情况", most: 5000)
          try reader.done()
          let (id, viewer) = (try call.id(Supervision.self), try call.person())
          try await call.change(.recordSupervision) { try Supervisions.record(id, summary: summary, by: viewer, $0) }
          return .redirect("/supervisions/\(id)")
        } again: {
          try supervisionPage(call, $1, $0)
        }
      },
      Route.act("/supervisions/:id/findings", .may(.campaignSupervise, on: .supervision)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let new = NewFinding(
            text: reader.text("text", "问题", most: 500), owner: reader.id("owner", "由谁答复"),
            due: reader.date("due", "哪天以前答复"))
          try reader.done()
          let (id, viewer) = (try call.id(Supervision.self), try call.person())
          try await call.change(.addFinding) { [roles] in
            try Supervisions.find(id, new, by: viewer, roles: roles, $0)
          }
          return .redirect("/supervisions/\(id)")
        } again: {
          try supervisionPage(call, $1, $0)
        }
      },
    ]
  }

  private var findingRoutes: [Route] {
    [
      Route.look("/findings/:id", .may(.campaignSee, on: .finding)) { .page(try findingPage($0, $1, .empty)) },
      findingSteps.step("/findings/:id/answer", .answerFinding, by: .campaignSee) { form, call in
        let reader = FormReader(form)
        let words = reader.text("answer", "怎样整改的", most: 2000)
        try reader.done()
        let viewer = try call.person()
        return { id, tx in try Findings.answer(id, words, by: viewer, tx) }
      },
      findingSteps.press("/findings/:id/accept", .acceptFinding, by: .campaignSupervise) {
        try Findings.accept($0, by: $1, $2)
      },
      findingSteps.handOn("/findings/:id/reassign", .reassignFinding, by: .campaignSupervise) {
        [roles] id, owner, viewer, tx in
        try Findings.reassign(id, to: owner, by: viewer, roles: roles, tx)
      },
      findingSteps.giveBack("/findings/:id/return", .returnFinding, by: .campaignSupervise, again: Findings.again) {
        [roles] id, reason, due, viewer, tx in
        try Findings.giveBack(id, reason: reason, due: due, by: viewer, roles: roles, tx)
      },
    ]
  }

  private var findingSteps: RecordSteps<SupervisionFinding> {
    RecordSteps(on: .finding, at: { "/findings/\($0)" }) { try findingPage($0, $1, $2) }
  }

  private func supervisionForm(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let units = try Supervisions.units(below: call.person(), in: campaign.county, roles: roles, reader)
    return SupervisionListPages.form(campaign, units, state)
  }

  private func supervisionPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let visit = try SupervisionStore.find(try call.id(), reader) else { throw MissingRecord("次督导检查") }
    let duties = try Duties.ofCampaign(visit.campaign.value, reader).filter { $0.kind == Findings.duty }
    let viewer = try call.person()
    let findings = try FindingStore.all(of: visit.id, reader)
    return SupervisionPages(
      visit: visit, findings: findings,
      duties: Dictionary(duties.map { ($0.subject.number, $0) }) { first, _ in first },
      owners: try Duties.owners(Findings.duty, on: .finding, among: findings.map(\.id.value), reader),
      people: try Supervisions.people(of: visit, roles: roles, reader),
      history: try LedgerReading.history(of: visit.ref, reader),
      mayWork: try viewer.may(.campaignSupervise) && Supervisions.mayJudge(visit, viewer, reader),
      hasEnded: try ClosingStore.end(of: visit.campaign, reader) != nil, calendar: law.calendar, today: call.today
    ).page(state)
  }

  private func findingPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let finding = try FindingStore.find(try call.id(), reader),
      let visit = try SupervisionStore.find(finding.visit, reader)
    else { throw MissingRecord("个督导问题") }
    let viewer = try call.person()
    return FindingPages(
      finding: finding, visit: visit, rounds: try FindingStore.rounds(of: finding.id, reader),
      duty: try Duties.waiting(on: finding.ref, reader).first,
      people: try Supervisions.people(of: visit, roles: roles, reader),
      history: try LedgerReading.history(of: finding.ref, reader), viewer: viewer,
      mayJudge: try viewer.may(.campaignSupervise) && Supervisions.mayJudge(visit, viewer, reader),
      hasEnded: try ClosingStore.end(of: visit.campaign, reader) != nil, calendar: law.calendar, today: call.today
    ).page(state)
  }
}
