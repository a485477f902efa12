import Inspection
import Kit
import Procedure
import Rulebook
import Web

enum DecisionPages {
  static func form(_ record: CaseRecord, _ obstacle: DecisionObstacle?, _ closed: [Closed], _ state: FormState) -> Page {
    let penalties = Penalty.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil as String?) }
    return Page(
      "作出决定", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("作出决定", meta: ["\(record.number)", "\(record.violation.name)", "承办 \(record.team.names)"]))\(warnings(record, obstacle))\
      \(closed.isEmpty ? HTML.none : StepPages.reasons(closed, record))\(state.summary)<form method="post" action="\(link: "/cases/\(record.id)/decide")" class="panel gap">\
      \(Field("penalties", "处罚种类", state, hint: "至少选一种；不能比告知的更重").checks(penalties))\
      <div class="pair">\(amount("fine", "罚款金额", state))\(amount("gains", "没收违法所得金额", state))</div>\
      \(Field("reasons", "理由", state, hint: "事实、依据和裁量的理由。送达以后当事人凭查询码能看到").lines(rows: 5))\(Field("date", "决定日期", state).date())\
      <p class="row"><button class="btn">作出决定</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不作决定，返回</a></p></form>
      """)
  }

  private static func amount(_ name: String, _ label: String, _ state: FormState) -> HTML {
    Field(name, label, state, hint: "单位元，例如 50000", required: false).line(most: 20, narrow: true, mode: "decimal")
  }

  private static func warnings(_ record: CaseRecord, _ obstacle: DecisionObstacle?) -> HTML {
    """
    <div class="stack">\(obstacle.map { blocked($0, record) })<div class="note">先<a href="\(link: Link("/law/violations/\(record.violation.id)").at("fine"))">按处罚依据核算幅度</a>：\(record.violation.penalty)。\
    不予处罚的，办<a href="\(link: "/cases/\(record.id)/approvals/no-penalty")">不予处罚决定</a>。</div></div>
    """
  }

  /// The decision is refused until the legal office approved the violation; the page says so before anything is typed.
  private static func blocked(_ obstacle: DecisionObstacle, _ record: CaseRecord) -> HTML {
    """
    <div class="note bad"><b>还不能作决定。</b>\(obstacle.sentence)\(obstacle.next)\
    <a href="\(link: "/law/violations/\(record.violation.id)")">看这一条的全部内容</a>。</div>
    """
  }
}
