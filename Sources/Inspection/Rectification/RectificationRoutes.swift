import Campaign
import Duties
import Kit
import Law
import Offices
import Storage
import Web

struct RectificationRoutes {
  let room: Inspection

  var routes: [Route] {
    [
      Route.look("/rectifications", .may(.visitSee)) { .page(try list($0, $1)) },
      Route.look("/rectifications/:id", .may(.visitSee, on: .rectification)) { .page(try detail($0, $1, nil)) },
      Route.act("/rectifications/:id/recheck", .may(.visitWork, on: .rectification), body: VisitRoutes.photos) { call in
        try await call.submit { form in
          let id = try call.id(Rectification.self)
          let new = try RecheckForm.read(form)
          try await save(new, FormReader(form).files("files"), id, call)
          return .redirect("/rectifications/\(id)")
        } again: {
          try detail(call, $1, $0)
        }
      },
    ]
  }

  private func save(_ new: NewRecheck, _ files: [StagedFile], _ id: ID<Rectification>, _ call: Call) async throws {
    let attachments = call.database.attachments
    try await call.change(.recheck) { tx in
      try room.recheck(id, new, tx)
      for file in files { try attachments.attach(file, to: Ref(.rectification, id), tx) }
    }
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(
      call, base: "/rectifications", sorts: RectificationListStore.sorts, descending: false,
      filters: RectificationListStore.filters)
    let (scope, today, records, calendar) = (try call.scope(), call.today, call.records, room.law.calendar)
    let filter = RectificationListStore.filter(scope, listing, today: today)
    return RectificationPages.list(
      try RectificationStore.list(
        filter, order: RectificationListStore.order(listing), offset: listing.offset, reader),
      listing.counting(try RectificationStore.count(filter, reader)),
      campaigns: try CampaignChoices.all(scope.viewer, listing, records, today, reader),
      premises: try RecordLinks.title(RecordLinks.premises(listing.filter("premises")), records, reader),
      today: today, calendar)
  }

  /// `state` nil for a fresh form.
  private func detail(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let (id, viewer, today, records) = (try call.id(Rectification.self), try call.person(), call.today, call.records)
    let (room, attachments) = (room, call.database.attachments)
    guard let record = try RectificationStore.find(id, reader) else { throw MissingRecord("件整改") }
    let fresh = FormState.filled([("date", today.iso), ("first", record.owner.text)])
    return RectificationPages.page(
      RectificationDetail(
        record: record, premises: try RecordLinks.html(record.premises, records, viewer, reader),
        campaign: try RecordLinks.html(record.campaign.map { Ref(.campaign, $0) }, records, viewer, reader),
        duties: try Duties.waiting(on: record.ref, reader), files: try attachments.list(of: record.ref, reader),
        history: try LedgerReading.history(of: record.ref, reader),
        people: try Offices.people(in: record.county, holding: .visitWork, roles: room.roles, reader),
        panels: try records.panels(for: record.ref, viewer: viewer, reader), viewer: viewer, today: today,
        calendar: room.law.calendar), state ?? fresh)
  }
}
