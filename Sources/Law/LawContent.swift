package import Kit
package import Packs

/// All law that the rooms work with, read from packs once at start.
///
/// Folders: `calendar/` (one file per year), `terms/`, `checklists/` (one file per checklist), `registers/`
/// (institution types) and `violations/`. `roles/`, `regions/` and `phrases/` belong to other rooms and are left alone;
/// any other folder is refused.
package struct LawContent: Sendable {
  package let calendar: WorkCalendar
  package let calendarYears: [CalendarYear]
  package let terms: Terms
  package let checklists: [Checklist]
  package let institutionTypes: InstitutionTypes
  package let violations: [Violation]

  /// Throws every problem of every file as one `Refusals` of `PackProblem`s.
  package static func load(_ source: any ContentSource) throws(Refusals) -> LawContent {
    let reader = PackReader(source)
    reader.allow(folders: ["calendar", "terms", "checklists", "registers", "violations", "roles", "regions", "phrases"])
    let content = LawContent(reader)
    for key in content.terms.missing { reader.refuse("terms", "缺少期限 \(key.rawValue)") }
    try reader.settle()
    return content
  }

  private init(_ reader: PackReader) {
    calendarYears = reader.files(in: "calendar", CalendarYear.read)
    calendar = WorkCalendar(calendarYears)
    terms = Terms(reader.files(in: "terms") { $0.records("terms", Term.read) }.flatMap { $0 })
    checklists = reader.files(in: "checklists", Checklist.read)
    institutionTypes = InstitutionTypes(
      reader.files(in: "registers") { $0.records("institution-types", InstitutionType.read) }.flatMap { $0 })
    violations = reader.files(in: "violations") { $0.records("violations", Violation.read) }.flatMap { $0 }
  }

  /// A term and when it ends, counted from the day of the event.
  package func due(_ key: TermKey, from event: CivilDate) throws(LawRefusal) -> TermDue {
    try due(key.rawValue, from: event)
  }

  /// The same for a key that a person typed.
  package func due(_ key: String, from event: CivilDate) throws(LawRefusal) -> TermDue {
    let term = try terms.term(key, on: event)
    return TermDue(term: term, due: try term.due(from: event, calendar))
  }

  /// The checklists for a type of institution, in the order of the files.
  package func checklists(for type: String) -> [Checklist] { checklists.filter { $0.appliesTo.contains(type) } }

  package func violation(_ id: String) -> Violation? { violations.first { $0.id == id } }
}

/// A term and the end of one run of it.
package struct TermDue: Hashable, Sendable {
  package let term: Term
  package let due: Due
}
