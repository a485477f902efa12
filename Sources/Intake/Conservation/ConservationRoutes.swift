import Kit
import Offices
import Storage
import Web

/// In = open + ended, for a period; each figure opens its list under the table.
struct ConservationRoutes {
  static let routes: [Route] = [
    Route.look("/clues/balance", .may(.clueSee)) { call, reader in
      let (scope, period) = (try call.scope(), ConservationPeriod(call))
      let listing = Listing(
        call, base: "/clues/balance", sorts: ["received"], descending: true,
        filters: ["from", "to", "cell", "county", "level", "body"])
      let counties = Dictionary(try Offices.counties(reader).map { ($0.county, $0.name) }) { first, _ in first }
      let picked = try pick(listing, period, scope, reader)
      return .page(
        ConservationPages(
          balance: try Conservation.read(period, scope, reader), counties: counties,
          listing: listing.counting(picked?.total ?? 0), picked: picked, today: call.today
        ).page)
    }
  ]

  /// The figure that was opened; nil where none was.
  private static func pick(
    _ listing: Listing, _ period: ConservationPeriod, _ scope: Scope, _ reader: Reader
  ) throws -> PickedFigure? {
    guard let cell = listing.filter("cell").flatMap(ConservationCell.init) else { return nil }
    let holder = holder(listing)
    let (total, clues) = try ConservationStore.clues(cell, of: holder, period, scope, listing, reader)
    return PickedFigure(holder: holder, cell: cell, total: total, clues: clues)
  }

  private static func holder(_ listing: Listing) -> ConservationHolder {
    guard let county = listing.filter("county").flatMap({ Int64($0) }).map({ County($0) }) else { return .whole }
    guard let body = listing.filter("body"), let level = listing.filter("level").flatMap(ReferralLevel.init) else {
      return .own(county)
    }
    return .body(county, level, body)
  }
}

struct PickedFigure: Sendable {
  let holder: ConservationHolder
  let cell: ConservationCell
  let total: Int64
  let clues: [ClueRecord]
}
