import Kit
import Offices
import Web

enum ReportPages {
  static func form(_ places: ReportPlaces, _ book: ChannelBook, _ state: FormState) -> Page {
    guard !places.counties.isEmpty else { return closed(book) }
    return Page(
      "举报", kind: .open, script: "draft.js",
      """
      \(MatterChoice.urgent(book))\
      <h1 class="block">举报</h1><p class="dim">不用注册，两分钟填完。不留姓名也受理。</p>\(MatterChoice.elsewhere(book))\
      <div class="stack under">\(state.summary)<form method="post" action="\(link: "/report")" enctype="multipart/form-data" class="panel" data-draft>\
      \(ReportDraft.once(state))\(poster(places, state))\(county(places, state))\(MatterChoice.field(book, state))\(ReportDraft.fields(state, towns: places.towns))\(about(places, book, state))\
      \(ReportDraft.files(state))\(ReportDraft.reporter(state))<button class="btn w">提交</button></form>\(privacy)</div>
      """)
  }

  /// After the report is stored; the only time that the code is shown.
  static func received(_ receipt: Receipt, _ code: QueryCode?) -> Page {
    Page(
      receipt.isRepeat ? "这份举报已经收到" : "已收到", kind: .open,
      """
      <h1>\(receipt.isRepeat ? "这份举报已经收到" : "已收到")</h1>\
      <p>\(receipt.isRepeat ? "同样的内容刚才已经提交成功，没有重复登记；照片和姓名以第一次收到的为准，要补的凭查询码补充。" : "举报已经登记。")编号 \(receipt.number)。</p>\
      \(slip(code))\(ReceiptPages.arrived(receipt.proof))\
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

  /// Who scanned the code of a poster need not say where he is.
  private static func poster(_ places: ReportPlaces, _ state: FormState) -> HTML {
    guard let open = places.poster else { return .none }
    return """
      <input type="hidden" name="at" value="\(open.poster.code)">\
      <p class="note">你扫的是“\(open.name)”公示的二维码，这份举报会记到它名下。</p>\
      \(Field("elsewhere", "反映的是哪里", state, required: false).checks([
        (value: "yes", words: "不是反映这一家", hint: "勾选以后，请在“在哪里”写明地点。")
      ]))
      """
  }

  /// Whom the report must never reach. Which agencies there are is known once the county is.
  private static func about(_ places: ReportPlaces, _ book: ChannelBook, _ state: FormState) -> HTML {
    let outside = book.concealed.map { "不放心交给本站的，\($0.outside)" } ?? ""
    let box = Field("about", "反映的是本单位或其工作人员", state, required: false).checks([
      (value: "yes", words: "反映的是受理举报的机关自己，或者它的工作人员", hint: "直接交给上级机关或者纪检监察机关，被反映的单位从头到尾看不到。\(outside)")
    ])
    guard !places.agencies.isEmpty else { return box }
    let agencies = places.agencies.map { ($0.id.text, $0.name) }
    return box
      + Field("agency", "反映的是哪个单位", state, hint: "只有勾选了上面一格才要选。", required: false).select(agencies, empty: "不是反映单位")
  }

  /// What is kept, who sees it, for how long, and what a lost code means.
  private static let privacy: HTML = """
    <details class="more under"><summary>你写的内容谁能看到，保存多久</summary><ul class="stack small">\
    <li><b>保存什么</b>：你写的内容、附件和提交时间；姓名和电话不留也可以，留了单独加密封存。</li>\
    <li><b>不保存什么</b>：你的网络地址、手机型号都不和举报放在一起，也不写进日志。</li>\
    <li><b>草稿</b>：填的时候，浏览器把文字存在这部手机上，防止断线丢失，提交成功就删掉；照片不存，姓名和电话只有你同意才存。用别人的手机，填完点“删掉草稿”。浏览器关了脚本的，什么也不存。</li>\
    <li><b>谁能看到</b>：办理的人看得到内容和附件；姓名和电话只有专门的保管员写明理由才能打开，每次都留下记录。不会告诉被举报的单位。</li>\
    <li><b>保存多久</b>：内容和办理结果作为工作档案，按档案管理的规定保存。</li>\
    <li><b>查询码丢了</b>：找不回来，也不能补发，因为我们没有保存这个码。举报照样办理；想知道结果，可以再提交一份，写上原来的编号。</li>\
    </ul></details>
    """

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
