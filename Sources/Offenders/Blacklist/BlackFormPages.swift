import Kit
import Packs
import Web

/// The forms of the steps of an entry.
enum BlackFormPages {
  static func propose(_ file: OffenderFile, _ book: BlackBook, _ state: FormState, today: CivilDate) -> Page {
    let person = file.person
    let crumbs: [(String, Link)] = [("违法人员库", "/offenders"), (person.name, "/offenders/\(person.id)")]
    let good = file.records.filter(\.penalty.isPenalty)
    let title = head("提出列入黑名单", meta: ["\(person.name)", "告知当事人以后，由另一个人审定"])
    guard !good.isEmpty, !book.all.isEmpty else {
      let why: HTML = book.all.isEmpty ? "内容文件里没有黑名单的依据。" : "这个人没有现在有效的处罚，不能列入。"
      return Page(
        "提出列入黑名单", crumbs: crumbs, title + empty("不能提出", "\(why)<a href=\"\(link: "/offenders/\(person.id)")\">返回</a>"))
    }
    let records = good.map { record in
      let number = record.penalty.decisionNumber.isEmpty ? record.source : record.penalty.decisionNumber
      let day = record.penalty.decidedOn.map { "，\($0.chinese(today: today))" } ?? ""
      return (
        value: record.id.text, words: "\(number)\(day)",
        hint: Optional(record.penalty.kinds.map(\.title).joined(separator: "、"))
      )
    }
    let bases = book.all.map { basis in
      (
        value: basis.key, words: basis.title,
        hint: Optional(
          "\(basis.provenance.source)（\(basis.provenance.confidence.title)）；至少 \(basis.least) 次有效处罚，列入 \(basis.term) 个月。\(basis.note)"
        )
      )
    }
    return Page(
      "提出列入黑名单", crumbs: crumbs,
      """
      \(title)\(state.summary)<form method="post" action="\(link: "/offenders/\(person.id)/black")" class="panel gap">\
      \(Field("basis", "依据", state).radios(bases))\(Field("record", "作依据的处罚", state).checks(records))\
      \(Field("facts", "事实和条文", state, hint: "做了什么、核对了哪一条规定；会告知当事人").lines(rows: 4, most: 1000))\
      <p class="row"><button class="btn">提出</button><a class="btn p" href="\(link: "/offenders/\(person.id)")">不提，返回</a></p></form>
      """)
  }

  /// What the viewer can do next on an entry, or who has to.
  static func next(_ model: BlackModel, _ state: FormState) -> HTML {
    let base: Link = "/offenders/black/\(model.entry.id)"
    switch model.entry.state {
    case .proposed: return model.mayWork ? tell(base, model, state) : "<p class=\"note\">等提出的县告知当事人。</p>"
    case .told: return hear(base, model, state) + decide(base, model, state)
    case .listed: return listed(base, model, state)
    case .refused, .removed, .ended: return .none
    }
  }

  private static func tell(_ base: Link, _ model: BlackModel, _ state: FormState) -> HTML {
    let filled = state.value("on").isEmpty ? FormState.filled([("on", model.today.iso)]) : state
    let ways = BlackEntry.Way.allCases.map { ($0.rawValue, $0.title) }
    return """
      <form method="post" action="\(link: "\(base)/tell")" class="panel gap"><h2>告知当事人</h2>\
      <p>告诉他：要列入哪种名单、事实和依据、列多久、有什么后果，他可以陈述、申辩\(model.basis.map { "，\($0.objection) 天以内" } ?? "")。</p>\
      \(Field("on", "告知日期", filled).date())\(Field("way", "告知方式", state).select(ways))\
      <button class="btn">登记已告知</button></form>
      """
  }

  private static func hear(_ base: Link, _ model: BlackModel, _ state: FormState) -> HTML {
    guard model.mayWork, model.entry.objection == nil else { return .none }
    let filled = state.value("heard-on").isEmpty ? FormState.filled([("heard-on", model.today.iso)]) : state
    let choices = [
      (value: "none", words: "不申辩", hint: String?.none), (value: "said", words: "提出了陈述、申辩", hint: nil),
    ]
    return """
      <form method="post" action="\(link: "\(base)/objection")" class="panel gap"><h2>登记当事人的意见</h2>\
      \(Field("heard", "当事人的意见", state).radios(choices))\(Field("heard-on", "哪天说的", filled).date())\
      \(Field("objection", "陈述申辩的内容", state, hint: "提出了陈述、申辩的，照他说的写", required: false).lines(rows: 3, most: 2000))\
      <button class="btn p">登记意见</button></form>
      """
  }

  private static func decide(_ base: Link, _ model: BlackModel, _ state: FormState) -> HTML {
    guard model.mayDecide else { return "<p class=\"note\">等有复核权限的人审定。</p>" }
    let until = model.entry.telling?.until ?? model.today
    if model.entry.proposer == model.account { return "<p class=\"note\">这是你提出的，由另一个有复核权限的人审定。</p>" }
    if model.entry.objection == nil, model.today <= until {
      return "<p class=\"note\">当事人可以申辩到\(until.chinese(today: model.today))；他表示了意见，或者过了这一天，才能审定。</p>"
    }
    let answer: HTML =
      model.entry.objection?.isObjection == true
      ? Field("answer", "对申辩的答复", state, hint: "核实了什么，采纳不采纳，为什么；要告诉当事人").lines(rows: 3, most: 1000) : .none
    return """
      <form method="post" action="\(link: "\(base)/decide")" class="panel gap"><h2>审定</h2>\
      \(Field("words", "理由", state, hint: "核对了哪一条规定、哪几次处罚").line(most: 500))\(answer)\
      <p class="row"><button class="btn" name="decision" value="yes">列入\(model.basis.map { " \($0.term) 个月" } ?? "")</button>\
      <button class="btn p" name="decision" value="no">不列入</button></p></form>
      """
  }

  private static func listed(_ base: Link, _ model: BlackModel, _ state: FormState) -> HTML {
    let waiting = model.repairs.first { $0.state == .asked }
    let isRemoving = !state.value("removal").isEmpty || state.problem("removal") != nil
    let remove: HTML = """
      <details class="panel gap"\(if: isRemoving, " open")><summary>列错了，移出</summary>\
      <form method="post" action="\(link: "\(base)/remove")">\
      \(Field("removal", "为什么移出", state, hint: "例如认错了人；处罚被撤销的会自动移出，不用在这里办").line(most: 300))\
      <button class="btn p">移出</button></form></details>
      """
    return
      "\(if: waiting == nil && model.mayWork, ask(base, model, state))\(waiting.map { grant(base, $0, model, state) })\(if: model.mayDecide, remove)"
  }

  private static func ask(_ base: Link, _ model: BlackModel, _ state: FormState) -> HTML {
    let isOpen = !state.value("request").isEmpty || state.problem("request") != nil
    let filled = state.value("asked-on").isEmpty ? FormState.filled([("asked-on", model.today.iso)]) : state
    let earliest = model.entry.begins?.adding(months: model.basis?.earliest ?? 0)
    let limit: HTML =
      earliest.map { $0 > model.today ? "<p class=\"note\">\($0.chinese(today: model.today))起才能申请。</p>" : .none }
      ?? .none
    return """
      <details class="panel gap"\(if: isOpen, " open")><summary>当事人申请提前移出（信用修复）</summary>\(limit)\
      <form method="post" action="\(link: "\(base)/repair")">\(Field("asked-on", "申请日期", filled).date())\
      \(Field("request", "申请的理由", state, hint: "改正了什么、有什么材料").lines(rows: 3, most: 2000))\
      <button class="btn p">登记申请</button></form></details>
      """
  }

  private static func grant(_ base: Link, _ repair: BlackRepair, _ model: BlackModel, _ state: FormState) -> HTML {
    guard model.mayDecide else { return "<p class=\"note\">提前移出的申请等有复核权限的人审定。</p>" }
    if repair.account == model.account { return "<p class=\"note\">这份申请是你登记的，由另一个人审定。</p>" }
    return """
      <form method="post" action="\(link: "\(base)/repair/decide")" class="panel gap"><h2>审定提前移出的申请</h2>\
      \(paragraphs(repair.words))\(Field("words", "理由", state, hint: "核实了什么").line(most: 500))\
      <p class="row"><button class="btn" name="decision" value="yes">同意移出</button>\
      <button class="btn p" name="decision" value="no">不同意</button></p></form>
      """
  }
}
