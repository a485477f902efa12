import Campaign
import Duties
import Inspection
import Intake
import Kit
import Law
import Offices
import Procedure
import Registers
import Storage
import Web

struct CaseRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases", .may(.caseSee)) { .page(try list($0, $1)) },
      Route.look("/cases/:id", .may(.caseSee, on: .lawCase)) { .page(try detail($0, $1)) },
      Route.look("/cases/:id/steps", .may(.caseSee, on: .lawCase)) { .page(try steps($0, $1)) },
    ]
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(
      call, base: "/cases", sorts: CaseListStore.sorts, descending: true, filters: CaseListStore.filters)
    let (scope, today, records) = (try call.scope(), call.today, call.records)
    let filter = CaseListStore.filter(scope, listing)
    let kept = [("clue", RefKind.clue), ("visit", RefKind.visit)].compactMap { name, kind in
      listing.filter(name).flatMap { ID<Case>(text: $0) }.map { (name, Ref(kind, $0)) }
    }
    let tally = try CaseListStore.tally(scope, listing, reader)
    return CaseListPages.list(
      CaseList(
        cases: try CaseStore.list(
          filter, order: CaseListStore.order(listing), limit: Listing.size, offset: listing.offset, reader),
        listing: listing.counting(tally.count), owed: tally.owed, paid: tally.paid,
        campaigns: try CampaignChoices.all(scope.viewer, listing, records, today, reader),
        premises: try RecordLinks.title(RecordLinks.premises(listing.filter("premises")), records, reader),
        kept: try kept.map { ($0.0, try RecordLinks.title($0.1, records, reader)) } + (try sought(listing, reader)),
        today: today))
  }

  /// Town, task of a campaign and violation, by which a list is narrowed.
  private func sought(_ listing: Listing, _ reader: Reader) throws -> [(String, String?)] {
    let task = try listing.filter("task").flatMap { ID<CampaignTask>(text: $0) }
      .flatMap { try Campaign.task($0, reader)?.short }
    let town = try Registers.townTag(listing.filter("town"), reader)
    return [
      ("town", town), ("task", task),
      ("violation", listing.filter("violation").map { room.law.violation($0)?.name ?? $0 }),
    ]
  }

  private func detail(_ call: Call, _ reader: Reader) throws -> Page {
    let (id, person, today, records) = (try call.id(Case.self), try call.person(), call.today, call.records)
    let (calendar, attachments) = (room.law.calendar, call.database.attachments)
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    let taken = try CaseStepStore.steps(of: id, reader)
    let file = try room.file(of: record, taken, reader)
    let (isAway, viewer) = (room.isAway(person, record, file), room.standing(person, record, file))
    return CasePages.page(
      CaseDetail(
        record: record, obstacle: record.state == .investigating ? try room.obstacle(record, reader) : nil,
        procedure: room.procedure, taken: taken,
        steps: try steps(viewer, record, file, today, reader),
        clocks: room.procedure.clocks(file, law: room.law).filter { !$0.isDuty && $0.owes != .police },
        names: try Offices.names(of: taken.map(\.taken.by) + taken.flatMap(\.taken.facts.staff), reader),
        premises: try RecordLinks.html(record.premises, records, viewer, reader),
        clue: try RecordLinks.html(record.clue.map { Ref(.clue, $0) }, records, viewer, reader),
        visit: try RecordLinks.html(record.visit.map { Ref(.visit, $0) }, records, viewer, reader),
        campaign: try RecordLinks.html(record.campaign.map { Ref(.campaign, $0) }, records, viewer, reader),
        task: try record.task.flatMap { try Campaign.task($0, reader)?.label },
        payments: try PaymentStore.payments(of: record, reader),
        duties: try Duties.waiting(on: record.ref, reader), files: try attachments.list(of: record.ref, reader),
        history: try LedgerReading.history(of: record.ref, reader),
        panels: try records.panels(for: record.ref, viewer: viewer, reader), viewer: viewer, isAway: isAway,
        today: today,
        calendar: calendar))
  }

  private func steps(_ call: Call, _ reader: Reader) throws -> Page {
    let (id, person) = (try call.id(Case.self), try call.person())
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    let file = try room.file(of: record, try CaseStepStore.steps(of: id, reader), reader)
    let steps = try steps(
      room.standing(person, record, file), record, file, call.today, withClosed: true, reader)
    return CaseStepsPage.page(steps, isAway: room.isAway(person, record, file))
  }

  private func steps(
    _ viewer: Viewer, _ record: CaseRecord, _ file: CaseFile, _ today: CivilDate, withClosed: Bool = false,
    _ reader: Reader
  ) throws -> CaseSteps {
    let person = try room.acting(viewer.account, viewer.actingRights(on: record), reader)
    return CaseSteps(record, file, room.procedure, person, on: today, withClosed: withClosed)
  }
}
