/// How a Word paper looks: 仿宋 14 pt, titles in 宋体, on A4 with the margins of the printed page.
enum WordStyles {
  static let xml: Markup = """
    \(WordParts.head)<w:styles \(WordParts.names)><w:docDefaults><w:rPrDefault><w:rPr>\(fonts("仿宋"))<w:kern w:val="2"/>\
    <w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault/></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>\
    <w:spacing w:line="500" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:style>\
    \(style("Text", "Body Text", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"560\"/>"))\
    \(style("Agency", "Paper Agency", "\(spaced(0, 0))<w:jc w:val=\"center\"/>", "\(fonts("宋体"))<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"))\
    \(style("PaperTitle", "Title", "<w:keepNext/>\(bottom(12))\(spaced(0, 120))<w:jc w:val=\"center\"/>",
      "\(fonts("宋体"))<w:b/><w:bCs/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>"))\
    \(style("Number", "Paper Number", "<w:jc w:val=\"right\"/>"))\
    \(style("Head", "heading 1", "<w:keepNext/>\(spaced(120, 0))<w:outlineLvl w:val=\"0\"/>", "\(fonts("黑体"))"))\
    \(style("Note", "Paper Note", "<w:spacing w:before=\"120\" w:line=\"360\" w:lineRule=\"exact\"/>", small(21)))\
    \(style("Cell", "Paper Cell", "<w:spacing w:line=\"360\" w:lineRule=\"atLeast\"/><w:jc w:val=\"left\"/>", small(24)))\
    \(style("CellHead", "Paper Cell Head", "<w:spacing w:line=\"360\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>", "<w:b/><w:bCs/>\(small(24))"))\
    \(style("Fill", "Paper Fill", "<w:pBdr>\(border("bottom", 4))\(border("between", 4))</w:pBdr>"))\
    \(style("Sign", "Paper Sign", "<w:tabs><w:tab w:val=\"left\" w:leader=\"underscore\" w:pos=\"6200\"/></w:tabs>\(spaced(120, 0))<w:jc w:val=\"left\"/>"))\
    \(style("Seal", "Paper Seal", "<w:keepNext/><w:keepLines/><w:ind w:left=\"4400\"/><w:jc w:val=\"center\"/>"))\
    \(style("Foot", "Paper Foot", "<w:spacing w:line=\"260\" w:lineRule=\"atLeast\"/><w:jc w:val=\"left\"/>", small(17)))\
    \(style("Running", "header", "<w:spacing w:line=\"260\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>", small(18)))\
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" \
    w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>\
    </w:style></w:styles>
    """

  static let fontTable: Markup = {
    let font = { (name: Markup, kind: Markup) -> Markup in
      "<w:font w:name=\"\(name)\"><w:charset w:val=\"86\"/><w:family w:val=\"\(kind)\"/></w:font>"
    }
    return """
      \(WordParts.head)<w:fonts \(WordParts.names)>\(font("仿宋", "modern"))\(font("宋体", "auto"))\(font("黑体", "modern"))\
      <w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/></w:font></w:fonts>
      """
  }()

  private static func style(_ id: Markup, _ name: Markup, _ place: Markup, _ look: Markup = .none) -> Markup {
    """
    <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/><w:qFormat/>\
    <w:pPr>\(place)</w:pPr><w:rPr>\(look)</w:rPr></w:style>
    """
  }

  private static func fonts(_ han: Markup) -> Markup {
    "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"\(han)\" w:cs=\"Times New Roman\"/>"
  }

  /// Half points.
  private static func small(_ size: Int) -> Markup { "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>" }

  private static func spaced(_ before: Int, _ after: Int) -> Markup {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"500\" w:lineRule=\"atLeast\"/>"
  }

  private static func bottom(_ size: Int) -> Markup { "<w:pBdr>\(border("bottom", size))</w:pBdr>" }

  static func border(_ side: Markup, _ size: Int) -> Markup {
    "<w:\(side) w:val=\"single\" w:sz=\"\(size)\" w:space=\"1\" w:color=\"000000\"/>"
  }
}
