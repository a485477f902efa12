internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Registers
internal import Storage
internal import Web

extension Campaign {
  var assessmentRoutes: [Route] { assessmentChoice + assessmentFigures + resultRoutes + readingRoutes }

  private var assessmentChoice: [Route] {
    [
      Route.look("/campaigns/:id/assessment", .may(.campaignSee, on: .campaign)) {
        .page(try overview($0, $1, .empty))
      },
      Route.act("/campaigns/:id/assessment", .may(.campaignRelease, on: .campaign)) { call in
        try await call.submit { _ in
          let id = try call.id(CampaignRecord.self)
          let one = try await call.change(.adoptAssessment) { tx in
            let campaign = try find(id, tx)
            return try Assessments.adopt(assessmentBook, for: campaign, try proposal(campaign, tx), tx)
          }
          return .redirect("/assessments/\(one)")
        } again: {
          try overview(call, $1, $0)
        }
      },
      Route.look("/assessments/:id", .may(.campaignSee, on: .assessment)) { .page(try assessmentPage($0, $1, .empty)) },
      Route.act("/assessments/:id/weights", .may(.campaignRelease, on: .assessment)) { call in
        try await call.submit { form in
          let id = try call.id(Assessment.self)
          try await call.change(.weighAssessment) { try Assessments.weigh(id, try choice(form, id, $0), $0) }
          return .redirect("/assessments/\(id)")
        } again: {
          try assessmentPage(call, $1, $0)
        }
      },
      Route.act("/assessments/:id/submit", .may(.campaignRelease, on: .assessment)) { call in
        try await call.submit { form in
          let id = try call.id(Assessment.self)
          try await ask(call, form, .submitAssessment) { reader in
            let one = try Assessments.open(id, reader)
            try refuseAssessed(form, one, reader)
            return try one.matter(reader)
          }
          return .redirect("/assessments/\(id)")
        } again: {
          try assessmentPage(call, $1, $0)
        }
      },
      Route.act("/assessments/:id/approve", .may(.campaignApprove, on: .assessment)) { call in
        try await call.submit { form in
          let (id, agencies) = (try call.id(Assessment.self), try call.person().agencies)
          try await decide(call, form, .approveAssessment) { reader in
            let one = try Assessments.open(id, reader)
            try Assessments.refuseAssessed(agencies, one)
            return try one.matter(reader)
          } then: {
            try Assessments.fix(id, $0)
          }
          return .redirect("/assessments/\(id)")
        } again: {
          try assessmentPage(call, $1, $0)
        }
      },
    ]
  }

  private var assessmentFigures: [Route] {
    [
      Route.look("/assessments/:id/sheet", .may(.campaignSee, on: .assessment)) { call, reader in
        let one = try Assessments.found(try call.id(), reader)
        let unit = try assessed(call, one)
        let facts = try AssessmentFacts.read(one, covered: covered, reader)
        let ranked = one.mayCompare(try call.person()) ? RankedUnit.rank(facts.scores, one.rules) : []
        return .page(
          try nowPages(one, call).sheet(facts.score(unit), ranked.first { $0.score.unit.agency == unit.agency }))
      },
      Route.look("/assessments/:id/list", .may(.campaignSee, on: .assessment)) { call, reader in
        let one = try Assessments.found(try call.id(), reader)
        let (unit, line) = (try assessed(call, one), try line(call, one))
        let items = try AssessmentFacts.read(one, covered: covered, reader).items(line, unit, reader)
        return .page(try list(items, line, unit, try nowPages(one, call), "/assessments/\(one.id)/list", call, reader))
      },
      Route.act("/assessments/:id/results", .may(.campaignRelease, on: .assessment)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let reason = reader.maybeText("reason", "更正的理由", most: 500)
          try reader.done()
          let id = try call.id(Assessment.self)
          let result = try await call.change(.makeResult) { [covered] in
            try Results.make(id, reason: reason, covered: covered, $0)
          }
          return .redirect("/results/\(result)")
        } again: { state, reader in
          try overview(call, reader, state, try Assessments.found(try call.id(), reader).campaign)
        }
      },
    ]
  }

  /// Whoever is to approve must not be of an assessed unit.
  func refuseAssessed(_ form: Form, _ one: AssessmentRecord, _ reader: Reader) throws {
    guard let id = form.value("approver").flatMap({ ID<Account>(text: $0) }),
      let person = try Offices.person(id, reader)
    else { return }
    try Assessments.refuseAssessed([person.agency.value], one)
  }

  /// The unit that the address names, where the reader may see its sheet.
  func assessed(_ call: Call, _ one: AssessmentRecord) throws -> AssessedUnit {
    let asked = call.asked("unit").flatMap { ID<AssessedUnit>(text: $0) }?.value
    guard let unit = asked.flatMap(one.unit), one.maySee(unit, try call.person()) else { throw MissingRecord("张考核表") }
    return unit
  }

  func line(_ call: Call, _ one: AssessmentRecord) throws -> AssessmentLine {
    guard let line = one.used.first(where: { "\($0.position)" == call.asked("what") }) else {
      throw MissingRecord("项指标")
    }
    return line
  }

  /// The list behind a figure: titles as their reader may know them.
  func list(
    _ items: [AssessedItem], _ line: AssessmentLine, _ unit: AssessedUnit, _ pages: ScorePages, _ base: Link,
    _ call: Call,
    _ reader: Reader
  ) throws -> Page {
    let isCounted = call.asked("part") == "have"
    let shown = isCounted ? items.filter(\.isCounted) : items
    let listing = Listing(call, base: base, sorts: [], descending: false, filters: ["unit", "what", "part"])
      .counting(Int64(shown.count))
    let viewer = try call.person()
    let titles = try DutyTitles(shown.map(\.subject), for: viewer, call.records, reader)
    return pages.list(line, unit, shown, isCounted: isCounted, listing) { one in
      // Institutions stand by their names on the page of towns too.
      if one.subject.kind == .institution, !viewer.may(.institutionSee) { return "\(one.title)" }
      return titles.discreet(
        CampaignDuty(
          id: ID(0), kind: one.kind, title: one.title, subject: one.subject, ownerName: one.ownerName,
          agency: unit.agency,
          agencyName: unit.name, due: one.due ?? call.today, done: one.done))
    }
  }

  private func nowPages(_ one: AssessmentRecord, _ call: Call) throws -> ScorePages {
    let viewer = try call.person()
    return ScorePages(
      assessment: one, base: "/assessments/\(one.id)", standing: "截至今天，随事实变动",
      crumbs: AssessmentOverviewPages.crumbs(one.campaign, one.campaignTitle), maySee: { one.maySee($0, viewer) },
      today: call.today)
  }

  private func overview(
    _ call: Call, _ reader: Reader, _ state: FormState, _ id: ID<CampaignRecord>? = nil
  ) throws -> Page {
    let campaign = try find(try id ?? call.id(), reader)
    let one = try AssessmentStore.find(of: campaign.id, reader)
    let viewer = try call.person()
    return AssessmentOverviewPages(
      campaign: campaign, book: assessmentBook, assessment: one,
      results: try one.map { try ResultStore.all(of: $0.id, reader) } ?? [],
      readings: try one.map { one in
        let all = try FileReadingStore.all(of: one.id, reader)
        return all.filter { one.mayCompare(viewer) || viewer.agencies.contains($0.agency) }
      } ?? [],
      viewer: viewer, today: call.today
    ).page(try one.map { try now($0, call, reader) } ?? .none, state)
  }

  /// All units for whoever compares them, else the reader's own.
  private func now(_ one: AssessmentRecord, _ call: Call, _ reader: Reader) throws -> HTML {
    let viewer = try call.person()
    let facts = try AssessmentFacts.read(one, covered: covered, reader)
    let pages = try nowPages(one, call)
    if one.mayCompare(viewer) { return pages.ranking(RankedUnit.rank(facts.scores, one.rules)) }
    let own = one.units.filter { viewer.agencies.contains($0.agency) }
    guard !own.isEmpty else { return empty("你的单位不在被考核的单位里", "考核结果印发以后可以看名次。") }
    let lines = own.map { unit -> HTML in
      let score = facts.score(unit)
      let sheet = Link("/assessments/\(one.id)/sheet").asking([("unit", ID<AssessedUnit>(unit.agency).text)])
      return
        "<p>\(unit.name)：\(Web.figure(score.score.map(Tenths.words) ?? "—", sheet)) 分，<a href=\"\(link: sheet)\">看考核表</a></p>"
    }
    return "\(lines)<p class=\"small dim\">名次在考核结果印发以后公布。</p>"
  }

  private func assessmentPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let one = try Assessments.found(try call.id(), reader)
    return AssessmentPages(
      assessment: one, agencies: try Offices.agencies(in: one.county, reader),
      towns: try Offices.towns(of: one.county, on: call.today, reader).map { ($0.number, $0.name) },
      approval: try approval(try one.matter(reader), base: "/assessments/\(one.id)", call, reader).without(
        one.agencies),
      history: historySection(try LedgerReading.history(of: one.ref, reader), today: call.today),
      mayWork: try call.person().may(.campaignRelease), today: call.today
    ).page(state)
  }

  private func proposal(_ campaign: CampaignSummary, _ reader: Reader) throws -> [AssessedUnit] {
    let owing = Set(try Duties.all(ofCampaign: campaign.id.value, reader).map(\.agency))
    return Assessments.proposal(
      try Offices.agencies(in: campaign.county, reader), owing: owing,
      towns: try Offices.towns(of: campaign.county, on: reader.today, reader).map { ($0.number, $0.name) })
  }

  private func choice(_ form: Form, _ id: ID<Assessment>, _ reader: Reader) throws -> AssessmentChoice {
    let one = try Assessments.open(id, reader)
    let points = one.lines.map { Int64(form.value("points-\($0.position)") ?? "") ?? -1 }
    let towns = Set(try Offices.towns(of: one.county, on: reader.today, reader).map(\.number))
    let units = try Offices.agencies(in: one.county, reader).compactMap { agency -> AssessedUnit? in
      guard let chosen = form.value("unit-\(agency.id)") else { return nil }
      let town = Int64(chosen).flatMap { towns.contains($0) ? $0 : nil }
      guard town != nil || chosen == "department" else { return nil }
      return AssessedUnit(agency: agency.id.value, name: agency.name, town: town)
    }
    return AssessmentChoice(points: points, units: units.sorted { $0.agency < $1.agency })
  }
}
