import Inspection
import Kit
import Rulebook
import Web

enum DecisionPages {
  static func form(_ record: CaseRecord, _ obstacle: DecisionObstacle?, _ state: FormState, today: CivilDate) -> Page {
    let penalties = Penalty.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil as String?) }
    return Page(
      "作出决定", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("作出决定", meta: ["\(record.number)", "\(record.violation.name)", "承办 \(record.team.names)"]))\(warnings(record, obstacle))\
      \(state.summary)<form method="post" action="\(link: "/cases/\(record.id)/decide")" class="panel gap">\
      \(Field("outcome", "决定", state).radios(CaseOutcome.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil as String?) }))\
      \(Field("penalties", "处罚种类", state, hint: "给予处罚时至少选一种", required: false).checks(penalties))\
      <div class="pair">\(amount("fine", "罚款金额", state))\(amount("gains", "没收违法所得金额", state))</div>\
      \(Field("reasons", "理由", state, hint: "事实、依据和裁量的理由").lines(rows: 5))\(Field("date", "决定日期", state).date())\
      <p class="row"><button class="btn">作出决定</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不作决定，返回</a></p></form>
      """)
  }

  private static func amount(_ name: String, _ label: String, _ state: FormState) -> HTML {
    Field(name, label, state, hint: "单位元，例如 50000", required: false).line(most: 20, narrow: true, mode: "decimal")
  }

  private static func warnings(_ record: CaseRecord, _ obstacle: DecisionObstacle?) -> HTML {
    """
    <div class="stack">\(obstacle.map { blocked($0, record) })<div class="note warn"><b>本版只记录金额，不核对法定幅度。</b>请<a href="\(link: Link("/law/violations/\(record.violation.id)").at("fine"))">按处罚依据核算</a>：\(record.violation.penalty)。</div>\
    <div class="note"><b>先办完法定步骤。</b>告知和陈述申辩（行政处罚法第四十四条、第四十五条）、听证（卫生健康行政处罚程序规定第四十三条）、法制审核（行政处罚法第五十八条）、集体讨论（卫生健康行政处罚程序规定第四十条），本版不记录。</div></div>
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
