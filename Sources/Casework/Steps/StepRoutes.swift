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
    let (right, rights) = (door.permission, door.rights)
    return [
      Route.look(path, .may(right, on: .lawCase)) { .page(try page($0, $1, rights, nil)) },
      Route.act(path, .may(right, on: .lawCase), body: StepRoutes.files) { call in
        try await call.submit { form in
          let (id, step) = (try call.id(Case.self), try definition(call))
          let new = try StepForm(step).read(form)
          let files = FormReader(form).files("files")
          let attachments = call.database.attachments
          try await call.change(.caseStep(step.kind)) { tx in
            // Before the step: an archive takes in what comes with it.
            for file in files { try attachments.attach(file, to: Ref(.lawCase, id), tx) }
            try room.take(new, in: id, as: rights, tx)
          }
          return .redirect("/cases/\(id)")
        } again: { try page(call, $1, rights, $0) }
      },
    ]
  }

  /// Scans and photographs, or a film of the hearing with some.
  static let files = BodyLimit(megabytes: 105, eachFile: 100, files: 10)

  /// `state` nil for a fresh form.
  private func page(_ call: Call, _ reader: Reader, _ rights: Set<ActingRight>, _ state: FormState?) throws -> Page {
    let (id, step) = (try call.id(Case.self), try definition(call))
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    let file = try room.file(of: record, try CaseStepStore.steps(of: id, reader), reader)
    let person = ActingPerson(account: try call.person().account, rights: rights, qualifiedReviewer: rights == [.reviewer])
    let offer = room.procedure.offers(file, as: person, on: call.today).first { $0.step.kind == step.kind }
    let model = StepModel(
      record: record, step: step, procedure: room.procedure,
      answerable: file.steps.filter { offer?.about.contains($0.id) == true }, closed: state == nil ? offer?.reasons ?? [] : [],
      people: try Offices.people(in: record.county, holding: .todaySee, roles: room.roles, reader),
      action: Link("/cases/\(id)/\(doorName(rights))/\(step.kind.rawValue)"))
    return StepPages.page(model, state ?? fresh(model, file, call.today))
  }

  private func doorName(_ rights: Set<ActingRight>) -> String {
    StepDoor.allCases.first { $0.rights == rights }?.rawValue ?? ""
  }

  /// They are taken by a form of their own.
  private static let ownForms: Set<StepKind> = [.filing, .decision, .payment, .closing]

  private func definition(_ call: Call) throws -> StepDefinition {
    guard let kind = StepKind(rawValue: try call.word("step")), !Self.ownForms.contains(kind),
      let step = room.procedure.definition(kind)
    else { throw MissingRecord("个步骤") }
    return step
  }

  /// What the case already says: the day, what was told in the notice, what is still owed.
  private func fresh(_ model: StepModel, _ file: CaseFile, _ today: CivilDate) -> FormState {
    let notice = file.steps.last { $0.kind == .priorNotice }?.facts
    var values: [(String, String?)] = [
      ("on", today.iso), ("told", "yes"), ("fine", notice?.fine?.text), ("gains", notice?.gains?.text),
      ("goods", notice?.goods?.text), ("amount", model.record.unpaid > .zero ? model.record.unpaid.text : nil),
      ("about", model.answerable.last.map { "\($0.id)" }),
    ]
    values += (notice?.penalties ?? []).map { ("penalties", $0) }
    return .filled(values)
  }
}
