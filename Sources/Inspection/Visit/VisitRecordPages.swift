import Kit
import Law
import Packs
import Storage
import Web

/// The record of a visit, made for a phone held in one hand: one line of the checklist after the other, three broad
/// answers under each question.
enum VisitRecordPages {
  static func form(
    _ visit: VisitRecord, _ items: [VisitItem], _ sought: [Violation], _ state: FormState, order: String
  ) -> Page {
    Page(
      "填写检查记录", crumbs: [("检查", "/visits"), (visit.number, "/visits/\(visit.id)")],
      """
      <div class="phone">\(head(visit.premisesName, meta: ["\(visit.number)", "\(visit.team.labels)"]))\(state.summary)\
      <form method="post" action="\(link: "/visits/\(visit.id)/record")" enctype="multipart/form-data">\
      \(arrival(state))\(focus(sought))\(checklist(visit, items, sought, state))\(finding(state, order))\
      <p class="row"><button class="btn w">保存检查记录</button></p>\
      <p class="small dim under">保存后不能再改，请先核对。</p></form></div>
      """)
  }

  private static func arrival(_ state: FormState) -> HTML {
    section(
      "到场",
      """
      \(Field("date", "检查日期", state).date())\(Field("place", "检查地点", state).line())\
      <div class="pair">\(Field("began", "开始时间", state, hint: "如 09:14", required: false).line(most: 5, narrow: true, mode: "numeric"))\
      \(Field("ended", "结束时间", state, required: false).line(most: 5, narrow: true, mode: "numeric"))</div>
      """)
  }

  /// What the campaign's task looks for, before the lines in which it is found.
  private static func focus(_ sought: [Violation]) -> HTML {
    guard !sought.isEmpty else { return .none }
    let names = sought.map { "<li>\($0.name)<br><span class=\"small dim\">\($0.basis)</span></li>" as HTML }
    return section("任务重点查处", "<ul class=\"stack\">\(names)</ul>")
  }

  /// The lines that find what the task looks for come first.
  private static func checklist(
    _ visit: VisitRecord, _ items: [VisitItem], _ sought: [Violation], _ state: FormState
  ) -> HTML {
    let wanted = Set(sought.map(\.id))
    func isWanted(_ item: VisitItem) -> Bool { item.violation.map(wanted.contains) ?? false }
    let ordered = items.filter(isWanted) + items.filter { !isWanted($0) }
    return section(
      visit.checklist, note: "共 \(items.count) 项，每项都要选",
      "<ol>\(ordered.enumerated().map { item($1, place: $0 + 1, isWanted: isWanted($1), state) })</ol>")
  }

  private static func item(_ item: VisitItem, place: Int, isWanted: Bool, _ state: FormState) -> HTML {
    let (name, note) = (VisitForm.answerField(item.id), VisitForm.noteField(item.id))
    let wrong = state.problem(name)
    return """
      <li class="item"><fieldset class="field\(if: wrong != nil, " e")" id="\(name)"><legend>\(place). \(item.question)\(if: isWanted, "<span class=\"tag\">任务重点</span>")</legend>\
      <p class="small dim">依据：\(item.basis)\(doubt(item))</p>\(wrong.map { "<span class=\"err\">\($0.sentence)</span>" as HTML })\
      <div class="seg under">\(VisitAnswer.allCases.map { answer($0, name, state) })</div></fieldset>\
      \(noteField(note, state, opened: state.has(name, VisitAnswer.no.rawValue)))</li>
      """
  }

  private static func answer(_ answer: VisitAnswer, _ name: String, _ state: FormState) -> HTML {
    """
    <label class="\(answer == .no ? "no" : "")"><input type="radio" name="\(name)" value="\(answer.rawValue)"\
    \(if: state.has(name, answer.rawValue), " checked")>\(answer.title)</label>
    """
  }

  /// Folded until it is needed; a folded field is sent all the same.
  private static func noteField(_ name: String, _ state: FormState, opened: Bool) -> HTML {
    let wrong = state.problem(name)
    return """
      <details class="more"\(if: opened || wrong != nil || !state.value(name).isEmpty, " open")><summary>写发现的问题</summary>\
      <div class="field\(if: wrong != nil, " e")"><label for="\(name)">发现的问题<span class="opt">选“不符合”时必填</span></label>\
      \(wrong.map { "<span class=\"err\" id=\"\(name)-e\">\($0.sentence)</span>" as HTML })\
      <textarea id="\(name)" name="\(name)" rows="2" maxlength="1000"\(if: wrong != nil, " aria-invalid=\"true\" aria-describedby=\"\(name)-e\"")>
      \(state.value(name))</textarea></div></details>
      """
  }

  private static func doubt(_ item: VisitItem) -> HTML {
    item.confidence == .verified ? .none : "　" + Chip.warn.html("待核")
  }

  private static func finding(_ state: FormState, _ order: String) -> HTML {
    let results = VisitResult.allCases.map { (value: $0.rawValue, words: $0.title, hint: hint($0)) }
    return section(
      "结论",
      """
      \(Field("summary", "检查情况", state, hint: "看到什么、问了谁、取了什么").lines(rows: 5))\
      \(Field("result", "结论", state).radios(results))\
      \(Field("order", "改正内容", state, hint: "结论是责令改正时必填；移交立案时也可以同时责令改正", required: false).lines(rows: 3))\
      \(Field("due", "改正期限", state, hint: order, required: false).date())\
      \(files(state))
      """)
  }

  /// Files of a refused form are not kept by browsers.
  static func files(_ state: FormState) -> HTML {
    Field(
      "files", "照片、材料", state,
      hint: "照片、PDF 或 MP4，最多 10 个，每个不超过 20 MB，合计不超过 100 MB。退回修改后要重新选。", required: false
    ).files(multiple: true, accept: "image/*,application/pdf,video/mp4")
  }

  private static func hint(_ result: VisitResult) -> String? {
    switch result {
    case .clean: "没有不符合的项目"
    case .correct: "写明改什么、改到哪天，到期复查"
    case .lawCase: "按期办理立案"
    }
  }
}
