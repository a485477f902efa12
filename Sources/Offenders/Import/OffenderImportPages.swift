import Kit
import Web

enum OffenderImportPages {
  private static let crumbs: [(String, Link)] = [("违法人员库", "/offenders")]

  static func form(_ latest: [AppliedList], today: CivilDate, _ state: FormState) -> Page {
    let lines = latest.map { list in
      Table.Line([
        "<a href=\"\(link: "/offenders/import/\(list.id)")\">\(list.file)</a>", "\(list.origin.title)",
        "\(list.at.chinese(today: today))", "\(list.actor)", "\(list.lines)", "\(list.added)",
      ])
    }
    let columns =
      ["文件", "来源", "导入时间", "谁导入的"].map { Table.Column($0) }
      + [Table.Column("行", numeric: true), Table.Column("新增记录", numeric: true)]
    let origins = [RecordOrigin.otherCounty, .ledger].map { ($0.rawValue, $0.title) }
    return Page(
      "导入违法人员名单", crumbs: crumbs,
      """
      \(head("导入违法人员名单", meta: ["外地的名单、以前的台账；先核对每一格，全部没有问题才导入"]))\(state.summary)\
      <form method="post" action="\(link: "/offenders/import")" enctype="multipart/form-data" class="panel">\
      \(Field("origin", "来源", state).select(origins))\
      \(Field("file", "文件", state, hint: "Excel（xlsx）或者 UTF-8、GBK 编码的 CSV，第一行是列名").files(multiple: false, accept: ".xlsx,.csv"))\
      <p class="row"><button class="btn">上传核对</button><a href="\(link: "/offenders/import/template.csv")">下载模板</a></p></form>\
      \(section("能用的列", "<p>\(OffenderColumn.allCases.map(\.title).joined(separator: "、"))。只有姓名必须有。</p>"))\
      \(if: !lines.isEmpty, section("最近导入的", Table("导入 \(lines.count) 次", columns, lines).html))
      """)
  }

  static func staged(_ list: StagedList, _ faults: [OffenderFault], _ state: FormState) -> Page {
    let lines = faults.map {
      Table.Line(["第 \($0.line) 行", "\($0.column)", "\($0.shown.isEmpty ? "（空）" : $0.shown)", "\($0.reason)"])
    }
    let columns = ["行", "列", "填的内容", "原因"].map { Table.Column($0) }
    let body: HTML =
      list.bad > 0
      ? """
      <p class="note bad">\(list.lines) 行里有 \(list.bad) 行要改，改好以前一行也不导入。</p>\
      \(Table("要改的格，显示前 \(lines.count) 处", columns, lines).html)\(button("改好了，再上传", "/offenders/import"))
      """
      : """
      <p class="panel">\(list.lines) 行全部没有问题。库里已经有的行不会再加一次。</p>\
      <form method="post" action="\(link: "/offenders/import/\(list.id)/apply")"><button class="btn">导入 \(list.lines) 行</button></form>
      """
    return Page(
      "核对名单", crumbs: crumbs + [("导入", "/offenders/import")],
      "\(head("核对“\(list.file)”", meta: ["\(list.origin.title)", "还没有导入"]))\(state.summary)\(body)")
  }

  static func applied(_ list: AppliedList, history: HTML, today: CivilDate, _ state: FormState) -> Page {
    Page(
      "导入结果", crumbs: crumbs + [("导入", "/offenders/import")],
      """
      \(head("已导入“\(list.file)”", meta: ["\(list.origin.title)"]))\(state.summary)\
      \(section("结果", facts([
        ("行数", "\(list.lines)"), ("新增记录", "\(list.added)；其余 \(list.lines - list.added) 行库里已经有了"),
        ("导入", "\(list.actor)，\(list.at.chinese(today: today))"), ("文件校验值", "\(list.sha256)"),
      ])))\(history)<p>\(button("看违法人员库", "/offenders"))</p>
      """)
  }
}
