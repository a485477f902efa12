internal import Kit
internal import Law
internal import Storage
internal import Web

struct EditionRoutes {
  let rulebook: Rulebook

  var routes: [Route] {
    [
      Route.look("/law/checklists", .may(.lawSee)) { call, reader in .page(try list(call, reader)) },
      Route.look("/law/checklists/:checklist", .may(.lawSee)) { call, reader in
        .page(try checklist(call, reader, .empty))
      },
      Route.look("/law/checklists/:checklist/edit", .may(.ruleWork)) { call, reader in
        .page(try edit(call, reader, nil))
      },
      Route.act("/law/checklists/:checklist/edit", .may(.ruleWork)) { call in
        try await call.submit { form in
          let now = try await call.read { try held(call, $0) }
          let new = try EditionForm.read(form, now)
          let id = try await call.change(.draftEdition, reason: new.reason) { try rulebook.draft(new, $0) }
          return .redirect("/law/editions/\(id)")
        } again: { state, reader in
          try edit(call, reader, state)
        }
      },
      Route.act("/law/checklists/:checklist/restore", .may(.ruleWork)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let (day, reason) = (read.date("from", "起始日期"), read.text("reason", "理由", most: 300))
          try read.done()
          let key = try call.word("checklist")
          let id = try await call.change(.enactEdition, reason: reason) {
            try rulebook.restorePack(key, from: day, because: reason, $0)
          }
          return .redirect("/law/editions/\(id)")
        } again: { state, reader in
          try checklist(call, reader, state)
        }
      },
    ] + editions
  }

  private var editions: [Route] {
    [
      Route.look("/law/editions/:id", .may(.lawSee, on: .edition)) { call, reader in
        .page(try edition(call, reader, .empty))
      },
      Route.act("/law/editions/:id/enact", .may(.ruleWork, on: .edition)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let day = read.date("from", "施行日期")
          try read.done()
          let id = try call.id(Edition.self)
          try await call.change(.enactEdition) { try rulebook.enact(id, from: day, $0) }
          return .redirect("/law/editions/\(id)")
        } again: { state, reader in
          try edition(call, reader, state)
        }
      },
      Route.act("/law/editions/:id/drop", .may(.ruleWork, on: .edition)) { call in
        try await call.submit { _ in
          let id = try call.id(Edition.self)
          try await call.change(.dropEdition) { try rulebook.drop(id, $0) }
          return .redirect("/law/editions/\(id)")
        } again: { state, reader in
          try edition(call, reader, state)
        }
      },
    ]
  }

  private func held(_ call: Call, _ reader: Reader) throws -> HeldChecklist {
    try rulebook.checklist(try call.word("checklist"), in: try call.county(), on: reader.today, reader)
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let (county, today) = (try call.county(), call.today)
    let types = rulebook.law.institutionTypes
    return EditionPages.list(
      try rulebook.checklists(in: county, on: today, reader), drafts: try EditionStore.drafts(in: county, reader)
    ) {
      types[$0]?.name ?? $0
    }
  }

  private func checklist(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (now, viewer) = (try held(call, reader), try call.person())
    let pack = try rulebook.packed(now.id)
    return EditionPages.checklist(
      now, pack: pack, try EditionStore.all(of: now.id, in: viewer.county, reader), mayWork: viewer.may(.ruleWork),
      names: names, today: call.today, state)
  }

  /// `state` nil for a fresh form.
  private func edit(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let now = try held(call, reader)
    return EditionEditPages.form(now, rulebook.law.violations.map { ($0.id, $0.name) }, state ?? EditionForm.fresh(now))
  }

  private func edition(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, viewer) = (try call.id(Edition.self), try call.person())
    guard let edition = try EditionStore.find(id, reader) else { throw MissingRecord("个检查表版本") }
    let now = try rulebook.checklist(edition.checklist, in: edition.county, on: reader.today, reader)
    return EditionPages.edition(
      edition, pack: try rulebook.packed(edition.checklist), now: now,
      mayWork: viewer.may(.ruleWork) && viewer.county == edition.county, names: names,
      history: try LedgerReading.history(of: Ref(.edition, id), reader), today: call.today, state)
  }

  private var names: @Sendable (String) -> String {
    let law = rulebook.law
    return { law.violation($0)?.name ?? $0 }
  }
}
