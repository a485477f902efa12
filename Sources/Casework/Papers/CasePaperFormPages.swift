import Kit
import Papers
import Web

/// What the form of a paper shows.
struct PaperFormModel {
  let record: CaseRecord
  let template: PaperTemplate
  /// The title of the step that it is of; nil where there is none.
  let step: String?
  /// Supplied values that the house does not know and that the paper says.
  let unknown: [PaperText]
  let action: Link
  let back: Link
}

enum CasePaperFormPages {
  static func page(_ model: PaperFormModel, _ state: FormState) -> Page {
    let template = model.template
    let asks = template.asks.map { field($0, state) }
    return Page(
      template.title, crumbs: [("案件", "/cases"), (model.record.number, "/cases/\(model.record.id)")],
      """
      \(head(template.title, meta: ["\(model.record.number)", "\(model.record.violation.name)"] + (model.step.map { ["\($0)" as HTML] } ?? [])))\
      <p class="dim">\(source(template))。先存成草稿，看过再出具；已知的内容已经带出。</p>\(state.summary)\
      <form method="post" action="\(link: model.action)" class="panel gap">\
      <input type="hidden" name="\(CasePaperForm.step)" value="\(state.value(CasePaperForm.step))">\(asks)\(unknown(model, state))\
      \(Field(CasePaperForm.day, "文书日期", state, hint: "印在文书上的日期").date())\
      <p class="row"><button class="btn">存草稿，看成文</button><a class="btn p" href="\(link: model.back)">不存，返回</a></p></form>
      """)
  }

  private static func source(_ template: PaperTemplate) -> String {
    let words = template.isServed ? "要送达当事人" : PaperWords.audience(template.audience)
    return template.number == nil ? words : "\(words)，出具时编号"
  }

  private static func field(_ ask: PaperAsk, _ state: FormState) -> HTML {
    let field = Field(ask.key, ask.label, state, hint: ask.hint, required: ask.isRequired)
    switch ask.kind {
    case .line: return field.line(most: 1000)
    case .lines: return field.lines(rows: 5, most: 20_000)
    case .date: return field.date()
    case .time: return field.line(type: "time", narrow: true)
    case .money, .number: return field.line(most: 20, narrow: true, mode: "decimal")
    case .choice: return choices(field, ask)
    case .rows: return rows(ask, state)
    }
  }

  private static func choices(_ field: Field, _ ask: PaperAsk) -> HTML {
    if ask.choices.count > 4 || !ask.isRequired {
      return field.select(ask.choices.map { ($0, $0) }, empty: ask.isRequired ? "请选择" : "不选")
    }
    return field.radios(ask.choices.map { (value: $0, words: $0, hint: nil) })
  }

  /// Filled rows and one more; further empty ones behind a line.
  private static func rows(_ ask: PaperAsk, _ state: FormState) -> HTML {
    let shown = CasePaperForm.filled(ask, state) + 1
    let rows = (0..<shown).map { row(ask, $0, state) }
    let more = (shown..<(shown + CasePaperForm.spare)).map { row(ask, $0, state) }
    let problem = state.problem(ask.key).map { "<span class=\"err\">\($0.sentence)</span>" as HTML }
    return """
      <fieldset class="field\(if: problem != nil, " e")" id="\(ask.key)"><legend>\(ask.label)\
      \(if: ask.isRequired, "<span class=\"req\">必填</span>")\(if: !ask.isRequired, "<span class=\"opt\">可不填</span>")</legend>\
      \(ask.hint.map { "<span class=\"hint\">\($0)</span>" as HTML })\(problem)\(rows)\
      <details class="under"><summary>再写几行</summary>\(more)<p class="hint">还不够，先存草稿，再点“修改”接着写。</p></details></fieldset>
      """
  }

  private static func row(_ ask: PaperAsk, _ index: Int, _ state: FormState) -> HTML {
    let cells = ask.columns.map { cell(ask, index, $0, state) }
    return "<div class=\"panel under\"><b>\(index + 1)</b>\(cells)</div>"
  }

  private static func cell(_ ask: PaperAsk, _ index: Int, _ column: PaperColumn, _ state: FormState) -> HTML {
    let field = Field(CasePaperForm.cell(ask, index, column), column.label, state, required: false)
    return switch column.kind {
    case .line: field.line(most: 1000)
    case .lines: field.lines(rows: 2, most: 20_000)
    case .date: field.date()
    case .time: field.line(type: "time", narrow: true)
    case .money, .number: field.line(most: 20, narrow: true, mode: "decimal")
    case .choice: field.select(column.choices.map { ($0, $0) }, empty: "不选")
    }
  }

  private static func unknown(_ model: PaperFormModel, _ state: FormState) -> HTML {
    guard !model.unknown.isEmpty else { return .none }
    let fields = model.unknown.map { Field($0.name, $0.title, state, hint: hint($0), required: false).line(most: 1000) }
    return """
      <fieldset class="field"><legend>文书要写、系统还不知道的</legend><span class="hint">在这里写一次，本案以后的文书都会带出；确实没有的写“无”</span>\(fields)</fieldset>
      """
  }

  private static func hint(_ text: PaperText) -> String? {
    AgencyDetail.names.contains(text.name) ? "负责人可以在“文书用的单位信息”里填一次，全县的文书都会带出" : nil
  }
}
