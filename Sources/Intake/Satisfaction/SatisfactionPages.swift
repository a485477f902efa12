import Kit
import Web

/// What the reporter is asked after the answer, and what became of an objection.
enum SatisfactionPages {
  static func forReporter(_ round: AnswerRound, _ model: ProgressModel, _ state: FormState) -> HTML {
    (model.isFollower ? .none : rating(round, model, state)) + objection(round, model, state)
  }

  /// Answers that an objection took back, with what was decided.
  static func earlier(_ model: ProgressModel) -> HTML {
    let earlier = model.rounds.filter { $0.answer.id != model.standing?.answer.id }
    guard !earlier.isEmpty else { return .none }
    return section(
      "以前的答复",
      """
      <details class="more"><summary>看以前的答复和复核结果</summary>\(earlier.map { round -> HTML in
        "<p class=\"dim under\">\(round.answer.at.chinese(today: model.today))</p>\(paragraphs(round.answer.text))\(decision(round, model.today))"
      })</details>
      """)
  }

  private static func rating(_ round: AnswerRound, _ model: ProgressModel, _ state: FormState) -> HTML {
    let start: FormState =
      state.value("level").isEmpty
      ? .filled([("level", round.feedback?.level.rawValue), ("word", round.feedback?.word)]) : state
    return section(
      round.feedback == nil ? "对答复满意吗" : "你的评价：\(round.feedback?.level.title ?? "")", id: "rate",
      """
      <form method="post" action="\(link: "/progress/rate")" class="panel">\(ProgressPages.hidden(model))\
      \(Field("level", "对答复满意吗", start).radios(SatisfactionLevel.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil) }))\
      \(Field("word", "想说的话", start, required: false).line(most: 300))\
      <button class="btn p w">\(round.feedback == nil ? "评价" : "改评价")</button></form>
      """)
  }

  private static func objection(_ round: AnswerRound, _ model: ProgressModel, _ state: FormState) -> HTML {
    if let known = round.objection {
      let waiting: HTML = known.decision == nil ? "<p class=\"note\">正在由另外的人复核，结果会写在这里。</p>" : .none
      if model.isFollower {
        return section("对答复的异议", "<p class=\"dim\">一起反映的人提出了异议。</p>\(waiting)\(decision(round, model.today))")
      }
      return section(
        "你的异议",
        "<p class=\"dim\">\(known.at.chinese(today: model.today)) 提出</p>\(paragraphs(known.reasons))\(waiting)\(decision(round, model.today))"
      )
    }
    guard let last = model.objectionEnds else { return .none }
    guard last >= model.today else {
      return "<p class=\"note under\">提异议的期限到 \(last.chinese(today: model.today))为止，已经过了。有新情况，写在下面。</p>"
    }
    return """
      <details class="more under"\(if: state.problem("objection") != nil, " open")><summary>觉得答复不对，事情还在继续，要求再查</summary>\
      <form method="post" action="\(link: "/progress/object")" class="panel under">\(ProgressPages.hidden(model))\
      <p class="dim small">\(last.chinese(today: model.today))以前可以提一次，由没有办过这件事的人复核。</p>\
      \(Field("objection", "哪里不对", state, hint: "例如：摊子还在摆，时间、地点是……").lines(rows: 4, most: 2000))\
      <button class="btn w">提出异议</button></form></details>
      """
  }

  private static func decision(_ round: AnswerRound, _ today: CivilDate) -> HTML {
    guard let decision = round.objection?.decision else { return .none }
    return """
      <div class="note under"><h3>复核结果：\(decision.outcome.title)</h3><p class="dim small">\(decision.at.chinese(today: today))</p>\
      \(paragraphs(decision.words))</div>
      """
  }
}

/// The way to say that somebody suffers for his report.
enum RetaliationPages {
  static func forReporter(_ model: ProgressModel, _ state: FormState) -> HTML {
    """
    <details class="more under"\(if: state.problem("retaliation") != nil, " open")><summary>因为举报受到打击报复</summary>\
    <form method="post" action="\(link: "/progress/retaliation")" class="panel under">\(ProgressPages.hidden(model))\
    <p class="note warn"><b>人身有危险，先打 110。</b></p>\
    \(Field("retaliation", "发生了什么", state, hint: "谁、什么时候、怎么对你的。会另立一件急件，有自己的查询码；不写姓名也受理。").lines(rows: 4, most: 3000))\
    <button class="btn w">举报打击报复</button></form></details>
    """
  }
}
