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
        try await call.submit { form in
          let (id, viewer) = (try call.id(Case.self), try call.person())
          let new = try CasePaperForm(room.template(try call.word("template"))).read(form)
          let number = try await call.change(.draftPaper) { try room.draft(new, in: id, as: rights(id, viewer, $0), $0) }
          return .redirect("/cases/\(id)/papers/\(number)")
        } again: { try fresh(call, $1, $0) }
      },
      Route.look("/cases/:id/papers/:paper/edit", .may(.caseSee, on: .lawCase)) { .page(try edit($0, $1, nil)) },
      Route.act("/cases/:id/papers/:paper/edit", .may(.caseSee, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, number, viewer) = (try call.id(Case.self), try call.number("paper"), try call.person())
          let found = try await call.read { try paper(number, of: id, $0) }
          let new = try CasePaperForm(room.template(found.template)).read(form)
          try await call.change(.editPaper) {
            try room.redraft(number, new.day, new.typing, of: id, as: rights(id, viewer, $0), $0)
          }
          return .redirect("/cases/\(id)/papers/\(number)")
        } again: { try edit(call, $1, $0) }
      },
      Route.act("/cases/:id/papers/:paper/issue", .may(.caseSee, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, number, viewer) = (try call.id(Case.self), try call.number("paper"), try call.person())
          let byHand = FormReader(form).checked("by-hand")
          try await call.change(.issuePaper) {
            _ = try room.issue(number, byHand: byHand, of: id, as: rights(id, viewer, $0), $0)
          }
          return .redirect("/cases/\(id)/papers/\(number)")
        } again: { try one(call, $1, $0) }
      },
      Route.act("/cases/:id/papers/:paper/discard", .may(.caseSee, on: .lawCase)) { call in
        let (id, number, viewer) = (try call.id(Case.self), try call.number("paper"), try call.person())
        try await call.change(.discardPaper) { try room.discard(number, of: id, as: rights(id, viewer, $0), $0) }
        return .redirect("/cases/\(id)")
      },
    ]
  }

  private var reading: [Route] {
    [
      Route.look("/cases/:id/papers/:paper", .may(.caseSee, on: .lawCase)) { .page(try one($0, $1, .empty)) },
      Route.look("/cases/:id/papers/:paper/print", .may(.caseSee, on: .lawCase)) { .sheet(try print($0, $1)) },
      Route.look("/cases/:id/papers/:paper/word", .may(.caseSee, on: .lawCase)) { call, reader in
        let (document, address) = try printed(call, reader)
        return .file(bytes: try WordPaper.bytes(document, checkAddress: address), name: "\(name(document)).docx", type: WordPaper.type)
      },
      // A form, not a link: a PDF is made when it is asked for the first time, and a look does not wait.
      Route.act("/cases/:id/papers/:paper/pdf", .may(.caseSee, on: .lawCase)) { call in
        let (document, address) = try await call.read { try printed(call, $0) }
        let bytes = try await room.printing.pdf(document, checkAddress: address, in: call.database.folder)
        return .file(bytes: bytes, name: "\(name(document)).pdf", type: "application/pdf")
      },
    ]
  }

  // MARK: Looking

  private func paper(_ number: Int64, of id: ID<Case>, _ reader: Reader) throws -> CasePaper {
    guard let paper = try CasePaperStore.paper(number, of: id, reader) else { throw MissingRecord("份文书") }
    return paper
  }

  private func found(_ id: ID<Case>, _ reader: Reader) throws -> CaseRecord {
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    return record
  }

  private func rights(_ id: ID<Case>, _ viewer: Viewer, _ reader: Reader) throws -> Set<ActingRight> {
    viewer.actingRights(on: try found(id, reader))
  }

  private func one(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, viewer) = (try call.id(Case.self), try call.person())
    let (record, paper) = (try found(id, reader), try paper(try call.number("paper"), of: id, reader))
    let (template, facts) = (try room.template(paper.template), try room.paperFacts(record, reader))
    let names = try Offices.names(of: [paper.author] + (paper.issue.map { [$0.by] } ?? []), reader)
    let step = facts.step(paper.step)
    return CasePaperPages.page(
      PaperDetail(
        record: record, row: PaperRow(paper: paper, template: template, served: step.flatMap(facts.served)),
        document: try room.document(paper, reader), author: names[paper.author], issuer: paper.issue.flatMap { names[$0.by] },
        mayWrite: viewer.paperHand(on: record).makes(template, of: record, room.procedure), mayDetail: viewer.may(.caseDecide),
        service: step == nil ? nil : "/cases/\(id)/steps/service", today: call.today), state)
  }

  /// Only what was issued is printed: a draft in the hand of a party would be a paper without number and hash.
  private func printed(_ call: Call, _ reader: Reader) throws -> (PaperDocument, checkAddress: String?) {
    let id = try call.id(Case.self)
    let paper = try paper(try call.number("paper"), of: id, reader)
    guard paper.issue != nil else { throw MissingRecord("份已经出具的文书") }
    return (try room.document(paper, reader), try room.checkAddress(try found(id, reader).county, reader))
  }

  private func print(_ call: Call, _ reader: Reader) throws -> [UInt8] {
    let (document, address) = try printed(call, reader)
    let sheet = call.asked("sheet").flatMap(PaperSheet.init) ?? .a4
    let back: Link = "/cases/\(try call.id(Case.self))/papers/\(try call.number("paper"))"
    return PaperPage(sheet, stylesheet: Assets.link("paper.css").text, checkAddress: address, ways: [.init("返回", back.text)])
      .html(document)
  }

  private func name(_ document: PaperDocument) -> String { [document.number, document.title].compactMap { $0 }.joined(separator: " ") }

  // MARK: Forms

  /// `state` nil for a fresh form.
  private func fresh(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let record = try found(try call.id(Case.self), reader)
    let template = try room.template(try call.word("template"))
    try mayWrite(template, record, call)
    let asked = (state?.value(CasePaperForm.step) ?? call.asked("step")).flatMap { Int64($0) }
    let facts = try room.paperFacts(record, reader)
    let step = try room.step(asked, of: template, record, reader)
    let day = step?.taken.on ?? call.today
    return try form(template, facts, step, day, PaperTyping(), number: nil, "/cases/\(record.id)/papers/new/\(template.id)", "/cases/\(record.id)", state)
  }

  private func edit(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let record = try found(try call.id(Case.self), reader)
    let paper = try paper(try call.number("paper"), of: record.id, reader)
    let template = try room.template(paper.template)
    try mayWrite(template, record, call)
    guard paper.issue == nil else { throw CasePaperRefusal.alreadyIssued(title: template.title) }
    let facts = try room.paperFacts(record, reader)
    let base: Link = "/cases/\(record.id)/papers/\(paper.number)"
    return try form(template, facts, facts.step(paper.step), paper.day, paper.typing, number: paper.number, Link("\(base)/edit"), base, state)
  }

  private func mayWrite(_ template: PaperTemplate, _ record: CaseRecord, _ call: Call) throws {
    guard try call.person().paperHand(on: record).makes(template, of: record, room.procedure) else {
      throw CasePaperRefusal.notYours(title: template.title)
    }
  }

  private func form(
    _ template: PaperTemplate, _ facts: CasePaperFacts, _ step: CaseStep?, _ day: CivilDate, _ typing: PaperTyping,
    number: Int64?, _ action: Link, _ back: Link, _ state: FormState?
  ) throws -> Page {
    let values = CasePaperValues(facts, template, step, on: day)
    let begun = number == nil
    let fields = begun
      ? template.fields(values.values(typing)) { facts.earlier($0) }
      : template.asks.map { PaperField(ask: $0, text: typing.texts[$0.key] ?? "", rows: typing.rows[$0.key] ?? []) }
    let unknown = try unknown(template, facts, step, day, typing)
    let known = PaperTyping(texts: facts.remembered.merging(typing.texts) { $1 })
    let model = PaperFormModel(
      record: facts.record, template: template, step: step.map { "第 \($0.taken.id) 步 \(room.procedure.title($0.taken.kind))" },
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
