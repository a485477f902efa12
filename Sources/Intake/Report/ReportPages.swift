import Kit
import Offices
import Web

enum ReportPages {
  static func form(_ places: ReportPlaces, _ book: ChannelBook, _ state: FormState) -> Page {
    guard !places.counties.isEmpty else { return closed(book) }
    return Page(
      "举报", kind: .open,
      """
      \(MatterChoice.urgent(book))\
      <h1 class="block">举报</h1><p class="dim">不用注册，两分钟填完。不留姓名也受理。</p>\(MatterChoice.elsewhere(book))\
      <div class="stack under">\(state.summary)<form method="post" action="\(link: "/report")" enctype="multipart/form-data" class="panel">\
      \(ReportDraft.once(state))\(county(places, state))\(MatterChoice.field(book, state))\(ReportDraft.fields(state, towns: places.towns))\
      \(ReportDraft.files(state))\(ReportDraft.reporter(state))<button class="btn w">提交</button></form></div>
      """)
  }

  /// After the report is stored; the only time that the code is shown.
  static func received(_ receipt: Receipt, _ code: QueryCode?) -> Page {
    Page(
      receipt.isRepeat ? "这份举报已经收到" : "已收到", kind: .open,
      """
      <h1>\(receipt.isRepeat ? "这份举报已经收到" : "已收到")</h1>\
      <p>\(receipt.isRepeat ? "同样的内容刚才已经提交成功，没有重复登记。" : "举报已经登记。")编号 \(receipt.number)。</p>\
      \(slip(code))\
      <p class="row block"><a class="btn" href="\(link: "/progress")">查进度</a>\
      <a class="btn p" href="\(link: "/")">回到首页</a></p>
      """)
  }

  /// The code with what to do with it; shared with the desk.
  static func slip(_ code: QueryCode?) -> HTML {
    guard let code else {
      return "<p class=\"note warn under\">查询码在第一次提交成功后的页面上，不再重复显示。没有记下的，请重新提交一份。</p>"
    }
    return """
      <div class="panel under"><p class="dim">查询码</p><p class="h1"><b><output class="code">\(code.text)</output></b></p>\
      <p class="under"><b>请记下来或拍照保存，这个码只显示这一次。</b>凭它在“查进度”里看办理结果。\
      任何人拿到这个码都能看到结果，不要给别人。</p></div>
      """
  }

  private static func county(_ places: ReportPlaces, _ state: FormState) -> HTML {
    guard places.counties.count > 1 else { return .none }
    return Field("county", "所在县", state).select(places.counties.map { ("\($0.number)", $0.name) })
  }

  private static func closed(_ book: ChannelBook) -> Page {
    Page(
      "举报", kind: .open,
      """
      \(MatterChoice.urgent(book))<h1 class="block">举报</h1>\
      \(empty("网上举报还没有开通", "请打当地卫生健康部门的举报电话，或打 12320。"))
      """)
  }
}
