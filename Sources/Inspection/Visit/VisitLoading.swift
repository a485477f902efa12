import Campaign
import Duties
import Intake
import Kit
import Law
import Offices
import Registers
import Rulebook
import Storage
import Web

/// From a call to the models of the pages.
extension VisitRoutes {
  func list(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(
      call, base: "/visits", sorts: VisitListStore.sorts, descending: true, filters: VisitListStore.filters)
    let (scope, today, records) = (try call.scope(), call.today, call.records)
    let filter = VisitListStore.filter(scope, listing)
    let types = room.law.institutionTypes.all
    let mayPlan = scope.viewer.may(.visitWork)
    let counted = listing.counting(try VisitStore.count(filter, reader))
    return VisitListPages.list(
      VisitList(
        visits: try VisitStore.list(filter, order: VisitListStore.order(listing), offset: listing.offset, reader),
        listing: counted, places: try VisitStore.places(VisitListStore.done(filter), reader), types: types,
        campaigns: try CampaignChoices.all(scope.viewer, listing, records, today, reader),
        premises: try RecordLinks.title(RecordLinks.premises(listing.filter("premises")), records, reader),
        clue: try RecordLinks.title(
          listing.filter("clue").flatMap { ID<Clue>(text: $0) }.map { Ref(.clue, $0) }, records, reader),
        task: try listing.filter("task").flatMap { ID<CampaignTask>(text: $0) }
          .flatMap { try Campaign.task($0, reader)?.short },
        town: try Registers.townTag(listing.filter("town"), reader),
        violation: listing.filter("violation").map { room.law.violation($0)?.name ?? $0 },
        mayPlan: mayPlan, today: today))
  }

  func places(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(
      call, base: "/visits/premises", sorts: VisitedPlaceStore.sorts, descending: true,
      filters: VisitListStore.filters.filter { $0 != "state" })
    let (scope, today, records, types) = (try call.scope(), call.today, call.records, room.law.institutionTypes.all)
    let filter = VisitListStore.done(VisitListStore.filter(scope, listing))
    return VisitListPages.places(
      try VisitedPlaceStore.list(filter, listing, reader),
      listing.counting(try VisitStore.places(filter, reader)), visits: try VisitStore.count(filter, reader),
      campaigns: try CampaignChoices.all(scope.viewer, listing, records, today, reader), types: types,
      town: try Registers.townTag(listing.filter("town"), reader), records: records, today: today)
  }

  /// `state` nil for a fresh form.
  func plan(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let viewer = try call.person()
    let today = call.today
    func value(_ name: String) -> String? { state == nil ? call.asked(name) : state?.form.value(name) }
    let asked = VisitWish(
      premises: RecordLinks.premises(value("premises")), clue: value("clue").flatMap { ID(text: $0) },
      campaign: value("campaign").flatMap { ID(text: $0) }, words: call.asked("words"))
    let records = call.records
    let draft = try draft(asked, viewer, today, reader)
    guard let premises = draft.premises else {
      return VisitPlanPages.search(draft, try candidates(draft.wish.words, viewer.county, reader), records)
    }
    return VisitPlanPages.form(draft, premises, state ?? defaults(draft, premises, viewer, today), records)
  }

  private func draft(_ wish: VisitWish, _ viewer: Viewer, _ today: CivilDate, _ reader: Reader) throws -> VisitDraft {
    let clue = try wish.clue.flatMap { try Intake.clue($0, reader) }.flatMap { $0.county == viewer.county ? $0 : nil }
    let premises = try (wish.premises ?? clue?.premises).flatMap { try Registers.premises($0, reader) }
      .flatMap { $0.county == viewer.county ? $0 : nil }
    return VisitDraft(
      wish: wish, clue: clue, showsClue: viewer.may(.clueSee), premises: premises,
      people: try Offices.people(in: viewer.county, holding: .visitWork, roles: room.roles, reader),
      tasks: try Campaign.tasks(in: viewer.county, on: today, reader), law: room.law,
      checklists: try premises.map { try InspectionTypes.checklists(for: $0, on: today, room.rulebook, reader) } ?? [])
  }

  private func candidates(_ words: String?, _ county: County, _ reader: Reader) throws -> [Premises] {
    guard let words else { return [] }
    return try Registers.candidates(words, county: county, limit: 20, reader)
  }

  private func defaults(_ draft: VisitDraft, _ premises: Premises, _ viewer: Viewer, _ today: CivilDate) -> FormState {
    let me = draft.people.first { $0.id.value == viewer.account && $0.certificate != nil }
    return .filled([
      ("premises", premises.ref.description), ("clue", draft.clue?.id.text), ("date", today.iso),
      ("first", me?.id.text),
      ("checklist", draft.checklists.first?.id), ("task", draft.usualTask),
    ])
  }
}

extension VisitRoutes {
  func detail(_ call: Call, _ reader: Reader) throws -> Page {
    let (id, viewer, today, records) = (try call.id(Visit.self), try call.person(), call.today, call.records)
    let attachments = call.database.attachments
    let calendar = room.law.calendar
    let visit = try found(id, reader)
    return VisitDetailPages.page(
      VisitDetail(
        visit: visit, items: try VisitItemStore.items(of: id, reader),
        rectifications: try RectificationStore.of(visit, reader), duties: try Duties.waiting(on: visit.ref, reader),
        premises: try RecordLinks.html(visit.premises, records, viewer, reader),
        clue: try RecordLinks.html(visit.clue.map { Ref(.clue, $0) }, records, viewer, reader),
        campaign: try RecordLinks.html(visit.campaign.map { Ref(.campaign, $0) }, records, viewer, reader),
        task: try visit.task.flatMap { try Campaign.task($0, reader)?.label },
        files: try attachments.list(of: visit.ref, reader),
        history: try LedgerReading.history(of: visit.ref, reader),
        panels: try records.panels(for: visit.ref, viewer: viewer, reader), viewer: viewer, today: today,
        calendar: calendar))
  }

  /// `state` nil for a fresh form.
  func record(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let (id, today, law) = (try call.id(Visit.self), call.today, room.law)
    let visit = try found(id, reader)
    // A form that comes back after somebody else recorded the visit still shows what was typed.
    if state == nil, visit.state != .planned { throw InspectionRefusal.notPlanned(visit.number, visit.state) }
    let address = try Registers.premises(visit.premises, reader)?.address
    let term = try law.due(.rectification, from: today)
    let fresh = FormState.filled([
      ("date", min(visit.date, today).iso), ("place", address), ("due", term.due.date.iso),
    ])
    return VisitRecordPages.form(
      visit, try VisitItemStore.items(of: id, reader), try sought(visit, reader), state ?? fresh,
      order: term.term.note ?? "")
  }

  /// What the task of the visit looks for.
  private func sought(_ visit: VisitRecord, _ reader: Reader) throws -> [Violation] {
    try (visit.task.map { try Campaign.violations(of: $0, reader) } ?? []).compactMap { room.law.violation($0) }
  }

  func cancel(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let id = try call.id(Visit.self)
    return VisitPlanPages.cancel(try found(id, reader), state)
  }

  private func found(_ id: ID<Visit>, _ reader: Reader) throws -> VisitRecord {
    guard let visit = try VisitStore.find(id, reader) else { throw MissingRecord("次检查") }
    return visit
  }
}
