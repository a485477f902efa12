import Kit
import Registers
import Storage
import Web

enum PostImportPages {
  /// More lines than these are counted, not shown.
  static let mostShown = 100

  static func form(_ columns: [PostColumn], _ latest: [AppliedPosts], today: CivilDate, _ state: FormState) -> Page {
    Page(
      "导入哨点名册", crumbs: [("监测哨点", "/posts")],
      """
      \(head("导入哨点名册", meta: ["先看预览，确认后才登记", "有一格不对，整份都不导入"]))\(state.summary)\
      <form method="post" action="\(link: "/posts/import")" enctype="multipart/form-data" class="panel">\
      \(Field("file", "Excel 或 CSV 文件", state, hint: "xlsx，或 UTF-8、GBK 编码的 CSV，一次最多 \(Sentinels.mostImported) 行、8 MB。同名的哨点按文件修改，空着的格不改").files(multiple: false, accept: ".xlsx,.csv,text/csv"))\
      <p class="row"><button class="btn">上传并预览</button></p></form>\
      \(section("认得的列", note: "列的先后不限", knownColumns(columns.map { ($0.title, $0.isRequired, $0.aliases) })))\(section("最近的导入", latestTable(latest, today)))
      """)
  }

  static func preview(_ staged: StagedPosts, _ sheet: PostSheet, _ rows: PostRows, _ state: FormState) -> Page {
    Page(
      "预览“\(staged.file)”", crumbs: [("监测哨点", "/posts"), ("导入哨点名册", "/posts/import")],
      """
      \(head("预览“\(staged.file)”", meta: ["还没有登记任何哨点"]))\(state.summary)\
      <div class="panel under">\(facts([
        ("文件里", "\(sheet.rows.count) 行：新的 \(rows.added.count)，要改登记的 \(rows.changed.count)，相同 \(rows.same)\(if: !rows.faults.isEmpty, "，有 \(rows.faults.count) 格要改")"),
        ("没有用的列", sheet.unused.isEmpty ? nil : "\(sheet.unused.joined(separator: "、"))"),
        ("校验值", "<span class=\"small wrap\">SHA-256 \(staged.sha256)</span>"),
      ]))</div>\(faults(rows))\(confirm(staged, rows))\(changes(rows))\(news(rows))
      """)
  }

  private static func faults(_ rows: PostRows) -> HTML {
    guard !rows.faults.isEmpty else { return .none }
    let lines = rows.faults.prefix(mostShown).map { fault in
      Table.Line(["第 \(fault.line) 行", "\(fault.column)", "\(fault.shown)", "\(fault.reason)"])
    }
    let title =
      rows.faults.count > mostShown ? "要改 \(rows.faults.count) 格，列出前 \(mostShown) 格" : "要改 \(rows.faults.count) 格"
    return section("要改的格", Table(title, ["行", "列", "填的内容", "原因"].map { Table.Column($0) }, Array(lines)).html)
  }

  private static func confirm(_ staged: StagedPosts, _ rows: PostRows) -> HTML {
    let other = button("换一份文件", "/posts/import", plain: true)
    guard rows.faults.isEmpty else {
      return "<p class=\"note warn under\">改好以后再上传，现在整份都没有导入。</p><p class=\"row\">\(other)</p>"
    }
    guard !rows.added.isEmpty || !rows.changed.isEmpty else {
      return "<p class=\"note under\">和登记的一样，没有要导入的。</p><p class=\"row\">\(other)</p>"
    }
    return """
      <form method="post" action="\(link: "/posts/import/\(staged.id)/apply")" class="panel under">\
      <input type="hidden" name="seen" value="\(rows.mark)">\
      <p class="dim">换了联系人的，前一位的手机随即停用；新联系人要培训。</p>\
      <p class="row"><button class="btn">登记 \(rows.added.count) 个，修改 \(rows.changed.count) 个</button>\
      <a href="\(link: "/posts/import")">不导入，换一份文件</a></p></form>
      """
  }

  private static func changes(_ rows: PostRows) -> HTML {
    guard !rows.changed.isEmpty else { return .none }
    let lines = rows.changed.prefix(mostShown).map { row in
      let items = row.changes.map { "<li>\($0.field)：\($0.before ?? "没有") → \($0.after ?? "没有")</li>" as HTML }
      return Table.Line(["\(row.values.name)", "第 \(row.line) 行", "<ul class=\"stack\">\(items)</ul>"])
    }
    let columns = ["哨点", "行", "改什么"].map { Table.Column($0) }
    return section("要改登记的", Table("要改 \(rows.changed.count) 个，显示前 \(lines.count) 个", columns, Array(lines)).html)
  }

  private static func news(_ rows: PostRows) -> HTML {
    guard !rows.added.isEmpty else { return .none }
    let lines = rows.added.prefix(mostShown).map { row in
      Table.Line([
        "\(row.values.name)", "第 \(row.line) 行", "\(row.values.kind.title)",
        "\(row.contact.map { "\($0.name)" } ?? "没有写")",
      ])
    }
    let columns = ["哨点", "行", "种类", "联系人"].map { Table.Column($0) }
    return section("要登记的", Table("新的 \(rows.added.count) 个，显示前 \(lines.count) 个", columns, Array(lines)).html)
  }

  static func applied(_ done: AppliedPosts, _ history: [LedgerEntry], today: CivilDate) -> Page {
    Page(
      "导入“\(done.file)”", crumbs: [("监测哨点", "/posts"), ("导入哨点名册", "/posts/import")],
      """
      \(head("导入“\(done.file)”", meta: ["\(done.at.chinese(today: today))", "\(done.actor)"], actions: [button("看哨点", "/posts")]))\
      <p class="note ok">登记 \(done.added) 个，修改 \(done.changed) 个，相同 \(done.same) 个。</p>\
      <p class="small dim wrap under">SHA-256 \(done.sha256)</p>\(historySection(history, today: today))
      """)
  }

  private static func latestTable(_ latest: [AppliedPosts], _ today: CivilDate) -> HTML {
    guard !latest.isEmpty else { return empty("还没有导入过", "上传哨点名册，看过预览再登记。") }
    let lines = latest.map { done in
      Table.Line([
        "<a href=\"\(link: "/posts/import/\(done.id)")\">\(done.file)</a>", "\(done.added)", "\(done.changed)",
        "\(done.same)", "\(done.actor)", "\(done.at.chinese(today: today))",
      ])
    }
    let columns = ["文件", "登记", "修改", "相同", "谁", "什么时候"].map { Table.Column($0) }
    return Table("导入 \(lines.count) 次", columns, lines).html
  }
}
