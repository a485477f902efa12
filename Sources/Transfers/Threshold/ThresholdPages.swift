import Casework
import Kit
import Packs
import Web

enum ThresholdPages {
  static func choose(_ record: CaseRecord, _ crimes: CrimeBook) -> Page {
    func list(_ crimes: [Crime]) -> HTML {
      let items = crimes.map { crime -> HTML in
        """
        <li><a href="\(link: Link("/cases/\(record.id)/threshold").asking([("crime", crime.id)]))">\(crime.title)</a>\
        <p class="why">\(crime.article)</p></li>
        """
      }
      return "<ul class=\"steps\">\(items)</ul>"
    }
    let asked = crimes.all.filter { !$0.elements.isEmpty }
    let named = crimes.all.filter(\.elements.isEmpty)
    return page(
      record, "核对移送标准", ["先选可能涉及的罪名"],
      """
      \(section("逐项核对的罪名", list(asked)))\
      \(section("只提示条文的罪名", note: "追诉标准没有录入，系统不下结论", list(named)))
      """)
  }

  static func form(_ record: CaseRecord, _ crime: Crime, _ state: FormState) -> Page {
    page(
      record, "核对移送标准：\(crime.title)", ["\(crime.article)", "\(crime.provenance.source)"],
      """
      \(if: !crime.provenance.confidence.isFirm, Chip.warn.html(crime.provenance.confidence.title))\
      \(crime.note.map { "<p class=\"note\">\($0)</p>" as HTML })\(state.summary)\
      <form method="post" action="\(link: "/cases/\(record.id)/threshold")" class="panel gap">\
      <input type="hidden" name="crime" value="\(crime.id)">\
      \(group("都要有的事实", crime.must, state))\(group("有一项就够的事实", crime.any, state))\
      \(Field("earlier", "此前受过的行政处罚", state, hint: "一行一件：决定书文号，作出机关，决定日期，送达日期，处罚种类，是否生效。取缔不写", required: false).lines(rows: 3))\
      \(Field("note", "说明", state, hint: "事实的出处、还没有查清的问题", required: false).lines(rows: 3))\
      <p class="row"><button class="btn">保存核对结果</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不保存，返回</a></p></form>
      """)
  }

  private static func group(_ title: String, _ elements: [CrimeElement], _ state: FormState) -> HTML {
    guard !elements.isEmpty else { return .none }
    return "<h2>\(title)</h2>\(elements.map { field($0, state) })"
  }

  private static func field(_ element: CrimeElement, _ state: FormState) -> HTML {
    let name = "a-\(element.key)"
    guard element.least == nil else {
      return Field(name, element.ask, state, hint: "\(element.source)；没有写 0，不清楚空着", required: false)
        .line(most: 4, narrow: true, mode: "numeric")
    }
    return Field(name, element.ask, state, hint: element.source, required: false)
      .select([("yes", "是"), ("no", "否")], empty: "不清楚")
  }

  private static func page(_ record: CaseRecord, _ title: String, _ meta: [HTML], _ content: HTML) -> Page {
    Page(
      title, crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      "\(head(title, meta: ["\(record.number)", "\(record.violation.name)"] + meta))\(content)")
  }

  /// A verdict with its reasons, for the case, the transfer and the procuratorate.
  static func verdict(_ check: CheckRecord) -> HTML {
    let chip: HTML =
      switch check.verdict.outcome {
      case .reached: Chip.bad.html(check.verdict.outcome.title)
      case .notReached: Chip.done.html(check.verdict.outcome.title)
      case .unknown: Chip.half.html(check.verdict.outcome.title)
      }
    let reasons = check.verdict.reasons.map { "<p class=\"why\">\($0)</p>" as HTML }
    return """
      <b>\(check.title)</b>　\(chip)\(if: !check.isFirm, Chip.warn.html("标准待核对"))\
      <p class="why">\(check.article)，\(check.on.chinese())核对</p>\(reasons)
      """
  }
}
