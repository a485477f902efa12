import Kit
import Web

/// What may be done with a sheet now.
enum ScoreFormPages {
  static func forms(_ model: ScoreModel, _ state: FormState) -> HTML {
    let own = model.sheet.filledBy == model.viewer
    return switch model.sheet.state {
    case .opened where model.mayWork: section("代哨点自评", fill(model, state, "/scores/\(model.sheet.id)/fill"))
    case .filled where model.mayVerify && !own: section("现场核验", verify(model, state))
    case .verified where model.mayWork && mayObject(model.sheet, model.today):
      objection(model.sheet, state, "/scores/\(model.sheet.id)/object", today: model.today)
    case .objected where model.mayVerify && !own: section("答复异议", answer(model, state))
    default: .none
    }
  }

  static func mayObject(_ sheet: ScoreSheet, _ today: CivilDate) -> Bool {
    sheet.state == .verified && sheet.objectUntil.map { today <= $0 } ?? false
  }

  private static func filled(
    _ model: ScoreModel, _ state: FormState, _ more: [(String, String?)], _ stood: (ScoreLine) -> Int?
  )
    -> FormState
  {
    state.form.values.isEmpty ? .filled(ScoreForm.start(model.lines, stood) + more) : state
  }

  static func fill(_ model: ScoreModel, _ state: FormState, _ target: Link) -> HTML {
    let shown = filled(model, state, [], \.pre)
    let fields = ScoreForm.fields(model.ownLines, shown) { line in
      line.pre.map { "记录预评 \($0) 分：\(line.basis)" } ?? "记录里没有，照实填"
    }
    return """
      <form method="post" action="\(link: target)" class="panel"><p class="dim">和预评不一样的，写明理由。</p>\(fields)\
      <p class="row"><button class="btn">交自评</button></p></form>
      """
  }

  private static func verify(_ model: ScoreModel, _ state: FormState) -> HTML {
    let shown = filled(model, state, [("on", model.today.iso)], \.own)
    let vetoes = model.vetoes.map { (value: $0.key, words: $0.title, hint: String?.none) }
    return """
      <form method="post" action="\(link: "/scores/\(model.sheet.id)/verify")" class="panel">\
      <p class="dim">改了的分写明现场看到了什么。</p>\(Field("on", "哪天去看的", shown).date())\
      \(ScoreForm.fields(model.lines, shown) { $0.own.map { "自评 \($0) 分" } ?? "乡镇没有填" })\
      \(if: !vetoes.isEmpty, Field("vetoes", "一票否决的情形", shown, required: false).checks(vetoes))\
      <p class="row"><button class="btn">定分</button></p></form>
      """
  }

  private static func answer(_ model: ScoreModel, _ state: FormState) -> HTML {
    let shown = filled(model, state, [], \.given)
    return """
      <form method="post" action="\(link: "/scores/\(model.sheet.id)/answer")" class="panel">\
      \(ScoreForm.fields(model.lines, shown) { "核验 \($0.given ?? 0) 分" })\
      \(Field("answer", "答复", shown, hint: "哨点在手机上看得到；答复以后不再受理异议").lines(rows: 3, most: 1000))\
      <p class="row"><button class="btn">答复并定分</button></p></form>
      """
  }

  static func objection(_ sheet: ScoreSheet, _ state: FormState, _ target: Link, today: CivilDate) -> HTML {
    """
    <details class="panel block"\(if: !state.problems.isEmpty, " open")><summary>对得分有异议</summary>\
    <form method="post" action="\(link: target)" class="under">\
    <p class="dim">只能提一次，\(sheet.objectUntil?.chinese(today: today) ?? "")以前。</p>\
    \(Field("words", "哪一项、为什么", state).lines(rows: 3, most: 1000))<button class="btn p">提出异议</button></form></details>
    """
  }

  /// On the telephone of the post.
  static func telephone(_ model: ScoreModel, _ state: FormState) -> Page {
    let sheet = model.sheet
    let lines = model.lines.map { line -> HTML in
      let given = line.given.map { "核验 \($0) 分" } ?? "等核验"
      return """
        <li>\(line.title)　\(line.own.map { "自评 \($0) 分" } ?? "由乡镇填")，\(given)（满分 \(line.most) 分）\
        \(if: !line.reason.isEmpty, "<p class=\"dim small\">\(line.reason)</p>")</li>
        """
    }
    let told: HTML = """
      \(if: sheet.state != .opened, section("逐项", "<ul class=\"steps\">\(lines)</ul>"))\
      \(sheet.objection.map { section("提出的异议", paragraphs($0)) } ?? .none)\
      \(sheet.answer.map { section("答复", paragraphs($0)) } ?? .none)
      """
    return Page(
      "评分", kind: .open,
      """
      <h1>\(sheet.spanTitle)评分</h1><p class="dim">\(sheet.postName)　\(sheet.state.chip)</p>\(state.summary)\
      \(sheet.total.map { "<p class=\"h1\"><b>\($0) 分</b></p>" as HTML })\
      \(if: !sheet.veto.isEmpty, "<p class=\"note bad\">一票否决：\(sheet.veto)</p>")\
      \(if: sheet.state == .opened, fill(model, state, "/post/score"))\(told)\
      \(if: mayObject(sheet, model.today), objection(sheet, state, "/post/score/object", today: model.today))\
      <p class="row block">\(button("返回", "/post"))</p>
      """)
  }
}
