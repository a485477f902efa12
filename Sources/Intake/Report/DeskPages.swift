import Kit
import Offices
import Web

enum DeskPages {
  static func form(_ towns: [Region], _ state: FormState) -> Page {
    Page(
      "登记举报", crumbs: [("线索", "/clues")],
      """
      \(head("登记举报", meta: ["登记后自动编号，并给举报人一个查询码"]))\
      <div class="stack">\(state.summary)<form method="post" action="\(link: "/clues/new")" enctype="multipart/form-data" class="panel">\
      \(ReportDraft.once(state))\
      \(Field("channel", "来源", state).select(ClueChannel.desk.map { ($0.rawValue, $0.title) }))\
      \(Field("origin", "来源说明", state, hint: originHint, required: false).line(most: 100))\
      \(ReportDraft.fields(state, towns: towns))\(ReportDraft.files(state))\
      \(ReportDraft.reporter(state))<p class="row"><button class="btn">登记</button><a href="\(link: "/clues")">不登记了</a></p></form></div>
      """)
  }

  static func registered(_ receipt: Receipt, _ code: QueryCode?) -> Page {
    Page(
      receipt.isRepeat ? "这份举报已经登记" : "已登记\(receipt.number)", crumbs: [("线索", "/clues")],
      """
      \(head(receipt.isRepeat ? "这份举报已经登记" : "已登记\(receipt.number)", meta: ["编号 \(receipt.number)"]))\
      \(ReportPages.slip(code))\
      <p class="row block"><a class="btn" href="\(link: "/clues/\(receipt.id)")">打开线索</a>\
      <a class="btn p" href="\(link: "/clues/new")">再登记一条</a></p>
      """)
  }

  private static let originHint = "例如：12345 热线转办单编号、哪家媒体哪天的报道。举报人的姓名和电话写在下面，会封存。"
}
