import Kit
import Storage
import Web

struct OrderRoutes {
  let intake: Intake

  var routes: [Route] { [form, upload, batch, columns, apply] }

  private static let limit = BodyLimit(megabytes: 9, eachFile: 8, files: 1)

  private var form: Route {
    Route.look("/clues/import", .may(.clueWork)) { call, reader in
      .page(try formPage(call, reader, .empty))
    }
  }

  private var upload: Route {
    Route.act("/clues/import", .may(.clueWork), body: OrderRoutes.limit) { call in
      try await call.submit { form in
        guard let file = FormReader(form).files("file").first else { throw IntakeRefusal.noFile }
        let batch = try await Intake.stage(
          file, county: try call.county(), agency: try call.person().agency, call.database)
        return .redirect("/clues/import/\(batch)")
      } again: { state, reader in
        try formPage(call, reader, state)
      }
    }
  }

  private var batch: Route {
    Route.look("/clues/import/:id", .may(.clueWork, on: .clueImport)) { call, reader in
      .page(try batchPage(call, reader, .empty))
    }
  }

  private var columns: Route {
    Route.act("/clues/import/:id/columns", .may(.clueWork, on: .clueImport)) { call in
      try await call.submit { form in
        let id = try call.id(OrderImport.self)
        let keys = call.database.folder.keys
        let (staged, sheet) = try await call.read { try opened(id, keys, $0) }
        let answers = try OrderAnswers(form, sheet, intake.channels)
        try await call.change(.rememberOrderColumns) { try Intake.remember(answers.said, of: staged, $0) }
        return .redirect("/clues/import/\(id)")
      } again: { state, reader in
        try batchPage(call, reader, state)
      }
    }
  }

  private var apply: Route {
    Route.act("/clues/import/:id/apply", .may(.clueWork, on: .clueImport)) { call in
      try await call.submit { form in
        let id = try call.id(OrderImport.self)
        let (today, leaving, database) = (call.today, form.value("leave") != nil, call.database)
        let rows = try await call.read { reader in
          let (_, sheet) = try opened(id, database.folder.keys, reader)
          return try checked(sheet, today, try call.county(), reader)
        }
        let ready = try rows.orders.map { order in
          let slip = try Slip(
            once: nil, content: order.clue.content(Evidence(none: database.attachments)), database
          ).sealing(order.clue.reporter, database)
          return ReadyOrder(clue: order.clue, slip: slip)
        }
        try await call.change(.importOrders) {
          try intake.apply(id, ready, rows, leaving: leaving, database.attachments, $0)
        }
        try await database.scratch { try OrderStore.forget(id, $0) }
        return .redirect("/clues/import/\(id)")
      } again: { state, reader in
        try batchPage(call, reader, state)
      }
    }
  }

  private func opened(_ id: ID<OrderImport>, _ keys: Keys, _ reader: Reader) throws -> (StagedOrders, OrderSheet) {
    guard let staged = try OrderStore.staged(id, reader) else { throw IntakeRefusal.importGone }
    let remembered = try OrderStore.remembered(by: staged.agency, reader)
    return (staged, try OrderSheet(try staged.rows(keys), intake.channels.columns, remembered: remembered))
  }

  private func checked(_ sheet: OrderSheet, _ today: CivilDate, _ county: County, _ reader: Reader) throws -> OrderRows
  {
    guard sheet.isSettled else { throw IntakeRefusal.columnsUnsettled }
    return try OrderRows(sheet, intake.channels, today: today) {
      try ChannelStore.clue(order: $0, in: county, reader)?.number
    }
  }

  private func formPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let latest = try OrderStore.latest(in: try call.county(), limit: 10, reader)
    return OrderPages.form(intake.channels.columns, latest, today: call.today, state)
  }

  private func batchPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, today) = (try call.id(OrderImport.self), call.today)
    if let applied = try OrderStore.applied(id, reader) {
      return OrderPages.applied(
        applied, try LedgerReading.history(of: Ref(.clueImport, id), reader), today: today, state)
    }
    let (staged, sheet) = try opened(id, call.database.folder.keys, reader)
    guard sheet.isSettled else { return OrderPages.columns(staged, sheet, intake.channels.columns, state) }
    do {
      let rows = try checked(sheet, today, staged.county, reader)
      return OrderPages.preview(staged, sheet, rows, intake.channels, state)
    } catch let refusal as IntakeRefusal {
      return OrderPages.columns(staged, sheet, intake.channels.columns, FormState(state.form, refusal))
    }
  }
}

/// What somebody said of the columns of a file.
struct OrderAnswers {
  let said: [(heading: String, choice: OrderChoice)]

  /// Refuses a column without an answer, two for the same, and a required one that nothing was chosen for.
  init(_ form: Form, _ sheet: OrderSheet, _ book: ChannelBook) throws {
    let read = FormReader(form)
    var fields: Set<OrderField> = []
    said = sheet.columns.filter { !$0.heading.isEmpty }.map { column in
      let choice = OrderChoice(form.value("column-\(column.place)") ?? "")
      if choice == .unknown { read.refuse("column-\(column.place)", "“\(column.heading.clipped(to: 20))”还没有选。") }
      if case .field(let field) = choice, !fields.insert(field).inserted {
        read.refuse("column-\(column.place)", "“\(column.heading.clipped(to: 20))”和别的列选了同一样，一样东西只能有一列。")
      }
      return (heading: OrderSheet.folded(column.heading), choice: choice)
    }
    try read.done()
    let missing = book.columns.filter { $0.isRequired && !fields.contains($0.field) }.map(\.title)
    guard missing.isEmpty else { throw IntakeRefusal.columnsMissing(missing) }
  }
}
