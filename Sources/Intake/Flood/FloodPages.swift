import Kit
import Web

enum FloodPages {
  static func list(
    _ groups: [FloodGroup], reports: Int64, _ listing: Listing, _ book: ChannelBook, today: CivilDate,
    _ state: FormState
  ) -> Page {
    Page(
      "超量举报核对", crumbs: [("线索", "/clues")],
      """
      \(head("超量举报核对", meta: ["等候核对 \(reports) 份", "内容相同的归在一起"]))\
      <p class="dim">\(book.budget.minutes) 分钟内同一来源超过 \(book.budget.sender) 份、全县超过 \(book.budget.county) 份以后收到的，先放在这里。\
      核对以前不编号、不算期限，举报人凭码看到“等候核对”。</p>\
      \(state.summary)\(groups.isEmpty ? empty("没有等候核对的举报", "短时间内收到太多网上举报时，超过限量的会列在这里。") : form(groups, listing, today, state))
      """)
  }

  /// What somebody reads whose report waits, or was not taken up.
  static func progress(of report: FloodReport, today: CivilDate) -> Page {
    let time = report.receivedAt.chinese(today: today)
    let steps: [(time: String, words: HTML, note: HTML?)] = [(time: time, words: "收到举报，等候人工核对", note: nil)]
    let answer: HTML =
      report.answer.map { section("核对以后没有作为举报办理，理由", paragraphs($0)) }
      ?? "<p class=\"note under\">短时间内收到的举报太多，你的这份已经收下，由人核对以后再编号办理。期限从收到的那天算起。</p>"
    return Page(
      "办理进度", kind: .open,
      """
      <h1>办理进度</h1><div class="panel under">\(timeline(steps))</div>\(answer)\
      <p class="row block"><a class="btn p" href="\(link: "/progress")">查另一个码</a>\
      <a class="btn p" href="\(link: "/report")">补充情况，再举报一次</a></p>
      """)
  }

  /// After a report beyond the budget was kept.
  static func held(_ code: QueryCode?, isRepeat: Bool, _ proof: ReceiptProof) -> Page {
    Page(
      isRepeat ? "这份举报已经收到" : "已收到", kind: .open,
      """
      <h1>\(isRepeat ? "这份举报已经收到" : "已收到")</h1>\
      <p>现在提交的举报很多，你的这份已经收下，由人核对以后再编号办理。期限从今天算起。</p>\(ReportPages.slip(code))\(ReceiptPages.arrived(proof))\
      <p class="row block"><a class="btn" href="\(link: "/progress")">查进度</a>\
      <a class="btn p" href="\(link: "/")">回到首页</a></p>
      """)
  }

  /// To a browser that said it can compute; `draft.js` finds the answer and sends the report again.
  static func task(_ task: String, bits: Int) -> Page {
    Page(
      "正在核对", kind: .open,
      """
      <h1>正在核对</h1><p data-work="\(task)" data-bits="\(bits)">现在提交的举报很多，手机要算一道验证题，几秒钟，算完自动提交。</p>
      """)
  }

  private static func form(
    _ groups: [FloodGroup], _ listing: Listing, _ today: CivilDate, _ state: FormState
  ) -> HTML {
    let lines = groups.map { group in
      Table.Line([
        """
        <label class="pick"><input type="checkbox" name="group" value="\(group.fingerprint)"\
        \(if: state.has("group", group.fingerprint), " checked")> <span>\(group.text.clipped(to: 120))\
        <span class="s">\(group.place)</span></span></label>
        """,
        "\(group.count)",
        "<span class=\"nw\">\(group.first.chinese(today: today))</span><span class=\"s nw\">至 \(group.last.chinese(today: today))</span>",
      ])
    }
    let columns = [Table.Column("内容"), Table.Column("份数", numeric: true), Table.Column("收到")]
    return """
      <form method="post" action="\(link: "/clues/flood")" id="group">\
      \(Table(listing.caption("内容", unit: "种"), columns, lines, listing: listing).html)\
      <div class="panel under">\(Field("decision", "勾选的怎么办", state).radios([
        (value: "release", words: "转为线索", hint: "每份各成一条，编号、期限从收到那天算起；一次最多 \(Intake.mostReleased) 份，多的再点一次。"),
        (value: "discard", words: "不作为举报办理", hint: "例如广告、乱码、同样的话重复提交。内容仍然保存。"),
      ]))\
      \(Field("reason", "理由", state, hint: "不作为举报办理的必填，举报人凭码能看到。", required: false).lines(rows: 2, most: 500))\
      <button class="btn">保存</button></div></form>
      """
  }
}
