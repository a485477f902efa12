internal import Kit
internal import Law
internal import Web

/// What somebody approves of a plan: what will come of it, or what a supplement will change.
struct PlanApprovalPages {
  let plan: PlanRecord
  let items: [PlanItem]
  let supplement: Supplement?
  let types: InstitutionTypes
  let approval: ApprovalPages
  let isOpen: Bool
  let today: CivilDate

  func page(_ state: FormState) -> Page {
    Page(
      "审定", crumbs: [("方案", "/plans"), (plan.name, "/plans/\(plan.id)")],
      """
      \(head("审定", meta: [PlanPages.chip(plan.state), "\(plan.name)"], actions: actions))\(state.summary)\(content)\
      \(isOpen ? approval.section(state) : section("审定", "<p>已经发布，不再审定。</p>"))
      """)
  }

  private var actions: [HTML] {
    let read = button("看原文和读法", "/plans/\(plan.id)", plain: true)
    guard isOpen, approval.standing.isApproved, approval.mayAsk else { return [read] }
    return [
      read,
      supplement == nil
        ? button("发布", "/plans/\(plan.id)/release") : button("执行", "/plans/\(plan.id)/supplement"),
    ]
  }

  private var content: HTML {
    if let supplement { return section("将要变动", VersionPages.changes(supplement.changes)) }
    return section("将要形成", ReleasePages.made(items, types, today))
  }
}
