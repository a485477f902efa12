internal import Duties
internal import Kit
internal import Offices
internal import Papers
internal import Storage
internal import Web

extension Campaign {
  var guestRoutes: [Route] { guestLists + guestDeeds + invitationRoutes + sheetRoutes }

  private var guestLists: [Route] {
    [
      Route.look("/meetings/:id/guests", .may(.campaignSee, on: .meeting)) { .page(try guestList($0, $1, .empty)) },
      Route.look("/meetings/:id/guests/new", .may(.campaignRelease, on: .meeting)) {
        .page(try guestForm($0, $1, nil))
      },
    ]
  }

  private var guestDeeds: [Route] {
    [
      Route.act("/meetings/:id/guests", .may(.campaignRelease, on: .meeting)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let others = (reader.maybeText("others", "没有账号的人和单位", most: 6000) ?? "")
            .split(whereSeparator: \.isNewline).compactMap { NewGuests.Other(String($0)) }
          try reader.done()
          let accounts = form.values.keys.filter { $0.hasPrefix("people-") }.sorted().flatMap { form.all($0) }
            .compactMap { ID<Account>(text: $0) }
          let (id, new) = (try call.id(Meeting.self), NewGuests(accounts: accounts, others: others))
          try await call.change(.inviteGuests) { [roles] in try Guests.invite(new, to: id, roles: roles, $0) }
          return .redirect("/meetings/\(id)/guests")
        } again: {
          try guestForm(call, $1, $0)
        }
      },
      Route.act("/meetings/:id/arrivals", .may(.campaignRelease, on: .meeting)) { call in
        try await call.submit { form in
          let (id, viewer) = (try call.id(Meeting.self), try call.person())
          let guests = form.all("guests").compactMap { ID<Guest>(text: $0) }
          guard !guests.isEmpty else { throw GuestRefusal.nobody }
          try await call.change(.enterArrivals) { tx in
            for guest in guests {
              guard try Guests.guest(guest, tx).meeting == id else { throw MissingRecord("位参会人") }
              try Guests.arrive(guest, by: viewer, tx)
            }
          }
          return .redirect("/meetings/\(id)/guests")
        } again: {
          try guestList(call, $1, $0)
        }
      },
      Route.act("/meetings/:id/material", .may(.campaignRelease, on: .meeting), body: GuestPart.limit) { call in
        try await call.submit { form in
          let (id, attachments) = (try call.id(Meeting.self), call.database.attachments)
          let files = FormReader(form).files("files")
          try await call.change(.addMaterial) { try Guests.addMaterial(files, to: id, into: attachments, $0) }
          return .redirect("/meetings/\(id)")
        } again: {
          try meetingPage(call, $1, $0)
        }
      },
    ]
  }

  /// Whoever may see the duty may see the invitation: a guest needs no right on campaigns.
  private var invitationRoutes: [Route] {
    [
      Route.look("/invitations/:id", .may(.dutySee, on: .guest)) { .page(try invitationPage($0, $1, .empty)) },
      Route.act("/invitations/:id/sign", .may(.dutySee, on: .guest)) { call in
        try await call.submit { _ in
          let (id, viewer) = (try call.id(Guest.self), try call.person())
          try await call.change(.signIn) { try Guests.arrive(id, by: viewer, $0) }
          return .redirect("/invitations/\(id)")
        } again: {
          try invitationPage(call, $1, $0)
        }
      },
      Route.act("/invitations/:id/excuse", .may(.dutySee, on: .guest)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let reason = reader.text("reason", "不能到会的理由", most: 200)
          try reader.done()
          let (id, viewer) = (try call.id(Guest.self), try call.person())
          try await call.change(.excuseGuest) { try Guests.excuse(id, because: reason, by: viewer, $0) }
          return .redirect("/invitations/\(id)")
        } again: {
          try invitationPage(call, $1, $0)
        }
      },
      Route.act("/invitations/:id/undo", .may(.campaignRelease, on: .guest)) { call in
        try await call.submit { _ in
          let id = try call.id(Guest.self)
          try await call.change(.undoArrival) { try Guests.undo(id, $0) }
          return .redirect("/invitations/\(id)")
        } again: {
          try invitationPage(call, $1, $0)
        }
      },
    ]
  }

  private var sheetRoutes: [Route] {
    [
      Route.look("/meetings/:id/sign-in/print", .may(.campaignSee, on: .meeting)) { call, reader in
        let back = Link("/meetings/\(try call.id(Meeting.self))/guests").text
        let page = PaperPage(.a4, stylesheet: Assets.link("paper.css").text, ways: [.init("返回", back)])
        return .sheet(page.html(try signInPaper(call, reader)))
      },
      Route.look("/meetings/:id/sign-in/word", .may(.campaignSee, on: .meeting)) { call, reader in
        let bytes = try WordPaper.bytes(signInPaper(call, reader))
        return .file(bytes: bytes, name: "会议签到表 \(call.today.iso).docx", type: WordPaper.type)
      },
      Route.look("/meetings/:id/sign-in.xlsx", .may(.campaignSee, on: .meeting)) { call, reader in
        .file(
          bytes: try signInSheet(call, reader).workbook(in: call.database.folder),
          name: "会议签到表 \(call.today.iso).xlsx",
          type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      },
    ]
  }

  private func signInSheet(_ call: Call, _ reader: Reader) throws -> SignInSheet {
    let meeting = try Guests.found(try call.id(), reader)
    return SignInSheet(meeting: meeting, guests: try GuestStore.all(of: meeting.id, reader), today: call.today)
  }

  private func signInPaper(_ call: Call, _ reader: Reader) throws -> PaperDocument {
    guard let template = papers[SignInSheet.template] else { throw MissingRecord("种文书") }
    let agency = try Offices.person(ID(call.person().account), reader)?.agencyName
    return try signInSheet(call, reader).document(template, agency: agency)
  }

  /// For the page of a meeting.
  func guestPart(_ meeting: MeetingRecord, _ call: Call, _ reader: Reader) throws -> GuestPart {
    let viewer = try call.person()
    return GuestPart(
      meeting: meeting, counts: try GuestStore.counts(of: meeting.id, reader),
      material: try call.database.attachments.list(of: meeting.ref, reader),
      own: try GuestStore.all(of: meeting.id, reader).first { $0.isOf(viewer) }, mayWork: viewer.may(.campaignRelease),
      today: call.today)
  }

  private func guestList(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (meeting, viewer) = (try Guests.found(try call.id(), reader), try call.person())
    let listing = Listing(
      call, base: "/meetings/\(meeting.id)/guests", sorts: ["body"], descending: false, filters: ["state"])
    let group = listing.filter("state").flatMap { GuestGroup(rawValue: $0) }
    let counts = try GuestStore.counts(of: meeting.id, reader)
    let guests = try GuestStore.list(
      of: meeting.id, group, limit: Listing.size, offset: listing.offset, reader)
    return GuestListPages(
      meeting: meeting, guests: guests,
      listing: listing.counting(group.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)), counts: counts,
      links: try call.records.links(guests.map(\.ref), for: viewer, reader), mayWork: viewer.may(.campaignRelease),
      today: call.today
    ).page(state)
  }

  /// As it begins the first time: the leading group, its office, the liaisons and who is seconded are chosen.
  private func guestForm(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let meeting = try Guests.found(try call.id(), reader)
    let there = try GuestStore.all(of: meeting.id, reader)
    let people = try Guests.able(in: meeting.county, roles: roles, reader)
      .filter { person in !there.contains { $0.account == person.id } }
    let form = GuestForm(meeting: meeting, people: people)
    if let state { return form.page(state) }
    guard there.isEmpty else { return form.page(.empty) }
    let members = try MemberStore.all(of: meeting.campaign, reader).filter { $0.until == nil }
    let seconded = try SecondmentStore.accounts(of: meeting.campaign, reader)
    let chosen = people.filter { person in
      seconded.contains(person.id) || members.contains { $0.account == person.id }
    }
    let others = members.filter { $0.account == nil }.map { "\($0.body)　\($0.name)　\($0.post)" }
    return form.page(
      .filled(
        chosen.map { (GuestForm.field($0.agency), $0.id.text) } + [("others", others.joined(separator: "\n"))]))
  }

  func invitationPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let guest = try Guests.guest(try call.id(), reader)
    let meeting = try Guests.found(guest.meeting, reader)
    // Of somebody without an account nothing is shared: the office reads what lies on the meeting.
    let owner = guest.account == nil ? meeting.ref : guest.ref
    return InvitationPages(
      guest: guest, meeting: meeting, kind: meetingKinds[meeting.kind]?.title ?? "",
      material: try call.database.attachments.list(of: owner, reader),
      history: try LedgerReading.history(of: guest.ref, reader), isTold: try Moving.isToldOf(guest, reader),
      viewer: try call.person(), today: call.today
    ).page(state)
  }
}
