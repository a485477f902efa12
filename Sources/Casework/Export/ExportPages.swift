import Kit
import Packs
import Web

enum ExportPages {
  /// `export` nil where the address asks for what cannot be.
  static func page(
    _ listing: Listing, _ book: ExportBook, _ export: CaseExport?, _ asked: FormState, _ state: FormState
  ) -> Page {
    Page(
      "导出案件", crumbs: [("案件", "/cases")],
      """
      \(head("导出案件", meta: ["给国家、省的系统导入用，同一起案件不录两遍"]))\(asked.summary)\
      \(book.mappings.isEmpty ? none : filter(listing, book, asked))\(export.map { result($0, listing, state) })
      """)
  }

  private static let none = empty("没有列序", "请系统管理员在内容包的 exports 里写一份，说明写什么列、什么次序。")

  /// The range and the order of columns; how the list was narrowed stays as it was.
  private static func filter(_ listing: Listing, _ book: ExportBook, _ asked: FormState) -> HTML {
    let kept = listing.filters.compactMap { name, value in
      value.map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" as HTML }
    }
    return """
      <form method="get" action="\(link: "/cases/export")" class="panel gap">\(kept)\
      \(Field("mapping", "列序", asked).select(book.mappings.map { ($0.id, $0.title) }, empty: nil))\
      <div class="pair">\(Field("from", "立案日期从", asked, required: false).date())\(Field("to", "立案日期到", asked, required: false).date())</div>\
      \(if: listing.isFiltered, "<p class=\"small dim\">案件列表的筛选还在。<a href=\"\(link: "/cases/export")\">不筛选，导出全部案件</a></p>")\
      <p class="row"><button class="btn p">看看有哪些</button></p></form>
      """
  }

  private static func result(_ export: CaseExport, _ listing: Listing, _ state: FormState) -> HTML {
    let (mapping, gaps) = (export.query.mapping, export.gaps)
    return """
      <p class="note\(if: !mapping.provenance.confidence.isFirm, " warn") under">\(mapping.note)（\(mapping.provenance.confidence.title)）</p>\
      \(section("要导出的案件", note: "\(export.cases.count) 件，齐全 \(export.cases.count - gaps.count) 件，缺必填项 \(gaps.count) 件", gaps.isEmpty ? HTML.none : table(gaps)))\
      \(export.cases.isEmpty ? empty("没有符合条件的案件", "换一个日期范围，或者<a href=\"\(link: "/cases")\">回到案件列表</a>。") : form(export, listing, state))\
      \(columns(mapping))
      """
  }

  private static func table(_ gaps: [ExportGap]) -> HTML {
    let lines = gaps.prefix(shown).map { gap in
      Table.Line([
        "<a href=\"\(link: "/cases/\(gap.record.id)")\">\(gap.record.number)</a>", "\(gap.record.violation.name)",
        "\(gap.missing.joined(separator: "、"))",
      ])
    }
    let caption = gaps.count > shown ? "缺必填项的案件 \(gaps.count) 件，先列出 \(shown) 件" : "缺必填项的案件 \(gaps.count) 件"
    return Table(caption, [Table.Column("案件"), Table.Column("案由"), Table.Column("缺什么")], lines).html
  }

  private static let shown = 50

  private static func form(_ export: CaseExport, _ listing: Listing, _ state: FormState) -> HTML {
    let query = export.query
    let action = Link("/cases/export").asking(
      listing.filters + [("mapping", query.mapping.id), ("from", query.from?.iso), ("to", query.to?.iso)])
    return """
      \(state.summary)<form method="post" action="\(link: action)" class="panel gap">\
      \(Field("rows", "缺必填项的案件", state).radios([
        (value: "complete", words: "不导出，补齐以后再导", hint: nil), (value: "all", words: "也导出，缺的格空着", hint: nil),
      ]))\(Field("file", "文件", state).radios(ExportFile.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil) }))\
      <p class="row"><button class="btn">导出</button><span class="small dim">导出了多少件、用哪份列序、文件的校验值会记入台账。</span></p></form>
      """
  }

  private static func columns(_ mapping: ExportMapping) -> HTML {
    let lines = mapping.columns.enumerated().map { index, column in
      Table.Line(["\(column.title)", "\(index + 1)", "\(words(column))", column.isRequired ? "必填" : "—"])
    }
    let table = Table(
      "共 \(mapping.columns.count) 列，依次排列",
      [Table.Column("列名"), Table.Column("第几列", numeric: true), Table.Column("写什么"), Table.Column("必填")], lines)
    return "<details class=\"more under\"><summary>看列序</summary>\(table.html)</details>"
  }

  private static func words(_ column: ExportColumn) -> String {
    switch column.content {
    case .fixed(let text): "固定写“\(text)”"
    case .field(let field, .codes): "\(field.title)，换成代码"
    case .field(let field, .date(let form)): "\(field.title)，写成 \(form.example)"
    case .field(let field, .money(let unit)): "\(field.title)，\(unit.title)"
    case .field(let field, .plain): field.title
    }
  }
}

extension ExportDate {
  var example: String { CivilDate(2026, 11, 22).map(text) ?? "" }
}

extension ExportMoney {
  var title: String {
    switch self {
    case .yuan: "单位元"
    case .fen: "单位分"
    case .tenThousand: "单位万元"
    }
  }
}

extension ExportField {
  var title: String {
    switch self {
    case .number: "立案号"
    case .county: "县"
    case .party: "当事人"
    case .partyKind: "单位还是个人"
    case .credit: "机构的统一社会信用代码"
    case .premises: "地点的名称"
    case .address: "底册里的地址"
    case .violation: "案由"
    case .violationID: "案由的编号"
    case .basis: "违反的条款"
    case .penaltyBasis: "处罚依据"
    case .summary: "基本事实"
    case .filed: "立案日期"
    case .actEnded: "违法行为终了日期"
    case .officers: "执法人员"
    case .certificates: "执法证号"
    case .stage: "办到哪一步"
    case .state: "状态"
    case .outcome: "决定结果"
    case .decisionNumber: "决定文书号"
    case .decided: "决定日期"
    case .penalties: "处罚种类"
    case .fine: "罚款"
    case .gains: "没收违法所得"
    case .owed: "罚没款合计"
    case .paid: "已缴"
    case .unpaid: "未缴"
    case .closed: "结案日期"
    case .closing: "结案说明"
    }
  }
}
