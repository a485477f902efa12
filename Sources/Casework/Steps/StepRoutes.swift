import Duties
import Inspection
import Kit
import Offices
import Procedure
import Storage
import Web

/// Each step of a case has a page and a deed. Four doors, one for each right; the procedure says which steps may pass.
struct StepRoutes {
  let room: Casework

  var routes: [Route] {
    pair("/cases/:id/steps/:step", .steps) + pair("/cases/:id/approvals/:step", .approvals)
      + pair("/cases/:id/reviews/:step", .reviews) + pair("/cases/:id/hearings/:step", .hearings)
  }

  private func pair(_ path: StaticString, _ door: StepDoor) -> [Route] {
    [
      Route.look(path, .may(door.permission, on: .lawCase)) { .page(try page($0, $1, door, nil)) },
      Route.act(path, .may(door.permission, on: .lawCase), body: StepRoutes.files) { call in
        try await call.submit { form in
          let (id, step) = (try call.id(Case.self), try definition(call))
          let new = try StepForm(step).read(form)
          let files = FormReader(form).files("files")
          let attachments = call.database.attachments
          try await call.change(.caseStep(step.kind)) { tx in
            // Before the step: an archive takes in what comes with it.
            for file in files { try attachments.attach(file, to: Ref(.lawCase, id), tx) }
            try room.take(new, in: id, as: door.rights, tx)
          }
          return .redirect("/cases/\(id)")
        } again: {
          try page(call, $1, door, $0)
        }
      },
    ]
  }

  /// Scans and photographs, or a film of the hearing with some.
  static let files = BodyLimit(megabytes: 105, eachFile: 100, files: 10)

  /// `state` nil for a fresh form.
  private func page(_ call: Call, _ reader: Reader, _ door: StepDoor, _ state: FormState?) throws -> Page {
    let (id, step) = (try call.id(Case.self), try definition(call))
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    let file = try room.file(of: record, try CaseStepStore.steps(of: id, reader), reader)
    try room.refuseAway(try call.person(), record, file)
    let person = try room.acting(try call.person().account, door.rights, reader)
    let offer = room.procedure.offers(file, as: person, on: call.today).first { $0.step.kind == step.kind }
    let closed = state == nil ? offer?.reasons ?? [] : []
    let away = try room.keepingAway(record, file, reader)
    let model = StepModel(
      record: record, step: step, procedure: room.procedure,
      answerable: file.steps.filter { offer?.about.contains($0.id) == true },
      closed: closed,
      others: Casework.asksForOthers(closed) ? try room.others(for: step.kind, record, file, reader) : nil,
      people: try Offices.people(in: record.county, holding: .caseSee, roles: room.roles, reader)
        .filter { $0.id.value != person.account && !away.contains($0.id.value) },
      range: Casework.penalises.contains(step.kind) ? room.fineRange(StepFacts(), record, file) : nil,
      action: StepDoor.link(step.kind, of: record, by: door))
    return StepPages.page(model, state ?? fresh(model, file, call.today))
  }

  /// They are taken by a form of their own.
  private static let ownForms: Set<StepKind> = StepDoor.elsewhere.union([.filing, .decision, .payment, .closing])

  private func definition(_ call: Call) throws -> StepDefinition {
    guard let kind = StepKind(rawValue: try call.word("step")), !Self.ownForms.contains(kind),
      let step = room.procedure.definition(kind)
    else { throw MissingRecord("个步骤") }
    return step
  }

  /// What the case already says: the day, who was named for the hearing, what was told in the notice or decided, what is still owed or to be given back.
  private func fresh(_ model: StepModel, _ file: CaseFile, _ today: CivilDate) -> FormState {
    let told: Set<StepKind> = model.step.kind == .challengeResult ? [.decision, .onTheSpot] : [.priorNotice]
    let penalty = file.steps.last { told.contains($0.kind) }?.facts
    let unpaid = model.record.unpaid
    let amount = unpaid < .zero ? .zero - unpaid : unpaid
    var values: [(String, String?)] = [
      ("on", today.iso), ("told", "yes"), ("fine", penalty?.fine?.text), ("gains", penalty?.gains?.text),
      ("goods", penalty?.goods?.text), ("amount", amount == .zero ? nil : amount.text),
      ("about", model.answerable.last.map { "\($0.id)" }),
    ]
    values += (penalty?.penalties ?? []).map { ("penalties", $0) }
    let call = file.steps.last { $0.kind == .hearingNotice }?.facts
    values += [("time", call?.time), ("place", call?.place)]
    values += (call?.staff ?? []).map { ("staff", ID<Account>($0).text) }
    return .filled(values)
  }
}
