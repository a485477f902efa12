import Kit
import Storage
import Web

/// What the preview of a staged file shows: everything counted, the first of each kind listed.
struct ImportPreview: Sendable {
  let staged: StagedImport
  let faults: [ImportFault]
  let changes: [StagedChange]
  let additions: [(line: Int64, values: InstitutionValues)]

  static let mostFaults = 500
  static let mostChanges = 200
  static let mostAdditions = 20

  init(_ staged: StagedImport, _ reader: Reader) throws {
    self.staged = staged
    faults = try ImportStore.faults(of: staged.id, limit: ImportPreview.mostFaults, reader)
    changes = try ImportStore.changes(of: staged.id, limit: ImportPreview.mostChanges, reader)
    additions = try ImportStore.additions(of: staged.id, limit: ImportPreview.mostAdditions, reader)
  }
}

enum ImportPreviewPages {
  static func page(_ preview: ImportPreview, _ words: InstitutionWords, titles: ImportColumns, _ state: FormState)
    -> Page
  {
    let staged = preview.staged
    return Page(
      "预览“\(staged.fileName)”", crumbs: [("底册", "/institutions"), ("导入", "/institutions/import")],
      """
      \(head("预览“\(staged.fileName)”", meta: ["还没有写入底册", "共 \(staged.counts.lines) 户"]))\
      \(state.summary)\(nextStep(staged))\
      \(section("这份文件会做什么", ImportPages.countFacts(staged.counts, sha256: staged.sha256, remark: staged.remark)))\
      \(faultSection(preview))\(changeSection(preview, words, titles))\(additionSection(preview, words))
      """)
  }

  private static func nextStep(_ staged: StagedImport) -> HTML {
    let counts = staged.counts
    if counts.bad > 0 {
      return """
        <div class="note bad" role="alert"><h2>有 \(counts.bad) 行、\(counts.faults) 格要改，没有导入任何机构</h2>\
        <p>改好下面列出的格再上传一次，其余 \(counts.lines - counts.bad) 行没有问题。</p>\
        <p class="row under"><a class="btn" href="\(link: "/institutions/import")">重新上传</a>\
        <a href="\(link: "/institutions/import/\(staged.id)/faults.csv")">下载要改的格（CSV）</a>\
        \(if: counts.faults > Int64(Registers.mostFaults), "<span class=\"small\">只留前 \(Registers.mostFaults) 格</span>")</p></div>
        """
    }
    guard counts.added + counts.changed > 0 else {
      return "<p class=\"note\">这份文件和底册完全一样，没有要导入的。<a href=\"\(link: "/institutions")\">回到底册</a></p>"
    }
    return """
      <form method="post" action="\(link: "/institutions/import/\(staged.id)/apply")" class="note row">\
      <b>没有要改的格。</b><button class="btn">确认导入：新增 \(counts.added) 户，变更 \(counts.changed) 户</button>\
      <a href="\(link: "/institutions/import")">先不导入</a></form>
      """
  }

  private static func faultSection(_ preview: ImportPreview) -> HTML {
    let total = preview.staged.counts.faults
    guard total > 0 else { return .none }
    let lines = preview.faults.map { fault in
      Table.Line([
        "第 \(fault.line) 行", "\(fault.column)", fault.shown.isEmpty ? "（空）" : "\(fault.shown)", "\(fault.reason)",
      ])
    }
    let columns = ["行", "列", "填的内容", "为什么不行"].map { Table.Column($0) }
    return section(
      "要改的格", note: "行号是表格里的行号，表头是第 1 行",
      Table(caption("要改", total, "格", shown: lines.count), columns, lines).html)
  }

  private static func changeSection(
    _ preview: ImportPreview, _ words: InstitutionWords, _ titles: ImportColumns
  ) -> HTML {
    let total = preview.staged.counts.changed
    guard total > 0 else { return .none }
    let lines = preview.changes.map { change in
      Table.Line([
        "<a href=\"\(link: "/institutions/\(change.id)")\">\(change.before.name)</a><span class=\"s\">\(change.after.licence)</span>",
        "\(differences(change.before, change.after, words, titles))", "第 \(change.line) 行",
      ])
    }
    let columns = ["机构", "改什么（原来 → 改成）", "行"].map { Table.Column($0) }
    return section(
      "会变更的机构", Table(caption("变更", total, "户", shown: lines.count), columns, lines).html)
  }

  /// One line for each field that differs: `地址：桥头街 6 号 → 桥头街 8 号`.
  static func differences(
    _ before: InstitutionValues, _ after: InstitutionValues, _ words: InstitutionWords, _ titles: ImportColumns
  ) -> [HTML] {
    words.differences(before, after).map { field, old, new in
      "<span class=\"s\">\(titles.title(field))：\(old.isEmpty ? "（空）" : old) → <b>\(new.isEmpty ? "（空）" : new)</b></span>"
    }
  }

  private static func additionSection(_ preview: ImportPreview, _ words: InstitutionWords) -> HTML {
    let total = preview.staged.counts.added
    guard total > 0 else { return .none }
    let lines = preview.additions.map { line, values in
      Table.Line([
        "\(values.name)<span class=\"s\">\(values.licence)</span>", "\(words.type(values.type))",
        "\(words.town(values.town))<span class=\"s\">\(values.address)</span>", "\(words.date(values.validTo))",
        "第 \(line) 行",
      ])
    }
    let columns = ["机构", "类型", "地址", "有效期止", "行"].map { Table.Column($0) }
    return section("会新增的机构", Table(caption("新增", total, "户", shown: lines.count), columns, lines).html)
  }

  private static func caption(_ words: String, _ total: Int64, _ unit: String, shown: Int) -> String {
    "\(words) \(total) \(unit)" + (total > Int64(shown) ? "，列出前 \(shown) \(unit)" : "")
  }
}
