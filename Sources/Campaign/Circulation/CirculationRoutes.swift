internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Papers
internal import Storage
internal import Web

extension Campaign {
  var circulationRoutes: [Route] { sendingRoutes + copyRoutes + copyDeeds }

  private var sendingRoutes: [Route] {
    [
      Route.look("/campaigns/:id/copies", .may(.campaignSee, on: .campaign)) { .page(try copyList($0, $1)) },
      Route.look("/briefings/:id/send", .may(.campaignRelease, on: .briefing)) { .page(try sendForm($0, $1, nil)) },
      Route.act("/briefings/:id/send", .may(.campaignRelease, on: .briefing)) { call in
        let people = try await call.read { reader in
          try Circulation.receivers(call.person(), in: readable(call, reader).county, roles: roles, reader)
        }
        return try await call.submit { form in
          let reader = FormReader(form)
          let new = NewCirculation(
            due: reader.date("due", "哪天以前签收"),
            owners: FilingForm.agencies(people).compactMap { reader.maybeID(FilingForm.field($0.id)) })
          try reader.done()
          let (id, sender) = (try call.id(Briefing.self), try call.person())
          let campaign = try await call.change(.sendBriefing) { [roles] tx in
            let paper = try readable(call, tx)
            try Circulation.send(paper, new, by: sender, roles: roles, tx)
            return paper.campaign
          }
          return .redirect(CirculationListPages.address(campaign, paper: id))
        } again: {
          try sendForm(call, $1, $0)
        }
      },
    ]
  }

  /// Whoever may see the duty may see the copy: a receiver needs no right on campaigns.
  private var copyRoutes: [Route] {
    [
      Route.look("/copies/:id", .may(.dutySee, on: .sentCopy)) { .page(try copyPage($0, $1, .empty)) },
      Route.look("/copies/:id/print", .may(.dutySee, on: .sentCopy)) { call, reader in
        let copy = try Circulation.found(try call.id(), reader)
        let page = PaperPage(
          .a4, stylesheet: Assets.link("paper.css").text, ways: [.init("返回", Link("/copies/\(copy.id)").text)])
        return .sheet(page.html(try document(paper(of: copy, reader), reader)))
      },
      Route.look("/copies/:id/word", .may(.dutySee, on: .sentCopy)) { call, reader in
        let document = try document(paper(of: Circulation.found(try call.id(), reader), reader), reader)
        let name = [document.number, document.title].compactMap { $0 }.joined(separator: " ")
        return .file(bytes: try WordPaper.bytes(document), name: "\(name).docx", type: WordPaper.type)
      },
    ]
  }

  private var copyDeeds: [Route] {
    [
      copySteps.press("/copies/:id/sign", .signCopy, by: .dutySee) { try Circulation.sign($0, by: $1, $2) },
      copySteps.press("/copies/:id/known", .knowCopy, by: .dutySee) { try Circulation.know($0, by: $1, $2) },
      copySteps.handOn("/copies/:id/reassign", .reassignCopy, by: .campaignRelease) { [roles] id, owner, _, tx in
        try Circulation.reassign(id, to: owner, roles: roles, tx)
      },
    ]
  }

  private var copySteps: RecordSteps<SentCopy> {
    RecordSteps(on: .sentCopy, at: { "/copies/\($0)" }) { try copyPage($0, $1, $2) }
  }

  private func paper(of copy: CopyRecord, _ reader: Reader) throws -> BriefingRecord {
    guard let paper = try BriefingStore.find(copy.briefing, reader) else { throw MissingRecord("份整治办文书") }
    return paper
  }

  private func copyPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let copy = try Circulation.found(try call.id(), reader)
    let paper = try paper(of: copy, reader)
    let successor = try CirculationStore.successor(of: paper.id, reader).map { next in
      (number: next.number, copy: try CirculationStore.find(next.id, of: copy.agency, reader)?.id)
    }
    return CopyPages(
      copy: copy, paper: paper, template: try template(paper.kind),
      duty: try Duties.waiting(on: copy.ref, reader).first { Circulation.kinds.contains($0.kind) },
      successor: successor,
      people: try Circulation.able(in: copy.county, roles: roles, reader).filter { $0.agency == copy.agency },
      history: try LedgerReading.history(of: copy.ref, reader), viewer: try call.person(), calendar: law.calendar,
      today: call.today
    ).page(state)
  }

  private func copyList(_ call: Call, _ reader: Reader) throws -> Page {
    let (campaign, viewer) = (try find(try call.id(), reader), try call.person())
    let listing = Listing(
      call, base: "/campaigns/\(campaign.id)/copies", sorts: ["due"], descending: true, filters: ["state", "paper"])
    let paper = try listing.filter("paper").flatMap { ID<Briefing>(text: $0) }
      .flatMap { try BriefingStore.find($0, reader) }
      .flatMap { $0.campaign == campaign.id && $0.kind != .demand ? $0 : nil }
    let group = listing.filter("state").flatMap { CopyGroup(rawValue: $0) }
    let counts = try CirculationStore.counts(of: campaign.id, paper: paper?.id, reader)
    let copies = try CirculationStore.list(
      of: campaign.id, paper: paper?.id, group, limit: Listing.size, offset: listing.offset, reader)
    let duties = try Duties.ofCampaign(campaign.id.value, reader).filter { Circulation.kinds.contains($0.kind) }
    return CirculationListPages(
      campaign: campaign, paper: paper, copies: copies,
      listing: listing.counting(group.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)), counts: counts,
      duties: Dictionary(duties.map { ($0.subject.number, $0) }) { first, _ in first },
      owners: try Offices.names(of: copies.map(\.owner.value), reader),
      titles: try DutyTitles(copies.map(\.ref), for: viewer, call.records, reader),
      links: try call.records.links(copies.map(\.ref), for: viewer, reader),
      maySend: viewer.may(.campaignRelease), mayPress: viewer.may(Permission("duty.demand")), calendar: law.calendar,
      today: call.today
    ).page
  }

  /// As it begins: the liaison of each body is chosen, or with `all` somebody of every body.
  private func sendForm(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let paper = try readable(call, reader)
    _ = try Circulation.sendable(paper)
    let copies = try CirculationStore.all(of: paper.id, reader)
    let had = Set(copies.map(\.agency))
    let people = try Circulation.receivers(call.person(), in: paper.county, roles: roles, reader)
      .filter { !had.contains($0.agency) }
    let liaisons = try MemberStore.all(of: paper.campaign, reader).filter { $0.part == .liaison && $0.until == nil }
    let reached = Set(copies.map(\.agencyName) + people.map(\.agencyName))
    let form = CirculationForm(
      paper: paper, people: people,
      offline: liaisons.filter { $0.account == nil && !reached.contains($0.body) }, had: copies.map(\.agencyName))
    if let state { return form.page(state) }
    let due = law.calendar.adding(workdays: Circulation.usualWorkdays, to: call.today).date
    let chosen = FilingForm.agencies(people).compactMap { agency -> (String, String?)? in
      let liaison = agency.people.first { person in liaisons.contains { $0.account == person.id } }
      let person = liaison ?? (call.asked("all") == nil ? nil : agency.people.first)
      return person.map { (FilingForm.field(agency.id), $0.id.text) }
    }
    return form.page(.filled([("due", due.iso)] + chosen))
  }
}
