internal import Kit
internal import Offices
internal import Web

/// A supplement beside the campaign that it changes: a person says of each item what it does.
struct SupplementPages {
  let plan: PlanRecord
  let running: [CampaignSummary]
  /// Nil where no campaign was chosen, or all is done.
  let supplement: Supplement?
  let people: [Person]
  let isApproved: Bool
  let today: CivilDate

  func page(_ state: FormState?) -> Page {
    Page(
      "并入专项行动", crumbs: [("方案", "/plans"), (plan.name, "/plans/\(plan.id)")],
      """
      \(head("并入专项行动", meta: ["\(plan.name)"], actions: [button("回到解读", "/plans/\(plan.id)", plain: true)]))\
      \(state?.summary)\(plan.state == .released ? done : "\(choice)\(supplement.map { body($0, state) })")
      """)
  }

  private var done: HTML {
    guard let campaign = plan.campaign else { return .none }
    return "<p>已经执行。<a href=\"\(link: "/campaigns/\(campaign)/versions")\">看专项行动的版本</a></p>"
  }

  private var choice: HTML {
    guard !running.isEmpty else { return empty("没有正在进行的专项行动", "补充通知要并入一个已经发布、没有结束的专项行动。") }
    let chosen = FormState.filled([("campaign", plan.supplements?.text)])
    return """
      <form method="post" class="block" action="\(link: "/plans/\(plan.id)/attach")">\
      \(Field("campaign", "这份通知补充、调整的是", chosen, required: false)
        .select(running.map { ($0.id.text, $0.title) }, empty: "不是补充通知"))\
      <p class="row"><button class="btn p">选定</button></p></form>
      """
  }

  private func body(_ supplement: Supplement, _ state: FormState?) -> HTML {
    if supplement.isConfirmed, state == nil {
      let step: HTML =
        isApproved
        ? """
        <form method="post" action="\(link: "/plans/\(plan.id)/carry-out")"><p class="row"><button class="btn">执行，形成新的一版</button></p></form>
        """ : "<p class=\"row\"><a class=\"btn\" href=\"\(link: "/plans/\(plan.id)/approval")\">去送审</a></p>"
      return section("已经核对的变动", "\(VersionPages.changes(supplement.changes))\(step)")
        + "<details class=\"more block\"><summary>重新核对</summary>\(form(supplement, start(supplement)))</details>"
    }
    return section("逐项核对", note: "系统按字面对应，由你选定。选“不变”的不动专项行动。", form(supplement, state ?? start(supplement)))
  }

  private func start(_ supplement: Supplement) -> FormState {
    .filled(
      supplement.items.flatMap { item -> [(String, String?)] in
        let amendment = supplement.chosen[item.number]
        return [
          (Supplement.field(item), amendment?.word), (Supplement.ownerField(item), amendment?.owner?.text),
        ]
      })
  }

  private func form(_ supplement: Supplement, _ state: FormState) -> HTML {
    guard !supplement.items.isEmpty else {
      return empty("通知里没有读出可以并入的内容", "回到解读页，补上它说的阶段、期限、任务或者覆盖目标。")
    }
    let rows = supplement.items.map { item -> HTML in
      """
      <div class="item"><p><b>\(item.kind.noun)：\(item.label)</b> \(says(item))</p>\
      <blockquote>\(supplement.quote(item))</blockquote>\
      \(Field(Supplement.field(item), "怎么处理", state).select(choices(item, supplement.now), empty: nil))\
      \(if: item.kind == .deadline, owner(item, state))</div>
      """
    }
    return """
      <form method="post" class="under" action="\(link: "/plans/\(plan.id)/supplement")">\(rows)\
      <p class="row"><button class="btn">核对无误，去送审</button></p></form>
      """
  }

  private func owner(_ item: PlanItem, _ state: FormState) -> HTML {
    Field(Supplement.ownerField(item), "责任人", state, hint: "只在新增期限时要选", required: false)
      .select(people.map { ($0.id.text, $0.label) })
  }

  /// What the supplement says of it.
  private func says(_ item: PlanItem) -> HTML {
    switch item.kind {
    case .phase: "\(item.fields.date(.start)?.plain(today) ?? "？")至\(item.fields.date(.end)?.plain(today) ?? "？")"
    case .deadline: "\(item.fields.date(.date)?.plain(today) ?? "没有日期")"
    case .coverage: "\(item.fields[.percent])%"
    default: ""
    }
  }

  private func choices(_ item: PlanItem, _ now: AmendedCampaign) -> [(String, String)] {
    let skip = [("skip", "不变：与专项行动无关，或者已经是这样")]
    switch item.kind {
    case .phase:
      let phases = now.phases.enumerated().filter { !now.ended.contains(Int64($0.offset + 1)) }.map { place, phase in
        ("move:\(place + 1)", "调整阶段“\(phase.name)”（现在 \(phase.starts.plain(today))至\(phase.ends.plain(today))）")
      }
      return skip + phases + [("add", "新增一个阶段，接在最后")]
    case .deadline:
      let known = now.deadlines.filter { $0.metAt == nil }.map {
        ("move:\($0.id.value)", "调整期限“\($0.what.clipped(to: 40))”（现在 \($0.due.plain(today))，\($0.ownerName)）")
      }
      return skip + known + [("add", "新增一项期限")]
    case .task: return skip + [("add", "新增一项任务")]
    default: return skip + [("add", "按通知的百分比设定覆盖目标")]
    }
  }
}
