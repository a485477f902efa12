internal import Kit
internal import Web

/// «待处理»: what the plan leaves open. Asked for, never guessed.
struct WaitingPages {
  let plan: ID<Plan>
  let items: ItemPages

  func section(_ all: [PlanItem]) -> HTML {
    let lacking = all.filter { !$0.lacks.isEmpty && $0.kind != .task }
    let tasks = all.tasksWithoutLead
    let findings = all.filter(\.isOpenFinding)
    guard !(lacking.isEmpty && tasks.isEmpty && findings.isEmpty) else {
      return "<p id=\"h-waiting\">\(Chip.done.html("没有待处理的内容"))</p>"
    }
    return """
      <div id="h-waiting">\(blanks(lacking, all))\(leads(tasks))\(found(findings))</div>
      """
  }

  private func blanks(_ lacking: [PlanItem], _ all: [PlanItem]) -> HTML {
    guard !lacking.isEmpty else { return .none }
    let undated = all.deadlinesWithoutDate.count
    let waive = items.forms.forAll("/plans/\(plan)/undated", "没有日期的 \(undated) 项期限都注明不定期")
    return """
      <h2>原文没有写全 \(lacking.count) 处</h2>\
      <p class="small dim">留空的日期不推算。阶段没填完，方案不能发布。</p>\
      <ol class="under">\(lacking.map(blank))</ol>\(if: items.isOpen && undated > 1, waive)
      """
  }

  private func blank(_ item: PlanItem) -> HTML {
    let words: HTML = item.fields.has(.dateText) ? "<blockquote>\(item.fields[.dateText])</blockquote>" : .none
    return """
      <li class="item"><p>\(items.number(item))<b>\(item.kind.noun)：\(item.label)</b> 待补\(items.lacking(item))</p>\(words)\
      \(if: items.isOpen, items.forms.fill(item))</li>
      """
  }

  private func leads(_ tasks: [PlanItem]) -> HTML {
    guard !tasks.isEmpty else { return .none }
    let links = tasks.map { "<a href=\"#i\($0.number)\">\($0.number)</a>" as HTML }
    return """
      <h2 class="block">没有牵头单位的任务 \(tasks.count) 项</h2>\
      <p class="small">第 \(HTML.join(links, "、")) 项。没有牵头单位的任务不能发布。</p>\
      \(if: items.isOpen, items.forms.forAll("/plans/\(plan)/leads", "这 \(tasks.count) 项都由本单位牵头"))
      """
  }

  private func found(_ findings: [PlanItem]) -> HTML {
    guard !findings.isEmpty else { return .none }
    return """
      <h2 class="block">疑点 \(findings.count) 处</h2>\
      <p class="small dim">系统只指出，不改字。核对后按一下，记入经过。</p>\
      <ol class="under">\(findings.map(finding))</ol>
      """
  }

  private func finding(_ item: PlanItem) -> HTML {
    let likely: HTML = item.fields.has(.suggestion) ? "<blockquote>疑为“\(item.fields[.suggestion])”</blockquote>" : .none
    return """
      <li class="item" id="i\(item.number)"><p>\(items.number(item))\(item.fields[.message])</p>\(likely)\
      \(if: items.isOpen, items.forms.settle(item))</li>
      """
  }
}
