import Kit
import Web

enum ClosingPages {
  static func pay(_ record: CaseRecord, _ state: FormState) -> Page {
    page(
      "登记缴款", record, state,
      """
      <p class="dim">应缴 \(record.owed.text) 元，已缴 \(record.paid.text) 元，未缴 <b>\(record.unpaid.text)</b> 元。</p>\
      <form method="post" action="\(link: "/cases/\(record.id)/pay")" class="panel gap">\(Field("date", "缴款日期", state).date())\
      \(Field("amount", "缴款金额", state, hint: "单位元，分次缴的写这一次的").line(most: 20, narrow: true, mode: "decimal"))\
      \(buttons("登记缴款", "不登记，返回", record))</form>
      """)
  }

  static func close(_ record: CaseRecord, _ state: FormState) -> Page {
    page(
      "结案", record, state,
      """
      <form method="post" action="\(link: "/cases/\(record.id)/close")" class="panel gap">\
      \(Field("note", "结案说明", state, hint: "怎么履行的。会写进台账，不要写姓名和证件号").lines(rows: 3, most: 1000))\
      \(buttons("结案", "不结案，返回", record))</form>
      """)
  }

  private static func page(_ title: String, _ record: CaseRecord, _ state: FormState, _ content: HTML) -> Page {
    Page(
      title, crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      "\(head(title, meta: ["\(record.number)", "\(record.violation.name)"]))\(state.summary)\(content)")
  }

  private static func buttons(_ yes: String, _ no: String, _ record: CaseRecord) -> HTML {
    """
    <p class="row"><button class="btn">\(yes)</button><a class="btn p" href="\(link: "/cases/\(record.id)")">\(no)</a></p>
    """
  }
}
