internal import Kit
internal import Law
internal import Packs
internal import Storage
internal import Web

struct ViolationRoutes {
  let rulebook: Rulebook
  private let shelf: ViolationShelf

  init(rulebook: Rulebook) {
    self.rulebook = rulebook
    shelf = ViolationShelf(rulebook.law)
  }

  var routes: [Route] {
    [
      Route.look("/law", .may(.lawSee)) { call, reader in .page(try list(call, reader)) },
      Route.look("/law/violations/:violation", .may(.lawSee)) { call, reader in .page(try detail(call, reader)) },
    ]
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(
      call, base: "/law", sorts: ["catalogue"], descending: false,
      filters: ["words", "subject", "authority", "confidence"])
    let asked = listing.filter("confidence")
    let found = shelf.find(
      .init(
        words: listing.filter("words"), subject: listing.filter("subject").flatMap { Subject(rawValue: $0) },
        authority: listing.filter("authority").flatMap { Authority(rawValue: $0) },
        confidence: asked.flatMap { Confidence(rawValue: $0) }, gaps: asked == "gap"))
    let approvals = try ApprovalStore.newest(in: try call.county(), reader)
    let shown = found.dropFirst(listing.offset).prefix(Listing.size).map { violation in
      let value = LawValue(violation, rulebook.law.measures)
      return ViolationLine(
        violation: violation, value: value, standing: ApprovalStanding(of: value, newest: approvals[value.name]))
    }
    return ViolationListPages.list(listing.counting(Int64(found.count)), shown, today: call.today)
  }

  private func detail(_ call: Call, _ reader: Reader) throws -> Page {
    let (law, viewer) = (rulebook.law, try call.person())
    guard let violation = law.violation(try call.word("violation")) else { throw MissingRecord("种违法行为") }
    let value = LawValue(violation, law.measures)
    let approvals = try ApprovalStore.all(of: value.name, in: viewer.county, reader)
    return ViolationPages.page(
      ViolationDetail(
        violation: violation, value: value, standing: ApprovalStanding(of: value, newest: approvals.first),
        approvals: approvals, related: violation.related.compactMap(law.violation),
        fine: FineAsked(violation, call, law),
        measures: law.measures, viewer: viewer, today: call.today))
  }
}

/// One line of the catalogue.
struct ViolationLine {
  let violation: Violation
  let value: LawValue
  let standing: ApprovalStanding
}

/// What the page of a violation shows.
struct ViolationDetail {
  let violation: Violation
  let value: LawValue
  let standing: ApprovalStanding
  /// The newest first.
  let approvals: [Approval]
  let related: [Violation]
  let fine: FineAsked
  let measures: Measures
  let viewer: Viewer
  let today: CivilDate
}
