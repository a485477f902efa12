import Kit
import Web

enum MergePages {
  /// On the page of a clue: where it went, what went into it, what may be the same.
  static func panel(_ model: ClueModel) -> HTML { lead(model) + followers(model) + candidates(model) }

  static func form(_ model: ClueModel, _ state: FormState) -> Page {
    let clue = model.clue
    return Page(
      "并入另一条线索", crumbs: [("线索", "/clues"), (clue.number, "/clues/\(clue.id)")],
      """
      \(head("并入另一条线索", meta: ["\(clue.number)", clue.state.chip, "承办 \(model.owner)"]))\
      <div class="two"><div class="stack">\(state.summary)<form method="post" action="\(link: "/clues/\(clue.id)/merge")" class="panel">\
      \(Field("lead", "并入哪一条", state, hint: "写线索编号，例如清举〔2026〕0001。那一条要还没有办结。").line(most: 40, narrow: true))\
      \(Field("reason", "为什么是同一件事", state, hint: "会记入台账。").lines(rows: 3, most: 300))\
      <p class="note">并入以后，这一条不再单独办理；举报人凭自己的查询码看那一条的进度和答复，看不到别人写了什么。合并错了可以撤销。</p>\
      <p class="row"><button class="btn">并入</button><a href="\(link: "/clues/\(clue.id)")">不并入，返回</a></p></form></div>\
      <div><section class="panel"><h2>举报内容</h2>\(paragraphs(clue.text))<p class="dim under">\(clue.place)</p></section>\
      \(candidates(model))</div></div>
      """)
  }

  static func undo(_ model: ClueModel, _ state: FormState) -> Page {
    let clue = model.clue
    return Page(
      "撤销合并", crumbs: [("线索", "/clues"), (clue.number, "/clues/\(clue.id)")],
      """
      \(head("撤销合并", meta: ["\(clue.number)", clue.state.chip]))\
      <div class="stack">\(state.summary)<form method="post" action="\(link: "/clues/\(clue.id)/unmerge")" class="panel">\
      \(Field("reason", "为什么撤销", state, hint: "会记入台账。恢复成合并以前的状态，期限照旧，过了期的算逾期。").lines(rows: 3, most: 300))\
      <p class="row"><button class="btn">撤销合并</button><a href="\(link: "/clues/\(clue.id)")">不撤销，返回</a></p></form></div>
      """)
  }

  private static func lead(_ model: ClueModel) -> HTML {
    guard let lead = model.merging.lead else { return .none }
    return section("已并入", "<ul class=\"stack\">\(item(lead, note: "举报人看到的是这一条的进度和答复"))</ul>")
  }

  private static func followers(_ model: ClueModel) -> HTML {
    let all = model.merging.followers
    guard !all.isEmpty else { return .none }
    let named = all.filter(\.isNamed).count
    let items = all.map { item($0.clue, note: $0.isNamed ? "留了姓名或电话，已封存" : "匿名") }
    return section("并入本条的线索", note: "\(all.count) 条，其中实名 \(named) 条", "<ul class=\"stack\">\(items)</ul>")
  }

  private static func candidates(_ model: ClueModel) -> HTML {
    guard !model.merging.candidates.isEmpty else { return .none }
    let items = model.merging.candidates.map { like, clue -> HTML in
      let merge = Link("/clues/\(model.clue.id)/merge").asking([("lead", clue.number)])
      return """
        <li class="row"><span><a href="\(link: "/clues/\(clue.id)")">\(clue.number)</a> \(clue.summary)<br>\
        <span class="small dim">\(like.reasons.joined(separator: "，"))</span></span>\
        <a class="btn p push" href="\(link: merge)">并入这一条<span class="vh">\(clue.number)</span></a></li>
        """
    }
    return section("可能是同一件事", note: "只供办理的人参考", "<ul class=\"stack\">\(items)</ul>")
  }

  private static func item(_ clue: ClueRecord, note: String) -> HTML {
    """
    <li class="row"><span><a href="\(link: "/clues/\(clue.id)")">\(clue.number)</a> \(clue.summary)<br>\
    <span class="small dim">\(note)</span></span>\(clue.state.chip)</li>
    """
  }
}
