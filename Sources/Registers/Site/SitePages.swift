import Kit
import Offices
import Storage
import Web

/// Names of towns, for pages of sites.
struct SitePlaces: Sendable {
  let names: [Int64: String]

  init(_ counties: [County], on date: CivilDate, _ reader: Reader) throws {
    let towns = try counties.flatMap { try Offices.towns(of: $0, on: date, reader) }
    names = Dictionary(towns.map { ($0.number, $0.name) }) { first, _ in first }
  }

  func name(_ number: Int64) -> String { names[number] ?? "—" }
}

/// What the list of sites shows.
struct SiteList: Sendable {
  let listing: Listing
  let sites: [SiteRecord]
  /// Without filters, for the tab.
  let all: Int64?

  init(_ listing: Listing, _ scope: Scope, _ reader: Reader) throws {
    let query = SiteQuery(
      scope: scope.filter(county: "county", agency: "0", owner: "0"),
      state: listing.filter("state").flatMap { SiteState(rawValue: $0) },
      town: listing.filter("town").flatMap { Int64($0) }, words: askedWords(listing.filter("words")))
    let (total, sites) = try SiteStore.list(
      query, descending: listing.descending, offset: listing.offset, limit: Listing.size, reader)
    self.listing = listing.counting(total)
    self.sites = sites
    all = try SiteStore.count(for: scope.viewer, reader)
  }
}

enum SitePages {
  static func list(_ model: SiteList, _ places: SitePlaces, viewer: Viewer, today: CivilDate) -> Page {
    let actions = viewer.may(.siteWork) ? [button("登记无证点", "/sites/new")] : []
    return Page(
      "无证点台账", crumbs: [("底册", "/institutions")],
      """
      \(head("无证点台账", meta: ["没有许可证却在行医的地方"], actions: actions))\
      \(if: viewer.may(.institutionSee), InstitutionListPages.tabs(model.all, here: "/sites"))\
      \(filterRow(model.listing, places))\
      \(model.sites.isEmpty ? nothing(model.listing, viewer) : table(model, places, today: today))
      """)
  }

  private static func filterRow(_ listing: Listing, _ places: SitePlaces) -> HTML {
    let towns = places.names.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value) }
    return """
      <form class="row" method="get" action="\(link: "/sites")">\
      <input class="w12" name="words" aria-label="名称或地址含" placeholder="名称或地址" value="\(listing.filter("words"))">\
      \(Filter.select("town", "全部乡镇", towns, listing))\
      \(Filter.select("state", "全部状态", SiteState.allCases.map { ($0.rawValue, $0.words) }, listing))\
      <button class="btn p">筛选</button>\(if: listing.isFiltered, "<a href=\"\(link: "/sites")\">清除筛选</a>")</form>
      """
  }

  private static func nothing(_ listing: Listing, _ viewer: Viewer) -> HTML {
    if listing.isFiltered {
      return empty("没有符合条件的无证点", "换几个字再试，或<a href=\"\(link: "/sites")\">清除筛选</a>。")
    }
    guard viewer.may(.siteWork) else { return empty("还没有登记过无证点", "监督员登记后会列在这里。") }
    return empty("还没有登记过无证点", "核查线索时发现的，在线索页上登记；自己发现的，在这里登记。<br>\(button("登记第一个", "/sites/new"))")
  }

  private static func table(_ model: SiteList, _ places: SitePlaces, today: CivilDate) -> HTML {
    let lines = model.sites.map { site in
      Table.Line([
        "<a href=\"\(link: "/sites/\(site.id)")\">\(site.name)</a>",
        "\(places.name(site.town))<span class=\"s\">\(site.address)</span>",
        "\(site.state.chip.html(site.state.words))", "\(site.since.date.chinese(today: today))",
      ])
    }
    let columns = [
      Table.Column("名称"), Table.Column("地址"), Table.Column("状态"), Table.Column("登记日期", sort: "added"),
    ]
    return Table(model.listing.caption("无证点", unit: "个"), columns, lines, listing: model.listing).html
  }
}

extension SitePages {
  static func form(_ towns: [(String, String)], _ state: FormState) -> Page {
    Page(
      "登记无证点", crumbs: [("底册", "/institutions"), ("无证点台账", "/sites")],
      """
      \(head("登记无证点", meta: ["没有许可证却在行医的地方；有证的在机构底册里"]))\
      \(state.summary)<form method="post" action="\(link: "/sites")" class="panel">\
      \(Field("name", "名称", state, hint: "没有招牌的，写“某巷几号出租屋诊所”这样").line(most: 60))\
      \(Field("address", "地址", state, hint: "写到门牌，或附近的店").line())\
      \(Field("town", "乡镇（街道）", state, required: false).select(towns, empty: "不清楚"))\
      \(Field("note", "备注", state, hint: "做什么、什么时候开门、房东是谁", required: false).lines(most: 1000))\
      <p class="row"><button class="btn">登记</button><a href="\(link: "/sites")">不登记，返回</a></p></form>
      """)
  }

  static func record(
    _ site: SiteRecord, _ places: SitePlaces, viewer: Viewer, panels: HTML, history: HTML, today: CivilDate,
    _ state: FormState
  ) -> Page {
    Page(
      site.name, crumbs: [("底册", "/institutions"), ("无证点台账", "/sites")],
      """
      \(head(site.name, meta: [site.state.chip.html(site.state.words), "\(places.name(site.town))"]))\
      \(state.summary)\(if: viewer.may(.siteWork) && viewer.county == site.county, nextStep(site, state))\
      \(section("登记的内容", facts([
        ("地址", "\(site.address)"), ("备注", site.note.isEmpty ? nil : paragraphs(site.note)),
        ("登记日期", "\(site.since.date.chinese(today: today))"),
      ])))\(panels)\(history)
      """)
  }

  private static func nextStep(_ site: SiteRecord, _ state: FormState) -> HTML {
    let isActive = site.state == .active
    let link: Link = isActive ? "/sites/\(site.id)/ban" : "/sites/\(site.id)/reopen"
    let hint = isActive ? "取缔决定或现场笔录的编号、日期" : "谁发现、哪天、在做什么"
    return """
      <form method="post" action="\(link: link)" class="panel">\
      \(Field("reason", isActive ? "怎么取缔的" : "怎么知道又在营业", state, hint: hint).line(most: 300))\
      <button class="btn">\(isActive ? "登记已取缔" : "登记又在营业")</button></form>
      """
  }
}
