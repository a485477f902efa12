import Intake
import Kit
import Law
import Offices
import Registers
import Rulebook
import Storage
import Web

enum VisitPlanPages {
  /// First step: which place.
  static func search(_ draft: VisitDraft, _ found: [Premises], _ records: Records) -> Page {
    let state = FormState.filled([("words", draft.wish.words)])
    return Page(
      "安排检查", crumbs: [("检查", "/visits")],
      """
      \(head("安排检查", meta: ["第一步：选检查对象"]))\(about(draft, records))\
      <form method="get" action="\(link: "/visits/new")" class="panel gap">\
      <input type="hidden" name="clue" value="\(draft.clue?.id.text)">\
      <input type="hidden" name="campaign" value="\(draft.wish.campaign?.text)">\
      \(Field("words", "查找机构或无证点", state, hint: "名称、地址，或许可证号后几位").line(most: 60))\
      <button class="btn">查找</button></form>\(results(draft, found))
      """)
  }

  private static func results(_ draft: VisitDraft, _ found: [Premises]) -> HTML {
    guard let words = draft.wish.words else { return .none }
    guard !found.isEmpty else {
      return section(
        "查找结果",
        empty(
          "没有叫“\(words.clipped(to: 30))”的机构或无证点",
          "<p>换个字再试；确实没有，先登记为无证点。</p>" + button("登记无证点", "/sites/new")))
    }
    let lines = found.map { premises in
      Table.Line([
        "<a href=\"\(link: draft.link(premises.ref))\">\(premises.name)</a>", "\(premises.address)",
        "\(premises.type.map { draft.law.institutionTypes[$0]?.name ?? $0 } ?? "无证点")",
      ])
    }
    return section(
      "查找结果",
      Table("找到 \(found.count) 个，最多列 20 个", [Table.Column("名称"), Table.Column("地址"), Table.Column("类型")], lines).html)
  }

  /// Second step: when, who, with which checklist.
  static func form(_ draft: VisitDraft, _ premises: Premises, _ state: FormState, _ records: Records) -> Page {
    let checklists = draft.checklists.map { ($0.id, "\($0.name)（\($0.items.count) 项）") }
    return Page(
      "安排检查", crumbs: [("检查", "/visits")],
      """
      \(head("安排检查", meta: ["\(premises.name)", "\(premises.address)"]))\(about(draft, records))\(state.summary)\
      <form method="post" action="\(link: "/visits")" class="panel gap">\
      <input type="hidden" name="premises" value="\(premises.ref.description)">\
      <input type="hidden" name="clue" value="\(state.value("clue"))">\
      <p class="dim" id="premises">检查对象：<b>\(premises.name)</b>　<a href="\(link: draft.link(nil).asking([("words", premises.name)]))">换一个</a></p>\
      \(Field("date", "检查日期", state).date())\(teamFields(draft.people, state))\
      \(Field("checklist", "检查表", state, hint: "已按对象的类型选好，可以换").select(checklists, empty: nil))\
      \(Field("task", "计入的任务", state, hint: "计入任务的检查会出现在专项行动的数字里", required: false).select(draft.taskChoices, empty: "日常监督，不计入专项行动"))\
      <p class="row"><button class="btn">安排检查</button><a class="btn p" href="\(link: "/visits")">不安排，返回</a></p></form>
      """)
  }

  private static func about(_ draft: VisitDraft, _ records: Records) -> HTML {
    guard let clue = draft.clue else { return .none }
    let link = records.link(Ref(.clue, clue.id))
    let number: HTML = link.map { "<a href=\"\(link: $0)\">\(clue.number)</a>" } ?? "\(clue.number)"
    return """
      <p class="note">核查线索 \(number)。\(if: draft.showsClue, "举报写的地点：\(clue.place)")</p>
      """
  }

  static func cancel(_ visit: VisitRecord, _ state: FormState) -> Page {
    Page(
      "取消检查", crumbs: [("检查", "/visits"), (visit.number, "/visits/\(visit.id)")],
      """
      \(head("取消检查\(visit.number)", meta: ["\(visit.premisesName)"]))\(state.summary)\
      <form method="post" action="\(link: "/visits/\(visit.id)/cancel")" class="panel gap">\
      \(Field("reason", "取消的理由", state, hint: "写进台账，检查编号保留").line())\
      <p class="row"><button class="btn d">取消这次检查</button><a class="btn p" href="\(link: "/visits/\(visit.id)")">不取消</a></p></form>
      """)
  }
}
