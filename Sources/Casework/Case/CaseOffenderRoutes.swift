import Kit
import Matching
import Offenders
import Storage
import Web

/// The party of a case looked up in the register of offenders.
struct CaseOffenderRoutes {
  let room: Casework

  var routes: [Route] { [look] }

  var panel: Panel {
    Panel(on: .lawCase, order: 15) { ref, viewer, reader in
      guard let offenders = room.offenders, let record = try CaseStore.find(ID(ref.number), reader),
        !record.isOrganisation, let said = try? room.said(record, reader), try Offenders.opens(ref, reader)
      else { return .none }
      let works = viewer.scope(.caseWork)?.allows(record.place) == true
      return try offenders.partyPanel(
        said, of: ref, action: works ? "/cases/\(record.id)/offender" : nil, viewer: viewer,
        reader)
    }
  }

  private var look: Route {
    Route.act("/cases/:id/offender", .may(.caseWork, on: .lawCase)) { call in
      let id = try call.id(Case.self)
      let look = try await call.change(.lookUpOffender) { try room.lookUpParty(of: id, $0) }
      return .redirect("/offenders/looks/\(look)")
    }
  }
}

extension Casework {
  /// Looks the party up, with the case as purpose. Refuses an organisation.
  func lookUpParty(of id: ID<Case>, _ tx: Transaction) throws -> ID<Look> {
    let record = try found(id, tx)
    guard let offenders, !record.isOrganisation else { throw MissingRecord("名当事人（自然人）") }
    return try offenders.look(
      try said(record, tx), for: "办理案件\(record.number)，比对当事人", on: record.ref, tx)
  }
}
