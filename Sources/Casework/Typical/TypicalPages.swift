import Kit
import Storage
import Web

enum TypicalPages {
  static func list(_ found: [TypicalRecord], _ listing: Listing, _ names: [County: String]) -> Page {
    let lines = found.map { record in
      Table.Line([
        "<a href=\"\(link: "/typical/\(record.id)")\">\(record.title)</a>", "\(names[record.county] ?? "—")",
        "\(record.publishedOn?.chinese() ?? "—")",
      ])
    }
    let columns = [Table.Column("案例"), Table.Column("哪里"), Table.Column("公布日期")]
    return Page(
      "典型案例", kind: .open,
      """
      <h1>典型案例</h1><p class="dim">已经办结的案件，隐去了当事人。</p>\
      \(found.isEmpty ? empty("还没有公布的典型案例", "<a href=\"\(link: "/")\">回到首页</a>") : Table(listing.caption("典型案例", unit: "个"), columns, lines, listing: listing).html)
      """)
  }

  static func open(_ record: TypicalRecord, county: String) -> Page {
    Page(
      record.title, kind: .open,
      """
      <h1>\(record.title)</h1><p class="small dim">\(county)，\(record.publishedOn?.chinese() ?? "")公布</p>\
      <article class="block">\(paragraphs(record.text))</article>\
      <p class="under"><a href="\(link: "/typical")">看别的典型案例</a></p>
      """)
  }

  /// Of a case that is not closed nothing is told, and nothing of it is shown here.
  static func early(_ record: CaseRecord) -> Page {
    let why = TypicalRefusal.notClosed(record.state)
    return Page(
      "写成典型案例", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      head("写成典型案例", meta: ["\(record.number)"])
        + empty("现在不能写", "<p>\(why.sentence)</p>" + button("返回案件", "/cases/\(record.id)", plain: true)))
  }

  /// The original beside the text, so that whoever writes sees what was left out. `hidden` is what of the original must not be
  /// told: whoever writes may read that, and not what else is known of the party.
  static func editor(_ record: CaseRecord, _ written: TypicalRecord?, hidden: [Hidden], _ state: FormState) -> Page {
    let original = TypicalText(record)
    return Page(
      "写成典型案例", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("写成典型案例", meta: ["\(record.number)", written.map { "\($0.state.title)" } ?? "还没有写"]))\
      \(written?.state == .withdrawn ? "<p class=\"note warn\">上次撤下的理由：\(written?.withdrawnFor ?? "")</p>" : HTML.none)\(state.summary)\
      <div class="two block"><div><form method="post" action="\(link: "/cases/\(record.id)/typical")" class="panel gap">\
      \(Field("title", "标题", state).line(most: 100))\(Field("text", "正文", state, hint: "先按规则隐去了一遍，请对照原文再看").lines(rows: 16, most: 20_000))\
      <p class="row"><button class="btn">报负责人批准</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不报，返回</a></p></form></div>\
      <div><section class="panel"><h2>原文（不公布）</h2>\(paragraphs(original.text))</section>\
      <section class="panel under"><h2>不能出现的</h2>\(if: !hidden.isEmpty, "<p>原文里的：\(hidden.map(\.shown).joined(separator: "、"))。</p>")<p>文书里的姓名、地址；七位以上的号码；门牌号。写了会逐个指出来。</p></section></div></div>
      """)
  }

  /// `masked`: what the text of the case says and must not be told.
  static func approval(_ record: CaseRecord, _ written: TypicalRecord?, masked: [Hidden], _ state: FormState) -> Page {
    Page(
      "典型案例", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("典型案例", meta: ["\(record.number)", written.map { "\($0.state.title)" } ?? "还没有写"]))\(state.summary)\
      \(written.map { decide(record, $0, masked, state) } ?? empty("还没有写典型案例", "<p>由办案人员在案件页写好，再来批准。</p>"))\
      \(if: record.state == .closed && written?.state != .published, confirmation(record, state))
      """)
  }

  private static func decide(_ record: CaseRecord, _ written: TypicalRecord, _ masked: [Hidden], _ state: FormState)
    -> HTML
  {
    """
    <div class="two"><article class="panel"><h2>\(written.title)</h2>\(paragraphs(written.text))</article>\
    <div><section class="panel"><h2>原文（不公布）</h2>\(paragraphs(TypicalText(record).text))</section>\(hidden(masked))</div></div>\
    \(if: written.state == .written, "<form method=\"post\" action=\"\(link: "/cases/\(record.id)/typical/approve")\" class=\"panel gap under\"><p>批准以后，不用账号就能在“典型案例”里看到。</p><p class=\"row\"><button class=\"btn\">批准公布</button></p></form>")\
    \(if: written.state != .withdrawn, withdrawal(record, state))
    """
  }

  /// What the approver compares.
  private static func hidden(_ masked: [Hidden]) -> HTML {
    let lines = masked.map { Table.Line(["\($0.shown)", "\($0.mask)", "\($0.kind.title)"]) }
    let columns = [Table.Column("原文里的"), Table.Column("应写成"), Table.Column("是什么")]
    let list: HTML =
      masked.isEmpty ? "<p class=\"dim\">原文里没有找到登记过的姓名、地址、号码。</p>" : Table("隐去 \(masked.count) 处", columns, lines).html
    return """
      <section class="panel under"><h2>隐去了什么</h2>\(list)\
      <p class="dim under">只有文字里才有、没有登记过的姓名，系统不认识，请对照原文看一遍。</p></section>
      """
  }

  private static func withdrawal(_ record: CaseRecord, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/cases/\(record.id)/typical/withdraw")" class="panel gap under">\
    \(Field("reason", "为什么撤下", state, hint: "会写进台账，不要写姓名").lines(rows: 2, most: 300))\
    <p class="row"><button class="btn p">撤下，退回修改</button></p></form>
    """
  }

  /// The way past a word that stood in a field for names.
  private static func confirmation(_ record: CaseRecord, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/cases/\(record.id)/typical/words")" class="panel gap under">\
    \(Field("word", "不是姓名的词", state, hint: "办案人员报批时被挡住、其实不是姓名的词，照提示里引号中的写").line(most: 20, narrow: true))\
    <p class="row"><button class="btn p">确认不是姓名</button></p></form>
    """
  }

  static func panel(_ record: CaseRecord, _ written: TypicalRecord?, mayWork: Bool, mayDecide: Bool) -> HTML {
    guard record.state == .closed, written != nil || mayWork || mayDecide else { return .none }
    let edit = mayWork && written?.state != .published
    return section(
      "典型案例", note: written.map { "\($0.state.title)" } ?? "还没有写",
      """
      <p class="row">\(if: edit, button(written == nil ? "写成典型案例" : "改写典型案例", "/cases/\(record.id)/typical", plain: true))\
      \(if: mayDecide, button(written == nil ? "确认典型案例用词" : written?.state == .written ? "批准典型案例" : "看典型案例", "/cases/\(record.id)/typical/approve", plain: true))\
      \(written.map { $0.state == .published ? "<a href=\"\(link: "/typical/\($0.id)")\">看公布的样子</a>" : HTML.none })</p>
      """)
  }
}

enum TypicalPanel {
  static let panel = Panel(on: .lawCase, order: 80) { ref, viewer, reader in
    guard viewer.may(.caseSee), let record = try CaseStore.find(ID(ref.number), reader) else { return .none }
    let may = { (permission: Permission) in viewer.scope(permission)?.allows(record.place) == true }
    return TypicalPages.panel(
      record, try TypicalStore.ofCase(record.id, reader), mayWork: may(.caseWork), mayDecide: may(.caseDecide))
  }
}
