/// The text of a Word paper.
struct WordBody {
  let document: PaperDocument
  let hash: String
  let hasCheck: Bool
  let hasOwn: Bool

  var xml: Markup {
    """
    \(WordParts.head)<w:document \(WordParts.names) \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>\(top)\(salutation)\
    \(document.blocks.dropFirst(document.hasSalutation ? 1 : 0).map(block))\(foot)\
    \(Self.section)</w:body></w:document>
    """
  }

  private var top: Markup {
    """
    \(words("Agency", document.agency))\(words("PaperTitle", document.title))\
    \(document.number.map { words("Number", $0) } ?? .none)
    """
  }

  private var salutation: Markup {
    guard document.hasSalutation, case .paragraph(let line)? = document.blocks.first else { return .none }
    return paragraph("Normal", WordText.line(line))
  }

  private func block(_ block: PaperBlock) -> Markup {
    switch block {
    case .heading(let line): paragraph("Head", WordText.line(line))
    case .paragraph(let line) where line.isGap: fill(3)
    case .paragraph(let line): paragraph("Text", WordText.line(line))
    case .note(let line): paragraph("Note", WordText.line(line))
    case .facts(let facts): table([2400, Self.width - 2400], head: .none, facts.map(row))
    case .table(let table): self.table(table)
    case .blank(let count): fill(count)
    case .sign(let lines): "\(lines.map(signature))"
    case .seal(let agency, let date): seal(agency, date)
    case .pageBreak: "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
    }
  }

  /// Not an overload of `paragraph`: a literal with markup in it would be taken for text.
  private func words(_ style: Markup, _ text: String) -> Markup { paragraph(style, WordText.run(text)) }

  private func paragraph(_ style: Markup, _ runs: Markup) -> Markup {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(runs)</w:p>"
  }

  private func fill(_ count: Int) -> Markup { "\((0..<count).map { _ in paragraph("Fill", .none) })" }

  private func signature(_ line: PaperLine) -> Markup {
    paragraph(
      "Sign", "\(WordText.line(line))\(WordText.run("："))<w:r><w:tab/></w:r>\(WordText.run("　　年　　月　　日"))")
  }

  private func seal(_ agency: PaperLine, _ date: PaperLine) -> Markup {
    """
    \(paragraph("Seal", .none))\(paragraph("Seal", WordText.line(agency)))\
    \(paragraph("Seal", date.isGap ? WordText.run("　　年　月　日") : WordText.line(date)))\
    \(paragraph("Seal", WordText.run("（印章）", "<w:color w:val=\"666666\"/><w:sz w:val=\"21\"/>")))
    """
  }

  // MARK: Tables

  private func row(_ fact: PaperFact) -> Markup {
    "<w:tr>\(Self.height)\(cell(2400, "Cell", [fact.label]))\(cell(Self.width - 2400, "Cell", fact.value))</w:tr>"
  }

  private func table(_ table: PaperTable) -> Markup {
    let whole = max(table.columns.reduce(0) { $0 + $1.width }, 1)
    let widths = table.columns.map { Self.width * $0.width / whole }
    let heads = zip(widths, table.columns).map { cell($0, "CellHead", [PaperLine($1.label)]) }
    let rows = table.rows.map { row -> Markup in
      "<w:tr>\(Self.height)\(zip(widths, row).map { cell($0, "Cell", $1) })</w:tr>"
    }
    return self.table(widths, head: "<w:tr><w:trPr><w:tblHeader/></w:trPr>\(heads)</w:tr>", rows)
  }

  /// A paragraph of no height parts it from what follows: two tables that touch become one.
  private func table(_ widths: [Int], head: Markup, _ rows: [Markup]) -> Markup {
    """
    <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:tblBorders>\(Self.borders)</w:tblBorders>\
    <w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" as Markup })</w:tblGrid>\
    \(head)\(rows)</w:tbl>\(Self.seam)
    """
  }

  /// A cell holds at least one paragraph: Word repairs a file whose cells do not.
  private func cell(_ width: Int, _ style: Markup, _ lines: [PaperLine]) -> Markup {
    let paragraphs = lines.isEmpty ? [paragraph(style, Markup.none)] : lines.map { paragraph(style, WordText.line($0)) }
    return
      "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>\(paragraphs)</w:tc>"
  }

  // MARK: Foot and page

  private var foot: Markup {
    let foot = """
      \(words("Foot", "校验值（SHA-256）："))\(words("Foot", PaperArticle.grouped(hash)))\
      \(words("Foot", "校验值是系统保存的原文的；本文件修改以后，与校验值不再对应。"))
      """ as Markup
    let own = WordBody.plain(1500, words("Foot", "当事人查阅：扫码看文书、提意见")) + WordBody.plain(1500, picture(7, "当事人查阅码"))
    let check = WordBody.plain(1500, hasCheck ? picture(6, "校验码") : paragraph("Foot", .none))
    return """
      <w:tbl><w:tblPr><w:tblW w:w="\(Self.width)" w:type="dxa"/><w:tblBorders>\(WordStyles.border("top", 4))</w:tblBorders>\
      <w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="1500"/>\
      <w:gridCol w:w="\(Self.width - (hasOwn ? 4500 : 1500))"/>\
      \(if: hasOwn, "<w:gridCol w:w=\"1500\"/><w:gridCol w:w=\"1500\"/>")</w:tblGrid>\
      <w:tr><w:trPr><w:cantSplit/></w:trPr>\(check)\(WordBody.plain(Self.width - (hasOwn ? 4500 : 1500), foot))\
      \(if: hasOwn, own)</w:tr></w:tbl>\(Self.seam)
      """
  }

  private static func plain(_ width: Int, _ content: Markup) -> Markup {
    "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>\(content)</w:tc>"
  }

  /// 24 mm square; lengths in 1/36,000 mm.
  private func picture(_ relation: Int, _ label: String) -> Markup {
    let side = 864_000
    return """
      <w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">\
      <wp:extent cx="\(side)" cy="\(side)"/><wp:docPr id="\(relation)" name="QR \(relation)" descr="\(label)"/>\
      <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>\
      <pic:cNvPr id="\(relation)" name="QR \(relation)"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
      <a:blip r:embed="rId\(relation)"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
      <a:off x="0" y="0"/><a:ext cx="\(side)" cy="\(side)"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>\
      </pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
      """
  }

  /// Twentieths of a point: A4 with 25, 22, 22 and 28 mm.
  static let width = 9071

  private static let section: Markup = """
    <w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>\
    <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1247" w:bottom="1247" w:left="1588" w:header="737" \
    w:footer="624" w:gutter="0"/></w:sectPr>
    """

  private static let borders: Markup = """
    \(WordStyles.border("top", 4))\(WordStyles.border("left", 4))\(WordStyles.border("bottom", 4))\
    \(WordStyles.border("right", 4))\(WordStyles.border("insideH", 4))\(WordStyles.border("insideV", 4))
    """

  private static let height: Markup = "<w:trPr><w:trHeight w:val=\"480\" w:hRule=\"atLeast\"/></w:trPr>"

  private static let seam: Markup = """
    <w:p><w:pPr><w:spacing w:line="120" w:lineRule="exact"/></w:pPr></w:p>
    """
}
