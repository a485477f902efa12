import Kit
import Offices
import Storage
import Web

/// Deciding on objections, and what the office sees of its answers.
struct ObjectionRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/clues/:id/objection", .may(.clueReview, on: .clue)) { call, reader in
        .page(try page(call, .empty, reader))
      },
      Route.act("/clues/:id/objection", .may(.clueReview, on: .clue)) { call in
        let id = try call.id(Clue.self)
        return try await call.submit { form in
          let read = FormReader(form)
          let outcome = read.choice("outcome", "决定", Objection.Outcome.self) ?? .kept
          let words = read.text("words", "理由", most: 2000)
          try read.done()
          let deed: Deed = outcome == .kept ? .keepAnswer : .reopenClue
          try await call.change(deed) { try intake.decide(id, outcome, because: words, $0) }
          return .redirect("/clues/\(id)/objection")
        } again: { state, reader in
          try page(call, state, reader)
        }
      },
    ]
  }

  private func page(_ call: Call, _ state: FormState, _ reader: Reader) throws -> Page {
    let (id, account) = (try call.id(Clue.self), try call.person().account)
    guard let clue = try ClueStore.find(id, reader) else { throw MissingRecord("条线索") }
    let rounds = try AnswerRound.read(id, reader)
    let open = clue.state.isOpen ? nil : rounds.last.flatMap { $0.objection?.decision == nil ? $0 : nil }
    let authors = try Offices.names(of: rounds.map(\.answer.author), reader)
    let mayDecide = open.map { $0.objection != nil && intake.mayReview(account, clue, $0.answer) } ?? false
    let view = ObjectionView(clue: clue, rounds: rounds, authors: authors, mayDecide: mayDecide, today: reader.today)
    return ObjectionPages.page(view, state)
  }
}

/// What the page of an objection needs.
struct ObjectionView: Sendable {
  let clue: ClueRecord
  /// The oldest first.
  let rounds: [AnswerRound]
  /// By account.
  let authors: [Int64: String]
  let mayDecide: Bool
  let today: CivilDate
}

extension AnswerRound {
  /// On the clue's own page: who answered when, what the reporter thought of it, and what waits.
  static let panel = Panel(on: .clue, order: 3) { ref, viewer, reader in
    guard viewer.scope(.clueSee) != nil, let clue = try ClueStore.find(ID(ref.number), reader) else { return .none }
    let rounds = try read(clue.id, reader)
    let authors = try Offices.names(of: rounds.map(\.answer.author), reader)
    let view = ObjectionView(
      clue: clue, rounds: rounds, authors: authors, mayDecide: viewer.may(.clueReview), today: reader.today)
    return ObjectionPages.panel(view, isNamed: try ReporterStore.isNamed(clue.id, reader))
  }
}
