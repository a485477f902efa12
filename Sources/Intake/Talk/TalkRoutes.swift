import Kit
import Storage
import Web

/// The office's side of the talk; the reporter's stands in `Progress/`.
struct TalkRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/clues/:id/talk", .may(.clueSee, on: .clue)) { call, reader in
        .page(try page(call, .empty, reader))
      },
      Route.act("/clues/:id/talk", .may(.clueWork, on: .clue)) { call in
        let id = try call.id(Clue.self)
        return try await call.submit { form in
          let read = FormReader(form)
          let text = read.text("message", "给举报人的话", most: 2000)
          try read.done()
          try await call.change(.askReporter) { try intake.ask(text, about: id, $0) }
          return .redirect("/clues/\(id)/talk")
        } again: { state, reader in
          try page(call, state, reader)
        }
      },
      Route.act("/clues/:id/talk/seen", .may(.clueWork, on: .clue)) { call in
        let id = try call.id(Clue.self)
        try await call.change(.seeMessages) { try intake.see(id, $0) }
        return .redirect("/clues/\(id)/talk")
      },
    ]
  }

  private func page(_ call: Call, _ state: FormState, _ reader: Reader) throws -> Page {
    let model = try ClueModel.read(call, intake, reader)
    return TalkPages.page(model, try TalkModel.read(model.clue.id, reader), state)
  }
}

extension TalkModel {
  static let panel = Panel(on: .clue, order: 2) { ref, viewer, reader in
    guard viewer.scope(.clueSee) != nil else { return .none }
    return TalkPages.panel(ID(ref.number), try TalkModel.read(ID(ref.number), reader))
  }

  /// Files of a message are for whoever sees its clue.
  static let record = RecordKind(
    .clueMessage, noun: "条来往", see: .clueSee, link: { _ in "/clues" }
  ) { number, reader in
    guard let id = try TalkStore.clue(of: number, reader), let clue = try ClueStore.find(id, reader) else { return nil }
    return RecordFace(
      title: "线索\(clue.number)的来往", place: Placement(county: clue.county, owner: clue.owner.value),
      parties: [clue.premises].compactMap { $0 })
  }
}
