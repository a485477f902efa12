import Intake
import Kit
import Web

/// The pages of a post on its telephone: small and plain. The form keeps a draft where a script may run.
enum ReportPages {
  static func home(_ home: ReportHome, _ state: FormState = .empty) -> Page {
    Page(
      home.post.name, kind: .open,
      """
      <h1>\(home.post.name)</h1><p class="dim">监测哨点，\(home.placeName)。监督联系人：\(home.supervisor)</p>\(state.summary)\(home.surveys.map { survey($0, state, home.today) })\
      <section class="block"><h2>看到了什么</h2><div class="stack under">\(home.topics.map { topic -> HTML in
        "<a class=\"btn w\" href=\"\(link: Link("/post/report").asking([("topic", topic.key)]))\">\(topic.title)</a>"
      })</div></section>\(patrols(home))\(zero(home))\(list(home))\(score(home))\(PostRewardPages.telephone(home.rewards))\
      <p class="block"><a href="\(link: "/post/rules")">哨点规则</a></p>\
      <form method="post" action="\(link: "/post/leave")" class="block"><button class="btn p">这部手机不再使用</button></form>
      """)
  }

  private static func survey(_ survey: SurveyRecord, _ state: FormState, _ today: CivilDate) -> HTML {
    section(
      survey.title, note: "\(survey.due.chinese(today: today))以前",
      """
      \(paragraphs(survey.wanted))<form method="post" action="\(link: "/post/survey")" class="panel under">\
      <input type="hidden" name="survey" value="\(survey.id.text)">\
      \(Field("found", "本村发现几处", state, hint: "看过没有的，填 0；发现的每一处再用下面的按钮报告").line(most: 4, narrow: true, mode: "numeric"))\
      <button class="btn">报本村的排摸</button></form>
      """)
  }

  private static func patrols(_ home: ReportHome) -> HTML {
    let asked = home.patrols.planned.map { plan -> HTML in
      let way = Link("/post/patrol").asking([("plan", plan.id.text)])
      let due = plan.due.map { "\($0.chinese(today: home.today))以前" } ?? ""
      return "<li><a href=\"\(link: way)\">\(plan.wanted.clipped(to: 60))</a>　<span class=\"dim\">\(due)</span></li>"
    }
    let told = home.patrols.told.map { patrol -> HTML in
      let day = patrol.seen?.on.chinese(today: home.today) ?? ""
      return "<li>\(day)　\(PatrolPages.chip(patrol, home.today))</li>"
    }
    return section(
      "巡查", id: "patrols",
      """
      \(if: !asked.isEmpty, "<p>监督所请你看：</p><ul class=\"stack\">\(asked)</ul>")\
      <p class="under">\(button("巡查一次", "/post/patrol", plain: true))</p>\
      \(if: !told.isEmpty, "<ul class=\"stack small under\">\(told)</ul>")
      """)
  }

  private static func score(_ home: ReportHome) -> HTML {
    guard let sheet = home.sheet else { return .none }
    let words = sheet.total.map { "\($0) 分" } ?? ""
    let way: HTML = "<a href=\"\(link: "/post/score")\">\(sheet.spanTitle)评分</a>"
    return section("评分", "<p>\(way)　\(sheet.state.chip)　\(words)</p>")
  }

  private static func zero(_ home: ReportHome) -> HTML {
    guard let span = home.open else {
      return section(
        "零报告", home.told.map { "<p class=\"note ok\">\($0.title)已经报过“没有发现”。再看到什么，随时可以报告。</p>" as HTML }.first ?? .none)
    }
    return section(
      "零报告",
      """
      <form method="post" action="\(link: "/post/zero")"><input type="hidden" name="span" value="\(span.key)">\
      <button class="btn p w">看过了，没有发现（\(span.title)）</button></form>
      """)
  }

  private static func list(_ home: ReportHome) -> HTML {
    guard !home.reports.isEmpty else {
      return section("报告过的", "<p class=\"dim\">还没有报告过。看到情况点上面的按钮，半分钟就能报完；没有情况每个周期报一次零报告。</p>")
    }
    let items = home.reports.map { view -> HTML in
      let day = view.report.at.date.chinese(today: home.today)
      guard let state = view.state else { return "<li>\(view.title)　<span class=\"dim\">\(day)</span></li>" }
      return """
        <li><a href="\(link: "/post/reports/\(view.report.id)")">\(view.title)</a>　\(chip(state))\
        <p class="dim small">\(day)，\(view.place)</p></li>
        """
    }
    return section(
      "报告过的", note: home.reports.count == ReportHome.most ? "最近 \(ReportHome.most) 次" : .none,
      "<ul class=\"steps\">\(items)</ul>")
  }

  static func chip(_ state: ClueState) -> HTML {
    switch state {
    case .received: Chip.open.html("收到了")
    case .merged: Chip.half.html("和别的线索一起办")
    case .accepted: Chip.half.html("正在办")
    case .refused: Chip.shut.html("没有受理")
    case .answered: Chip.done.html("有答复")
    }
  }

  static func form(_ topics: [ReportTopic], _ state: FormState) -> Page {
    let again = state.problems.isEmpty ? "" : "照片没有保留下来，请重新选一次。"
    return Page(
      "报告", kind: .open, script: "draft.js",
      """
      <h1>报告</h1>\(state.summary)\
      <form method="post" action="\(link: "/post/report")" enctype="multipart/form-data" class="panel under" data-draft>\
      <input type="hidden" name="once" value="\(state.value("once"))">\
      \(Field("topic", "是什么", state).select(topics.map { ($0.key, $0.title) }))\
      \(Field("place", "在哪里", state, hint: "写到村、街、门牌，或者附近的店").line(most: 200))\
      \(Field("text", "看到什么", state, hint: "谁、做什么、什么时候开门。不确定也可以写，有照片可以不写", required: false).lines(rows: 3, most: 2000))\
      \(Field("files", "照片", state, hint: "\(again)每个不超过 20 MB，最多 5 个", required: false).files(multiple: true, accept: accept))\
      <button class="btn w">报告</button></form>\
      <p class="under"><a href="\(link: "/post")">不报了，返回</a></p>
      """)
  }

  static func record(_ view: ReportView, today: CivilDate) -> Page {
    Page(
      "报告的情况", kind: .open,
      """
      <h1>\(view.title)</h1><p class="dim">\(view.number)，\(view.place)</p>\
      <div class="panel under">\(timeline(view.steps.map { ($0.on.chinese(today: today), "\($0.words)", nil) }))\(expected(view, today))</div>\
      \(view.answer.map { section(view.state == .refused ? "不予受理的理由" : "答复", paragraphs($0)) } ?? .none)\
      \(section("当时报的", paragraphs(view.text)))\
      <p class="row block">\(button("返回", "/post"))</p>
      """)
  }

  private static func expected(_ view: ReportView, _ today: CivilDate) -> HTML {
    guard let due = view.due else { return .none }
    let what = view.state == .received ? "决定是否受理" : "答复"
    return due < today
      ? "<p class=\"note warn\">原定 \(due.chinese(today: today))前\(what)，已经超期，监督所的负责人能看到。</p>"
      : "<p class=\"note\">最迟 \(due.chinese(today: today))\(what)。</p>"
  }

  static func received(_ receipt: Receipt, report: ID<ReportRecord>?) -> Page {
    Page(
      "已经报告", kind: .open,
      """
      <h1>\(receipt.isRepeat ? "这份报告已经收到" : "已经报告")</h1>\
      <p>\(receipt.isRepeat ? "同样的内容刚才已经提交成功，没有重复登记。" : "")编号 \(receipt.number)。监督所办到哪一步，在“报告过的”里看。</p>\(ReceiptPages.arrived(receipt.proof))\
      <p class="row block">\(button("返回", "/post"))\(report.map { button("看进展", "/post/reports/\($0)", plain: true) })</p>
      """)
  }

  private static let accept = "image/jpeg,image/png,image/gif,image/webp,application/pdf,video/mp4"
}
