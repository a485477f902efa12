import Kit
import Offices
import Web

enum DeskPages {
  static func form(_ towns: [Region], _ book: ChannelBook, _ state: FormState) -> Page {
    Page(
      "登记举报", crumbs: [("线索", "/clues")],
      """
      \(head("登记举报", meta: ["登记后自动编号，并给举报人一个查询码"], actions: [button("渠道与时限", "/channels", plain: true)]))\
      \(MatterChoice.elsewhere(book))\
      <div class="stack">\(state.summary)<form method="post" action="\(link: "/clues/new")" enctype="multipart/form-data" class="panel">\
      \(ReportDraft.once(state))\
      \(Field("channel", "来源", state).select(book.channels.filter(\.isDesk).map { ($0.channel.rawValue, $0.channel.title) }))\
      \(MatterChoice.field(book, state))\(EntryFields.html(book, state))\
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
}
