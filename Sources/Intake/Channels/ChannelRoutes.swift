import Kit
import Law
import Storage
import Web

/// The channels with their clocks, and what the agency sets for its city.
struct ChannelRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/channels", .may(.clueWork)) { call, reader in
        .page(ChannelPages.page(try model(call, reader), .empty))
      },
      Route.act("/channels/terms", .may(.clueAssign)) { call in
        try await call.submit { form in
          try await set(form, call)
          return .redirect("/channels")
        } again: { state, reader in
          ChannelPages.page(try model(call, reader), state)
        }
      },
    ]
  }

  private func set(_ form: Form, _ call: Call) async throws {
    let read = FormReader(form)
    let channel = read.choice("channel", "渠道", ClueChannel.self) ?? .hotline
    let step = read.choice("step", "哪一步", ClueStepTerm.self) ?? .acceptance
    let typed = read.maybeText("days", "工作日", most: 3)
    let days = typed.flatMap { Int($0) }
    if typed != nil, days == nil { read.refuse("days", "“工作日”要写整数，例如 1。") }
    let basis = typed == nil ? "" : read.text("basis", "依据", most: 200)
    try read.done()
    let matter = form.value("matter")
    try await call.change(.setChannelTerm) {
      try intake.setTerm(channel, matter, step, days: days, basis: basis, $0)
    }
  }

  private func model(_ call: Call, _ reader: Reader) throws -> ChannelModel {
    let county = try call.county()
    return ChannelModel(
      book: intake.channels, law: intake.law, today: call.today, set: try ChannelStore.terms(in: county, reader),
      counts: try ChannelStore.counts(in: county, for: try call.person(), reader),
      maySet: try call.person().may(.clueAssign))
  }
}

/// What the page of channels needs.
struct ChannelModel: Sendable {
  let book: ChannelBook
  let law: LawContent
  let today: CivilDate
  let set: [ChannelTerm]
  let counts: [ClueChannel: Int64]
  let maySet: Bool
}
