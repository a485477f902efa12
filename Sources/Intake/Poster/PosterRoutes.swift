import Kit
import Law
import Offices
import Registers
import Storage
import Web

/// Posters: which institutions have one, making them, printing them.
struct PosterRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/posters", .may(.clueWork)) { call, reader in
        let site = try PosterStore.site(of: try call.county(), reader)
        return .page(try page(call, .filled([("site", site?.address), ("phone", site?.phone)]), reader))
      },
      Route.act("/posters", .may(.clueWork)) { call in
        try await call.submit { form in
          let chosen = try await issue(form, call)
          return .redirect(
            Link("/posters/print").asking([("of", chosen.map(\.text).joined(separator: "."))]))
        } again: { state, reader in
          try page(call, state, reader)
        }
      },
      Route.look("/posters/print", .may(.clueWork)) { call, reader in
        .page(try print(call, reader))
      },
    ]
  }

  private func issue(_ form: Form, _ call: Call) async throws -> [ID<Institution>] {
    let read = FormReader(form)
    let site = PosterSite(
      address: Self.plain(read.text("site", "公众访问本站的网址", most: 100)), phone: read.text("phone", "举报电话", most: 40))
    let chosen = form.all("of").compactMap { ID<Institution>(text: $0) }
    if chosen.isEmpty { read.refuse("of", "还没有勾选机构。") }
    try read.done()
    let keys = call.database.folder.keys
    try await call.change(.issuePosters) { try Intake.issuePosters(chosen, site, keys, $0) }
    return Array(chosen.prefix(Intake.mostPosters))
  }

  private func page(_ call: Call, _ state: FormState, _ reader: Reader) throws -> Page {
    let listing = Listing(call, base: "/posters", sorts: ["name"], descending: false, filters: ["type", "words"])
    let county = try call.county()
    let found = try Registers.list(
      in: county, type: listing.filter("type"), words: listing.filter("words"), offset: listing.offset,
      limit: Listing.size, on: call.today, reader)
    let posters = try PosterStore.find(found.premises.map { ID<Institution>($0.ref.number) }, in: county, reader)
    return PosterPages.list(
      found.premises, posters, intake.law.institutionTypes.all.map { ($0.id, $0.name) },
      listing.counting(found.total), today: call.today, state)
  }

  private func print(_ call: Call, _ reader: Reader) throws -> Page {
    let county = try call.county()
    let asked = (call.asked("of") ?? "").split(separator: ".").prefix(Intake.mostPosters)
      .compactMap { ID<Institution>(text: String($0)) }
    let posters = try PosterStore.find(asked, in: county, reader)
    guard let site = try PosterStore.site(of: county, reader), !posters.isEmpty else { throw MissingRecord("张海报") }
    let sheets = try asked.compactMap { id in
      try posters[id].flatMap { poster in
        try Registers.premises(Ref(.institution, id), reader).map { OpenPoster(poster: poster, name: $0.name) }
      }
    }
    return PosterPages.print(sheets, site, agency: try Offices.countyName(county, reader), intake.channels)
  }

  /// Without the slash at the end, which a path brings along.
  private static func plain(_ address: String) -> String {
    address.hasSuffix("/") ? String(address.dropLast()) : address
  }
}
