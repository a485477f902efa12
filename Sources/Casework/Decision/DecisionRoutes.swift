import Inspection
import Kit
import Procedure
import Rulebook
import Storage
import Web

struct DecisionRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/:id/decide", .may(.caseDecide, on: .lawCase)) { .page(try page($0, $1, nil)) },
      Route.act("/cases/:id/decide", .may(.caseDecide, on: .lawCase)) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let new = try DecisionForm.read(form)
          try await call.change(.decideCase) { try room.decide(id, new, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  /// `state` nil for a fresh form.
  private func page(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let (id, account, today) = (try call.id(Case.self), try call.person().account, call.today)
    let record = try CaseStore.find(id, reader)
    guard let record else { throw MissingRecord("起案件") }
    guard !record.team.has(account) else { throw CaseRefusal.deciderIsOfficer }
    if state == nil, record.state != .investigating { throw CaseRefusal.notInvestigating(record.number, record.state) }
    let file = try room.file(of: record, try CaseStepStore.steps(of: id, reader), reader)
    try room.refuseAway(try call.person(), record, file)
    let offer = room.procedure.offers(file, as: try room.acting(account, StepDoor.approvals.rights, reader), on: today)
      .first { $0.step.kind == .decision }
    let told = file.steps.last { $0.kind == .priorNotice }?.facts ?? StepFacts()
    let closed = state == nil ? offer?.reasons ?? [] : []
    let others = Casework.asksForOthers(closed) ? try room.others(for: .decision, record, file, reader) : nil
    return DecisionPages.form(
      record, try room.obstacle(record, reader), closed, others, room.fineRange(told, record, file),
      state ?? fresh(told, today))
  }

  /// What the party was told is what may be decided.
  private func fresh(_ told: StepFacts, _ today: CivilDate) -> FormState {
    let kinds = told.penalties.map { ("penalties", $0 as String?) }
    return .filled(
      [
        ("date", today.iso), ("fine", told.fine?.text), ("gains", told.gains?.text), ("goods", told.goods?.text),
        ("basis", told.basis),
      ] + kinds)
  }
}
