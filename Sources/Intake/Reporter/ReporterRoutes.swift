import Kit
import Offices
import Storage
import Web

/// Sealed identities: what the custodian may open, one by one, each with a reason.
enum ReporterRoutes {
  static let routes: [Route] = [
    Route.look("/reporters", .may(.reporterOpen)) { call, reader in
      let listing = Listing(call, base: "/reporters", sorts: ["received"], descending: true, filters: ["number"])
      let found = try ReporterStore.page(
        try call.scope(), number: listing.filter("number"), offset: listing.offset, reader)
      return .page(ReporterPages.list(found.clues, listing.counting(found.total), today: call.today))
    },
    Route.look("/reporters/:id", .may(.reporterOpen, on: .clue)) { call, reader in
      .page(try form(call, .empty, reader))
    },
    Route.act("/reporters/:id", .may(.reporterOpen, on: .clue).proven) { call in
      let (id, keys) = (try call.id(Clue.self), call.database.folder.keys)
      return try await call.submit { sent in
        let read = FormReader(sent)
        let reason = read.text("reason", "为什么要开启", most: 300)
        try read.done()
        let reporter = try await call.change(.openReporter, reason: reason) {
          try Intake.openReporter(of: id, keys, $0)
        }
        return .page(ReporterPages.opened(reporter))
      } again: { state, reader in
        try form(call, state, reader)
      }
    },
  ]

  private static func form(_ call: Call, _ state: FormState, _ reader: Reader) throws -> Page {
    guard let kept = try ReporterStore.find(try call.id(), reader) else { throw IntakeRefusal.anonymous }
    return ReporterPages.form(number: kept.number, action: "/reporters/\(try call.id(Clue.self))", state)
  }
}
