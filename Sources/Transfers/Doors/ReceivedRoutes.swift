import Casework
import Inspection
import Kit
import Storage
import Web

/// The police on their own account: what was handed to them, and their answers. Nothing else of the case.
struct ReceivedRoutes {
  let room: Transfers

  var routes: [Route] {
    [
      Route.look("/received", .may(.transferAnswer)) { .page(try list($0, $1)) },
      Route.look("/received/:id", .may(.transferAnswer, on: .received)) { .page(try detail($0, $1)) },
      Route.look("/received/:id/package", .may(.transferAnswer, on: .received)) { try PackageReply.file($0, $1) },
      Route.look("/received/:id/record/:action", .may(.transferAnswer, on: .received)) {
        .page(try RecordDoor.page($0, $1, .police, room, .filled([("on", $0.today.iso)])))
      },
      Route.act("/received/:id/record/:action", .may(.transferAnswer, on: .received), body: RecordDoor.files) {
        try await RecordDoor.act($0, .police, room)
      },
    ]
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(
      call, base: "/received", sorts: ["proposed"], descending: true, filters: TransferListStore.filters)
    let filter = TransferListStore.received(try call.scope(), listing)
    let tally = try TransferStore.tally(filter, reader)
    return TransferListPages.list(
      TransferList(
        title: "移送来的案件", base: "/received", open: { "/received/\($0)" },
        transfers: try TransferStore.list(
          filter, limit: Listing.size, offset: listing.offset, newestFirst: listing.descending, reader),
        listing: listing.counting(tally.count), suspects: tally.suspects, sentenced: tally.sentenced, today: call.today)
    )
  }

  private func detail(_ call: Call, _ reader: Reader) throws -> Page {
    guard let record = try TransferStore.find(try call.id(Transfer.self), reader) else { throw MissingRecord("件移送") }
    return OutsidePages.police(try room.detail(record, call, reader))
  }
}
