import Casework
import Inspection
import Kit
import Offices
import Procedure
import Web

enum TransferFormPages {
  static func propose(
    _ record: CaseRecord, _ heads: [Person], _ checks: [CheckRecord], _ obstacles: [Closed], _ state: FormState
  )
    -> Page
  {
    Page(
      "提出移送报告", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      head("提出移送报告", meta: ["\(record.number)", "专案组 \(record.team.names)", "负责人 3 日内决定（移送规定第五条）"])
        + (obstacles.isEmpty
          ? checks.isEmpty ? unchecked(record) : form(record, heads, checks, state) : closed(record, obstacles)))
  }

  private static func closed(_ record: CaseRecord, _ obstacles: [Closed]) -> HTML {
    empty("现在不能提出移送", reasons(obstacles) + button("返回案件", "/cases/\(record.id)", plain: true))
  }

  static func reasons(_ obstacles: [Closed]) -> HTML {
    "\(obstacles.map { "<p class=\"why\">\($0.reason)（\($0.source)）</p>" as HTML })"
  }

  private static func unchecked(_ record: CaseRecord) -> HTML {
    empty(
      "还没有可以据以移送的核对",
      "<p>先对照移送标准核对这起案件；结论是没有达到的，不能提出移送。</p>"
        + button("核对移送标准", "/cases/\(record.id)/threshold"))
  }

  private static func form(_ record: CaseRecord, _ heads: [Person], _ checks: [CheckRecord], _ state: FormState) -> HTML
  {
    """
    \(state.summary)<form method="post" action="\(link: "/cases/\(record.id)/transfer")" class="panel gap">\
    \(Field("check", "涉嫌的罪名", state, hint: "来自最近的核对").select(checks.map { ($0.id.text, "\($0.title)：\($0.verdict.outcome.title)") }))\
    \(Field("facts", "核实的情况", state, hint: "写进移送书和调查报告，不写举报人").lines(rows: 5, most: 10_000))\
    \(Field("proof", "证据", state, hint: "一行一项").lines(rows: 4, most: 10_000))\
    \(Field("items", "涉案物品", state, hint: "一行一件：名称，数量，存放处。没有就空着", required: false).lines(rows: 3, most: 10_000))\
    \(Field("police", "移送到的公安机关", state, hint: "同级公安机关全称，在“文书用的单位信息”里填过的会带出").line(most: 60))\
    \(Field("procuratorate", "抄送的人民检察院", state, hint: "同级人民检察院全称").line(most: 60))\
    \(Field("head", "报给", state, hint: "正职负责人或者主持工作的负责人；只有他能决定，副职不能").select(heads.map { ($0.id.text, "\($0.name)，\($0.post)（\($0.agencyName)）") }))\
    <p class="row"><button class="btn">提出报告</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不提出，返回</a></p></form>
    """
  }

  static func decide(_ record: TransferRecord, _ obstacles: [Closed], _ state: FormState) -> Page {
    around(
      "决定是否移送", record, state, open: record.state == .proposed,
      """
      \(if: !obstacles.isEmpty, "<div class=\"note warn\"><p>这起案件现在不能移送公安机关，只能不批准，写明理由。</p>\(reasons(obstacles))</div>")\
      <p class="note">你以正职负责人或者主持工作的负责人的身份决定。批准以后 24 小时内移送；不批准的理由记录在案，检察机关看得到。</p>\
      <form method="post" action="\(link: "/transfers/\(record.id)/decide")" class="panel gap">\
      \(Field("choice", "决定", state).radios([(value: "approve", words: "批准移送", hint: nil), (value: "refuse", words: "不批准移送", hint: "要写理由")]))\
      \(Field("words", "理由", state, hint: "不批准必填", required: false).lines(rows: 4))\(buttons("保存决定", record))</form>
      """)
  }

  static func revoke(_ record: TransferRecord, _ state: FormState) -> Page {
    around(
      "撤回批准", record, state, open: record.state == .approved,
      """
      <p class="note">还没有移送，可以撤回批准。移送书\(record.letter ?? "")作废，案件按行政程序继续办理；理由记录在案，检察机关看得到。</p>\
      <form method="post" action="\(link: "/transfers/\(record.id)/revoke")" class="panel gap">\
      \(Field("words", "理由", state, hint: "例如案件已经撤销立案，不能再移送").lines(rows: 4, most: 5000))\(buttons("撤回批准", record))</form>
      """)
  }

  static func notTheHead(_ record: TransferRecord, _ why: TransferRefusal) -> Page {
    around("决定是否移送", record, .empty, open: true, "<p class=\"note\">\(why.sentence)\(why.next ?? "")</p>")
  }

  static func handOver(_ record: TransferRecord, _ state: FormState) -> Page {
    around(
      "移送公安机关", record, state, open: record.state == .approved,
      """
      <p class="note">会生成移送包：移送书、调查报告、涉案物品清单、回执、办案经过和全部材料，每个文件带校验值。下载到 U 盘，连同打印的清单交给\(record.police)，请他在回执上签字。</p>\
      <form method="post" action="\(link: "/transfers/\(record.id)/hand-over")" class="panel gap">\(buttons("生成移送包并移送", record))</form>
      """)
  }

  private static func around(_ title: String, _ record: TransferRecord, _ state: FormState, open: Bool, _ form: HTML)
    -> Page
  {
    let closed: HTML = "<p class=\"note\">现在是“\(record.state.title)”，不能办这一步。</p>"
    return Page(
      title, crumbs: [("移送", "/transfers"), (record.letter ?? record.caseNumber, "/transfers/\(record.id)")],
      "\(head(title, meta: ["\(record.caseNumber)", "\(record.crime)"]))\(state.summary)\(open ? form : closed)")
  }

  private static func buttons(_ yes: String, _ record: TransferRecord) -> HTML {
    """
    <p class="row"><button class="btn">\(yes)</button><a class="btn p" href="\(link: "/transfers/\(record.id)")">返回</a></p>
    """
  }
}
