import Duties
import Kit
import Offices
import Registers
import Storage
import Web

/// The steps of a clue: each has a page with its form and a deed.
struct HandlingRoutes {
  let intake: Intake

  /// Reads a form into what is then done in the transaction.
  private typealias Work = @Sendable (Form, ClueModel) throws -> @Sendable (ID<Clue>, Transaction) throws -> Void
  private typealias Pages = (start: @Sendable (ClueModel) -> FormState, show: @Sendable (ClueModel, FormState) -> Page)

  var routes: [Route] {
    step("/clues/:id/accept", .clueWork, .acceptClue, (HandlingPages.acceptStart, HandlingPages.accept), acceptance)
      + step("/clues/:id/refuse", .clueWork, .refuseClue, (HandlingPages.refuseStart, HandlingPages.refuse), refusal)
      + step("/clues/:id/answer", .clueWork, .answerClue, (Self.blank, HandlingPages.answer), answer)
      + step("/clues/:id/task", .clueWork, .countClue, (HandlingPages.taskStart, HandlingPages.task), task)
      + step("/clues/:id/assign", .clueAssign, .assignClue, (Self.blank, HandlingPages.assign), assignment)
      + siteRoutes
      + [
        Route.act("/clues/:id/premises", .may(.clueWork, on: .clue)) { call in
          let (id, form) = (try call.id(Clue.self), try await call.form())
          guard let premises = Ref.premises(form.value("premises")) else { throw IntakeRefusal.premisesMissing }
          try await call.change(.tieClue) { try intake.tie(id, to: premises, $0) }
          return .redirect(Link("/clues/\(id)").at("premises"))
        }
      ]
  }

  private func step(
    _ path: StaticString, _ right: Permission, _ deed: Deed, _ pages: Pages, _ work: @escaping Work
  ) -> [Route] {
    [
      Route.look(path, .may(right, on: .clue)) { call, reader in
        let model = try ClueModel.read(call, intake, reader)
        guard model.allows(call.path) else { return .redirect("/clues/\(model.clue.id)") }
        return .page(pages.show(model, pages.start(model)))
      },
      Route.act(path, .may(right, on: .clue)) { call in
        try await submit(call, deed, pages.show, work)
      },
    ]
  }

  private var siteRoutes: [Route] {
    [
      Route.look("/clues/:id/site", .may(.clueWork, on: .clue)) { call, reader in
        let model = try ClueModel.read(call, intake, reader)
        guard model.clue.state.isOpen else { return .redirect("/clues/\(model.clue.id)") }
        return .page(HandlingPages.site(model, HandlingPages.siteStart(model, name: call.asked("name"))))
      },
      Route.act("/clues/:id/site", .may(.clueWork, on: .clue)) { call in
        try await submit(call, .tieClue, HandlingPages.site, site)
      },
    ]
  }

  private func submit(
    _ call: Call, _ deed: Deed, _ show: @escaping @Sendable (ClueModel, FormState) -> Page, _ work: @escaping Work
  ) async throws -> Reply {
    let id = try call.id(Clue.self)
    return try await call.submit { form in
      let deedWork = try work(form, try await call.read { try ClueModel.read(call, intake, $0) })
      try await call.change(deed) { try deedWork(id, $0) }
      return .redirect("/clues/\(id)")
    } again: { state, reader in
      show(try ClueModel.read(call, intake, reader), state)
    }
  }

  @Sendable private static func blank(_ model: ClueModel) -> FormState { .empty }
}

/// Translation from form to deed.
extension HandlingRoutes {
  @Sendable private func acceptance(
    _ form: Form, _ model: ClueModel
  ) throws -> @Sendable (ID<Clue>, Transaction) throws -> Void {
    let read = FormReader(form)
    let owner = read.id("owner", "承办人", Account.self)
    let pick = TaskPick(value: form.value("task"))
    if pick == nil { read.refuse("task", "“任务”选的不在列表里，请重新选。") }
    let due = read.maybeDate("due", "答复期限")
    try read.done()
    let acceptance = Acceptance(owner: owner, task: pick ?? .none, due: due)
    return { try intake.accept($0, acceptance, $1) }
  }

  @Sendable private func refusal(
    _ form: Form, _ model: ClueModel
  ) throws -> @Sendable (ID<Clue>, Transaction) throws -> Void {
    let read = FormReader(form)
    let reason = read.text("reason", "不予受理的理由", most: 2000)
    let remedy = read.maybeText("remedy", "不服可以怎么办", most: 500)
    let ground = form.value("ground")
    if let ground, !intake.channels.refusals.contains(where: { $0.key == ground }) {
      read.refuse("ground", "“理由类别”选的不在列表里，请重新选。")
    }
    try read.done()
    return { try intake.refuse($0, because: reason, ground: ground, remedy: remedy, $1) }
  }

  @Sendable private func answer(
    _ form: Form, _ model: ClueModel
  ) throws -> @Sendable (ID<Clue>, Transaction) throws -> Void {
    let read = FormReader(form)
    let text = read.text("answer", "答复", most: 2000)
    try read.done()
    return { try intake.answer($0, text, $1) }
  }

  @Sendable private func assignment(
    _ form: Form, _ model: ClueModel
  ) throws -> @Sendable (ID<Clue>, Transaction) throws -> Void {
    let owner = try GivingForm.owner(form)
    return { try intake.assign($0, to: owner, $1) }
  }

  @Sendable private func task(
    _ form: Form, _ model: ClueModel
  ) throws -> @Sendable (ID<Clue>, Transaction) throws -> Void {
    guard let pick = TaskPick(value: form.value("task")) else { throw IntakeRefusal.taskNotRunning }
    return { try intake.count($0, under: pick, $1) }
  }

  @Sendable private func site(
    _ form: Form, _ model: ClueModel
  ) throws -> @Sendable (ID<Clue>, Transaction) throws -> Void {
    let read = FormReader(form)
    let name = read.text("name", "名称", most: 60)
    let address = read.text("address", "地址", most: 200)
    let note = read.maybeText("note", "说明", most: 500)
    let town = model.choices.towns.first { "\($0.number)" == form.value("town") }
    if form.value("town") != nil, town == nil { read.refuse("town", "选的乡镇不在这个县的名单里，请重新选。") }
    try read.done()
    let new = NewSite(name: name, address: address, town: town?.number ?? 0, note: note ?? "")
    return { try intake.tie($0, toNew: new, $1) }
  }
}
