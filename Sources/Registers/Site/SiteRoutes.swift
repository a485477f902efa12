import Kit
import Offices
import Storage
import Web

enum SiteRoutes {
  static let routes: [Route] = [list, form, add, record, ban, reopen]

  private static let list = Route.look("/sites", .may(.siteSee)) { call, reader in
    let (scope, today) = (try call.scope(), call.today)
    let listing = Listing(
      call, base: "/sites", sorts: ["added"], descending: true, filters: ["words", "state", "town"])
    let towns = try SitePlaces(scope.viewer.counties, on: today, reader)
    return .page(SitePages.list(try SiteList(listing, scope, reader), towns, viewer: scope.viewer, today: today))
  }

  private static let form = Route.look("/sites/new", .may(.siteWork)) { call, reader in
    .page(try formPage(call, reader, .empty))
  }

  private static let add = Route.act("/sites", .may(.siteWork)) { call in
    try await call.submit { form in
      let new = try newSite(form)
      let id = try await call.change(.addSite) { try Registers.addSite(new, $0) }
      return .redirect("/sites/\(id)")
    } again: { state, reader in
      try formPage(call, reader, state)
    }
  }

  private static let record = Route.look("/sites/:id", .may(.siteSee, on: .site)) { call, reader in
    .page(try recordPage(call, reader, .empty))
  }

  private static let ban = Route.act("/sites/:id/ban", .may(.siteWork, on: .site)) { call in
    try await setState(call, .banSite, Registers.banSite)
  }

  private static let reopen = Route.act("/sites/:id/reopen", .may(.siteWork, on: .site)) { call in
    try await setState(call, .reopenSite, Registers.reopenSite)
  }

  private static func setState(
    _ call: Call, _ deed: Deed, _ body: @escaping @Sendable (ID<UnlicensedSite>, Transaction) throws -> Void
  ) async throws -> Reply {
    try await call.submit { form in
      let read = FormReader(form)
      let reason = read.text("reason", "怎么知道的", most: 300)
      try read.done()
      let id = try call.id(UnlicensedSite.self)
      try await call.change(deed, reason: reason) { try body(id, $0) }
      return .redirect("/sites/\(id)")
    } again: { state, reader in
      try recordPage(call, reader, state)
    }
  }

  private static func newSite(_ form: Form) throws -> NewSite {
    let read = FormReader(form)
    let new = NewSite(
      name: read.text("name", "名称", most: 60), address: read.text("address", "地址", most: 200),
      town: form.value("town").flatMap { Int64($0) } ?? 0, note: read.maybeText("note", "备注", most: 1000) ?? "")
    try read.done()
    return new
  }

  private static func formPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (county, today) = (try call.county(), call.today)
    let towns = try Offices.towns(of: county, on: today, reader)
    return SitePages.form(towns.map { ("\($0.number)", $0.name) }, state)
  }

  private static func recordPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, viewer, today, records) = (try call.id(UnlicensedSite.self), try call.person(), call.today, call.records)
    guard let site = try SiteStore.site(id, reader) else { throw MissingRecord("个无证点") }
    let places = try SitePlaces([site.county], on: today, reader)
    let panels = try records.panels(for: Ref(.site, id), viewer: viewer, reader)
    let history = historySection(try LedgerReading.history(of: Ref(.site, id), reader), today: today)
    return SitePages.record(site, places, viewer: viewer, panels: panels, history: history, today: today, state)
  }
}
