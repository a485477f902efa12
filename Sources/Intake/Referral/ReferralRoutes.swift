import Kit
import Offices
import Papers
import Storage
import Web

/// Handing on: the sender under `/referrals/:id`, the receiver under `/referrals/received/:id`.
struct ReferralRoutes {
  let intake: Intake

  var routes: [Route] { sending + sent + looks + answers + papers }

  private var sending: [Route] {
    [
      Route.look("/clues/:id/refer", .may(.clueWork, on: .clue)) { call, reader in
        let model = try ClueModel.read(call, intake, reader)
        guard model.allows(call.path) else { return .redirect("/clues/\(model.clue.id)") }
        return .page(try form(model, call, reader, nil))
      },
      Route.act("/clues/:id/refer", .may(.clueWork, on: .clue)) { call in
        try await call.submit { form in
          let (id, new) = (try call.id(Clue.self), try ReferralForm.read(form, isForward: false))
          let away = try await county(of: new, call)
          let referral = try await change(call, with: away, .sendReferral) { here, there in
            try intake.refer(id, new, ReferralCounties(home: here, away: there))
          }
          return .redirect("/referrals/\(referral)")
        } again: {
          try self.form(try ClueModel.read(call, intake, $1), call, $1, $0)
        }
      },
      Route.look("/referrals/received/:id/forward", .may(.referralAnswer, on: .referralReceived)) { call, reader in
        let one = try found(call, reader)
        guard one.state == .accepted else { return .redirect("/referrals/received/\(one.id)") }
        return .page(try forwarding(one, call, reader, nil))
      },
      Route.act("/referrals/received/:id/forward", .may(.referralAnswer, on: .referralReceived)) { call in
        try await call.submit { form in
          let (id, viewer) = (try call.id(Referral.self), try call.person())
          let new = try ReferralForm.read(form, isForward: true)
          let away = try await county(of: new, call)
          try await change(call, with: away, .forwardReferral) { here, there in
            try intake.forward(id, new, by: viewer, ReferralCounties(home: here, away: there))
          }
          return .redirect("/referrals/received/\(id)")
        } again: {
          try forwarding(try found(call, $1), call, $1, $0)
        }
      },
    ]
  }

  private var sent: [Route] {
    [
      Route.act("/referrals/:id/withdraw", .may(.clueWork, on: .referral)) { call in
        try await call.submit { form in
          let (id, reason) = (try call.id(Referral.self), try words(form, "reason", "为什么撤回"))
          let one = try await call.read { try found(call, $0) }
          try await change(call, with: one.away, .withdrawReferral) { here, there in
            try intake.withdraw(id, because: reason, ReferralCounties(home: here, away: there))
          }
          return .redirect("/referrals/\(id)")
        } again: {
          try page(call, $1, $0)
        }
      },
      Route.act("/referrals/:id/note", .may(.clueWork, on: .referral), body: Evidence.limit) { call in
        try await call.submit { form in
          let (id, kept) = (try call.id(Referral.self), call.database.attachments)
          let read = FormReader(form)
          let act = read.choice("act", "对方怎么说", ReferralAct.self) ?? .accept
          let text = act == .accept ? read.maybeText("words", "内容", most: 5000) : read.text("words", "内容", most: 5000)
          let files = Evidence(read, kept).files
          let asked = act == .report ? try await call.read { try ReferralLinkStore.all(of: id, $0) } : []
          let links = ReferralLink.results(asked, form, read)
          try read.done()
          try await call.change(.noteReferral) {
            try intake.note(act, text ?? "", links, of: id, files, into: kept, $0)
          }
          return .redirect("/referrals/\(id)")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  private var looks: [Route] {
    [
      Route.look("/referrals", .may(.clueSee)) { .page(try list($0, $1, .sent)) },
      Route.look("/referrals/:id", .may(.clueSee, on: .referral)) { .page(try page($0, $1, .empty)) },
      Route.look("/referrals/received", .may(.referralAnswer)) { .page(try list($0, $1, .received)) },
      Route.look("/referrals/received/:id", .may(.referralAnswer, on: .referralReceived)) {
        .page(try received($0, $1, .empty))
      },
    ]
  }

  private var answers: [Route] {
    [
      answer("/referrals/received/:id/accept", .acceptReferral) { call, _, _ in
        let viewer = try call.person()
        return { try intake.acceptReferral($0, by: viewer, $1) }
      },
      answer("/referrals/received/:id/return", .returnReferral) { _, form, _ in
        let reason = try words(form, "reason", "退回的理由")
        return { try intake.giveBack($0, because: reason, $1) }
      },
      answer("/referrals/received/:id/report", .reportReferral, body: Evidence.limit) { call, form, asked in
        let (read, kept) = (FormReader(form), call.database.attachments)
        let text = read.text("result", "结果", most: 5000)
        let (files, links) = (Evidence(read, kept).files, ReferralLink.results(asked, form, read))
        try read.done()
        return { try intake.report($0, text, links, files, into: kept, $1) }
      },
    ]
  }

  private var papers: [Route] {
    [
      Route.look("/referrals/:id/print", .may(.clueSee, on: .referral)) { try sheet($0, $1, "/referrals/") },
      Route.look("/referrals/:id/word", .may(.clueSee, on: .referral)) { try word($0, $1) },
      Route.look("/referrals/received/:id/print", .may(.referralAnswer, on: .referralReceived)) {
        try sheet($0, $1, "/referrals/received/")
      },
      Route.look("/referrals/received/:id/word", .may(.referralAnswer, on: .referralReceived)) { try word($0, $1) },
    ]
  }
}

/// What the routes share.
extension ReferralRoutes {
  private typealias Work =
    @Sendable (Call, Form, [ReferralLink]) throws ->
    @Sendable (ID<Referral>, ReferralCounties)
    throws -> Void

  /// A step of the receiving body.
  private func answer(
    _ path: StaticString, _ deed: Deed, body: BodyLimit = .form, _ work: @escaping Work
  ) -> Route {
    Route.act(path, .may(.referralAnswer, on: .referralReceived), body: body) { call in
      try await call.submit { form in
        let id = try call.id(Referral.self)
        let (one, links) = try await call.read { (try found(call, $0), try ReferralLinkStore.all(of: id, $0)) }
        let step = try work(call, form, links)
        try await change(call, with: one.county, deed) { here, there in
          try step(id, ReferralCounties(home: there, away: here))
        }
        return .redirect("/referrals/received/\(id)")
      } again: {
        try received(call, $1, $0)
      }
    }
  }

  /// `here` is the county of the record in the path; both are one where it is the other's too.
  private func change<T: Sendable>(
    _ call: Call, with other: County, _ deed: Deed,
    _ body: @escaping @Sendable (_ here: Transaction, _ there: Transaction) throws -> T
  ) async throws -> T {
    let county = try call.county()
    guard county != other else { return try await call.change(deed) { try body($0, $0) } }
    return try await call.database.change(county, with: other, by: call.person().actor, deed: deed, body)
  }

  private func county(of new: NewReferral, _ call: Call) async throws -> County {
    guard case .person(let id) = new.target else { return try call.county() }
    guard let person = try await call.read({ try Offices.person(id, $0) }) else { throw ReferralRefusal.notReceiving }
    return person.county
  }

  private func words(_ form: Form, _ name: String, _ label: String) throws -> String {
    let read = FormReader(form)
    let text = read.text(name, label, most: 2000)
    try read.done()
    return text
  }

  private func found(_ call: Call, _ reader: Reader) throws -> ReferralRecord {
    guard let one = try ReferralStore.find(try call.id(), reader) else { throw MissingRecord("件转办") }
    return one
  }

  private func sheet(_ call: Call, _ reader: Reader, _ base: String) throws -> Reply {
    let one = try found(call, reader)
    let back = base == "/referrals/" ? Link("/referrals/\(one.id)") : Link("/referrals/received/\(one.id)")
    let page = PaperPage(.a4, stylesheet: Assets.link("paper.css").text, ways: [.init("返回", back.text)])
    return .sheet(page.html(try ReferralLetter.sent(one, reader)))
  }

  private func word(_ call: Call, _ reader: Reader) throws -> Reply {
    let one = try found(call, reader)
    let bytes = try WordPaper.bytes(try ReferralLetter.sent(one, reader))
    return .file(bytes: bytes, name: "\(one.number) \(one.paper.title).docx", type: WordPaper.type)
  }
}

/// Reading for the pages.
extension ReferralRoutes {
  private func form(_ model: ClueModel, _ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let clue = model.clue
    let agency = try Offices.person(clue.owner, reader)?.agency.value ?? 0
    let form = ReferralForm(
      clue: clue.number, action: "/clues/\(clue.id)/refer",
      crumbs: [("线索", "/clues"), (clue.number, "/clues/\(clue.id)")],
      targets: try ReferralTargets.all(from: clue.county, agency: agency, roles: intake.roles, reader),
      files: model.files, before: try ReferralStore.all(of: clue.id, reader), isForward: false,
      beside: """
        <section class="panel"><h2>举报内容</h2>\(paragraphs(clue.text))<p class="dim under">\(clue.place)</p>\
        \(attachmentList(model.files))</section>
        """)
    let due = call.today.adding(days: 20)
    return form.page(state ?? ReferralForm.start("地点：\(clue.place)\n\(clue.text)", due: due))
  }

  private func forwarding(
    _ one: ReferralRecord, _ call: Call, _ reader: Reader, _ state: FormState?
  ) throws -> Page {
    let files = try Attachment.of(one.received, reader)
    let form = ReferralForm(
      clue: one.number, action: "/referrals/received/\(one.id)/forward",
      crumbs: [("转来的线索", "/referrals/received"), (one.number, "/referrals/received/\(one.id)")],
      targets: try ReferralTargets.all(from: one.away, agency: one.agency, roles: intake.roles, reader), files: files,
      before: try ReferralStore.all(of: one.clue, reader), isForward: true,
      beside: "<section class=\"panel\"><h2>转来的内容</h2>\(paragraphs(one.matter))\(attachmentList(files))</section>")
    return form.page(state ?? ReferralForm.start(one.matter, due: max(one.due, call.today)))
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (one, viewer) = (try found(call, reader), try call.person())
    guard let clue = try ClueStore.find(one.clue, reader) else { throw MissingRecord("条线索") }
    return ReferralPages(
      one: one, side: .sent, clue: clue.number, clueLink: "/clues/\(one.clue)", chain: try chain(one, reader),
      files: try Attachment.of(one.ref, reader),
      links: try ReferralLinkStore.all(of: one.id, reader), isPassedOn: false,
      mayWork: viewer.scope(.clueWork)?.allows(Placement(county: one.county)) == true,
      history: try LedgerReading.history(of: one.ref, reader), today: call.today
    ).page(state)
  }

  private func received(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let one = try found(call, reader)
    guard let clue = try ClueStore.find(one.clue, reader) else { throw MissingRecord("条线索") }
    let isPassedOn = try ReferralStore.open(of: one.clue, parent: one.id.value, reader) != nil
    return ReferralPages(
      one: one, side: .received, clue: clue.number, clueLink: nil, chain: try chain(one, reader),
      files: try Attachment.of(one.received, reader),
      links: try ReferralLinkStore.all(of: one.id, reader), isPassedOn: isPassedOn, mayWork: true,
      history: try LedgerReading.history(of: one.received, reader), today: call.today
    ).page(state)
  }

  /// What was passed on from it.
  private func chain(_ one: ReferralRecord, _ reader: Reader) throws -> [ReferralRecord] {
    try ReferralStore.all(of: one.clue, reader).filter { $0.parent == one.id.value }
  }

  private func list(_ call: Call, _ reader: Reader, _ side: ReferralSide) throws -> Page {
    let (scope, today) = (try call.scope(), call.today)
    let listing = Listing(call, base: side.base, sorts: ["sent"], descending: true, filters: ["state"])
    let seen = side.seen(by: scope)
    let narrowed = { (group: ReferralGroup?) in seen + " AND " + ReferralStore.group(group, today: today) }
    let counts = try Dictionary(
      uniqueKeysWithValues: ReferralGroup.allCases.map { ($0, try ReferralStore.count(narrowed($0), reader)) })
    let here = narrowed(listing.filter("state").flatMap(ReferralGroup.init))
    let all = try ReferralStore.page(here, listing, reader)
    return ReferralListPages(
      side: side, referrals: all, listing: listing.counting(try ReferralStore.count(here, reader)), counts: counts,
      total: try ReferralStore.count(seen, reader), today: today
    ).page
  }
}

extension ReferralSide {
  func seen(by scope: Scope) -> SQL {
    switch self {
    case .sent:
      scope.filter(county: "r.county", agency: "0", owner: "r.sender")
        + ConcealedStore.visible("r.clue", to: scope.viewer)
    case .received:
      "r.receiver <> 0 AND " + scope.filter(county: "r.away", agency: "r.agency", owner: "r.receiver")
        + ConcealedStore.visible("r.clue", to: scope.viewer)
    }
  }
}
