internal import Kit
internal import Law
internal import Storage
internal import Web

/// All that the reading page shows.
struct ReadingModel: Sendable {
  let plan: PlanRecord
  let text: String
  let items: [PlanItem]
  let history: [LedgerEntry]
  let panels: HTML
}

/// Text and reading side by side.
struct ReadingPages {
  let model: ReadingModel
  let types: InstitutionTypes
  let viewer: Viewer
  let today: CivilDate
  let state: FormState

  private var plan: PlanRecord { model.plan }
  private var mayAmend: Bool { plan.state == .reading && viewer.may(.planWork) }
  private var items: ItemPages {
    ItemPages(
      forms: ItemForms(plan: plan.id, types: types, state: state), types: types, isOpen: mayAmend)
  }

  var page: Page {
    Page(
      "解读方案", crumbs: [("方案", "/plans"), (plan.name, "/plans/\(plan.id)")], slim: true,
      """
      \(head(plan.name, meta: meta, actions: actions))\(state.summary)\
      <div class="duo">\(source)\(reading)</div>\(model.panels)\(historySection(model.history, today: today))
      """)
  }

  private var meta: [HTML] {
    let counts = [ItemKind.task, .phase, .deadline, .coverage].map { "\($0.noun) \(model.items.of($0).count) 项" }
    return [
      PlanPages.chip(plan.state), "\(plan.fileName)", "收进 \(plan.receivedAt.chinese(today: today))",
      "读出\(counts.joined(separator: "、"))",
    ]
  }

  private var actions: [HTML] {
    let compare = "<a href=\"\(link: "/plans/\(plan.id)/compare")\">与别的方案比较</a>" as HTML
    if let campaign = plan.campaign {
      let versions = "<a href=\"\(link: "/campaigns/\(campaign)/versions")\">版本</a>" as HTML
      return [compare, versions, button("打开专项行动", "/campaigns/\(campaign)")]
    }
    let open = model.items.openCount
    let waiting: HTML = open > 0 ? "<a href=\"#h-waiting\" class=\"chip warn\">还有 \(open) 处待处理</a>" : .none
    let leaves: HTML =
      viewer.may(.planWork) ? "<a href=\"\(link: "/plans/\(plan.id)/leaves")\">对应违法行为</a>" : .none
    let approval = "<a href=\"\(link: "/plans/\(plan.id)/approval")\">审定</a>" as HTML
    guard viewer.may(.campaignRelease) else { return [compare, waiting, leaves, approval] }
    let supplement = "<a href=\"\(link: "/plans/\(plan.id)/supplement")\">并入专项行动</a>" as HTML
    return plan.supplements == nil
      ? [compare, waiting, leaves, approval, supplement, button("核对并发布", "/plans/\(plan.id)/release")]
      : [compare, waiting, leaves, approval, button("并入专项行动", "/plans/\(plan.id)/supplement")]
  }

  private var source: HTML {
    """
    <article class="src" aria-label="方案原文" tabindex="0"><p class="small dim"><mark>黄底</mark> 已读出，\
    <mark class="gap">虚框</mark> 原文留空，<mark class="odd">波浪线</mark> 有疑点。点编号看读法。</p>
    \(SourceMarks.html(model.text, model.items))</article>
    """
  }

  private var reading: HTML {
    """
    <section id="read" aria-label="读出的内容" tabindex="0">\(tabs)\
    \(WaitingPages(plan: plan.id, items: items).section(model.items))\
    \(Self.sections.map { items.section($0, model.items) })\(settled)\(removed)</section>
    """
  }

  private static let sections: [ItemKind] = [.title, .phase, .task, .deadline, .coverage, .organisation, .goal, .scope]

  private var tabs: HTML {
    let links = Self.sections.map { kind -> HTML in
      "<a href=\"#h-\(kind.rawValue)\">\(kind.noun) \(model.items.of(kind).count)</a>"
    }
    return """
      <nav class="tabs" aria-label="读出的内容"><a href="#h-waiting" aria-current="true">待处理 \(model.items.openCount)</a>\(links)</nav>
      """
  }

  private var settled: HTML {
    let done = model.items.filter { $0.kind == .finding && $0.state == .settled }
    guard !done.isEmpty else { return .none }
    let lines = done.map { item -> HTML in
      "<li class=\"item\" id=\"i\(item.number)\"><p>\(items.number(item))\(item.fields[.message])</p></li>"
    }
    return "<details class=\"more block\"><summary>已核对的疑点 \(done.count) 处</summary><ol>\(lines)</ol></details>"
  }

  private var removed: HTML {
    let gone = model.items.filter { !$0.isThere }
    guard !gone.isEmpty else { return .none }
    let lines = gone.map { item -> HTML in
      """
      <li class="item" id="i\(item.number)"><p>\(item.number) \(item.kind.noun)：\(item.label)</p>\
      \(if: mayAmend, items.forms.restore(item))</li>
      """
    }
    return "<details class=\"more block\"><summary>已删去的内容 \(gone.count) 项</summary><ol>\(lines)</ol></details>"
  }
}
