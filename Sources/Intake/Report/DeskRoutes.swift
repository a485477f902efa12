import Kit
import Offices
import Storage
import Web

/// The desk: an officer writes down what came by telephone, visit, letter, newspaper or transfer.
struct DeskRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/clues/new", .may(.clueWork)) { call, reader in
        .page(DeskPages.form(try towns(call, reader), intake.channels, .filled([("once", Slip.draw(call.database))])))
      },
      Route.act("/clues/new", .may(.clueWork), body: Evidence.limit) { call in
        try await call.submit { form in
          try await register(form, call)
        } again: { state, reader in
          DeskPages.form(try towns(call, reader), intake.channels, state)
        }
      },
    ]
  }

  private func register(_ form: Form, _ call: Call) async throws -> Reply {
    let read = FormReader(form)
    let channel = read.choice("channel", "来源", ClueChannel.self) ?? .phone
    let rule = intake.channels.rule(channel)
    if rule?.isDesk != true { read.refuse("channel", "“来源”选的不在列表里，请重新选。") }
    let origin = read.maybeText("origin", "来源说明", most: 100)
    let entry = EntryFields.read(read, form, intake.channels, asks: rule?.asks ?? [])
    let new = NewClue(
      channel, ReportDraft(read, form, towns: try await call.read { try towns(call, $0) }), origin: origin,
      entry: entry)
    let evidence = Evidence(read, call.database.attachments)
    try read.done()
    let slip = try Slip(once: form.value("once"), content: new.content(evidence), call.database)
      .sealing(new.reporter, call.database)
    let receipt = try await call.change(.receiveClue) { try intake.receive(new, slip, evidence, $0) }
    let code = slip.shown(for: receipt, now: call.database.world.now())
    return .page(DeskPages.registered(receipt, code), status: receipt.isRepeat ? 200 : 201)
  }

  private func towns(_ call: Call, _ reader: Reader) throws -> [Region] {
    let (county, today) = (try call.county(), call.today)
    return try Offices.towns(of: county, on: today, reader)
  }
}
