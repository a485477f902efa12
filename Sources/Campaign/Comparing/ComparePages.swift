internal import Kit
internal import PlanReading
internal import Web

/// Two plans side by side (方案比较): the choice, then the differences with both sentences.
struct ComparePages {
  let plan: PlanRecord
  let others: [PlanRecord]
  let chosen: PlanRecord?
  let comparison: PlanComparison?
  let mayBring: Bool

  private var address: Link { "/plans/\(plan.id)/compare" }

  var page: Page {
    Page(
      "比较方案", crumbs: [("方案", "/plans"), (plan.name, "/plans/\(plan.id)"), ("比较", address)],
      "\(head("比较方案", meta: ["\(plan.name)"]))\(others.isEmpty ? none : choice)\(result)")
  }

  private var none: HTML {
    empty("还没有可以对照的方案", "先导入上级的方案，或者去年的方案。\(if: mayBring, button("导入方案", "/plans/new"))")
  }

  private var choice: HTML {
    let options = others.map { other -> HTML in
      "<option value=\"\(other.id)\"\(if: other.id == chosen?.id, " selected")>\(other.name)</option>"
    }
    return """
      <p class="under">选一份对照的方案：上级的，看本方案漏了哪些要求；去年的，看今年变了什么。按两份方案的原文比较。</p>\
      <form class="row" method="get" action="\(link: address)"><label class="small" for="with">对照方案</label>\
      <select id="with" name="with"><option value="">请选择</option>\(options)</select>\
      <button class="btn p">比较</button></form>
      """
  }

  private var result: HTML {
    guard let chosen else { return .none }
    guard let comparison else { return empty("这两份方案比较不了", "其中一份的原文里读不出方案的内容。") }
    let copy: HTML =
      comparison.isCopy ? "<p class=\"under\"><b>两份方案大部分相同，可能是同一份方案的另一种写法。</b></p>" : .none
    let parts = Difference.Part.allCases.map { part in
      table(part, comparison.differences.filter { $0.part == part }, comparison, chosen)
    }
    return "<p class=\"under\">没有差别的 \(comparison.alike) 项。</p>\(copy)\(parts)"
  }

  private func table(
    _ part: Difference.Part, _ differences: [Difference], _ comparison: PlanComparison, _ chosen: PlanRecord
  ) -> HTML {
    if differences.isEmpty { return section(part.noun, "<p class=\"under\">没有差别。</p>") }
    let lines = differences.map { difference in
      Table.Line([
        chip(difference.change), side(difference.model, comparison.model, "对照方案没有"),
        side(difference.own, comparison.own, "本方案没有"), notes(difference),
      ])
    }
    return section(
      part.noun,
      Table(
        "\(part.noun)有差别的 \(differences.count) 项",
        [.init("差别"), .init("对照：\(chosen.name.clipped(to: 20))"), .init("本方案"), .init("变动")],
        lines
      ).html)
  }

  private func chip(_ change: Difference.Change) -> HTML {
    switch change {
    case .missing: Chip.half.html(change.title)
    case .added, .changed: Chip.done.html(change.title)
    }
  }

  /// The item, and the sentence that it was read from.
  private func side(_ side: Difference.Side?, _ plan: ComparedPlan, _ absent: String) -> HTML {
    guard let side else { return "<span class=\"dim\">\(absent)</span>" }
    return "<b>\(side.words.clipped(to: 60))</b><br><span class=\"small dim\">\(plan.quote(side.source))</span>"
  }

  private func notes(_ difference: Difference) -> HTML {
    difference.notes.isEmpty
      ? "<span class=\"dim\">整项\(difference.change == .missing ? "没有" : "新增")</span>"
      : "\(difference.notes.map { "\($0)<br>" as HTML })"
  }
}
