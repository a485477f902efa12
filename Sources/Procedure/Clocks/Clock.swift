package import Kit
package import Packs

/// Terms that run in a case. What they are called, who owes them and which term of `Law` they follow stands in the pack;
/// when they begin and stop stands in `CaseClocks`.
package enum ClockName: String, CaseIterable, Sendable {
  case decision, registration, seizure, defence
  case hearingRequest = "hearing-request"
  case hearingNotice = "hearing-notice"
  case service
  case simpleFiling = "simple-filing"
  case payment, reminder, reconsideration, litigation
  case litigationAfterReconsideration = "litigation-after-reconsideration"
  case courtApplication = "court-application"
  case courtAcceptance = "court-acceptance"
  case policeDecision = "police-decision"
  case publicNotice = "public-notice"
  case correction
}

/// Who must act before a term ends.
package enum ClockDebtor: String, CaseIterable, Sendable {
  case caseOfficer = "case-officer"
  case presider, party, court, police
}

/// A term that runs: from when, until when, by which article.
package struct Clock: Sendable, Hashable {
  package let name: ClockName
  package let title: String
  package let owes: ClockDebtor
  package let provenance: Provenance
  package let from: CivilDate
  /// The last day in time.
  package let due: CivilDate
  /// The plain last day before it was moved to a working day; terms that bind the agency warn at it.
  package let countedTo: CivilDate
  /// A year without a published calendar was needed.
  package let provisional: Bool
  /// The step to which it belongs; nil: the case.
  package let about: Int64?
  /// The time does not count since this day: `due` is the earliest day possible and moves with every day.
  package let pausedSince: CivilDate?

  package var source: String { provenance.source }
}

struct ClockDefinition: Sendable {
  let name: ClockName
  let owes: ClockDebtor
  /// Key in `terms/`; nil where a step sets the date itself.
  let term: String?
  let title: String?
  let provenance: Provenance?

  static func read(_ node: PackNode) -> ClockDefinition {
    let isOwn = !node.has("term")
    let clock = ClockDefinition(
      name: node.choice("id", standIn: .decision), owes: node.choice("owes", standIn: .party),
      term: isOwn ? nil : node.slug("term"), title: isOwn ? node.text("title") : nil,
      provenance: isOwn ? node.provenance() : nil)
    node.claim(clock.name.rawValue, in: "procedure clocks", key: "id")
    return clock
  }
}
