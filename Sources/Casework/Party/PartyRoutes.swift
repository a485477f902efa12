import Inspection
import Intake
import Kit
import Registers
import Storage
import Web

/// The particulars of the party and its code, for the officers of the case.
struct PartyRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/:id/party", .may(.caseSee, on: .lawCase)) { .page(try page($0, $1, nil)) },
      Route.act("/cases/:id/party", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, keys) = (try call.id(Case.self), call.database.folder.keys)
          let new = try ParticularsForm.read(form)
          try await call.change(.keepParty) { try room.keepParty(new.0, confirmedOn: new.1, of: id, keys, $0) }
          return .redirect("/cases/\(id)/party")
        } again: {
          try page(call, $1, $0)
        }
      },
      Route.act("/cases/:id/party/code", .may(.caseWork, on: .lawCase)) { call in
        let (id, keys) = (try call.id(Case.self), call.database.folder.keys)
        try await call.change(.partyCode) { _ = try room.renewPartyCode(of: id, keys, $0) }
        return .redirect(Link("/cases/\(id)/party").at("code"))
      },
    ]
  }

  /// `state` nil for a fresh form.
  private func page(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let (id, viewer, keys) = (try call.id(Case.self), try call.person(), call.database.folder.keys)
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    let isOfficer = record.team.has(viewer.account) && viewer.scope(.caseWork)?.allows(record.place) == true
    let particulars = try PartyStore.particulars(of: record, keys, reader)
    let steps = try CaseStepStore.steps(of: id, reader)
    let days = try PartyStore.days(of: id, reader)
    let model = PartyModel(
      record: record, particulars: particulars, days: days, isOfficer: isOfficer,
      code: isOfficer ? try Casework.partyCode(of: id, keys, reader) : nil,
      codeMadeOn: try PartyStore.secret(of: id, reader)?.madeOn,
      money: room.money(try room.file(of: record, steps, reader), on: call.today),
      receipts: try PartyStore.receipts(of: id, reader),
      files: try call.database.attachments.list(of: record.ref, reader),
      today: call.today)
    return PartyPages.page(model, try state ?? fresh(model, reader))
  }

  /// What is on file; before anything is, what the register of institutions knows.
  private func fresh(_ model: PartyModel, _ reader: Reader) throws -> FormState {
    if let known = model.particulars { return ParticularsForm.state(known, model.days) }
    var particulars = Particulars()
    if let ref = model.record.premises, model.record.isOrganisation {
      let legal = try Registers.holder(ref, reader)
      particulars.number = legal?.credit ?? ""
      particulars.representative = legal?.representative ?? ""
      particulars.address = try Registers.premises(ref, reader)?.address ?? ""
    }
    return ParticularsForm.state(particulars, nil)
  }
}
