import Kit
import Storage
import Web

/// Merging a clue into another, and taking it back.
struct MergeRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/clues/:id/merge", .may(.clueWork, on: .clue)) { call, reader in
        let model = try ClueModel.read(call, intake, reader)
        guard model.clue.state.isOpen else { return .redirect("/clues/\(model.clue.id)") }
        return .page(MergePages.form(model, .filled([("lead", call.asked("lead"))])))
      },
      Route.act("/clues/:id/merge", .may(.clueWork, on: .clue)) { call in
        let (id, county) = (try call.id(Clue.self), try call.county())
        return try await call.submit { form in
          let read = FormReader(form)
          let number = read.text("lead", "并入哪一条", most: 40)
          let reason = read.text("reason", "为什么是同一件事", most: 300)
          try read.done()
          guard let lead = try await call.read({ try MergeStore.find(number: number, in: county, $0) }) else {
            throw IntakeRefusal.noSuchLead
          }
          try await call.change(.mergeClue, reason: reason) { try intake.merge(id, into: lead, $0) }
          return .redirect("/clues/\(lead)")
        } again: { state, reader in
          MergePages.form(try ClueModel.read(call, intake, reader), state)
        }
      },
      Route.look("/clues/:id/unmerge", .may(.clueWork, on: .clue)) { call, reader in
        let model = try ClueModel.read(call, intake, reader)
        guard model.clue.state == .merged else { return .redirect("/clues/\(model.clue.id)") }
        return .page(MergePages.undo(model, .empty))
      },
      Route.act("/clues/:id/unmerge", .may(.clueWork, on: .clue)) { call in
        let id = try call.id(Clue.self)
        return try await call.submit { form in
          let read = FormReader(form)
          let reason = read.text("reason", "为什么撤销", most: 300)
          try read.done()
          try await call.change(.unmergeClue, reason: reason) { try intake.unmerge(id, $0) }
          return .redirect("/clues/\(id)")
        } again: { state, reader in
          MergePages.undo(try ClueModel.read(call, intake, reader), state)
        }
      },
    ]
  }
}
