import Casework
import Kit
import Storage
import Web

/// The procuratorate: transfers, refusals of the police and of the head, and cases that reached the threshold and were not
/// handed over. It looks and changes nothing; 移送规定第十四条.
struct OversightRoutes {
  let room: Transfers

  var routes: [Route] {
    [
      Route.look("/oversight", .may(.transferWatch)) { .page(try list($0, $1)) },
      Route.look("/oversight/:id", .may(.transferWatch, on: .watched)) { .page(try detail($0, $1)) },
      Route.look("/oversight/:id/package", .may(.transferWatch, on: .watched)) { try PackageReply.file($0, $1) },
    ]
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(
      call, base: "/oversight", sorts: ["proposed"], descending: true, filters: TransferListStore.filters)
    let scope = try call.scope()
    let filter = TransferListStore.watched(scope, listing)
    let tally = try TransferStore.tally(filter, reader)
    let model = TransferList(
      title: "立案监督", base: "/oversight", open: { "/oversight/\($0)" },
      transfers: try TransferStore.list(
        filter, limit: Listing.size, offset: listing.offset, newestFirst: listing.descending, reader),
      listing: listing.counting(tally.count), suspects: tally.suspects, sentenced: tally.sentenced, today: call.today)
    return TransferListPages.list(
      model, below: OutsidePages.reached(try room.reached(scope, reader), today: call.today))
  }

  private func detail(_ call: Call, _ reader: Reader) throws -> Page {
    guard let record = try TransferStore.find(try call.id(Transfer.self), reader) else { throw MissingRecord("件移送") }
    return OutsidePages.procuratorate(try room.detail(record, call, reader))
  }
}

/// A case that reached the threshold and is not with the police: no more of it than the procuratorate needs to ask.
struct ReachedCase {
  let check: CheckRecord
  let caseNumber: String
  let cause: String
  let filedOn: CivilDate
  let state: TransferState?
}

extension Transfers {
  func reached(_ scope: Scope, _ reader: Reader) throws -> [ReachedCase] {
    // The check has no owner of its own: only a reach over the jurisdiction lets it through.
    let inside = scope.filter(county: "c.county", agency: "0", owner: "0")
    return try ThresholdStore.reached(inside, limit: 100, reader).compactMap { check in
      guard let record = try Casework.lawCase(check.lawCase, reader) else { return nil }
      return ReachedCase(
        check: check, caseNumber: record.number, cause: record.violation.name, filedOn: record.filedOn,
        state: try TransferStore.newest(of: check.lawCase, reader)?.state)
    }
  }
}
