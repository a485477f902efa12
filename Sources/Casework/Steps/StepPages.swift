import Inspection
import Kit
import Offices
import Procedure
import Web

/// What the page of a step shows.
struct StepModel {
  let record: CaseRecord
  let step: StepDefinition
  let procedure: Procedure
  /// Steps that it can answer: papers to serve, measures to end.
  let answerable: [Taken]
  /// Why it is closed now, as far as that is known before the form is filled in.
  let closed: [Closed]
  /// Who may take it instead; nil: that is not why it is closed.
  let others: [String]?
  let people: [Person]
  /// For steps that write an amount; nil for the others.
  let range: FineRange?
  let action: Link
}

enum StepPages {
  static func page(_ model: StepModel, _ state: FormState) -> Page {
    let (record, step) = (model.record, model.step)
    return Page(
      step.title, crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head(step.title, meta: ["\(record.number)", "\(record.violation.name)", "承办 \(record.team.names)"]))\
      <p>\(step.what)</p><p class="dim">\(step.source)</p>\
      \(model.closed.isEmpty ? form(model, state) : reasons(model.closed, others: model.others, model.record))
      """)
  }

  static func reasons(_ closed: [Closed], others: [String]?, _ record: CaseRecord) -> HTML {
    let items = closed.map { "<li><b>\($0.reason)</b><p class=\"why\">\($0.source)</p></li>" as HTML }
    return """
      <section class="panel gap"><h2>现在不能办这一步</h2><ul class="steps under">\(items)</ul>\
      \(others.map { "<p class=\"under\">\(CaseRefusal.next(for: $0))</p>" as HTML })\
      <p class="row"><a class="btn p" href="\(link: "/cases/\(record.id)")">返回案件</a></p></section>
      """
  }

  private static func form(_ model: StepModel, _ state: FormState) -> HTML {
    let asks = StepAsk.of(model.step)
    return """
      \(state.summary)\(model.range.map { "<div class=\"note block\">\($0.html(model.record))</div>" as HTML })<form method="post" enctype="multipart/form-data" action="\(link: model.action)" class="panel gap">\
      \(if: asks.contains(.about), about(model, state))\(if: asks.contains(.outcome), choice("outcome", "结果", model.step.outcomes, state))\
      \(if: asks.contains(.way), choice("way", "方式", model.step.ways, state))\(if: asks.contains(.basis), Field("basis", "依据", state, hint: "哪一部法律、法规规定可以查封、扣押").line())\
      \(if: asks.contains(.penalties), penalties(state, isNeeded: model.step.kind != .challengeResult))\(if: asks.contains(.amount), amount("amount", "金额", state, required: true))\
      \(if: asks.contains(.change), change(model, state))\(if: asks.contains(.staff), staff(model, state))\
      \(if: asks.contains(.until), Field("until", until(model.step.kind), state, required: model.step.kind != .orderToCorrect).date())\
      \(if: asks.contains(.session), session(state))\(if: asks.contains(.told), told(model.step.kind, state))\
      \(if: asks.contains(.confirmed), check("confirmed", "凭据", "留置送达有见证人或者录像；电子送达有签名的确认书", state))\
      \(Field("note", "说明", state, hint: note(model), required: false).lines(rows: 5, most: 20_000))\
      \(Field("files", "材料", state, hint: "照片、扫描件、录音录像", required: false).files(multiple: true))\
      \(Field("on", "日期", state, hint: "实际办理的那天").date())\
      <p class="row"><button class="btn">\(model.step.title)</button><a class="btn p" href="\(link: "/cases/\(model.record.id)")">不办，返回</a></p></form>
      """
  }

  private static func note(_ model: StepModel) -> String {
    let isForParty = model.procedure.party.reasons.contains(model.step.kind)
    return "要写进文书的内容、理由；不进台账" + (isForParty ? "。送达以后当事人凭查询码能看到，不要写内部意见" : "")
  }

  private static func until(_ kind: StepKind) -> String {
    switch kind {
    case .hearingNotice: "听证日期"
    case .orderToCorrect: "改正的期限，到哪一日"
    default: "到哪一日"
    }
  }

  private static func about(_ model: StepModel, _ state: FormState) -> HTML {
    let choices = model.answerable.map { taken in
      ("\(taken.id)", "第 \(taken.id) 步　\(StepWords(model.procedure, taken).plain)")
    }
    return Field("about", "对应的步骤", state).select(choices, empty: choices.count == 1 ? nil : "请选择")
  }

  private static func choice(_ name: String, _ label: String, _ choices: [StepChoice], _ state: FormState) -> HTML {
    Field(name, label, state).radios(choices.map { (value: $0.id, words: $0.title, hint: nil as String?) })
  }

  private static func penalties(_ state: FormState, isNeeded: Bool) -> HTML {
    let kinds = Penalty.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil as String?) }
    return """
      \(Field("penalties", "处罚种类", state, required: isNeeded).checks(kinds))\
      <div class="pair">\(amount("fine", "罚款金额", state))\(amount("gains", "没收违法所得金额", state))</div>\
      \(amount("goods", "货值金额（没收物品的价值）", state))\(if: isNeeded, mitigation(state))
      """
  }

  static func mitigation(_ state: FormState) -> HTML {
    Field("basis", "减轻处罚的依据", state, hint: "罚款低于法定下限才填：依据哪一条、什么情形", required: false).line()
  }

  private static func amount(_ name: String, _ label: String, _ state: FormState, required: Bool = false) -> HTML {
    Field(name, label, state, hint: "单位元，例如 50000", required: required).line(most: 20, narrow: true, mode: "decimal")
  }

  private static func change(_ model: StepModel, _ state: FormState) -> HTML {
    let team = model.record.team
    let leaving = [team.first, team.second].map { ($0.id.text, $0.label) }
    let coming = model.people.filter { $0.certificate?.isEmpty == false && !team.has($0.id.value) }.map {
      ($0.id.text, $0.label)
    }
    return """
      \(Field("replaced", "谁回避", state, required: false).select(leaving))\
      \(Field("successor", "谁接替", state, hint: "只列出登记了执法证、没有承办本案的人", required: false).select(coming))
      """
  }

  private static func staff(_ model: StepModel, _ state: FormState) -> HTML {
    let others = model.people.filter { !model.record.team.has($0.id.value) }
    return Field("staff", "听证员、记录员", state, hint: "不能是本案的调查人员，也不能是主持人自己")
      .checks(others.map { (value: $0.id.text, words: $0.label, hint: nil) })
  }

  private static func session(_ state: FormState) -> HTML {
    """
    \(Field("time", "听证时间", state, hint: "几时几分").line(type: "time", narrow: true))\
    \(Field("place", "听证地点", state, hint: "写到楼层、房间").line(most: 100))
    """
  }

  private static func told(_ kind: StepKind, _ state: FormState) -> HTML {
    kind == .onTheSpot
      ? check("told", "告知", "已当场告知事实、理由、依据和权利，并听取陈述申辩", state)
      : check("told", "听证", "同时告知要求听证的权利", state)
  }

  private static func check(_ name: String, _ label: String, _ words: String, _ state: FormState) -> HTML {
    Field(name, label, state, required: false).checks([(value: "yes", words: words, hint: nil)])
  }
}
