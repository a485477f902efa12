import Kit
import Offices
import Storage
import Web

/// One writing, two things: a part of it becomes a clue of its own.
struct SplitRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/clues/:id/split", .may(.clueWork, on: .clue)) { call, reader in
        let model = try ClueModel.read(call, intake, reader)
        guard model.allows(call.path) else { return .redirect("/clues/\(model.clue.id)") }
        return .page(SplitPages.form(model, SplitPages.start(model)))
      },
      Route.act("/clues/:id/split", .may(.clueWork, on: .clue)) { call in
        let id = try call.id(Clue.self)
        return try await call.submit { form in
          let read = FormReader(form)
          let words = read.text("words", "拆出来另办的部分", most: 5000)
          let matter = read.text("matter", "这一部分反映什么事", most: 60)
          let owner = read.id("owner", "承办人", Account.self)
          let reason = read.text("reason", "为什么分开办", most: 300)
          try read.done()
          let new = Splitting(words: words, matter: matter, owner: owner)
          let part = try await call.change(.splitClue, reason: reason) { try intake.split(id, new, $0) }
          return .redirect("/clues/\(part)")
        } again: { state, reader in
          SplitPages.form(try ClueModel.read(call, intake, reader), state)
        }
      },
    ]
  }
}
