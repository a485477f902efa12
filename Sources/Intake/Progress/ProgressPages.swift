import Kit
import Web

/// What the reporter reads, in everyday words. Neither the report nor any name is shown: a code can fall into other
/// hands.
enum ProgressPages {
  static func form(_ state: FormState) -> Page {
    Page(
      "查进度", kind: .open,
      """
      <h1>查进度</h1><p class="dim">输入举报时给的 12 位查询码。大小写、空格、横线都不要紧。</p>\
      \(state.problems.compactMap(\.next).first.map { "<p class=\"note under\">\($0)</p>" as HTML })\
      <form method="post" action="\(link: "/progress")" class="panel under">\
      \(Field("code", "查询码", state, hint: "例如：7K3M-92QX-4HDP").line(most: 40))\
      <button class="btn w">查看</button></form>
      """)
  }

  /// Of a report that went into another the steps and the answer of that one, never its number or words. `done` says what was just
  /// stored; `state` is a form of this page that came back.
  static func progress(_ model: ProgressModel, done: String? = nil, _ state: FormState = .empty) -> Page {
    let clue = model.clue
    return Page(
      "办理进度", kind: .open,
      """
      <h1>办理进度</h1><p class="dim">编号 \(model.own.number)</p>\
      \(done.map { "<p class=\"note ok under\">\($0)</p>" as HTML })\(if: !state.problems.isEmpty, "<div class=\"under\">\(state.summary)</div>")\
      <div class="panel under">\(timeline(steps(of: model)))\(expected(clue, model.today))</div>\
      \(answer(clue))\(SplitPages.forReporter(model))\(model.standing.map { SatisfactionPages.forReporter($0, model, state) })\
      \(ClaimPages.forReporter(model.reward, model))\(if: !model.isFollower, SatisfactionPages.earlier(model))\
      \(TalkPages.forReporter(model.talk, model, state))\
      \(if: !model.isRetaliation, RetaliationPages.forReporter(model, state))\
      \(ReceiptPages.standing(model.receipt))<p class="row block"><a class="btn p" href="\(link: "/progress")">查另一个码</a>\
      <a class="btn p" href="\(link: "/report")">举报另一件事</a></p>
      """)
  }

  /// The code, which record of the writing it is about, and the value that makes a second sending known; the code travels in the body of a form
  /// only.
  static func hidden(_ model: ProgressModel) -> HTML {
    """
    <input type="hidden" name="code" value="\(model.code.text)"><input type="hidden" name="once" value="\(model.once)">\
    \(if: model.isPart, "<input type=\"hidden\" name=\"part\" value=\"\(model.own.id)\">")
    """
  }

  private static func steps(of model: ProgressModel) -> [(time: String, words: HTML, note: HTML?)] {
    let (own, clue, today) = (model.own, model.clue, model.today)
    var steps: [(time: String, words: HTML, note: HTML?)] = [
      (time: own.receivedAt.chinese(today: today), words: "收到举报", note: nil)
    ]
    if model.isPart { steps[0].words = "从你的来信里分出来，单独办理" }
    if model.isFollower, let at = own.endedAt {
      let words: HTML = "有人先后反映同一件事，合并在一起办理，下面是合并以后的进度"
      steps.append((time: at.chinese(today: today), words: words, note: nil))
    }
    if let at = clue.acceptedAt {
      steps.append((time: at.chinese(today: today), words: "已经受理，安排人核查", note: nil))
    }
    if let concealed = model.concealed {
      steps.append((time: concealed.chinese(today: today), words: "转交上级机关或者纪检监察机关办理", note: nil))
    }
    steps += ReferralProgress.steps(model.referrals, today)
    if let at = clue.endedAt {
      let words: HTML = clue.state == .refused ? "没有受理，理由在下面" : "核查结束，答复在下面"
      steps.append((time: at.chinese(today: today), words: words, note: nil))
    }
    return steps
  }

  private static func expected(_ clue: ClueRecord, _ today: CivilDate) -> HTML {
    guard let due = clue.due else { return .none }
    let what = clue.state == .received ? "决定是否受理" : "给出答复"
    let when: HTML =
      due < today
      ? "原定 \(due.chinese(today: today))前\(what)，已经超期，承办单位的负责人能看到。"
      : "最迟 \(due.chinese(today: today))\(what)\(if: clue.dueIsProvisional, "（暂定，放假安排公布后可能调整）")。"
    return "<p class=\"note\">\(when)</p>"
  }

  private static func answer(_ clue: ClueRecord) -> HTML {
    guard let text = clue.answer else { return .none }
    return section(clue.state == .refused ? "不予受理的理由" : "答复", paragraphs(text))
  }
}
