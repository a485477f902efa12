import Kit
import Storage
import Web

/// Pages before and after an import; the preview stands in `ImportPreviewPages`.
enum ImportPages {
  static func form(
    _ columns: ImportColumns, _ types: [String], _ latest: [AppliedImport], today: CivilDate, _ state: FormState
  ) -> Page {
    Page(
      "导入机构底册", crumbs: [("底册", "/institutions")],
      """
      \(head("导入机构底册", meta: ["先看预览，确认后才写入底册", "有一格不对就整份不导入"]))\
      \(state.summary)<form method="post" action="\(link: "/institutions/import")" enctype="multipart/form-data" class="panel">\
      \(Field("file", "Excel 或 CSV 文件", state, hint: "xlsx，或 UTF-8、GBK 编码的 CSV，不超过 64 MB。").files(multiple: false, accept: ".xlsx,.csv,text/csv"))\
      <p class="row"><button class="btn">上传并预览</button>\
      <a href="\(link: "/institutions/import/template.csv")">下载空白模板</a></p></form>\
      \(section("每一列怎么填", note: "列的先后不限，表头可以在前 20 行里；不认识的列会请你说是什么", columnTable(columns)))\
      \(section("机构类型", note: "写其中一个", "<p class=\"small\">\(types.joined(separator: "、"))</p>"))\
      \(section("最近的导入", latestTable(latest, today)))
      """)
  }

  static func applied(_ done: AppliedImport, _ history: [LedgerEntry], today: CivilDate, _ state: FormState) -> Page {
    Page(
      "导入“\(done.fileName)”", crumbs: [("底册", "/institutions"), ("导入", "/institutions/import")],
      """
      \(head("导入“\(done.fileName)”", meta: ["\(done.at.chinese(today: today))", "\(done.actor)"], actions: [button("看机构底册", "/institutions")]))\
      \(state.summary)<p class="note ok">已导入：新增 \(done.counts.added) 户，变更 \(done.counts.changed) 户。</p>\
      \(section("这份文件", countFacts(done.counts, sha256: done.sha256)))\
      \(historySection(history, today: today))
      """)
  }

  /// The counts with what they mean; they add up to the records of the file.
  static func countFacts(_ counts: ImportCounts, sha256: String, remark: String = "") -> HTML {
    facts([
      (
        "文件里",
        "\(counts.lines) 户 = 新增 \(counts.added) + 变更 \(counts.changed) + 不变 \(counts.same)\(if: counts.bad > 0, " + 要改 \(counts.bad)")"
      ),
      ("文件里没有", counts.bad > 0 ? nil : "底册另有 \(counts.absent) 户不在这份文件里，保持不变"),
      ("怎么读的", remark.isEmpty ? nil : "\(remark)"),
      ("校验值", "<span class=\"small\">SHA-256 \(sha256)</span>"),
    ])
  }

  private static func columnTable(_ columns: ImportColumns) -> HTML {
    let lines = columns.columns.map { column in
      Table.Line([
        "\(column.title)", column.field.isRequired ? "<span class=\"bad\">必填</span>" : "可不填", "\(column.hint)",
        "\(column.sample)", "<span class=\"small dim\">\(column.aliases.joined(separator: "、"))</span>",
      ])
    }
    let titles = ["列名", "要不要填", "怎么填", "例子", "也认这些列名"]
    return Table("共 \(lines.count) 列", titles.map { Table.Column($0) }, lines).html
  }

  private static func latestTable(_ latest: [AppliedImport], _ today: CivilDate) -> HTML {
    guard !latest.isEmpty else { return empty("还没有导入过", "上传第一份机构底册，看过预览再确认。") }
    let lines = latest.map { done in
      Table.Line([
        "<a href=\"\(link: "/institutions/import/\(done.id)")\">\(done.fileName)</a>", "\(done.counts.added)",
        "\(done.counts.changed)", "\(done.counts.same)", "\(done.actor)", "\(done.at.chinese(today: today))",
      ])
    }
    let columns = [
      Table.Column("文件"), Table.Column("新增", numeric: true), Table.Column("变更", numeric: true),
      Table.Column("不变", numeric: true), Table.Column("谁导入"), Table.Column("时间"),
    ]
    return Table("最近 \(lines.count) 次", columns, lines).html
  }
}
