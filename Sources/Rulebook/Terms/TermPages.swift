internal import Kit
internal import Law
internal import Packs
internal import Web

enum TermPages {
  static func list(_ groups: [TermGroup], today: CivilDate) -> Page {
    let parts = groups.map { group -> HTML in
      let lines = group.lines.map { line in
        Table.Line([
          "<a href=\"\(link: Link("/law/terms/\(line.key)").asking([("from", today.iso)]))\">\(line.title)</a>",
          "<span class=\"nw\">\(line.length)</span>", "\(line.start)", "\(line.value.source)",
          line.standing.chip(line.value.confidence),
        ])
      }
      let columns = ["期限", "长度", "从哪天算", "依据", "可信程度"].map { Table.Column($0) }
      return section(group.stage.title, Table("共 \(lines.count) 个", columns, lines).html)
    }
    return Page(
      "期限", crumbs: [("法", "/law")],
      "\(head("期限", meta: ["点开一个，填上起算的日期，就知道最迟哪天办"]))\(LawTabs.html("/law/terms"))\(parts)")
  }

  static func page(_ model: TermDetail) -> Page {
    Page(
      model.title, crumbs: [("法", "/law"), ("期限", "/law/terms")],
      """
      \(head(model.title, meta: ["最迟哪天要办"]))\(form(model))\(answer(model))\(versions(model))
      """)
  }

  private static func form(_ model: TermDetail) -> HTML {
    let (asked, state) = (model.asked, model.asked.state)
    return """
      <form method="get" action="\(link: "/law/terms/\(model.key)")" class="panel gap">\
      \(Field("from", asked.isSurcharge ? "缴款期限的最后一日" : "起算的日期", state, hint: "\(model.versions.last?.value.start ?? "")").date())\
      \(if: asked.isHourly, Field("at", "起算的时刻", state, hint: "写成 08:05 这样").line(most: 5, narrow: true))\
      \(if: asked.isSurcharge, "\(Field("fine", "罚款数额", state, hint: "单位元").line(most: 20, narrow: true, mode: "decimal"))\(Field("until", "计算到", state).date())")\
      <button class="btn">\(asked.isSurcharge ? "算" : "最迟哪天")</button></form>
      """
  }

  private static func answer(_ model: TermDetail) -> HTML {
    switch model.asked.answer {
    case .none: .none
    case .unclear: "<div class=\"note bad block\" role=\"alert\"><b>还没有算。</b>上面有的格子填得不对。</div>"
    case .refused(let refusal):
      "<div class=\"note bad block\" role=\"alert\"><b>算不出来。</b>\(refusal.sentence)\(refusal.next)</div>"
    case .due(let answer): due(answer, model.today)
    case .surcharge(let amount): surcharge(amount)
    }
  }

  private static func due(_ answer: DueAnswer, _ today: CivilDate) -> HTML {
    let isMoved = answer.countedTo != answer.due
    let skipped = answer.skipped.map { "<li>\($0.date.iso)：\($0.why)</li>" as HTML }
    return """
      <div class="block"><h3>最迟 \(words(answer.due, today))\(if: answer.provisional, Chip.hold.html("暂定"))</h3>\
      \(facts([
        ("怎样算", "\(how(answer))"), ("数到的日子", counted(answer)), ("计算到", isMoved ? "\(words(answer.countedTo, today))" : nil),
        ("不计入", skipped.isEmpty ? nil : "<ul>\(skipped)</ul>"),
        ("依据", "\(answer.term.provenance.source)\(if: !answer.term.provenance.confidence.isFirm, Chip.warn.html(answer.term.provenance.confidence.title))"),
      ]))</div>\(if: !answer.remarks.isEmpty, remarks(answer.remarks))
      """
  }

  private static func how(_ answer: DueAnswer) -> String {
    let term = answer.term
    if term.direction == .before { return "\(term.start)前\(term.length)，当天不算，往回数" }
    return term.unit == .hours ? "\(term.start)起\(term.length)，逐时连续计算" : "\(term.start)起\(term.length)，当天不算，从第二天数"
  }

  /// Terms in working days are short: every day that counts is named, in the order of counting.
  private static func counted(_ answer: DueAnswer) -> HTML? {
    guard answer.term.unit == .workdays, answer.term.count <= 30 else { return nil }
    let (skipped, from, due) = (Set(answer.skipped.map(\.date)), answer.from.day.dayNumber, answer.due.day.dayNumber)
    let days = from < due ? Array((from + 1)...due) : Array((due..<from).reversed())
    let counted = days.map(CivilDate.init(dayNumber:)).filter { !skipped.contains($0) }
    return "\(counted.map(\.iso).joined(separator: "、"))"
  }

  private static func remarks(_ lines: [String]) -> HTML {
    "<div class=\"note block\"><ul>\(lines.map { "<li>\($0)</li>" as HTML })</ul></div>"
  }

  /// The week says at once whether it is a working day.
  private static func words(_ time: EventTime, _ today: CivilDate) -> String {
    switch time {
    case .day(let day): "\(day.chinese(today: today))（\(day.iso)）"
    case .moment(let moment): "\(moment.chinese(today: today))"
    }
  }

  private static func surcharge(_ amount: SurchargeAmount) -> HTML {
    """
    <div class="block"><h3>加处罚款 \(amount.amount.text) 元\(if: amount.isCapped, Chip.full.html("已到上限"))</h3>\
    \(facts([
      ("怎样算", "罚款\(amount.fine.text)元，从\(amount.from.iso)的第二天到\(amount.until.iso)共\(amount.days)日，每日\(amount.surcharge.daily.text)"),
      ("上限", "\(amount.most.text)元"), ("依据", "\(amount.surcharge.provenance.source)"), ("注", amount.surcharge.note.map { "\($0)" }),
    ]))</div>
    """
  }

  private static func versions(_ model: TermDetail) -> HTML {
    let parts = model.versions.map { value, standing -> HTML in
      let mayApprove = !standing.holds && model.viewer.may(.ruleApprove)
      return """
        <div class="panel"><p>\(standing.chip(value.confidence))　\(value.source)</p>\
        \(facts(value.lines.map { ($0.label, "\($0.words)") }))\(standing.note(model.today))\
        \(if: mayApprove, "<p class=\"row\">\(button("核准", Link("/law/approve").asking([("value", value.name)]), plain: true))</p>")</div>
        """
    }
    return section("规定", note: "共 \(parts.count) 个版本", "\(parts)")
  }
}

extension LawValue {
  var start: String? { lines.first { $0.label == "起算" || $0.label == "往回算" }?.words }
}
