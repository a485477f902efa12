import Kit
import Storage
import Web

enum MovePages {
  static func mergeForm(_ person: OffenderPerson, _ other: OffenderPerson, _ state: FormState) -> HTML {
    let isHere = state.value("other") == other.id.text
    return """
      <details class="under"\(if: isHere, " open")><summary>提出合并</summary>\
      <form method="post" action="\(link: "/offenders/\(person.id)/merge")" class="under">\
      <input type="hidden" name="other" value="\(other.id.text)">\
      \(because(isHere ? state : .empty, among: isHere ? nil : other.id.text).line(most: 300))\
      <button class="btn p">提出把他并到这里</button></form></details>
      """
  }

  private static func because(_ state: FormState, among: String?) -> Field {
    Field("because", "为什么是同一人", state, hint: "合并要由另一个有复核权限的人确认", among: among)
  }

  /// Around the list of records, each with a box.
  static func splitForm(_ person: OffenderPerson, _ records: HTML, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/offenders/\(person.id)/split")">\(records)\
    <details class="under"\(if: !state.value("apart").isEmpty, " open")><summary>提出拆分：勾选的记录不是这个人的</summary>\
    \(Field("apart", "为什么不是同一人", state, hint: "拆分要由另一个有复核权限的人确认").line(most: 300))\
    <button class="btn p">提出拆分</button></details></form>
    """
  }

  static func waiting(_ moves: [RecordMove], _ viewer: Viewer, _ state: FormState) -> HTML {
    moves.filter { $0.state == .proposed }.reduce(HTML.none) { $0 + panel($1, viewer, state, today: nil) }
  }

  private static func panel(_ move: RecordMove, _ viewer: Viewer, _ state: FormState, today: CivilDate?) -> HTML {
    let mayDecide = viewer.scope(.offenderReview)?.allows(Placement(county: move.county)) == true
    let isOwn = move.proposer == viewer.account
    let isHere = state.value("move") == move.id.text
    let own = isHere ? state : FormState.empty
    let form: HTML = """
      <form method="post" action="\(link: "/offenders/moves/\(move.id)")" class="under">\
      <input type="hidden" name="move" value="\(move.id.text)">\
      \(Field("words", "理由", own, hint: "核对了什么").line(most: 300))\
      <p class="row">\(if: !isOwn, "<button class=\"btn\" name=\"decision\" value=\"yes\">确认\(move.kind.title)</button>")\
      <button class="btn p" name="decision" value="no">\(isOwn ? "撤回" : "不同意")</button></p></form>
      """
    return """
      <section class="panel under"><p><b>\(move.proposerTitle)提出\(move.kind.title)</b>：\(move.reason)</p>\
      <p class="small"><a href="\(link: "/offenders/\(move.source)")">原来的人</a>的 \(move.records.count) 条记录，移到\
      \(move.kind == .merge ? "<a href=\"\(link: "/offenders/\(move.target)")\">另一个人</a>名下" : "单独的一个人名下")</p>\
      \(if: mayDecide, form)\(if: !mayDecide, "<p class=\"why\">等有复核权限的人确认。</p>")</section>
      """
  }

  static func past(_ moves: [RecordMove], _ today: CivilDate) -> HTML {
    let done = moves.filter { $0.state != .proposed }
    guard !done.isEmpty else { return .none }
    let items = done.map { move -> HTML in
      """
      <li><b>\(move.kind.title)</b>　\(move.state.title)　<span class="dim">\(move.proposerTitle)提出，\(move.decider ?? "—")\
      \(move.decidedAt.map { $0.chinese(today: today) } ?? "")决定</span><p>\(move.reason)；\(move.words ?? "")</p></li>
      """
    }
    return section("合并和拆分", note: "\(items.count) 次；合并可以用拆分撤回", "<ul class=\"steps\">\(items)</ul>")
  }

  static func list(_ moves: [RecordMove], _ viewer: Viewer, _ state: FormState) -> Page {
    Page(
      "等人确认的合并和拆分", crumbs: [("违法人员库", "/offenders")],
      """
      \(head("等人确认的合并和拆分", meta: ["一个人提出，另一个人确认"]))\(state.summary)\
      \(moves.isEmpty ? empty("没有等人确认的", "在违法人员的页面上可以提出合并、拆分。") : moves.reduce(HTML.none) { $0 + panel($1, viewer, state, today: nil) })
      """)
  }
}
