package import Kit
package import Packs

/// All law that the rooms work with, read from packs once at start.
///
/// Folders: `calendar/` (one file per year), `statutes/`, `measures/` (words for orders and measures), `violations/`,
/// `terms/`, `discretion/`, `limits/`, `checklists/` (one file per checklist) and `registers/` (institution types).
/// `examples/` is read by `examine` only. `roles/`, `regions/`, `phrases/`, `procedure/`, `papers/`, `duties/`, `meetings/`, `counting/`,
/// `channels/`, `matters/`, `sentinels/`, `rewards/`, `blacklist/` and `transfer/` belong to other rooms
/// and are left alone; any other folder is refused.
package struct LawContent: Sendable {
  package let calendar: WorkCalendar
  package let calendarYears: [CalendarYear]
  package let statutes: Statutes
  package let measures: Measures
  package let terms: Terms
  package let discretion: Discretion
  package let limits: [Limit]
  package let checklists: [Checklist]
  package let institutionTypes: InstitutionTypes
  /// In the order of the files.
  package let violations: [Violation]
  private let violationByID: [String: Int]

  private static let folders: Set<String> = [
    "calendar", "statutes", "measures", "violations", "terms", "discretion", "limits", "checklists", "registers",
    "examples", "roles", "regions", "matching", "phrases", "procedure", "papers", "duties", "exports", "transfer",
    "evidence", "dossier", "meetings", "office-papers", "counting", "channels", "matters", "sentinels", "rewards",
    "blacklist", "mechanisms", "assessment",
  ]

  /// Throws every problem of every file as one `Refusals` of `PackProblem`s.
  package static func load(_ source: any ContentSource) throws(Refusals) -> LawContent {
    let reader = PackReader(source)
    reader.allow(folders: folders)
    let content = LawContent(reader)
    for key in content.terms.missing { reader.refuse("terms", "缺少期限 \(key.rawValue)") }
    try reader.settle()
    return content
  }

  private init(_ reader: PackReader) {
    calendarYears = reader.files(in: "calendar", CalendarYear.read)
    calendar = WorkCalendar(calendarYears)
    let statutes = Statutes(reader.files(in: "statutes") { $0.records("statutes", Statute.read) }.flatMap { $0 })
    let measures = Measures(reader.files(in: "measures") { $0.records("measures", Measure.read) }.flatMap { $0 })
    let termFiles = reader.files(in: "terms", TermsFile.read)
    terms = Terms(termFiles.flatMap(\.terms), surcharges: termFiles.flatMap(\.surcharges))
    discretion = Discretion(reader.files(in: "discretion") { DiscretionFile.read($0, statutes) }, reader)
    limits = reader.files(in: "limits") { $0.records("limits") { Limit.read($0, statutes) } }.flatMap { $0 }
    checklists = reader.files(in: "checklists", Checklist.read)
    institutionTypes = InstitutionTypes(
      reader.files(in: "registers") { $0.records("institution-types", InstitutionType.read) }.flatMap { $0 })
    let books = LawBooks(statutes: statutes, measures: measures)
    let written = reader.files(in: "violations") { $0.records("violations") { WrittenViolation.read($0, books) } }
      .flatMap { $0 }
    violations = written.map(ViolationLinks(written).linked)
    violationByID = Dictionary(written.indices.map { (written[$0].violation.id, $0) }) { first, _ in first }
    (self.statutes, self.measures) = (statutes, measures)
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

  package func violation(_ id: String) -> Violation? { violationByID[id].map { violations[$0] } }

  package func limit(_ key: String) -> Limit? { limits.first { $0.key == key } }
}

/// A term and the end of one run of it.
package struct TermDue: Hashable, Sendable {
  package let term: Term
  package let due: Due
}
