import Inspection
import Kit
import Procedure
import Rulebook
import Web

enum DecisionPages {
  static func form(
    _ record: CaseRecord, _ obstacle: DecisionObstacle?, _ closed: [Closed], _ others: [String]?, _ range: FineRange,
    _ state: FormState
  ) -> Page {
    Page(
      "作出决定", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("作出决定", meta: ["\(record.number)", "\(record.violation.name)", "承办 \(record.team.names)"]))\(warnings(record, obstacle, range))\
      \(closed.isEmpty ? fields(record, range, state) : StepPages.reasons(closed, others: others, record))
      """)
  }

  private static func fields(_ record: CaseRecord, _ range: FineRange, _ state: FormState) -> HTML {
    let penalties = Penalty.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil as String?) }
    return """
      \(state.summary)<form method="post" action="\(link: "/cases/\(record.id)/decide")" class="panel gap">\
      \(Field("penalties", "处罚种类", state, hint: "至少选一种；不能比告知的更重").checks(penalties))\
      <div class="pair">\(amount("fine", "罚款金额", state))\(amount("gains", "没收违法所得金额", state))</div>\(goods(range, state))\(StepPages.mitigation(state))\
      \(Field("reasons", "理由", state, hint: "事实、依据和裁量的理由。送达以后当事人凭查询码能看到").lines(rows: 5))\(Field("date", "决定日期", state).date())\
      <p class="row"><button class="btn">作出决定</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不作决定，返回</a></p></form>
      """
  }

  /// Asked where the law counts from it, and shown where the notice told it.
  private static func goods(_ range: FineRange, _ state: FormState) -> HTML {
    guard range.countsGoods || !state.value("goods").isEmpty else { return .none }
    let hint = range.countsGoods ? "单位元；本案由的罚款按货值金额计算，有罚款就要填" : "单位元；没收的物品的价值"
    return Field("goods", "货值金额", state, hint: hint, required: false).line(most: 20, narrow: true, mode: "decimal")
  }

  private static func amount(_ name: String, _ label: String, _ state: FormState) -> HTML {
    Field(name, label, state, hint: "单位元，例如 50000", required: false).line(most: 20, narrow: true, mode: "decimal")
  }

  private static func warnings(_ record: CaseRecord, _ obstacle: DecisionObstacle?, _ range: FineRange) -> HTML {
    """
    <div class="stack">\(obstacle.map { blocked($0, record) })<div class="note">\(range.html(record))\
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

extension FineRange {
  /// For the pages on which an amount is written.
  func html(_ record: CaseRecord) -> HTML {
    let more: HTML = "<a href=\"\(link: Link("/law/violations/\(record.violation.id)").at("fine"))\">看怎样核算</a>"
    guard let words else {
      return
        "罚款幅度要先<a href=\"\(link: Link("/law/violations/\(record.violation.id)").at("fine"))\">按处罚依据核算</a>：\(record.violation.penalty)。"
    }
    return "没有从重情节的，罚款幅度是 <b>\(words)</b>（\(article ?? record.violation.penalty)），\(more)。"
  }
}
