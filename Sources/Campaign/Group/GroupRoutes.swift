internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var groupRoutes: [Route] {
    [
      Route.look("/campaigns/:id/group", .may(.campaignSee, on: .campaign)) { .page(try groupPage($0, $1, .empty)) },
      Route.act("/campaigns/:id/group", .may(.campaignRelease, on: .campaign)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let part = reader.choice("part", "担任什么", MemberPart.self)
          let draft = PersonDraft(reader)
          try reader.done()
          let id = try call.id(CampaignRecord.self)
          try await call.change(.addMember) {
            let new = NewMember(part: part ?? .member, person: try draft.person(body: nil, $0))
            _ = try Members.add(new, to: try find(id, $0), $0)
          }
          return .redirect("/campaigns/\(id)/group")
        } again: {
          try groupPage(call, $1, $0)
        }
      },
      Route.look("/members/:id", .may(.campaignSee, on: .member)) { .page(try memberPage($0, $1, .empty)) },
      Route.act("/members/:id/hand-over", .may(.campaignRelease, on: .member)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let draft = PersonDraft(reader)
          try reader.done()
          let id = try call.id(Member.self)
          let heir = try await call.change(.handOverMember) { [roles] in
            guard let member = try MemberStore.find(id, $0) else { throw MissingRecord("位组成人员") }
            return try Members.handOver(id, to: try draft.person(body: member.body, $0), roles: roles, $0)
          }
          return .redirect("/members/\(heir)")
        } again: {
          try memberPage(call, $1, $0)
        }
      },
      Route.act("/members/:id/end", .may(.campaignRelease, on: .member)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let day = reader.date("until", "从哪天起不再担任")
          try reader.done()
          let id = try call.id(Member.self)
          try await call.change(.endMember) { try Members.end(id, on: day, $0) }
          return .redirect("/members/\(id)")
        } again: {
          try memberPage(call, $1, $0)
        }
      },
    ]
  }

  func organisation(of id: ID<CampaignRecord>, _ reader: Reader) throws -> OrganisationPart {
    var filings: [FilingGroup: Int64] = [:]
    for group in FilingGroup.allCases { filings[group] = try FilingStore.count(of: id, group, reader) }
    return OrganisationPart(
      members: try MemberStore.all(of: id, reader).filter { $0.until == nil }, filings: filings,
      supervised: try SupervisionStore.held(of: id, reader),
      copies: try CirculationStore.counts(of: id, paper: nil, reader),
      mechanisms: try MechanismStore.counts(of: id, reader),
      seconded: try SecondmentStore.counts(of: id, reader),
      placards: try Placards.standing(inCampaign: id.value, reader),
      assessment: try AssessmentStore.standing(of: id, reader))
  }

  private func groupPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let campaign = try find(try call.id(), reader)
    return GroupPages(
      campaign: campaign, members: try MemberStore.all(of: campaign.id, reader),
      people: try Offices.people(in: campaign.county, holding: .campaignSee, roles: roles, reader),
      mayWork: try call.person().may(.campaignRelease), today: call.today
    ).page(state)
  }

  private func memberPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let member = try MemberStore.find(try call.id(), reader) else { throw MissingRecord("位组成人员") }
    return MemberPages(
      member: member, line: Succession.line(of: member, in: try MemberStore.all(of: member.campaign, reader)),
      people: try Offices.people(in: member.county, holding: .campaignSee, roles: roles, reader),
      history: try LedgerReading.history(of: member.ref, reader),
      mayWork: try call.person().may(.campaignRelease) && ClosingStore.end(of: member.campaign, reader) == nil,
      today: call.today
    ).page(state)
  }
}

/// A person as a form tells him: name and body may come from the account that was chosen.
private struct PersonDraft: Sendable {
  private let name, post, body, telephone: String?
  private let account: ID<Account>?
  private let since: CivilDate
  private let document: String

  init(_ reader: FormReader) {
    name = reader.maybeText("name", "姓名", most: 40)
    post = reader.maybeText("post", "职务", most: 60)
    body = reader.maybeText("body", "单位", most: 60)
    telephone = reader.maybeText("telephone", "电话", most: 30)
    account = reader.maybeID("account")
    since = reader.date("since", "从哪天起")
    document = reader.text("document", "依据的文件", most: 120)
  }

  /// `former`: the body of the one who hands over, where the form names none.
  func person(body former: String?, _ reader: Reader) throws -> NewPerson {
    let known = try account.flatMap { try Offices.person($0, reader) }
    guard let name = name ?? known?.name, let body = body ?? known?.agencyName ?? former else {
      throw MemberRefusal.noName
    }
    return NewPerson(
      name: name, post: post ?? known?.post ?? "", body: body, telephone: telephone ?? "", account: account,
      since: since, document: document)
  }
}
