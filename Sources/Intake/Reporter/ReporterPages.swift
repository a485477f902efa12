import Kit
import Web

enum ReporterPages {
  static func list(_ clues: [NamedClue], _ listing: Listing, today: CivilDate) -> Page {
    Page(
      "举报人身份",
      """
      \(head("举报人身份", meta: ["加密封存，开启要写理由，每次都记入台账"]))\(filter(listing))\
      <div class="under">\(clues.isEmpty ? nothing(listing) : table(clues, listing, today))</div>
      """)
  }

  static func form(number: String, action: Link, _ state: FormState) -> Page {
    Page(
      "开启举报人身份", crumbs: [("举报人身份", "/reporters")],
      """
      \(head("开启线索\(number)的举报人身份", meta: ["只给确有需要的事用，例如回访、兑付奖励、查打击报复"]))\
      <div class="stack">\(state.summary)<form method="post" action="\(link: action)" class="panel">\
      \(Field("reason", "为什么要开启", state, hint: "写明用途和谁批准，会和你的姓名一起记入台账").lines(rows: 3, most: 300))\
      <p class="row"><button class="btn">开启</button><a href="\(link: "/reporters")">不开启，返回</a></p></form></div>
      """)
  }

  /// The only page that shows an identity; it is kept by no browser and has no address of its own.
  static func opened(_ reporter: Reporter) -> Page {
    Page(
      "举报人身份", crumbs: [("举报人身份", "/reporters")],
      """
      \(head("举报人身份", meta: ["已记入台账"]))\
      <div class="panel">\(facts([
        ("姓名", reporter.name.map { "\($0)" } ?? "没有留"), ("电话", reporter.phone.map { "\($0)" } ?? "没有留"),
      ]))</div><p class="note warn under">不要抄进案卷、待办或聊天群。离开这一页就看不到了，再看要再写理由。</p>\
      <p class="row block">\(button("返回", "/reporters", plain: true))</p>
      """)
  }

  private static func filter(_ listing: Listing) -> HTML {
    """
    <form class="row" method="get" action="\(link: "/reporters")">\
    <input name="number" type="search" class="w12" aria-label="线索编号" placeholder="线索编号" maxlength="40" \
    value="\(listing.filter("number") ?? "")"><button class="btn p">筛选</button>\
    \(if: listing.isFiltered, "<a href=\"\(link: "/reporters")\">清除筛选</a>")</form>
    """
  }

  private static func table(_ clues: [NamedClue], _ listing: Listing, _ today: CivilDate) -> HTML {
    let columns = ["线索编号", "收到", "状态", "举报人身份"].map { Table.Column($0) }
    let lines = clues.map { clue in
      Table.Line([
        "<span class=\"nw\">\(clue.number)</span>",
        "<span class=\"nw\">\(clue.receivedAt.chinese(today: today))</span>",
        clue.state.chip, "<a href=\"\(link: "/reporters/\(clue.id)")\">开启<span class=\"vh\">\(clue.number)</span></a>",
      ])
    }
    return Table(listing.caption("留了姓名或电话的线索"), columns, lines, listing: listing).html
  }

  private static func nothing(_ listing: Listing) -> HTML {
    listing.isFiltered
      ? empty("没有这个编号的实名线索", "匿名举报没有身份可以开启。核对编号再试。")
      : empty("还没有实名线索", "举报人留了姓名或电话的线索会列在这里，内容不在这里看。")
  }
}
