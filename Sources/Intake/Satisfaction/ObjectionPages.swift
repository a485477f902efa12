import Kit
import Web

enum ObjectionPages {
  static func page(_ view: ObjectionView, _ state: FormState) -> Page {
    let clue = view.clue
    return Page(
      "复核异议", crumbs: [("线索", "/clues"), (clue.number, "/clues/\(clue.id)")],
      """
      \(head("复核异议", meta: ["\(clue.number)", clue.state.chip]))\
      <div class="two"><div>\(view.rounds.reversed().map { round(view, $0) })\
      \(view.rounds.contains { $0.objection != nil } ? HTML.none : empty("举报人没有提异议", "答复以后举报人可以凭查询码提异议，提了会在这里复核。"))</div>\
      <div>\(view.mayDecide ? form(clue, state) : shut(view))\
      <section class="panel block"><h2>举报内容</h2>\(paragraphs(clue.text))<p class="dim under">\(clue.place)</p></section></div></div>
      """)
  }

  static func panel(_ view: ObjectionView, isNamed: Bool) -> HTML {
    guard let last = view.rounds.last else { return .none }
    let waits = last.objection != nil && last.objection?.decision == nil
    let link = Link("/clues/\(view.clue.id)/objection")
    return section(
      "答复以后",
      """
      \(facts([
        ("写答复", "\(who(view, last))，\(last.answer.at.chinese(today: view.today))"),
        ("转告", isNamed ? passed(last, view.today) : nil),
        ("满意度", last.feedback.map { "\($0.level.title)\($0.word.map { "：\($0)" } ?? "")" } ?? "举报人还没有评价"),
        ("异议", last.objection.map { $0.decision.map { "\($0.outcome.title)" } ?? Chip.warn.html("等着复核") }),
        ("以前的答复", view.rounds.count > 1 ? "\(view.rounds.count - 1) 次，异议后重新办理" : nil),
      ]))\
      \(if: view.mayDecide && (waits || view.rounds.count > 1), "<p class=\"row under\">\(button(waits ? "复核异议" : "看异议和以前的答复", link, plain: !waits))</p>")
      """)
  }

  private static func passed(_ round: AnswerRound, _ today: CivilDate) -> HTML {
    guard let passed = round.answer.passed else { return "等举报身份保管员转告；举报人也能凭查询码看" }
    return "举报身份保管员\(passed.way.title)，\(passed.at.chinese(today: today))"
  }

  private static func who(_ view: ObjectionView, _ round: AnswerRound) -> String {
    view.authors[round.answer.author] ?? "没有记录"
  }

  private static func round(_ view: ObjectionView, _ round: AnswerRound) -> HTML {
    let answer = section(
      round.answer.state == .refused ? "不予受理的理由" : "答复",
      note: "\(who(view, round))，\(round.answer.at.chinese(today: view.today))", paragraphs(round.answer.text))
    guard let objection = round.objection else { return answer }
    let decision: HTML =
      objection.decision.map { section("复核：\($0.outcome.title)", paragraphs($0.words)) } ?? .none
    return answer + section("举报人的异议", note: "\(objection.at.chinese(today: view.today))", paragraphs(objection.reasons))
      + decision
  }

  private static func form(_ clue: ClueRecord, _ state: FormState) -> HTML {
    """
    <section class="panel first"><h2>决定</h2><p class="dim small">由没有写这次答复、也不承办这条线索的人决定。</p><div class="stack">\(state.summary)\
    <form method="post" action="\(link: "/clues/\(clue.id)/objection")">\
    \(Field("outcome", "决定", state).radios([
      (value: Objection.Outcome.reopened.rawValue, words: "重新办理", hint: "线索回到办理中，重新计算期限，由承办人再查再答复"),
      (value: Objection.Outcome.kept.rawValue, words: "维持答复", hint: "异议里没有新的事实，或者已经查清"),
    ]))\
    \(Field("words", "理由", state, hint: "举报人凭查询码看到的就是这段话；不要写当事人的个人信息。").lines(rows: 5, most: 2000))\
    <p class="row"><button class="btn">决定</button></p></form></div></section>
    """
  }

  private static func shut(_ view: ObjectionView) -> HTML {
    let waits =
      !view.clue.state.isOpen && view.rounds.last?.objection != nil && view.rounds.last?.objection?.decision == nil
    let words: HTML = waits ? "这次答复是你写的，或者线索由你承办，要由待办里写的那位同事复核。" : "没有等着复核的异议。"
    return "<section class=\"panel first\"><h2>决定</h2><p class=\"dim\">\(words)</p></section>"
  }
}
