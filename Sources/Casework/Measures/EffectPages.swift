import Kit
import Procedure
import Registers
import Storage
import Web

struct EffectModel {
  let record: CaseRecord
  /// Nil: nothing waits.
  let due: DueEffect?
  let done: [CaseEffect]
  let premises: Premises?
  let subjects: [String]
  let today: CivilDate
}

enum EffectPages {
  static func page(_ model: EffectModel, _ state: FormState?) -> Page {
    let record = model.record
    return Page(
      "把结果记入底册", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("把结果记入底册", meta: ["\(record.number)", "\(record.violation.name)"]))\
      \(model.due.map { form(model, $0, state ?? fresh(model, $0)) } ?? nothing(record))\(list(model.done, today: model.today))
      """)
  }

  private static func nothing(_ record: CaseRecord) -> HTML {
    empty("没有要记的结果", "<p>吊销、停业、暂停执业的决定送达以后，或者取缔以后，在这里记。</p>" + button("返回案件", "/cases/\(record.id)"))
  }

  private static func fresh(_ model: EffectModel, _ due: DueEffect) -> FormState {
    .filled([("since", due.since.iso), ("target", model.premises == nil ? "other" : "register")])
  }

  private static func form(_ model: EffectModel, _ due: DueEffect, _ state: FormState) -> HTML {
    let isMeasure = due.kind == .ban
    return """
      <p>\(isMeasure ? "\(due.since.chinese(today: model.today))已经取缔" : "\(model.record.decision?.number ?? "")\(due.kind.title)，\(due.since.chinese(today: model.today))送达")。\
      记入底册以后，机构页和公众查询跟着变。</p>\(state.summary)\
      <form method="post" action="\(link: "/cases/\(model.record.id)/effects")" class="panel gap">\
      <input type="hidden" name="step" value="\(due.step)"><input type="hidden" name="kind" value="\(due.kind.rawValue)">\
      \(Field("target", isMeasure ? "哪一处" : "哪一张证", state).radios(targets(model)))\
      \(Field("licence", isMeasure ? "地点" : "证件", state, hint: "不在底册里的，写名称和号码，例如：医师执业证书", required: false).line())\
      \(if: due.kind == .revoke && model.premises?.ref.kind == .institution, revoked(model, state))\
      \(if: due.kind == .suspend, Field("until", "暂停到哪一日", state, required: model.premises != nil).date())\
      \(if: due.kind == .stop, Field("until", "停到哪一日", state, hint: "决定没有写期限的不填", required: false).date())\
      \(Field("since", "从哪一日起", state).date())\
      <p class="row"><button class="btn">记入底册</button><a class="btn p" href="\(link: "/cases/\(model.record.id)")">不记，返回</a></p></form>
      """
  }

  private static func targets(_ model: EffectModel) -> [(value: String, words: String, hint: String?)] {
    let known = model.premises.map { (value: "register", words: "底册里的“\($0.name)”", hint: $0.address as String?) }
    return [known].compactMap { $0 } + [(value: "other", words: "不在底册里", hint: nil)]
  }

  private static func revoked(_ model: EffectModel, _ state: FormState) -> HTML {
    let subjects = model.subjects.map { (value: $0, words: $0, hint: nil as String?) }
    return """
      \(Field("what", "吊销了什么", state).radios([
        (value: "whole", words: "整张许可证", hint: nil), (value: "subjects", words: "只是其中的诊疗科目", hint: nil),
      ]))\(if: !subjects.isEmpty, Field("subjects", "哪些诊疗科目", state, hint: "只吊销科目的才选", required: false).checks(subjects))
      """
  }

  private static func list(_ done: [CaseEffect], today: CivilDate) -> HTML {
    done.isEmpty
      ? .none : section("已经记的", "<ul class=\"stack\">\(done.map { "<li>\(words($0, today))</li>" as HTML })</ul>")
  }

  private static func words(_ effect: CaseEffect, _ today: CivilDate) -> HTML {
    let new = effect.new
    let what = new.subjects.isEmpty ? new.due.kind.title : "吊销诊疗科目：\(new.subjects.joined(separator: "、"))"
    let place = new.premises == nil ? "，\(new.licence)（不在底册里）" : "，已记入底册"
    let end = effect.lifted.map { "；\($0.chinese(today: today))随决定撤销" } ?? ""
    return
      "\(what)，\(new.since.chinese(today: today))起\(new.until.map { "到 \($0.chinese(today: today))" })\(place)\(end)"
  }

  /// On the page of the case: what waits, and what was written.
  static func panel(_ record: CaseRecord, _ due: [DueEffect], _ done: [CaseEffect], mayWork: Bool, today: CivilDate)
    -> HTML
  {
    guard !due.isEmpty || !done.isEmpty else { return .none }
    let waiting = due.map {
      "<li>\(Chip.warn.html("还没有记"))　\($0.kind.title)，\($0.since.chinese(today: today))起</li>" as HTML
    }
    let written = done.map { "<li>\(Chip.done.html("已记"))　\(words($0, today))</li>" as HTML }
    return section(
      "底册里的结果", note: due.isEmpty ? "都记了" : "还有 \(due.count) 项要记",
      "<ul class=\"stack\">\(waiting)\(written)</ul>\(if: mayWork && !due.isEmpty, "<p class=\"row under\">\(button("把结果记入底册", "/cases/\(record.id)/effects"))</p>")"
    )
  }
}
