import Kit
import Law
import Web

enum InstitutionListPages {
  static func page(_ model: InstitutionList, today: CivilDate) -> Page {
    let isEmpty = model.listing.total == 0
    return Page(
      "机构底册",
      """
      \(head("机构底册", meta: meta(model), actions: actions(model.viewer)))\
      \(tabs(model.sites, here: "/institutions"))\
      \(filterRow(model))\
      \(isEmpty ? nothing(model) : table(model, today))
      """)
  }

  /// Institutions and unlicensed sites side by side.
  static func tabs(_ sites: Int64?, here: Link) -> HTML {
    guard let sites else { return .none }
    let items: [(String, Link)] = [("机构", "/institutions"), ("无证点 \(sites)", "/sites")]
    return Web.tabs("底册分组", items.map { ($0, $1, $1 == here) })
  }

  private static func meta(_ model: InstitutionList) -> [HTML] {
    LicenceState.allCases.map { state in
      let link = Link("/institutions").asking(
        model.listing.filters.filter { $0.0 != "licence" } + [("licence", state.rawValue)])
      let isBad = state == .expired && (model.states[state] ?? 0) > 0
      return "\(state.words) \(figure(model.states[state] ?? 0, link, bad: isBad)) 家"
    }
  }

  private static func actions(_ viewer: Viewer) -> [HTML] {
    viewer.may(.institutionImport) ? [button("导入底册", "/institutions/import")] : []
  }

  /// The whole list as it is filtered and sorted, not only this page of it.
  private static func export(_ listing: Listing) -> HTML {
    let order = ("sort", Optional(listing.descending ? "-\(listing.sort)" : listing.sort))
    let address = Link("/institutions/export.xlsx").asking(listing.filters + [order])
    return "<p class=\"row under\"><a href=\"\(link: address)\">导出这 \(listing.total) 家（Excel）</a></p>"
  }

  private static func filterRow(_ model: InstitutionList) -> HTML {
    let types = model.words.types.all
    let listing = model.listing
    let towns = model.words.towns.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value) }
    return """
      <form class="row" method="get" action="\(link: "/institutions")">\
      <input class="w12" name="words" aria-label="名称、地址或证号含" placeholder="名称、地址或证号" value="\(listing.filter("words"))">\
      \(Filter.select("type", "全部类型", types.filter { $0.id != Registers.siteType }.map { ($0.id, $0.name) }, listing))\
      \(Filter.select("town", "全部乡镇", towns, listing))\
      \(Filter.select("licence", "全部许可状态", LicenceState.allCases.map { ($0.rawValue, $0.words) }, listing))\
      <button class="btn p">筛选</button>\(if: listing.isFiltered, "<a href=\"\(link: "/institutions")\">清除筛选</a>")</form>
      """
  }

  private static func nothing(_ model: InstitutionList) -> HTML {
    if model.listing.isFiltered {
      return empty(
        "没有符合条件的机构",
        "换几个字再试，或<a href=\"\(link: "/institutions")\">清除筛选</a>。没有许可证的，到<a href=\"\(link: "/sites")\">无证点</a>里找。")
    }
    guard model.viewer.may(.institutionImport) else {
      return empty("底册还是空的", "请办公室或监督机构负责人导入机构底册。")
    }
    return empty("底册还是空的", "上传机构名单（Excel 或 CSV），先看预览。<br>\(button("导入第一份底册", "/institutions/import"))")
  }

  private static func table(_ model: InstitutionList, _ today: CivilDate) -> HTML {
    let lines = model.records.map { record -> Table.Line in
      let (values, words) = (record.values, model.words)
      let state = LicenceState(values.validTo, on: today)
      return Table.Line([
        "<a href=\"\(link: "/institutions/\(record.id)")\">\(values.name)</a><span class=\"s\">\(values.licence)</span>",
        "\(words.type(values.type))", "\(words.town(values.town))<span class=\"s\">\(values.address)</span>",
        "\(state.chip.html(state.words))", "\(words.date(values.validTo))",
      ])
    }
    let columns = [
      Table.Column("机构", sort: "added"), Table.Column("类型"), Table.Column("地址", sort: "town"),
      Table.Column("许可或备案"), Table.Column("有效期止", sort: "end"),
    ]
    let table = Table(model.listing.caption("机构", unit: "家"), columns, lines, listing: model.listing).html
    return "\(table)\(export(model.listing))"
  }
}

/// A select of a filter row above a list.
enum Filter {
  static func select(_ name: String, _ all: String, _ choices: [(String, String)], _ listing: Listing) -> HTML {
    let options = choices.map { value, words -> HTML in
      "<option value=\"\(value)\"\(if: listing.filter(name) == value, " selected")>\(words)</option>"
    }
    return """
      <select class="w12" name="\(name)" aria-label="\(all)"><option value="">\(all)</option>\(options)</select>
      """
  }
}
