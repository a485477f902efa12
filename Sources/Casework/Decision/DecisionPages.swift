import Inspection
import Kit
import Packs
import Web

enum DecisionPages {
  static func form(_ record: CaseRecord, _ state: FormState, today: CivilDate) -> Page {
    let penalties = Penalty.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil as String?) }
    return Page(
      "作出决定", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("作出决定", meta: ["\(record.number)", "\(record.violation.name)", "承办 \(record.team.names)"]))\(warnings(record, today))\
      \(state.summary)<form method="post" action="\(link: "/cases/\(record.id)/decide")" class="panel gap">\
      \(Field("outcome", "决定", state).radios(CaseOutcome.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil as String?) }))\
      \(Field("penalties", "处罚种类", state, hint: "给予处罚时至少选一种", required: false).checks(penalties))\
      <div class="pair">\(amount("fine", "罚款金额", state))\(amount("gains", "没收违法所得金额", state))</div>\
      \(Field("reasons", "理由", state, hint: "事实、依据和裁量的理由").lines(rows: 5))\(Field("date", "决定日期", state).date())\(checked(record, state))\
      <p class="row"><button class="btn">作出决定</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不作决定，返回</a></p></form>
      """)
  }

  private static func amount(_ name: String, _ label: String, _ state: FormState) -> HTML {
    Field(name, label, state, hint: "单位元，例如 50000", required: false).line(most: 20, narrow: true, mode: "decimal")
  }

  private static func warnings(_ record: CaseRecord, _ today: CivilDate) -> HTML {
    """
    <div class="stack"><div class="note warn"><b>本版只记录金额，不核对法定幅度。</b>请对照处罚依据核算：\(record.violation.penalty)。</div>\
    <div class="note"><b>先办完法定步骤。</b>告知和陈述申辩（行政处罚法第四十四条、第四十五条）、听证（卫生健康行政处罚程序规定第四十三条）、法制审核（行政处罚法第五十八条）、集体讨论（卫生健康行政处罚程序规定第四十条），本版不记录。</div></div>
    """
  }

  private static func checked(_ record: CaseRecord, _ state: FormState) -> HTML {
    guard !record.violation.isVerified else { return .none }
    let words = "我已核对原文：\(record.violation.basis)；\(record.violation.penalty)"
    return Field("checked", "依据核对", state, hint: "这个案由的依据\(record.violation.confidence.title)，核对后才能作决定")
      .checks([(value: "1", words: words, hint: nil)])
  }
}
