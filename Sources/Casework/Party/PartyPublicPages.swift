import Duties
import Kit
import Law
import Procedure
import Web

/// What the party reads with its code, in everyday words, for a phone first. No names: a code can fall into other hands.
enum PartyPublicPages {
  static func form(_ state: FormState) -> Page {
    Page(
      "我是当事人", kind: .open,
      """
      <h1>我是当事人</h1><p class="dim">卫生健康部门给你的文书后面附着 12 位查询码。凭它看案件、写陈述申辩、要求听证，不用注册。</p>\
      \(state.problems.compactMap(\.next).first.map { "<p class=\"note under\">\($0)</p>" as HTML })\
      <form method="post" action="\(link: "/party")" class="panel under">\
      \(Field("code", "当事人查询码", state, hint: "大小写、空格、横线都不要紧。例如：7K3M-92QX-4HDP").line(most: 40))\
      <button class="btn w">查看</button></form>
      """)
  }

  /// `state` holds the code as it was typed, and what was wrong with an act.
  static func page(_ view: PartyView, _ state: FormState) -> Page {
    Page(
      "我的案件", kind: .open,
      """
      <h1>\(view.cause)</h1><p class="dim">\(view.county)，案号 \(view.number)，\(view.filedOn.chinese(today: view.today))立案</p>\
      <div class="stack under">\(state.summary)<p class="note"><b>现在：</b>\(view.stage)</p></div>\
      \(clocks(view))\(PartyActPages.section(view, state))\(PartyMoneyPages.section(view))\(papers(view, state))\(contest(view))\(receipts(view))\
      <p class="dim small block">网上办不了的，可以当面、邮寄或者打电话找办案人员，联系方式印在给你的文书上。\
      看完请关掉这个页面：拿到查询码的人都能看到这些内容。</p>
      """)
  }

  /// After an act; the number is what the party refers to.
  static func received(_ receipt: PartyReceipt, code: String, today: CivilDate) -> Page {
    Page(
      "已经收到", kind: .open,
      """
      <h1>已经收到</h1>\
      <div class="panel under">\(facts([
        ("办了什么", "\(receipt.act.title)"), ("回执号", "<b>\(receipt.number)</b>"), ("收到时间", "\(receipt.at.chinese(today: today))"),
        ("附件", receipt.files.isEmpty ? nil : "\(receipt.files.count) 个"),
        ("校验值", "<span class=\"small wrap\">\(receipt.hash)</span>"),
      ]))</div>\
      <p class="dim under">可以拍照保存。校验值由你提交的全部内容算出，内容有一点改动就会不同。</p>\
      <form method="post" action="\(link: "/party")" class="under"><input type="hidden" name="code" value="\(code)">\
      <button class="btn">回到案件</button></form>
      """)
  }

  private static func clocks(_ view: PartyView) -> HTML {
    guard !view.clocks.isEmpty else { return .none }
    let items = view.clocks.map { clock -> HTML in
      """
      <li><b>\(clock.title)</b><p>\(Duties.clock(clock.due, provisional: clock.provisional, today: view.today, view.calendar))</p>\
      \(source(clock, view))</li>
      """
    }
    return section("你的期限", "<ul class=\"steps\">\(items)</ul>")
  }

  /// The days for a defence are the agency's own, and not the end of it: the party is told so.
  private static func source(_ clock: Clock, _ view: PartyView) -> HTML {
    clock.name == .defence ? view.line(.defenceTerm) : "<p class=\"why\">\(clock.source)</p>"
  }

  private static func papers(_ view: PartyView, _ state: FormState) -> HTML {
    guard !view.papers.isEmpty else {
      return section("给你的文书", "<p class=\"dim\">还没有送达的文书。送达以后，这里能看到内容和日期。</p>")
    }
    let items = view.papers.reversed().map { paper -> HTML in
      """
      <li><b>\(paper.title)</b>　<span class="dim">\(paper.on.chinese(today: view.today))作出，\(paper.served.chinese(today: view.today))送达</span>\
      \(if: !paper.details.isEmpty, "<p>\(paper.details.joined(separator: "，"))</p>")\(if: !paper.reasons.isEmpty, paragraphs(paper.reasons))\(paper.issued.map { sheet($0, state) })</li>
      """
    }
    return section("给你的文书", note: "\(view.papers.count) 份，最近的在前", "<ul class=\"steps\">\(items)</ul>")
  }

  /// A form, because the code never stands in an address.
  private static func sheet(_ number: Int64, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/party/paper")"><input type="hidden" name="code" value="\(state.value("code"))">\
    <button class="btn p" name="paper" value="\(number)">看文书原文</button></form>
    """
  }

  private static func contest(_ view: PartyView) -> HTML {
    guard !view.contest.isEmpty else { return .none }
    let items = view.contest.map { words -> HTML in
      "<li>\(words.words.replacing("{government}", with: view.reconsideration ?? "决定书上写明的行政复议机关"))<p class=\"why\">\(words.source)</p></li>"
    }
    return section("不服怎么办", note: "还剩几天见“你的期限”", "<ul class=\"steps\">\(items)</ul>")
  }

  private static func receipts(_ view: PartyView) -> HTML {
    guard !view.receipts.isEmpty else { return .none }
    let items = view.receipts.reversed().map { receipt -> HTML in
      """
      <li><b>\(receipt.act.title)</b>　<span class="dim">\(receipt.at.chinese(today: view.today))</span>\
      <p>回执 \(receipt.number)\(if: !receipt.files.isEmpty, "，附件 \(receipt.files.count) 个")</p></li>
      """
    }
    return section("你提交过的", note: "\(view.receipts.count) 次", "<ul class=\"steps\">\(items)</ul>")
  }
}

extension PartyView {
  /// A sentence with its article beneath; nothing where the pack has no such words.
  func line(_ sentence: PartySentence) -> HTML {
    guard let words = words.words(sentence) else { return .none }
    return "<p>\(words.words)</p><p class=\"dim small\">\(words.source)</p>"
  }
}
