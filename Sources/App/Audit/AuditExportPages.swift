import Kit
import Web

enum AuditExportPages {
  static func form(_ state: FormState, counties: [(String, String)]) -> Page {
    Page(
      "导出台账", crumbs: [("台账", "/ledger")],
      """
      \(head("导出台账", meta: ["一次最多 \(AuditExport.most) 条", "导出也会记进台账"]))\(state.summary)\
      <form class="stack" method="post" action="\(link: "/ledger/export")">\
      \(if: counties.count > 1, Field("county", "哪个县", state).select(counties))\
      \(Field("purpose", "用途", state, hint: "写进台账，例如：2026年第三季度审计。").line())\
      \(Field("from", "从哪天起", state, required: false).date())\(Field("to", "到哪天止", state, required: false).date())\
      \(Field("who", "办理人或单位", state, required: false).line(most: 60))\
      \(Field("deed", "事项", state, required: false).select(AuditNames.deeds.map { ($0, $1) }, empty: "全部事项"))\
      \(Field("kind", "记录种类", state, required: false).select(AuditNames.kinds.map { ($0, $1) }, empty: "全部记录"))\
      \(Field("words", "句子里的字", state, required: false).line(most: 60))\
      \(if: !state.value("record").isEmpty, "<p class=\"note\">只导出一条记录的台账。要导出全部，<a href=\"\(link: "/ledger/export")\">重新开始</a>。</p>")\
      <input type="hidden" name="record" value="\(state.value("record"))">\
      <p class="dim">为了能重算校验值，文件里除了选中的，还有从第一条选中的到最后一条选中的之间同县的全部记录，以及盖住它们的检查点。\
      文件可以用 script/verify-ledger 核对。</p>\
      <p class="row"><button class="btn">导出</button></p></form>
      """)
  }
}
