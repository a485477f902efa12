internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var meetingRoutes: [Route] {
    [
      Route.look("/campaigns/:id/meetings", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        return .page(
          MeetingListPages.list(
            campaign, try MeetingStore.all(of: campaign.id, reader), try MeetingStore.counts(of: campaign.id, reader),
            try GuestStore.counts(of: campaign.id, reader),
            kinds: meetingKinds, mayConvene: try call.person().may(.campaignRelease), today: call.today))
      },
      Route.look("/campaigns/:id/meetings/new", .may(.campaignRelease, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        let kind = try meetingKind(call.asked("kind"))
        return .page(MeetingListPages.form(campaign, kind, meetingKinds, try start(campaign, kind, reader)))
      },
      Route.act("/campaigns/:id/meetings", .may(.campaignRelease, on: .campaign)) { call in
        try await call.submit { form in
          let new = try newMeeting(FormReader(form))
          let id = try call.id(CampaignRecord.self)
          let meeting = try await call.change(.conveneMeeting) { try Meetings.convene(new, of: try find(id, $0), $0) }
          return .redirect("/meetings/\(meeting)")
        } again: {
          MeetingListPages.form(try find(try call.id(), $1), try meetingKind($0.form.value("kind")), meetingKinds, $0)
        }
      },
    ] + oneMeeting + movingRoutes + resolutionRoutes
  }

  private var oneMeeting: [Route] {
    [
      Route.look("/meetings/:id", .may(.campaignSee, on: .meeting)) { .page(try meetingPage($0, $1, .empty)) },
      Route.act("/meetings/:id/minutes", .may(.campaignRelease, on: .meeting)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let attendance = reader.text("attendance", "到会的单位和人员", most: 3000)
          let minutes = reader.text("minutes", "纪要", most: 20_000)
          try reader.done()
          let id = try call.id(Meeting.self)
          try await call.change(.writeMinutes) {
            try Meetings.record(id, attendance: attendance, minutes: minutes, $0)
          }
          return .redirect("/meetings/\(id)")
        } again: {
          try meetingPage(call, $1, $0)
        }
      },
      Route.act("/meetings/:id/resolutions", .may(.campaignRelease, on: .meeting)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let new = NewResolution(
            text: reader.text("text", "决议事项", most: 500), owner: reader.id("owner", "责任人"),
            due: reader.date("due", "哪天以前办结"))
          try reader.done()
          let id = try call.id(Meeting.self)
          try await call.change(.resolveMeeting) { [roles] in try Meetings.resolve(id, new, roles: roles, $0) }
          return .redirect("/meetings/\(id)")
        } again: {
          try meetingPage(call, $1, $0)
        }
      },
    ]
  }

  private var resolutionRoutes: [Route] {
    [
      Route.look("/resolutions/:id", .may(.campaignSee, on: .resolution)) { .page(try resolutionPage($0, $1, .empty)) },
      resolutionSteps.step("/resolutions/:id/done", .carryOutResolution, by: .campaignSee) { form, call in
        let reader = FormReader(form)
        let outcome = reader.text("outcome", "办理结果", most: 500)
        try reader.done()
        let viewer = try call.person()
        return { id, tx in try Meetings.carryOut(id, outcome: outcome, by: viewer, tx) }
      },
      resolutionSteps.handOn("/resolutions/:id/reassign", .reassignResolution, by: .campaignRelease) {
        [roles] id, owner, _, tx in
        try Meetings.reassign(id, to: owner, roles: roles, tx)
      },
    ]
  }

  private var resolutionSteps: RecordSteps<Resolution> {
    RecordSteps(on: .resolution, at: { "/resolutions/\($0)" }) { try resolutionPage($0, $1, $2) }
  }

  private func newMeeting(_ reader: FormReader) throws -> NewMeeting {
    let new = NewMeeting(
      kind: try meetingKind(reader.maybeText("kind", "种类")).key,
      title: reader.text("title", "会议名称"), on: reader.date("on", "日期"),
      time: reader.maybeText("time", "几点", most: 20) ?? "", place: reader.text("place", "地点"),
      chair: reader.text("chair", "主持"), agenda: reader.text("agenda", "议程", most: 5000))
    try reader.done()
    return new
  }

  /// The joint meeting where none is named.
  private func meetingKind(_ key: String?) throws -> MeetingKind {
    guard let kind = meetingKinds[key ?? MeetingKinds.joint] else { throw MeetingRefusal.noKind }
    return kind
  }

  /// The form as it begins: the next number, the points of such a meeting, and those that the records give.
  private func start(_ campaign: CampaignSummary, _ kind: MeetingKind, _ reader: Reader) throws -> FormState {
    let agenda = Agenda(
      phases: try CampaignStore.phases(campaign.id, reader),
      ended: Set(try ClosingStore.ends(of: campaign.id, reader).map(\.position)),
      duties: try Duties.ofCampaign(campaign.id.value, reader), coverage: try coverage(of: campaign, reader),
      pace: Pace(campaign, today: reader.today, law.calendar), today: reader.today, calendar: law.calendar)
    let number = try MeetingStore.all(of: campaign.id, reader).count { $0.kind == kind.key && !$0.isCalledOff } + 1
    let text = agenda.text(after: kind.agenda, drawn: kind.drawsRecords).clipped(to: 4900)
    return .filled([("kind", kind.key), ("title", kind.name(campaign.title, number: number)), ("agenda", text)])
  }

  func meetingPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let meeting = try MeetingStore.find(try call.id(), reader) else { throw MissingRecord("次会议") }
    let resolutions = try MeetingStore.resolutions(of: meeting.id, reader)
    var owners: [ID<Resolution>: OpenDuty] = [:]
    for one in resolutions where one.doneAt == nil { owners[one.id] = try Duties.waiting(on: one.ref, reader).first }
    let (people, seconded) = try Secondments.first(
      Offices.people(in: meeting.county, holding: .campaignSee, roles: roles, reader), of: meeting.campaign, reader)
    return MeetingPages(
      meeting: meeting, kind: meetingKinds[meeting.kind]?.title ?? "", resolutions: resolutions, owners: owners,
      people: people, seconded: seconded,
      guests: try guestPart(meeting, call, reader),
      came: try GuestStore.list(of: meeting.id, .arrived, limit: 200, offset: 0, reader),
      history: try LedgerReading.history(of: meeting.ref, reader), mayWork: try call.person().may(.campaignRelease),
      sendsChat: try call.person().maySendChat, calendar: law.calendar, today: call.today
    ).page(state)
  }

  private func resolutionPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let viewer = try call.person()
    guard let resolution = try MeetingStore.resolution(try call.id(), reader) else { throw MissingRecord("项决议") }
    let duty = try Duties.waiting(on: resolution.ref, reader).first
    let mayCarryOut = viewer.may(.campaignRelease) || duty.map { viewer.accounts.contains($0.owner.value) } == true
    let people = viewer.may(.campaignRelease) ? try Reassigning.able(in: resolution.county, roles: roles, reader) : []
    return ResolutionPages.page(
      resolution, duty, people: people, history: try LedgerReading.history(of: resolution.ref, reader),
      mayCarryOut: mayCarryOut,
      today: call.today, law.calendar, state)
  }
}
