package import Kit
import Matching
package import Storage
package import Web

struct LookRoutes {
  let room: Offenders

  var routes: [Route] { [ask, page, list] }

  private var ask: Route {
    Route.act("/offenders/look", .may(.offenderSee)) { call in
      try await call.submit { form in
        let (asked, purpose) = try LookForm.read(form)
        let id = try await call.change(.lookUpOffender) { try room.look(asked, for: purpose, $0) }
        return .redirect("/offenders/looks/\(id)")
      } again: { state, reader in
        try OffenderRoutes(room: room).listPage(call, reader, state)
      }
    }
  }

  private var page: Route {
    Route.look("/offenders/looks/:id", .may(.offenderSee)) { call, reader in
      .page(LookPages.page(try room.model(try call.id(Look.self), call, reader), .empty))
    }
  }

  /// For reviewers: who looked whom up in their counties.
  private var list: Route {
    Route.look("/offenders/looks", .may(.offenderReview)) { call, reader in
      let listing = Listing(call, base: "/offenders/looks", sorts: ["at"], descending: true, filters: [])
      let scope = try call.scope().filter(county: "county", agency: "0", owner: "account")
      let (total, looks) = try LookStore.page(scope, offset: listing.offset, limit: Listing.size, reader)
      let names = try OffenderStore.persons(looks.compactMap { $0.person?.value }, reader)
      return .page(LookPages.list(looks, listing.counting(total), names, today: call.today))
    }
  }
}

extension Offenders {
  /// A look-up, for who asked and for reviewers of the county; for others it is not there.
  package func lookRecord(_ id: ID<Look>, for viewer: Viewer, _ reader: Reader) throws -> LookRecord {
    guard let look = try LookStore.look(id, reader) else { throw MissingRecord("次查询") }
    let reviews = viewer.scope(.offenderReview)?.allows(Placement(county: look.county)) == true
    guard look.account == viewer.account || reviews else { throw MissingRecord("次查询") }
    return look
  }

  /// The page of a look-up: for who asked, and for reviewers of the county.
  func model(_ id: ID<Look>, _ call: Call, _ reader: Reader) throws -> LookModel {
    let viewer = try call.person()
    let look = try lookRecord(id, for: viewer, reader)
    // The record of the case itself is not somebody else.
    let own = try look.subject.flatMap { try RecordStore.record(of: $0, reader) }
    let result = try lookUp(look.asked, besides: own?.person, reader)
    let persons = try OffenderStore.persons(result.persons.map(\.value), reader)
    let judged = try Offenders.judgements(on: look.about, reader)
    let listed = try Offenders.blackFacts(persons.keys.map(\.self), reader)
    let candidates = try result.answer.candidates.compactMap { candidate -> LookCandidate? in
      guard let person = Int64(candidate.id).flatMap({ persons[$0] }) else { return nil }
      return LookCandidate(
        person: person, record: result.record(candidate).masked, verdict: try verdict(of: candidate.score),
        score: candidate.score, explanation: try explain(candidate, in: result), judgement: judged[person.id],
        listed: listed[person.id.value] ?? .none)
    }
    let near = candidates.filter { $0.verdict != .none }
    return LookModel(
      look: look, result: result, verdict: result.answer.verdict,
      candidates: Array((near.isEmpty ? Array(candidates.prefix(3)) : near).prefix(8)),
      subject: try call.records.links(look.subject.map { [$0] } ?? [], for: viewer, reader).values.first.map {
        "<a href=\"\(link: $0)\">提出比对的那一页</a>"
      },
      panels: try call.records.panels(for: look.ref, viewer: viewer, reader), viewer: viewer, today: call.today)
  }
}
