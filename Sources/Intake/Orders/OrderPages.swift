import Kit
import Registers
import Storage
import Web

enum OrderPages {
  /// More bad cells than these are counted, not shown.
  static let mostShown = 100

  static func form(
    _ columns: [OrderColumn], _ latest: [AppliedOrders], today: CivilDate, _ state: FormState
  ) -> Page {
    Page(
      "导入热线工单", crumbs: [("线索", "/clues")],
      """
      \(head("导入热线工单", meta: ["先看预览，确认后才登记", "登记过的工单不会重复登记"]))\
      \(state.summary)<form method="post" action="\(link: "/clues/import")" enctype="multipart/form-data" class="panel">\
      \(Field("file", "Excel 或 CSV 文件", state, hint: "热线平台导出的 xlsx，或 UTF-8、GBK 编码的 CSV，一次最多 \(Intake.mostOrders) 行、8 MB。").files(multiple: false, accept: ".xlsx,.csv,text/csv"))\
      <p class="row"><button class="btn">上传并预览</button></p></form>\
      \(section("认得的列", note: "列的先后不限；不认识的列会请你说是什么，下次就记住了", knownColumns(columns.map { ($0.title, $0.isRequired, $0.aliases) })))\
      \(section("最近的导入", latestTable(latest, today)))
      """)
  }

  /// Asks what the columns are; what is known is chosen already.
  static func columns(
    _ staged: StagedOrders, _ sheet: OrderSheet, _ book: [OrderColumn], _ state: FormState
  ) -> Page {
    let choices = book.map { ($0.field.rawValue, $0.title) } + [("-", "不用这一列")]
    let typed = state.form.values.isEmpty
    let known = FormState.filled(sheet.columns.map { ("column-\($0.place)", $0.choice.text) })
    let fields = sheet.columns.filter { !$0.heading.isEmpty }.map { column -> HTML in
      let shown = typed ? FormState(known.form, problems: state.problems) : state
      return Field(
        "column-\(column.place)", column.heading, shown,
        hint: column.sample.isEmpty ? nil : "例如：\(column.sample)"
      ).select(choices)
    }
    return Page(
      "对列“\(staged.file)”", crumbs: [("线索", "/clues"), ("导入热线工单", "/clues/import")],
      """
      \(head("这些列各是什么", meta: ["\(staged.file)", "选过一次，本单位以后的文件就认得"]))\
      <div class="stack">\(state.summary)<form method="post" action="\(link: "/clues/import/\(staged.id)/columns")" class="panel">\
      \(fields)<p class="row"><button class="btn">保存并预览</button></p></form></div>
      """)
  }

  static func preview(
    _ staged: StagedOrders, _ sheet: OrderSheet, _ rows: OrderRows, _ book: ChannelBook, _ state: FormState
  ) -> Page {
    Page(
      "预览“\(staged.file)”", crumbs: [("线索", "/clues"), ("导入热线工单", "/clues/import")],
      """
      \(head("预览“\(staged.file)”", meta: ["还没有登记任何线索"]))\(state.summary)\(counts(staged, sheet, rows))\
      \(faults(rows))\(confirm(staged, rows, state))\(news(rows, book))\(known(rows))
      """)
  }

  static func applied(_ done: AppliedOrders, _ history: [LedgerEntry], today: CivilDate, _ state: FormState) -> Page {
    Page(
      "导入“\(done.file)”", crumbs: [("线索", "/clues"), ("导入热线工单", "/clues/import")],
      """
      \(head("导入“\(done.file)”", meta: ["\(done.at.chinese(today: today))", "\(done.actor)"], actions: [button("看热线工单", "/clues?channel=hotline")]))\
      \(state.summary)<p class="note ok">已登记线索 \(done.added) 条。</p>\
      <div class="panel under">\(facts([
        ("文件里", "\(done.lines) 行 = 登记 \(done.added) + 已有 \(done.known)\(if: done.leftOut > 0, " + 没有登记 \(done.leftOut)")"),
        ("校验值", "<span class=\"small\">SHA-256 \(done.sha256)</span>"),
      ]))</div>\(historySection(history, today: today))
      """)
  }

  private static func counts(_ staged: StagedOrders, _ sheet: OrderSheet, _ rows: OrderRows) -> HTML {
    let ignored = sheet.columns.filter { $0.choice == .ignored && !$0.heading.isEmpty }.map { "“\($0.heading)”" }
    return """
      <div class="panel under">\(facts([
        ("文件里", "\(rows.lines) 行 = 新的 \(rows.orders.count) + 已有 \(rows.known.count)\(if: rows.badLines > 0, " + 要改 \(rows.badLines)")"),
        ("没有用的列", ignored.isEmpty ? nil : "\(ignored.joined(separator: "、"))"),
        ("校验值", "<span class=\"small\">SHA-256 \(staged.sha256)</span>"),
      ]))</div>
      """
  }

  private static func faults(_ rows: OrderRows) -> HTML {
    guard !rows.faults.isEmpty else { return .none }
    let lines = rows.faults.prefix(mostShown).map { fault in
      Table.Line(["第 \(fault.line) 行", "\(fault.column)", "\(fault.shown)", "\(fault.reason)"])
    }
    let more: HTML =
      rows.faults.count > mostShown ? "<p class=\"small dim\">只列出前 \(mostShown) 处，共 \(rows.faults.count) 处。</p>" : .none
    return section(
      "要改的格",
      Table("要改 \(rows.faults.count) 处", ["行", "列", "填的内容", "原因"].map { Table.Column($0) }, Array(lines)).html + more)
  }

  private static func confirm(_ staged: StagedOrders, _ rows: OrderRows, _ state: FormState) -> HTML {
    guard !rows.orders.isEmpty else {
      return
        "<p class=\"note under\">没有新的工单可以登记。</p><p class=\"row\">\(button("换一份文件", "/clues/import", plain: true))</p>"
    }
    let leave = Field("leave", "有问题的行", state, required: false).checks([
      (value: "yes", words: "只登记没有问题的 \(rows.orders.count) 行", hint: "不勾选，就要全部改好才登记。")
    ])
    return """
      <form method="post" action="\(link: "/clues/import/\(staged.id)/apply")" class="panel under">\
      \(if: !rows.faults.isEmpty, leave)\
      <p class="dim">登记以后各自编号、各有受理期限；姓名和电话封存，办理的人看不到。</p>\
      <p class="row"><button class="btn">登记 \(rows.orders.count) 条线索</button>\
      <a href="\(link: "/clues/import")">不导入，换一份文件</a></p></form>
      """
  }

  private static func news(_ rows: OrderRows, _ book: ChannelBook) -> HTML {
    guard !rows.orders.isEmpty else { return .none }
    let lines = rows.orders.prefix(mostShown).map { order in
      Table.Line([
        "\(order.number)", "\(order.clue.text.clipped(to: 40))<span class=\"s\">\(order.clue.place)</span>",
        "\(book.matter(order.clue.entry.matter)?.title ?? "")", order.clue.reporter == nil ? "匿名" : "留了，会封存",
        "\(order.clue.entry.came?.iso ?? "今天")",
      ])
    }
    let columns = ["工单编号", "反映内容与地点", "事项", "举报人", "时限起算"].map { Table.Column($0) }
    return section("要登记的", Table("新的 \(rows.orders.count) 条，显示前 \(lines.count) 条", columns, Array(lines)).html)
  }

  private static func known(_ rows: OrderRows) -> HTML {
    guard !rows.known.isEmpty else { return .none }
    let lines = rows.known.prefix(mostShown).map {
      Table.Line(["第 \($0.line) 行", "\($0.order)", "\($0.number)"])
    }
    let columns = ["行", "工单编号", "已经是线索"].map { Table.Column($0) }
    return section("登记过的", Table("已有 \(rows.known.count) 条", columns, Array(lines)).html)
  }

  private static func latestTable(_ latest: [AppliedOrders], _ today: CivilDate) -> HTML {
    guard !latest.isEmpty else { return empty("还没有导入过", "上传热线平台导出的工单，看过预览再登记。") }
    let lines = latest.map { done in
      Table.Line([
        "<a href=\"\(link: "/clues/import/\(done.id)")\">\(done.file)</a>", "\(done.added)", "\(done.known)",
        "\(done.leftOut)", "\(done.actor)", "\(done.at.chinese(today: today))",
      ])
    }
    let columns = [
      Table.Column("文件"), Table.Column("登记", numeric: true), Table.Column("已有", numeric: true),
      Table.Column("没有登记", numeric: true), Table.Column("谁"), Table.Column("什么时候"),
    ]
    return Table("导入 \(lines.count) 次", columns, lines).html
  }
}
