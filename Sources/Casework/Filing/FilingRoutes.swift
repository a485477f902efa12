import Campaign
import Inspection
import Intake
import Kit
import Law
import Offices
import Registers
import Storage
import Web

struct FilingRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/new", .may(.caseWork)) { .page(try page($0, $1, nil)) },
      Route.act("/cases", .may(.caseWork)) { call in
        try await call.submit { form in
          let new = try FilingForm.read(form)
          let id = try await call.change(.fileCase) { try room.file(new, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  /// `state` nil for a fresh form.
  private func page(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    guard let draft = try draft(call, reader, state) else { return FilingPages.nothing(try call.person()) }
    return FilingPages.form(draft, try state ?? fresh(draft.source, reader))
  }

  /// Nil where the address names no source.
  func draft(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> FilingDraft? {
    let (viewer, records, law, roles) = (try call.person(), call.records, room.law, room.roles)
    func value(_ name: String) -> String? { state == nil ? call.asked(name) : state?.form.value(name) }
    let visit = value("visit").flatMap { ID<Visit>(text: $0) }
    let clue = value("clue").flatMap { ID<Clue>(text: $0) }
    let premises = RecordLinks.premises(value("premises"))
    let source = try source(visit, clue, premises, viewer.county, reader)
    guard !source.isEmpty else { return nil }
    let people = try Offices.people(in: viewer.county, holding: .caseWork, roles: roles, reader)
    return FilingDraft(
      source: source, people: people, violations: law.violations.filter(\.isOurs),
      sought: try sought(source, reader),
      visit: try RecordLinks.html(source.visit?.ref, records, viewer, reader),
      clue: try RecordLinks.html(source.clue.map { Ref(.clue, $0.id) }, records, viewer, reader))
  }

  private func source(
    _ visit: ID<Visit>?, _ clue: ID<Clue>?, _ premises: Ref?, _ county: County, _ reader: Reader
  ) throws -> CaseSource {
    let visit = try visit.flatMap { try Inspection.visit($0, reader) }.flatMap { $0.county == county ? $0 : nil }
    let clue = try (visit?.clue ?? clue).flatMap { try Intake.clue($0, reader) }
      .flatMap { $0.county == county ? $0 : nil }
    let place = try (visit?.premises ?? premises ?? clue?.premises).flatMap { try Registers.premises($0, reader) }
    return CaseSource(visit: visit, clue: clue, premises: place.flatMap { $0.county == county ? $0 : nil })
  }

  /// What the task looks for that the visit or the clue stands under.
  private func sought(_ source: CaseSource, _ reader: Reader) throws -> [String] {
    try source.task.map { try Campaign.violations(of: $0, reader) } ?? []
  }

  /// What the visit already says: party, officers, facts, and the violation of the first line that was not met; one that the task looks for
  /// before others.
  func fresh(_ source: CaseSource, _ reader: Reader) throws -> FormState {
    let found = try source.visit.map { try Inspection.violations(of: $0.id, reader) } ?? []
    let known = found.filter { room.law.violation($0)?.isOurs == true }
    let sought = try sought(source, reader)
    let ours = known.first(where: sought.contains) ?? known.first
    return .filled([
      ("visit", source.visit?.id.text), ("clue", source.clue?.id.text), ("premises", source.premises?.ref.description),
      ("party", source.premises?.name),
      ("kind", source.premises?.ref.kind == .institution ? "organisation" : "person"), ("violation", ours),
      ("summary", source.visit?.finding?.summary),
      ("first", source.visit?.team.first.id.text), ("second", source.visit?.team.second.id.text),
    ])
  }
}
