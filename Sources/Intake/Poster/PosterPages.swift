import Kit
import Registers
import Web

enum PosterPages {
  static func list(
    _ premises: [Premises], _ posters: [ID<Institution>: PosterRecord], _ types: [(String, String)],
    _ listing: Listing, today: CivilDate, _ state: FormState
  ) -> Page {
    Page(
      "举报海报", crumbs: [("线索", "/clues")],
      """
      \(head("举报海报", meta: ["贴在机构门诊和病房的公示，各家的二维码不同", "扫码举报会记到这家机构名下"]))\
      \(filter(listing, types))\(state.summary)\
      \(premises.isEmpty ? nothing(listing) : form(premises, posters, listing, today, state))
      """)
  }

  /// One sheet of A4 for each institution.
  static func print(_ sheets: [OpenPoster], _ site: PosterSite, agency: String, _ book: ChannelBook) -> Page {
    Page(
      "打印举报海报", crumbs: [("线索", "/clues"), ("举报海报", "/posters")],
      """
      <p class="noprint note">共 \(sheets.count) 张，用浏览器的打印，纸张选 A4。贴在门诊、病房看得见的地方。</p>\
      \(sheets.map { sheet($0, site, agency, book) })
      """)
  }

  private static func sheet(_ open: OpenPoster, _ site: PosterSite, _ agency: String, _ book: ChannelBook) -> HTML {
    let address = "\(site.address)/report?at=\(open.poster.code)"
    return """
      <article class="sheet poster"><header><p>\(agency)卫生健康部门</p><h1>医疗违法行为举报</h1></header>\
      <p class="h1">\(open.name)</p>\(qrCode(address, label: "举报页面的二维码"))\
      <p>扫码举报，不用注册，可以不留姓名。举报人的信息加密封存，办理的人看不到。</p>\
      <p class="h1">举报电话 \(site.phone)</p><p>打不开时，访问 \(site.address)/report，编码 \(open.poster.text)</p>\
      <p>\(book.matters.filter(\.isUrgent).compactMap(\.place).joined())</p></article>
      """
  }

  private static func form(
    _ premises: [Premises], _ posters: [ID<Institution>: PosterRecord], _ listing: Listing, _ today: CivilDate,
    _ state: FormState
  ) -> HTML {
    let chosen = state.form.all("of")
    let lines = premises.map { place -> Table.Line in
      let id = ID<Institution>(place.ref.number)
      let mark: HTML = chosen.isEmpty || chosen.contains(id.text) ? " checked" : .none
      let issued: HTML = posters[id].map { "\($0.issuedAt.chinese(today: today))" } ?? "<span class=\"dim\">没有制作</span>"
      return Table.Line([
        "<label class=\"pick\"><input type=\"checkbox\" name=\"of\" value=\"\(id.text)\"\(mark)> <span>\(place.name)</span></label>",
        "\(place.address)", issued,
      ])
    }
    let columns = ["机构", "地址", "海报"].map { Table.Column($0) }
    return """
      <form method="post" action="\(link: "/posters")" id="of">\
      \(Table(listing.caption("机构", unit: "家"), columns, lines, listing: listing).html)<div class="panel under">\
      \(Field("site", "公众访问本站的网址", state, hint: "手机在外网能打开的，例如 https://jubao.example.gov.cn").line(most: 100, mode: "url"))\
      \(Field("phone", "举报电话", state, hint: "印在海报上。").line(most: 40, narrow: true, mode: "tel"))\
      <button class="btn">制作并打印勾选的</button></div></form>
      """
  }

  private static func filter(_ listing: Listing, _ types: [(String, String)]) -> HTML {
    let options = types.map { id, name -> HTML in
      "<option value=\"\(id)\"\(if: listing.filter("type") == id, " selected")>\(name)</option>"
    }
    return """
      <form class="row" method="get" action="\(link: "/posters")">\
      <select name="type" aria-label="机构类型" class="w12"><option value="">全部类型</option>\(options)</select>\
      <input name="words" type="search" class="w12" aria-label="机构名称" placeholder="机构名称" \
      value="\(listing.filter("words") ?? "")"><button class="btn p">筛选</button>\
      \(if: listing.isFiltered, "<a href=\"\(link: "/posters")\">清除筛选</a>")</form>
      """
  }

  private static func nothing(_ listing: Listing) -> HTML {
    listing.isFiltered
      ? empty("没有符合筛选条件的机构", "换个条件试试。") : empty("底册里还没有机构", "先导入机构底册，再制作海报。")
  }
}
