internal import Kit
internal import Law
internal import Web

/// The pages on which a person ties leaves to the catalogue: all tasks of a plan before its release, one task of a campaign after it.
enum LeafPages {
  struct PlanTask: Sendable {
    let number: Int64
    let form: LeafForm
  }

  static func plan(_ plan: PlanRecord, _ tasks: [PlanTask], _ law: LawContent, _ state: FormState) -> Page {
    let untied = tasks.filter { !$0.form.known.isTied }.count
    let body: HTML =
      tasks.isEmpty
      ? empty("方案里没有任务", "先在<a href=\"\(link: "/plans/\(plan.id)")\">解读页</a>补上任务。")
      : """
      <form method="post" class="panel gap">\(LeafForm.names(law))\(tasks.map { task($0, state) })\
      <p class="row"><button class="btn">保存对应</button><a class="btn p" href="\(link: "/plans/\(plan.id)")">回到解读</a></p></form>
      """
    return Page(
      "任务对应的违法行为", crumbs: [("方案", "/plans"), (plan.name, "/plans/\(plan.id)")],
      """
      \(head("任务对应的违法行为", meta: [
        "任务 \(tasks.count) 项", untied > 0 ? Chip.warn.html("还有 \(untied) 项没有对应") : Chip.done.html("都有对应"),
      ]))\(state.summary)\
      <p class="under">系统按字面从违法行为目录里提出，勾选才算数。这是本单位的理解，不改方案的文字，发布以后还能改。</p>\(body)
      """)
  }

  private static func task(_ task: PlanTask, _ state: FormState) -> HTML {
    """
    <section class="block" id="t\(task.number)"><h2>第 \(task.number) 项</h2><p class="under">\(task.form.text)</p>\
    \(task.form.html(state))</section>
    """
  }

  static func task(
    _ task: CampaignTaskRecord, _ campaign: CampaignSummary, _ form: LeafForm, _ state: FormState
  ) -> Page {
    Page(
      "任务对应的违法行为",
      crumbs: [
        ("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)"), ("任务 \(task.sign)", "/tasks/\(task.id)"),
      ],
      """
      \(head("任务对应的违法行为", meta: ["任务 \(task.sign)"]))\(state.summary)\
      <p class="under">\(task.text)</p><p class="under">改动记入台账，不改方案的文字。</p>\
      <form method="post" class="panel gap">\(LeafForm.names(form.law))\(form.html(state))\
      <p class="row"><button class="btn">保存对应</button><a class="btn p" href="\(link: "/tasks/\(task.id)")">不改，返回</a></p></form>
      """)
  }

  /// Before the release: tasks that nobody tied to anything. A warning, it hinders nothing.
  static func warning(_ plan: ID<Plan>, _ untied: [PlanItem]) -> HTML {
    guard !untied.isEmpty else { return .none }
    let lines = untied.map { item -> HTML in
      "<li><a href=\"\(link: Link("/plans/\(plan)/leaves").at("t\(item.number)"))\">第 \(item.number) 项 \(item.label)</a></li>"
    }
    return """
      <div class="note warn"><h2>还有 \(untied.count) 项任务没有对应违法行为</h2>\
      <p>不妨碍发布，但检查和立案时不会提示这些任务要查什么，也数不出查到多少。</p><ul>\(lines)</ul></div>
      """
  }
}
