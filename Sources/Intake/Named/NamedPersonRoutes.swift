import Kit
import Matching
import Offenders
import Storage
import Web

/// Whom a clue names, beside the register of offenders: a panel on the page of the clue, and the form to look somebody up.
struct NamedPersonRoutes {
  let intake: Intake

  var routes: [Route] { [form, look] }

  var panel: Panel {
    Panel(on: .clue, order: 15) { ref, viewer, reader in
      guard intake.offenders != nil, let clue = try ClueStore.find(ID(ref.number), reader) else { return .none }
      let works = viewer.scope(.clueWork)?.allows(Placement(county: clue.county, owner: clue.owner.value)) == true
      return try Offenders.namedPanel(
        on: ref, action: works ? "/clues/\(clue.id)/offender" : nil, viewer: viewer, reader)
    }
  }

  private var form: Route {
    Route.look("/clues/:id/offender", .may(.clueWork, on: .clue)) { call, reader in
      .page(try page(call, reader, .empty))
    }
  }

  private var look: Route {
    Route.act("/clues/:id/offender", .may(.clueWork, on: .clue)) { call in
      try await call.submit { form in
        guard try call.person().may(.offenderSee) else { throw AccessRefusal.noRight }
        let named = try NamedForm.read(form)
        let id = try call.id(Clue.self)
        let look = try await call.change(.lookUpOffender) { try intake.lookUp(named, in: id, $0) }
        return .redirect("/offenders/looks/\(look)")
      } again: { state, reader in
        try page(call, reader, state)
      }
    }
  }

  /// Refuses whoever may not look anybody up: the right to work on clues is not enough.
  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard try call.person().may(.offenderSee) else { throw AccessRefusal.noRight }
    guard let clue = try ClueStore.find(try call.id(), reader) else { throw MissingRecord("条线索") }
    return NamedForm.page(clue, state)
  }
}
