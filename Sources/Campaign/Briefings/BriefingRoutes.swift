internal import Duties
internal import Kit
internal import Offices
internal import Papers
internal import Storage
internal import Web

extension Campaign {
  var briefingRoutes: [Route] { briefingLists + oneBriefing + issuedBriefing + voidBriefing }

  private var briefingLists: [Route] {
    [
      Route.look("/campaigns/:id/briefings", .may(.campaignSee, on: .campaign)) { call, reader in
        .page(try briefingList(call, reader))
      },
      Route.look("/campaigns/:id/briefings/new", .may(.campaignRelease, on: .campaign)) { call, reader in
        .page(try freshBriefing(call, reader, nil))
      },
      Route.act("/campaigns/:id/briefings", .may(.campaignRelease, on: .campaign)) { call in
        try await call.submit { form in
          let (kind, about) = try kind(form.value("kind"), form.value("about"))
          let new = NewBriefing(kind: kind, about: about, typing: typing(try template(kind), form))
          let (id, viewer) = (try call.id(CampaignRecord.self), try call.person())
          let briefing = try await call.change(.draftBriefing) { tx in
            let campaign = try find(id, tx)
            // The record that it is about has to be there, and to be seen by whoever writes of it.
            if !kind.alwaysNeedsApproval { _ = try start(kind, about: about, of: campaign, tx) }
            guard try mayRead(kind, about, viewer, tx) else { throw BriefingRefusal.nothingAbout }
            return try draft(new, of: campaign, tx)
          }
          return .redirect("/briefings/\(briefing)")
        } again: {
          try freshBriefing(call, $1, $0)
        }
      },
    ]
  }

  private var oneBriefing: [Route] {
    [
      Route.look("/briefings/:id", .may(.campaignSee, on: .briefing)) { .page(try briefingPage($0, $1, .empty)) },
      Route.look("/briefings/:id/edit", .may(.campaignRelease, on: .briefing)) { .page(try editBriefing($0, $1, nil)) },
      Route.act("/briefings/:id/edit", .may(.campaignRelease, on: .briefing)) { call in
        let record = try await call.read { try readable(call, $0) }
        return try await call.submit { form in
          let typing = typing(try template(record.kind), form)
          try await call.change(.editBriefing) { try redraft(record.id, typing, $0) }
          return .redirect("/briefings/\(record.id)")
        } again: {
          try editBriefing(call, $1, $0)
        }
      },
      Route.act("/briefings/:id/submit", .may(.campaignRelease, on: .briefing)) { call in
        try await call.submit { form in
          let id = try call.id(Briefing.self)
          try await ask(call, form, .submitBriefing) { reader in
            let record = try open(id, reader)
            guard try needsApproval(record, reader) else { throw BriefingRefusal.needsNone }
            _ = try template(record.kind).answers(record.typing)
            return try record.matter(reader)
          }
          return .redirect("/briefings/\(id)")
        } again: {
          try briefingPage(call, $1, $0)
        }
      },
      Route.act("/briefings/:id/approve", .may(.campaignApprove, on: .briefing)) { call in
        let id = try await call.read { try readable(call, $0).id }
        return try await call.submit { form in
          try await decide(call, form, .approveBriefing) { try open(id, $0).matter($0) }
          // A demand is gone for him with his answer, where he may not see the duty.
          let mayStay = try await call.read { reader in
            let record = try BriefingStore.find(id, reader)
            return try record.map { try mayRead($0.kind, $0.about, try call.person(), reader) } == true
          }
          return .redirect(mayStay ? "/briefings/\(id)" : "/today")
        } again: {
          try briefingPage(call, $1, $0)
        }
      },
      Route.act("/briefings/:id/issue", .may(.campaignRelease, on: .briefing)) { call in
        let record = try await call.read { try readable(call, $0) }
        return try await call.submit { _ in
          try await call.change(.issueBriefing) { try issue(record.id, $0) }
          return .redirect("/briefings/\(record.id)")
        } again: {
          try briefingPage(call, $1, $0)
        }
      },
    ]
  }

  private var issuedBriefing: [Route] {
    [
      Route.look("/briefings/:id/print", .may(.campaignSee, on: .briefing)) { call, reader in
        let record = try readable(call, reader)
        let page = PaperPage(
          .a4, stylesheet: Assets.link("paper.css").text, ways: [.init("返回", Link("/briefings/\(record.id)").text)])
        return .sheet(page.html(try document(record, reader)))
      },
      Route.look("/briefings/:id/word", .may(.campaignSee, on: .briefing)) { call, reader in
        let document = try document(try readable(call, reader), reader)
        let name = [document.number, document.title].compactMap { $0 }.joined(separator: " ")
        return .file(bytes: try WordPaper.bytes(document), name: "\(name).docx", type: WordPaper.type)
      },
    ]
  }

  private var voidBriefing: [Route] {
    [
      Route.act("/briefings/:id/discard", .may(.campaignRelease, on: .briefing)) { call in
        let record = try await call.read { try readable(call, $0) }
        return try await call.submit { _ in
          try await call.change(.discardBriefing) { try discard(record.id, $0) }
          return .redirect("/briefings/\(record.id)")
        } again: {
          try briefingPage(call, $1, $0)
        }
      },
      Route.act("/briefings/:id/withdraw", .may(.campaignRelease, on: .briefing)) { call in
        let record = try await call.read { try readable(call, $0) }
        return try await call.submit { form in
          let reader = FormReader(form)
          let reason = reader.text("reason", "作废的理由", most: 300)
          let successor: ID<Briefing>? = reader.maybeID("successor")
          try reader.done()
          try await call.change(.withdrawBriefing) {
            try withdraw(record.id, because: reason, successor: successor, $0)
          }
          return .redirect("/briefings/\(record.id)")
        } again: {
          try briefingPage(call, $1, $0)
        }
      },
    ]
  }

  /// What a demand wants may name people: it is read by whoever may see the duty.
  private func mayRead(_ kind: BriefingKind, _ about: Int64?, _ viewer: Viewer, _ reader: Reader) throws -> Bool {
    guard kind == .demand else { return true }
    guard let about, let pressed = try Duties.pressed(ID(about), reader) else { return false }
    return viewer.scope(.dutySee)?.allows(pressed.place) == true
  }

  func readable(_ call: Call, _ reader: Reader) throws -> BriefingRecord {
    guard let record = try BriefingStore.find(try call.id(), reader),
      try mayRead(record.kind, record.about, try call.person(), reader) || isAsked(record, try call.person(), reader)
    else { throw MissingRecord("份整治办文书") }
    return record
  }

  /// Whoever has to approve it reads it, as long as his answer waits.
  private func isAsked(_ record: BriefingRecord, _ viewer: Viewer, _ reader: Reader) throws -> Bool {
    guard let last = try ApprovalStore.all(of: record.ref, reader).last, last.decision == nil else { return false }
    return viewer.accounts.contains(last.approver)
  }

  private func kind(_ kind: String?, _ about: String?) throws -> (BriefingKind, Int64?) {
    guard let kind = kind.flatMap(BriefingKind.init) else { throw BriefingRefusal.noKind }
    return (kind, about.flatMap { ID<Briefing>(text: $0)?.value })
  }

  private func typing(_ template: PaperTemplate, _ form: Form) -> PaperTyping {
    PaperTyping(texts: Dictionary(template.asks.map { ($0.key, form.value($0.key) ?? "") }) { first, _ in first })
  }

  private func briefingList(_ call: Call, _ reader: Reader) throws -> Page {
    let (campaign, viewer) = (try find(try call.id(), reader), try call.person())
    let listing = Listing(
      call, base: "/campaigns/\(campaign.id)/briefings", sorts: ["made"], descending: true, filters: [])
    let mayWork = viewer.may(.campaignRelease)
    let (total, all) = try BriefingStore.list(of: campaign.id, listing, duties: viewer.scope(.dutySee), reader)
    let asked = try ApprovalStore.all(.briefing, among: all.filter { $0.issue == nil }.map(\.id.value), reader)
    return BriefingListPages(
      campaign: campaign, briefings: all,
      standings: Dictionary(
        all.filter { $0.issue == nil }.map { ($0.id, ApprovalStanding(asked[$0.id.value] ?? [], digest: $0.digest)) }
      ) { first, _ in first },
      listing: listing.counting(total),
      pressed: mayWork
        ? try Duties.pressed(inCampaign: campaign.id.value, reader)
          .filter { viewer.scope(.dutySee)?.allows($0.place) == true } : [],
      meetings: mayWork ? try MeetingStore.all(of: campaign.id, reader).filter(\.isHeld) : [], mayWork: mayWork,
      chat: try viewer.maySendChat
        ? chat(campaign, figuresNow(campaign, reader), coverage(of: campaign, reader), for: viewer, reader) : .none,
      today: call.today
    ).page
  }

  /// `state` nil for a fresh form.
  private func freshBriefing(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let (kind, about) = try kind(
      state?.value("kind") ?? call.asked("kind"), state?.value("about") ?? call.asked("about"))
    guard try mayRead(kind, about, try call.person(), reader) else { throw MissingRecord("项待办") }
    let start = try state ?? .filled(start(kind, about: about, of: campaign, reader).map { ($0.key, $0.value) })
    return BriefingPages.form(
      try template(kind), kind, about: about, crumbs: crumbs(campaign.id, campaign.title),
      action: "/campaigns/\(campaign.id)/briefings", start)
  }

  private func editBriefing(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let record = try readable(call, reader)
    guard record.issue == nil else { throw BriefingRefusal.issued }
    guard record.void == nil else { throw BriefingRefusal.void }
    let start = FormState.filled(record.typing.texts.map { ($0.key, $0.value) })
    return BriefingPages.form(
      try template(record.kind), record.kind, about: nil, crumbs: crumbs(record.campaign, record.campaignTitle),
      action: "/briefings/\(record.id)/edit", state ?? start)
  }

  private func briefingPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let record = try readable(call, reader)
    return BriefingPages(
      record: record, template: try template(record.kind),
      needsApproval: try record.issue == nil && record.void == nil && needsApproval(record, reader),
      approval: try approval(try record.matter(reader), base: "/briefings/\(record.id)", call, reader),
      history: try LedgerReading.history(of: record.ref, reader), mayWork: try call.person().may(.campaignRelease),
      crumbs: crumbs(record.campaign, record.campaignTitle), chat: try chat(record, for: call.person(), reader),
      sent: try CirculationStore.counts(of: record.campaign, paper: record.id, reader),
      successor: try CirculationStore.successor(of: record.id, reader),
      successors: try record.issue == nil || record.void != nil
        ? [] : CirculationStore.sendable(of: record.campaign, besides: record.id, reader),
      today: call.today
    ).page(state)
  }

  private func crumbs(_ id: ID<CampaignRecord>, _ title: String) -> [(String, Link)] {
    [("专项行动", "/campaigns"), (title, "/campaigns/\(id)"), ("简报和文书", "/campaigns/\(id)/briefings")]
  }
}
