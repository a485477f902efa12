/// The parts of a Word file around its text.
enum WordParts {
  static let head: Markup = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  private static let office: Markup = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package: Markup = "http://schemas.openxmlformats.org/package/2006"
  static let names: Markup = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """

  static let contentTypes: Markup = {
    let word: Markup = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let part = { (name: Markup, type: Markup) -> Markup in "<Override PartName=\"\(name)\" ContentType=\"\(type)\"/>" }
    return """
      \(head)<Types xmlns="\(package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>\
      \(part("/word/document.xml", "\(word).document.main+xml"))\(part("/word/styles.xml", "\(word).styles+xml"))\
      \(part("/word/settings.xml", "\(word).settings+xml"))\(part("/word/fontTable.xml", "\(word).fontTable+xml"))\
      \(part("/word/header1.xml", "\(word).header+xml"))\(part("/word/footer1.xml", "\(word).footer+xml"))\
      \(part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))\
      \(part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"))</Types>
      """
  }()

  static let packageRelations: Markup = """
    \(head)<Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
    <Relationship Id="rId3" Type="\(office)/extended-properties" Target="docProps/app.xml"/></Relationships>
    """

  static func relations(check: Bool, own: Bool) -> Markup {
    """
    \(head)<Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/>\
    <Relationship Id="rId2" Type="\(office)/settings" Target="settings.xml"/>\
    <Relationship Id="rId3" Type="\(office)/fontTable" Target="fontTable.xml"/>\
    <Relationship Id="rId4" Type="\(office)/header" Target="header1.xml"/>\
    <Relationship Id="rId5" Type="\(office)/footer" Target="footer1.xml"/>\
    \(if: check, "<Relationship Id=\"rId6\" Type=\"\(office)/image\" Target=\"media/check.png\"/>")\
    \(if: own, "<Relationship Id=\"rId7\" Type=\"\(office)/image\" Target=\"media/own.png\"/>")</Relationships>
    """
  }

  static func properties(_ document: PaperDocument) -> Markup {
    """
    \(head)<cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
    <dc:title>\(document.title)</dc:title><dc:creator>\(document.agency)</dc:creator>\
    <dc:identifier>\(document.number ?? "")</dc:identifier><dc:language>zh-CN</dc:language></cp:coreProperties>
    """
  }

  static let application: Markup = """
    \(head)<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
    <Application>Qingyuan</Application></Properties>
    """

  static let settings: Markup = """
    \(head)<w:settings \(names)><w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/>\
    <w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" \
    w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" \
    w:eastAsia="zh-CN"/></w:settings>
    """

  /// On every page: whose paper, which, and its number.
  static func header(_ document: PaperDocument) -> Markup {
    let words = [document.agency, document.title, document.number ?? ""].filter { !$0.isEmpty }.joined(separator: "　")
    return """
      \(head)<w:hdr \(names)><w:p><w:pPr><w:pStyle w:val="Running"/></w:pPr>\(WordText.run(words))</w:p></w:hdr>
      """
  }

  static let footer: Markup = """
    \(head)<w:ftr \(names)><w:p><w:pPr><w:pStyle w:val="Running"/></w:pPr>\(WordText.run("第 "))\(WordText.field("PAGE"))\
    \(WordText.run(" 页　共 "))\(WordText.field("NUMPAGES"))\(WordText.run(" 页"))</w:p></w:ftr>
    """
}

/// Runs of text.
enum WordText {
  static func run(_ text: String, _ look: Markup = .none) -> Markup {
    "<w:r>\(look.bytes.isEmpty ? .none : "<w:rPr>\(look)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// A place to write by hand: underlined blanks.
  static let gap = run(String(repeating: "\u{A0}", count: 12), "<w:u w:val=\"single\"/>")

  static func field(_ name: Markup) -> Markup {
    """
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> \(name) </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
    """
  }

  static func line(_ line: PaperLine) -> Markup {
    let runs = line.runs.map { one in
      switch one {
      case .words(let words): run(words)
      case .gap: gap
      }
    }
    return "\(runs)"
  }
}
