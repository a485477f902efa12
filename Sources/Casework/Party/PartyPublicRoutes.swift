import Intake
import Kit
import Papers
import Storage
import Web

/// The party's pages. No account, no session: the code travels in the bodies of forms only, never in an address.
struct PartyPublicRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/party", .everybody(because: "当事人凭文书上的码看案件，不用账号")) { _, _ in
        .page(PartyPublicPages.form(.empty))
      },
      Route.act("/party", .everybody(because: "当事人凭文书上的码看案件，不用账号")) { call in
        try await call.submit { form in
          try await show(form, call)
        } again: { state, _ in
          PartyPublicPages.form(state)
        }
      },
      Route.act("/party/paper", .everybody(because: "当事人凭文书上的码看文书，不用账号")) { call in
        try await call.submit { form in
          try await paper(form, call)
        } again: { state, _ in
          PartyPublicPages.form(state)
        }
      },
      act("/party/defence", .defence), act("/party/hearing", .hearing), act("/party/waiver", .waiver),
      act("/party/address", .address),
    ]
  }

  private func act(_ path: StaticString, _ act: PartyAct) -> Route {
    Route.act(path, .everybody(because: "当事人凭文书上的码行使权利，不用账号"), body: PartyForm.limit) { call in
      try await call.submit { form in
        try await receive(act, form, call)
      } again: { state, reader in
        try again(state, call, reader)
      }
    }
  }

  private func show(_ form: Form, _ call: Call) async throws -> Reply {
    let hash = try hash(form, call)
    guard let view = try await call.read({ try view(hash, $0) }) else { throw wrongCode(call) }
    return .page(PartyPublicPages.page(view, .filled([("code", form.value("code")), ("once", draw(call))])))
  }

  private func paper(_ form: Form, _ call: Call) async throws -> Reply {
    let (hash, number) = (try hash(form, call), Int64(form.value("paper") ?? "") ?? 0)
    let found = try await call.read { reader -> (PaperDocument, String?)? in
      guard let id = try PartyStore.lawCase(hash: hash, reader), let county = try PartyStore.county(hash: hash, reader),
        let document = try room.partyPaper(number, of: id, reader)
      else { return nil }
      return (document, try room.checkAddress(county, reader))
    }
    guard let (document, address) = found else { throw wrongCode(call) }
    return .sheet(
      PaperPage(.a4, stylesheet: Assets.link("paper.css").text, checkAddress: address, ways: []).html(document))
  }

  private func receive(_ act: PartyAct, _ form: Form, _ call: Call) async throws -> Reply {
    let read = FormReader(form)
    let sending = PartyForm.sending(act, read, form)
    let hash = try hash(form, call)
    try read.done()
    let county = try await call.read { try PartyStore.county(hash: hash, $0) }
    guard let county else { throw wrongCode(call) }
    let (keys, attachments) = (call.database.folder.keys, call.database.attachments)
    let receipt = try await call.database.change(county, by: .party, deed: act.deed) {
      try room.receive(sending, code: hash, keys, attachments, $0)
    }
    return .page(PartyPublicPages.received(receipt, code: form.value("code") ?? "", today: call.today), status: 201)
  }

  /// The case again with what was typed; where the code was wrong, the form that asks for it.
  private func again(_ state: FormState, _ call: Call, _ reader: Reader) throws -> Page {
    let hash = QueryCode(typed: state.value("code"))?.hash(key: call.database.folder.keys.lookup)
    guard let hash, let view = try view(hash, reader) else { return PartyPublicPages.form(state) }
    return PartyPublicPages.page(view, state)
  }

  private func view(_ hash: String, _ reader: Reader) throws -> PartyView? {
    try PartyStore.lawCase(hash: hash, reader).flatMap { try room.partyView(of: $0, reader) }
  }

  /// What cannot be a code is a wrong code: nothing tells the two apart.
  private func hash(_ form: Form, _ call: Call) throws -> String {
    let read = FormReader(form)
    let code = QueryCode(typed: read.text("code", "当事人查询码", most: 100))
    try read.done()
    guard let code else { throw wrongCode(call) }
    return code.hash(key: call.database.folder.keys.lookup)
  }

  private func wrongCode(_ call: Call) -> PartyRefusal {
    room.wrongCodes.areTooMany(at: call.database.world.now()) ? .tooManyWrongCodes : .wrongCode
  }

  /// A value for the hidden field that makes a second sending of the same form known.
  private func draw(_ call: Call) -> String { call.database.world.randomBytes(16).hex }
}

extension PartyAct {
  var deed: Deed { step.map(Deed.caseStep) ?? .confirmAddress }
}
