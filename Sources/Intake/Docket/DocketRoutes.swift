import Campaign
import Kit
import Law
import Offices
import Registers
import Storage
import Web

struct DocketRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/clues", .may(.clueSee)) { call, reader in
        let listing = Listing(call, base: "/clues", sorts: Docket.sorts, descending: true, filters: Docket.filters)
        let (scope, today, records) = (try call.scope(), call.today, call.records)
        let model = try Self.model(listing, scope, today, records, intake.roles, reader)
        return .page(DocketPages.list(model, today: today, intake.law.calendar))
      },
      Route.look("/clues/ledger.xlsx", .may(.clueSee)) { call, reader in
        let listing = Listing(call, base: "/clues", sorts: Docket.sorts, descending: true, filters: Docket.filters)
        let sheet = try Self.sheet(listing, try call.scope(), today: call.today, reader)
        return .file(
          bytes: try sheet.file(in: call.database.folder), name: "线索台账 \(call.today.iso).xlsx", type: DocketSheet.type)
      },
    ]
  }

  /// What the list shows under the same filters, all pages of it.
  private static func sheet(_ listing: Listing, _ scope: Scope, today: CivilDate, _ reader: Reader) throws
    -> DocketSheet
  {
    let hits = try listing.filter("words").map { try DocketStore.found($0, scope, reader) }
    let filter = DocketFilter(listing, scope, found: hits?.numbers, today: today)
    let clues = try DocketStore.page(
      filter, sort: listing.sort, descending: listing.descending, limit: DocketSheet.most, offset: 0, reader)
    return DocketSheet(
      clues: clues, owners: try Offices.names(of: clues.map(\.owner.value), reader),
      away: try ReferralStore.away(among: clues.map(\.id.value), reader), today: today)
  }

  private static func model(
    _ listing: Listing, _ scope: Scope, _ today: CivilDate, _ records: Records, _ roles: RoleBook,
    _ reader: Reader
  ) throws -> DocketModel {
    let hits = try listing.filter("words").map { try DocketStore.found($0, scope, reader) }
    let filter = DocketFilter(listing, scope, found: hits?.numbers, today: today)
    let counts = try DocketStore.counts(filter, reader)
    let clues = try DocketStore.page(
      filter, sort: listing.sort, descending: listing.descending, offset: listing.offset, reader)
    let total = filter.states.reduce(0) { $0 + counts[$1, default: 0] }
    return DocketModel(
      listing: listing.counting(total), counts: counts,
      late: try DocketStore.late(DocketFilter.seen(by: scope), today: today, reader), clues: clues,
      owners: try Offices.names(of: clues.map(\.owner.value), reader),
      campaigns: try campaigns(listing, scope, today, records, reader),
      task: try filter.task.map { try Campaign.task(ID($0), reader)?.short ?? "没有找到的任务" },
      officers: try scope.viewer.counties.count > 1
        ? []
        : Offices.people(in: scope.viewer.county, holding: .clueWork, roles: roles, reader).map {
          ($0.id.text, $0.name)
        },
      away: try ReferralStore.away(among: clues.map(\.id.value), reader),
      premises: try filter.premises.map { try Registers.premises($0, reader)?.name ?? "没有找到的机构" },
      town: try Registers.townTag(listing.filter("town"), reader),
      foundTooMany: hits.flatMap { $0.total > Int64($0.numbers.count) ? $0.total : nil },
      mayRegister: scope.viewer.may(.clueWork),
      held: scope.viewer.may(.clueAssign) ? try FloodStore.waiting(in: [scope.viewer.county], reader) : 0)
  }

  /// Running campaigns of the reader's counties, and the chosen one where it no longer runs.
  private static func campaigns(
    _ listing: Listing, _ scope: Scope, _ today: CivilDate, _ records: Records, _ reader: Reader
  ) throws -> [(String, String)] {
    let tasks = try scope.viewer.counties.flatMap { try Campaign.tasks(in: $0, on: today, reader) }
    var choices = tasks.campaigns.map { ($0.id.text, $0.title) }
    if let asked = listing.filter("campaign"), !choices.contains(where: { $0.0 == asked }),
      let id = ID<CampaignRecord>(text: asked), let face = try records[.campaign]?.face(id.value, reader),
      scope.viewer.counties.contains(face.place.county)
    {
      choices.append((asked, face.title))
    }
    return choices
  }
}
