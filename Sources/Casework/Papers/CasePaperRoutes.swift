import Inspection
import Kit
import Offices
import Papers
import Procedure
import Storage
import Web

/// Papers of a case: whoever sees the case reads them; who writes them is asked of `PaperHand`.
struct CasePaperRoutes {
  let room: Casework

  var routes: [Route] { writing + reading }

  private var writing: [Route] {
    [
      Route.look("/cases/:id/papers/new/:template", .may(.caseSee, on: .lawCase)) { .page(try fresh($0, $1, nil)) },
      Route.act("/cases/:id/papers/new/:template", .may(.caseSee, on: .lawCase)) { call in
        let (id, rights, template) = try await hand(call) { _ in try call.word("template") }
        return try await call.submit { form in
          let new = try CasePaperForm(template).read(form)
          let number = try await call.change(.draftPaper) { try room.draft(new, in: id, as: rights, $0) }
          return .redirect("/cases/\(id)/papers/\(number)")
        } again: {
          try fresh(call, $1, $0)
        }
      },
      Route.look("/cases/:id/papers/:paper/edit", .may(.caseSee, on: .lawCase)) { .page(try edit($0, $1, nil)) },
      Route.act("/cases/:id/papers/:paper/edit", .may(.caseSee, on: .lawCase)) { call in
        let (id, rights, template) = try await hand(call) { try found(call, $0).paper.template }
        return try await call.submit { form in
          let (number, new) = (try call.number("paper"), try CasePaperForm(template).read(form))
          try await call.change(.editPaper) { try room.redraft(number, new.day, new.typing, of: id, as: rights, $0) }
          return .redirect("/cases/\(id)/papers/\(number)")
        } again: {
          try edit(call, $1, $0)
        }
      },
      Route.act("/cases/:id/papers/:paper/issue", .may(.caseSee, on: .lawCase)) { call in
        let (id, rights, _) = try await hand(call) { try found(call, $0).paper.template }
        return try await call.submit { form in
          let (number, byHand) = (try call.number("paper"), FormReader(form).checked("by-hand"))
          try await call.change(.issuePaper) {
            _ = try room.issue(number, byHand: byHand, of: id, as: rights, keys: call.database.folder.keys, $0)
          }
          return .redirect("/cases/\(id)/papers/\(number)")
        } again: {
          try one(call, $1, $0)
        }
      },
      Route.act("/cases/:id/papers/:paper/hand-out", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, number, keys) = (try call.id(Case.self), try call.number("paper"), call.database.folder.keys)
          let sheet = form.value("sheet").flatMap(PaperSheet.init) ?? .a4
          let (document, slip) = try await call.change(.handOutPaper) { try room.handOut(number, of: id, keys, $0) }
          let county = try call.county()
          let address = try await call.read { try room.checkAddress(county, $0) }
          return .sheet(sheetPage(sheet, address, "/cases/\(id)/papers/\(number)").html(document, slip: slip))
        } again: {
          try one(call, $1, $0)
        }
      },
      Route.act("/cases/:id/papers/:paper/discard", .may(.caseSee, on: .lawCase)) { call in
        let (id, rights, _) = try await hand(call) { try found(call, $0).paper.template }
        let number = try call.number("paper")
        try await call.change(.discardPaper) { try room.discard(number, of: id, as: rights, $0) }
        return .redirect("/cases/\(id)")
      },
    ]
  }

  /// Who is at it, asked before the form is read; the deed asks again.
  private func hand(
    _ call: Call, _ template: @escaping @Sendable (Reader) throws -> String
  ) async throws -> (ID<Case>, Set<ActingRight>, PaperTemplate) {
    try await call.read { reader in
      let (id, template) = (try call.id(Case.self), try room.template(try template(reader)))
      let record = try record(id, reader)
      try mayWrite(template, record, call, reader)
      return (id, try call.person().actingRights(on: record), template)
    }
  }

  private var reading: [Route] {
    [
      Route.look("/cases/:id/papers", .may(.caseSee, on: .lawCase)) { call, reader in
        let shelf = try room.shelf(of: try record(try call.id(Case.self), reader), reader)
        let viewer = room.standing(try call.person(), shelf.record, shelf.file)
        return .page(PaperListPage.page(shelf, viewer.paperHand(on: shelf.record, shelf.steps)))
      },
      Route.look("/cases/:id/papers/:paper", .may(.caseSee, on: .lawCase)) { .page(try one($0, $1, .empty)) },
      Route.look("/cases/:id/papers/:paper/print", .may(.caseSee, on: .lawCase)) { .sheet(try print($0, $1)) },
      Route.look("/cases/:id/papers/:paper/word", .may(.caseSee, on: .lawCase)) { call, reader in
        let (document, address) = try printed(call, reader)
        return .file(
          bytes: try WordPaper.bytes(document, checkAddress: address), name: "\(name(document)).docx",
          type: WordPaper.type)
      },
      // A form, not a link: a PDF is made when it is asked for the first time, and a look does not wait.
      Route.act("/cases/:id/papers/:paper/pdf", .may(.caseSee, on: .lawCase)) { call in
        let (document, address) = try await call.read { try printed(call, $0) }
        do {
          let bytes = try await room.printing.pdf(document, checkAddress: address, in: call.database.folder)
          return .file(bytes: bytes, name: "\(name(document)).pdf", type: "application/pdf")
        } catch let refusal as PaperRefusal {
          // The paper is there, and can be printed otherwise: its page says how.
          let state = FormState(Form(), refusal)
          return .page(try await call.read { try one(call, $0, state) }, status: RefusalStatus.conflict.rawValue)
        }
      },
    ]
  }

  // MARK: Looking

  private func record(_ id: ID<Case>, _ reader: Reader) throws -> CaseRecord {
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    return record
  }

  /// The case and the paper of the address.
  private func found(_ call: Call, _ reader: Reader) throws -> (record: CaseRecord, paper: CasePaper) {
    let record = try record(try call.id(Case.self), reader)
    guard let paper = try CasePaperStore.paper(try call.number("paper"), of: record.id, reader) else {
      throw MissingRecord("份文书")
    }
    return (record, paper)
  }

  private func one(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let ((record, paper), viewer) = (try found(call, reader), try call.person())
    let (template, facts) = (
      try room.template(paper.template), try room.paperFacts(record, keys: call.database.folder.keys, reader)
    )
    let names = try Offices.names(of: [paper.author] + (paper.issue.map { [$0.by] } ?? []), reader)
    let step = facts.step(paper.step)
    return CasePaperPages.page(
      PaperDetail(
        record: record, row: PaperRow(paper: paper, template: template, served: step.flatMap(facts.served)),
        document: try room.document(paper, keys: call.database.folder.keys, reader), author: names[paper.author],
        issuer: paper.issue.flatMap { names[$0.by] },
        mayWrite: viewer.paperHand(on: record, facts.steps).makes(template, of: record, room.procedure),
        mayHandOut: template.audience == .party && record.team.has(viewer.account)
          && viewer.scope(.caseWork)?.allows(record.place) == true,
        mayDetail: viewer.may(.caseDecide),
        service: step == nil ? nil : "/cases/\(record.id)/steps/service",
        hasPress: try room.printing.press(in: call.database.folder).isReady, today: call.today), state)
  }

  /// Only what was issued is printed: a draft in the hand of a party would be a paper without number and hash.
  private func printed(_ call: Call, _ reader: Reader) throws -> (PaperDocument, checkAddress: String?) {
    let (record, paper) = try found(call, reader)
    guard paper.issue != nil else { throw MissingRecord("份已经出具的文书") }
    return (
      try room.document(paper, keys: call.database.folder.keys, reader), try room.checkAddress(record.county, reader)
    )
  }

  private func print(_ call: Call, _ reader: Reader) throws -> [UInt8] {
    let (document, address) = try printed(call, reader)
    let sheet = call.asked("sheet").flatMap(PaperSheet.init) ?? .a4
    let back: Link = "/cases/\(try call.id(Case.self))/papers/\(try call.number("paper"))"
    return sheetPage(sheet, address, back).html(document)
  }

  private func sheetPage(_ sheet: PaperSheet, _ address: String?, _ back: Link) -> PaperPage {
    PaperPage(sheet, stylesheet: Assets.link("paper.css").text, checkAddress: address, ways: [.init("返回", back.text)])
  }

  private func name(_ document: PaperDocument) -> String {
    [document.number, document.title].compactMap { $0 }.joined(separator: " ")
  }

  // MARK: Forms

  /// `state` nil for a fresh form.
  private func fresh(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let record = try record(try call.id(Case.self), reader)
    let template = try room.template(try call.word("template"))
    try mayWrite(template, record, call, reader)
    let asked = (state?.value(CasePaperForm.step) ?? call.asked("step")).flatMap { Int64($0) }
    let facts = try room.paperFacts(record, keys: call.database.folder.keys, reader)
    let step = try room.step(asked, of: template, record, reader)
    let day = step?.taken.on ?? call.today
    return try form(
      template, facts, step, day, PaperTyping(), number: nil, "/cases/\(record.id)/papers/new/\(template.id)",
      "/cases/\(record.id)", state)
  }

  private func edit(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let (record, paper) = try found(call, reader)
    let template = try room.template(paper.template)
    try mayWrite(template, record, call, reader)
    guard paper.issue == nil else { throw CasePaperRefusal.alreadyIssued(title: template.title) }
    let facts = try room.paperFacts(record, keys: call.database.folder.keys, reader)
    let base: Link = "/cases/\(record.id)/papers/\(paper.number)"
    return try form(
      template, facts, facts.step(paper.step), paper.day, paper.typing, number: paper.number, Link("\(base)/edit"),
      base, state)
  }

  private func mayWrite(_ template: PaperTemplate, _ record: CaseRecord, _ call: Call, _ reader: Reader) throws {
    let hand = try call.person().paperHand(on: record, try CaseStepStore.steps(of: record.id, reader))
    guard hand.makes(template, of: record, room.procedure) else {
      throw CasePaperRefusal.notYours(title: template.title)
    }
  }

  private func form(
    _ template: PaperTemplate, _ facts: CasePaperFacts, _ step: CaseStep?, _ day: CivilDate, _ typing: PaperTyping,
    number: Int64?, _ action: Link, _ back: Link, _ state: FormState?
  ) throws -> Page {
    let values = CasePaperValues(facts, template, step, on: day)
    let begun = number == nil
    let fields =
      begun
      ? template.fields(values.values(typing)) { facts.earlier($0) }
      : template.asks.map { PaperField(ask: $0, text: typing.texts[$0.key] ?? "", rows: typing.rows[$0.key] ?? []) }
    let unknown = try unknown(template, facts, step, day, typing)
    let known = PaperTyping(texts: facts.remembered.merging(typing.texts) { $1 })
    let model = PaperFormModel(
      record: facts.record, template: template,
      step: step.map { "第 \($0.taken.id) 步 \(room.procedure.title($0.taken.kind))" },
      unknown: unknown, action: action, back: back)
    let start = CasePaperForm(template).state(fields, typing: known, day: day, step: step?.taken.id, unknown: unknown)
    return CasePaperFormPages.page(model, state ?? start)
  }

  /// Supplied values that the paper says with these answers and that the house does not know by itself.
  private func unknown(
    _ template: PaperTemplate, _ facts: CasePaperFacts, _ step: CaseStep?, _ day: CivilDate, _ typing: PaperTyping
  ) throws -> [PaperText] {
    let supplied = CasePaperValues(facts, template, step, on: day).supplied
    let answers = try template.answers(typing, isDraft: true)
    let gaps = Set(template.document(supplied.adding(answers)).gaps)
    return PaperText.allCases.filter { gaps.contains($0.name) && !$0.name.hasPrefix("paper.") }
  }
}
