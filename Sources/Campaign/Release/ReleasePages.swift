internal import Kit
internal import Law
internal import Offices
internal import Web

struct ReleaseModel: Sendable {
  let plan: PlanRecord
  let items: [PlanItem]
  let people: [Person]
  /// Tasks that nobody tied to the catalogue.
  let untied: [PlanItem]
  let approval: ApprovalPages
  /// Who owes the deadlines unless somebody else is chosen.
  let releaser: Int64

  /// The form as it begins.
  var start: FormState {
    let owner = ID<Account>(releaser).text
    return .filled(
      [("title", plan.title.clipped(to: 200))] + Release.dated(items).map { (Release.ownerField($0), owner as String?) }
    )
  }
}

/// The last look before a plan becomes a campaign: what is missing, what will be made, who owes what.
struct ReleasePages {
  let model: ReleaseModel
  let types: InstitutionTypes
  let today: CivilDate

  private var plan: PlanRecord { model.plan }

  func page(_ state: FormState) -> Page {
    let obstacles = Release.obstacles(model.items)
    return Page(
      "发布方案", crumbs: [("方案", "/plans"), (plan.name, "/plans/\(plan.id)")],
      """
      \(head("发布方案", meta: ["\(plan.name)"], actions: [button("回到解读", "/plans/\(plan.id)", plain: true)]))\
      \(state.summary)\(obstacles.isEmpty ? open : waiting(obstacles))\
      \(LeafPages.warning(plan.id, model.untied))\
      \(section("将要形成", Self.made(model.items, types, today)))\
      \(if: obstacles.isEmpty, model.approval.standing.isApproved ? form(state) : model.approval.section(state))
      """)
  }

  private var open: HTML {
    let unseen = model.items.filter(\.isOpenFinding).count
    guard unseen > 0 else { return .none }
    return """
      <div class="note warn"><h2>还有 \(unseen) 处疑点没有核对</h2><p>不妨碍送审、发布，但发布后方案不能再改。\
      <a href="\(link: Link("/plans/\(plan.id)").at("h-waiting"))">去核对</a></p></div>
      """
  }

  private func waiting(_ obstacles: [CampaignRefusal]) -> HTML {
    let lines = obstacles.map { "<li>\($0.sentence)<span class=\"dim\">\($0.next)</span></li>" as HTML }
    let forms = ItemForms(plan: plan.id, types: types, state: .empty)
    let unled = model.items.tasksWithoutLead.count
    let undated = model.items.deadlinesWithoutDate.count
    return """
      <div class="note warn"><h2>还不能发布，差 \(obstacles.count) 处</h2><ul>\(lines)</ul></div>\
      <p class="row under"><a class="btn" href="\(link: Link("/plans/\(plan.id)").at("h-waiting"))">去补全</a></p>\
      <div class="row under">\(if: unled > 0, forms.forAll("/plans/\(plan.id)/leads", "\(unled) 项任务都由本单位牵头"))\
      \(if: undated > 0, forms.forAll("/plans/\(plan.id)/undated", "\(undated) 项期限都注明不定期"))</div>
      """
  }

  /// What comes of a plan; its approver reads the same.
  static func made(_ items: [PlanItem], _ types: InstitutionTypes, _ today: CivilDate) -> HTML {
    let phases = items.of(.phase).map { item -> HTML in
      guard let start = item.fields.date(.start), let end = item.fields.date(.end) else {
        return "\(item.fields[.name])（日期没有写全）"
      }
      return "\(item.fields[.name]) \(start.plain(today))至\(end.plain(today))"
    }
    let deadlines = Release.dated(items).count
    let targets = Release.targets(items).map { target -> HTML in
      "\(types[target.type]?.name) \(PlanItems.percentText(target.percent))%"
    }
    return facts([
      ("任务", "\(items.of(.task).count) 项"),
      ("阶段", phases.isEmpty ? "没有" : HTML.join(phases, "；")),
      ("覆盖目标", targets.isEmpty ? "没有按机构类型的目标" : HTML.join(targets, "、")),
      ("期限", deadlines > 0 ? "\(deadlines) 项，各成为一项待办" : "没有写明日期的期限"),
    ])
  }

  private func form(_ state: FormState) -> HTML {
    let deadlines = Release.dated(model.items)
    let people = model.people.map { ($0.id.text, $0.label) }
    let owners = deadlines.map { item -> HTML in
      let date = item.fields.date(.date)
      let past = date.map { $0 < today } ?? false
      return Field(
        Release.ownerField(item), "\(item.fields[.what].clipped(to: 60))（\(date?.plain(today) ?? "")止）", state,
        hint: past ? "日期已过，发布后立即显示逾期" : nil
      ).select(people)
    }
    return """
      <form method="post" class="block">\(Field("title", "行动名称", state).line())\
      \(if: !owners.isEmpty, "<h2>期限由谁负责</h2><div class=\"under\">\(owners)</div>")\
      <button class="btn">发布，开始专项行动</button></form>
      """
  }
}
