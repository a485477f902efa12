import Duties
import Kit
import Registers
import Web

/// The page of one clue.
enum CluePages {
  static func record(_ model: ClueModel) -> Page {
    let clue = model.clue
    return Page(
      clue.number, crumbs: [("线索", "/clues")],
      """
      \(head(clue.summary, meta: meta(model)))\
      <div class="two"><div><div class="lead">\(section("举报内容", paragraphs(clue.text) + facts(model)))</div>\
      \(answer(clue))\(premises(model))\(MergePages.panel(model))\(model.panels)</div>\
      <div>\(steps(model))\(Duties.panel(model.duties, today: model.today, model.calendar))\
      \(historySection(model.history, today: model.today))</div></div>
      """)
  }

  private static func meta(_ model: ClueModel) -> [HTML] {
    [
      "\(model.clue.number)", model.clue.state.chip, "<span class=\"tag\">\(model.clue.channel.title)</span>",
      "\(model.clue.receivedAt.chinese(today: model.today)) 收到", "承办 \(model.owner)",
    ]
  }

  private static func facts(_ model: ClueModel) -> HTML {
    let clue = model.clue
    return """
      <div class="under">\(Web.facts([
        ("反映什么事", model.entry.flatMap { model.book.matter($0.matter) }.map { "\($0.title)" }),
        ("收到日期", model.entry?.came.map { "\($0.chinese(today: model.today))" }),
        ("地点", "\([model.town, clue.place].compactMap { $0 }.joined(separator: "　"))"),
        ("发生时间", clue.happened.map { "\($0)" }), ("来源说明", clue.origin.map { "\($0)" }),
        ("举报人", model.isNamed ? "留了姓名或电话，已封存" : "匿名"),
        ("专项行动", model.campaign ?? (clue.state == .received ? nil : "不计入")), ("任务", model.task),
        ("附件", model.files.isEmpty ? nil : attachmentList(model.files)),
      ]))</div>
      """
  }

  private static func answer(_ clue: ClueRecord) -> HTML {
    guard let text = clue.answer else { return .none }
    return section(
      clue.state == .refused ? "不予受理的理由" : "答复", note: "举报人凭查询码看到的就是这段话", paragraphs(text))
  }

  private static func steps(_ model: ClueModel) -> HTML {
    let open = model.steps.filter { $0.link != nil }
    let closed = model.steps.filter { $0.link == nil }
    let accepts = model.mayWork && model.clue.state == .received
    if let note = model.stepNote {
      return "<section class=\"panel first\"><h2>下一步</h2><p class=\"dim\">\(note)</p></section>"
    }
    let listed = accepts ? Array(open.dropFirst()) : open
    return """
      <section class="panel first"><h2>下一步</h2>\(if: accepts, "<h3>受理</h3>")\
      \(if: accepts, HandlingPages.acceptForm(model, HandlingPages.acceptStart(model)))\
      \(if: !listed.isEmpty, "<ul class=\"steps gap\">\(listed.enumerated().map { step($1, plain: accepts || $0 > 0) })</ul>")\
      \(if: !closed.isEmpty, "<h3 class=\"under\">暂不能办，原因</h3><ul class=\"steps under\">\(closed.map(shut))</ul>")</section>
      """
  }

  private static func step(_ step: ClueStep, plain: Bool) -> HTML {
    "<li><b>\(step.title)</b><p class=\"why\">\(step.why)</p>\(step.link.map { button(step.title, $0, plain: plain) })</li>"
  }

  private static func shut(_ step: ClueStep) -> HTML {
    "<li class=\"closed\"><span class=\"chip shut\"><b>\(step.title)</b></span><p class=\"why\">\(step.why)</p></li>"
  }
}

/// Which institution or site it is about, and how to find it.
extension CluePages {
  fileprivate static func premises(_ model: ClueModel) -> HTML {
    let known: HTML = model.premises.map { "<p>\($0)</p>" } ?? "<p class=\"dim\">还没有认定是哪一家。</p>"
    let mayTie = model.mayWork && model.clue.state.isOpen
    return section(
      "涉及的机构或无证点", id: "premises", known + (mayTie ? finder(model) + found(model) : .none))
  }

  private static func finder(_ model: ClueModel) -> HTML {
    """
    <form class="go under" method="get" action="\(link: Link("/clues/\(model.clue.id)").at("premises"))">\
    <label class="vh" for="premises-words">名称、地址或证号后几位</label>\
    <input id="premises-words" name="premises" type="search" value="\(model.search?.words ?? "")" \
    placeholder="名称、地址或证号后几位"><button class="btn p">查找</button></form>
    """
  }

  private static func found(_ model: ClueModel) -> HTML {
    guard let search = model.search else { return .none }
    let site = Link("/clues/\(model.clue.id)/site").asking([("name", search.words.clipped(to: 60))])
    guard !search.found.isEmpty else {
      return empty("没有找到“\(search.words.clipped(to: 30))”", "换个字再找；底册里确实没有的，可以登记为无证点。") + another(site)
    }
    return """
      <ul class="stack under">\(search.found.map { candidate($0, model.clue) })</ul>\
      \(if: search.found.count == ClueModel.Search.most, "<p class=\"small dim under\">只列出前 \(ClueModel.Search.most) 个，没有你要的就多写几个字。</p>")\
      \(another(site))
      """
  }

  private static func another(_ site: Link) -> HTML {
    "<p class=\"row under\">\(button("都不是，登记为无证点", site, plain: true))</p>"
  }

  private static func candidate(_ premises: Premises, _ clue: ClueRecord) -> HTML {
    """
    <li class="row"><span><b>\(premises.name)</b><br><span class="small dim">\
    \(premises.ref.kind == .site ? "无证点　" : "")\(premises.address)</span></span>\
    <form class="push" method="post" action="\(link: "/clues/\(clue.id)/premises")">\
    <input type="hidden" name="premises" value="\(premises.ref.description)">\
    <button class="btn p">是这一家<span class="vh">：\(premises.name)</span></button></form></li>
    """
  }
}
