import Kit
import Offenders
import Packs
import Web

enum ReadingPages {
  static func page(
    _ rule: CountingRule, _ now: CountReading, _ choices: [ReadingChoice], mayChoose: Bool, today: CivilDate,
    _ state: FormState
  ) -> Page {
    Page(
      "计数口径", crumbs: [("再犯提示", "/recurrences")],
      """
      \(head("计数口径", meta: ["\(rule.title)", "\(rule.provenance.source)"]))\(state.summary)\
      \(section("现在用的口径", reading(now)))\
      \(section("有争议的是什么", "<p>前两次处罚要不要等到复议、诉讼期满，法条没有写，实务有两种意见。提示按本单位选的一种发出，案件页和人员页两种结果都显示。</p>"))\
      \(section("两种意见", "\(rule.readings.map(reading))"))\
      \(mayChoose ? form(rule, state) : "<p class=\"note under\">口径由卫生健康行政部门选定。</p>")\
      \(history(rule, choices, today))
      """)
  }

  private static func reading(_ reading: CountReading) -> HTML {
    """
    <p class="under"><b>\(reading.title)</b>\(if: !reading.provenance.confidence.isFirm, Chip.warn.html(reading.provenance.confidence.title))</p>\
    <p>\(reading.says)</p><p class="why">\(reading.why)（\(reading.provenance.source)）</p>
    """
  }

  private static func form(_ rule: CountingRule, _ state: FormState) -> HTML {
    let choices = rule.readings.map { (value: $0.key, words: $0.title, hint: $0.says as String?) }
    return """
      <form method="post" action="\(link: "/recurrences/reading")" class="panel gap"><h2>选定口径</h2>\
      \(Field("reading", "口径", state).radios(choices))\
      \(Field("because", "理由", state, hint: "例如和公安、检察、法院会商的纪要文号").lines(rows: 3, most: 2000))\
      <p class="row"><button class="btn">选定</button></p></form>
      """
  }

  private static func history(_ rule: CountingRule, _ choices: [ReadingChoice], _ today: CivilDate) -> HTML {
    guard !choices.isEmpty else { return section("选定的经过", "<p class=\"dim\">本单位还没有选，按内容包的缺省口径。</p>") }
    let entries = choices.map { choice in
      (
        time: choice.at.chinese(today: today),
        words: "\(choice.by)选定“\(rule.reading(choice.reading)?.title ?? choice.reading)”。" as HTML,
        note: "理由：\(choice.because)" as HTML?
      )
    }
    return section("选定的经过", note: "新的在前", timeline(entries))
  }
}
