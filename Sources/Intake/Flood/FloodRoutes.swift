import Kit
import Storage
import Web

/// Looking through held reports in bulk.
struct FloodRoutes {
  let intake: Intake

  private enum Decision: String { case release, discard }

  var routes: [Route] {
    [
      Route.look("/clues/flood", .may(.clueAssign)) { call, reader in
        .page(try page(call, .empty, reader))
      },
      Route.act("/clues/flood", .may(.clueAssign)) { call in
        try await call.submit { form in
          try await decide(form, call)
          return .redirect("/clues/flood")
        } again: { state, reader in
          try page(call, state, reader)
        }
      },
    ]
  }

  private func decide(_ form: Form, _ call: Call) async throws {
    let read = FormReader(form)
    let groups = Array(form.all("group").prefix(Listing.size))
    if groups.isEmpty { read.refuse("group", "还没有勾选要核对的举报。") }
    let decision = read.choice("decision", "怎么办", Decision.self) ?? .release
    let reason = decision == .discard ? read.text("reason", "理由", most: 500) : ""
    try read.done()
    switch decision {
    case .release: try await call.change(.releaseReports) { _ = try intake.release(groups, $0) }
    case .discard: try await call.change(.discardReports) { try intake.discard(groups, because: reason, $0) }
    }
  }

  private func page(_ call: Call, _ state: FormState, _ reader: Reader) throws -> Page {
    let listing = Listing(call, base: "/clues/flood", sorts: ["count"], descending: true, filters: [])
    let held = try FloodStore.groups(
      in: try call.county(), offset: listing.offset, limit: Listing.size, reader)
    return FloodPages.list(
      held.groups, reports: held.reports, listing.counting(held.total), intake.channels, today: call.today, state)
  }
}
