import Foundation
import TestKit
import Testing

@testable import Papers

/// Word files and PDF as running text.
@Suite struct DocumentTextTests {
  private func text(_ bytes: [UInt8]) async throws -> String? {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "document")
    try Data(bytes).write(to: file)
    // A busy machine may leave the reader waiting for long.
    var patient = TextLimits()
    patient.seconds = 900
    patient.atOnce = 20
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let text = try await DocumentText(path: path, limits: patient).text(of: file, in: folder.url)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["document"])
    return text
  }

  static func word(_ body: String, numbering: String = "", styles: String = "") -> [UInt8] {
    StrangeFileTests.zip([
      ("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>"),
      ("word/numbering.xml", "<w:numbering xmlns:w=\"w\">\(numbering)</w:numbering>"),
      ("word/styles.xml", "<w:styles xmlns:w=\"w\">\(styles)</w:styles>"),
    ])
  }

  static func paragraph(_ words: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(words)</w:t></w:r></w:p>"
  }

  static func item(_ words: String, _ level: Int, list: Int = 1) -> String {
    paragraph(words, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  /// 一、 （一） 1. as Word keeps them; the second list begins anew.
  static let lists = """
    <w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
    </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="7"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>
    """

  @Test func countsAutomaticNumbers() async throws {
    let body =
      Self.paragraph("整治方案") + Self.item("工作目标", 0) + Self.item("重点任务", 0) + Self.item("查处无证经营", 1)
      + Self.item("检查摊点", 2) + Self.item("检查门店", 2) + Self.item("规范标识", 1) + Self.item("检查包装", 2)
      + Self.item("实施步骤", 0, list: 2)
    let text = try await text(Self.word(body, numbering: Self.lists))
    #expect(
      text == """
        整治方案
        一、工作目标
        二、重点任务
        （一）查处无证经营
        1.检查摊点
        2.检查门店
        （二）规范标识
        1.检查包装
        三、实施步骤
        """)
  }

  @Test func numbersOfStylesCount() async throws {
    let styles = """
      <w:style w:styleId="Chapter"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="Own"><w:basedOn w:val="Chapter"/></w:style>
      """
    let body =
      Self.paragraph("工作目标", "<w:pStyle w:val=\"Own\"/>") + Self.paragraph("工作要求", "<w:pStyle w:val=\"Chapter\"/>")
    #expect(try await text(Self.word(body, numbering: Self.lists, styles: styles)) == "一、工作目标\n二、工作要求")
  }

  @Test func keepsCellsApartAndLeavesOutWhatWasDeleted() async throws {
    func cell(_ words: String) -> String { "<w:tc>\(Self.paragraph(words))</w:tc>" }
    let table =
      "<w:tbl><w:tr>\(cell("序号"))\(cell("任务"))\(cell("牵头单位"))</w:tr><w:tr>\(cell("1"))\(cell("查处走私"))\(cell("县海关"))</w:tr></w:tbl>"
    let layout = "<w:tbl><w:tr><w:tc>\(Self.paragraph("一、目标"))\(Self.paragraph("二、任务"))</w:tc></w:tr></w:tbl>"
    let changed =
      "<w:p><w:del><w:r><w:t>旧</w:t></w:r></w:del><w:r><w:t>新</w:t><w:tab/><w:t>词</w:t></w:r></w:p>"
    #expect(
      try await text(Self.word(table + layout + changed)) == "序号 | 任务 | 牵头单位\n1 | 查处走私 | 县海关\n一、目标\n二、任务\n新\t词")
  }

  static let strange: [(what: String, bytes: [UInt8], refusal: TextRefusal)] = [
    ("a sheet", TinyBook(rows: [["甲"]]).bytes(), .notDocument), ("no words", word(paragraph(" ")), .noText),
    ("old", StrangeFileTests.old, .oldFormat), ("password", StrangeFileTests.locked, .encrypted),
    ("cut", [0x50, 0x4B, 3, 4, 1, 2], .damaged), ("other zip", StrangeFileTests.zip([("a.txt", "a")]), .notDocument),
    ("DOCTYPE", StrangeFileTests.zip([("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]), .unsafe),
    ("bad PDF", Array("%PDF-1.7 ".utf8), .damaged),
  ]

  @Test(arguments: strange.indices) func refusesByName(_ index: Int) async throws {
    let example = Self.strange[index]
    await #expect(throws: example.refusal, "\(example.what)") { _ = try await text(example.bytes) }
  }

  /// What a file says of its numbers is somebody's typing.
  @Test(arguments: [Int.min, -1, 0, 1000, Int.max])
  func numbersBeyondTheSignsAreWrittenOut(_ number: Int) {
    for format in ["lowerLetter", "upperLetter", "ideographTraditional", "chineseCounting", "lowerRoman"] {
      #expect(NumberSign.text(number, format) == "\(number)", "\(format)")
    }
  }

  @Test func plainTextIsNeither() async throws {
    #expect(try await text(Array("方案".utf8)) == nil)
    #expect(try await text([]) == nil)
  }

  @Test func readsAPDF() async throws {
    #expect(try await text(Self.pdf("1. Plan of the year")) == "1. Plan of the year")
    await #expect(throws: TextRefusal.noText) { _ = try await text(Self.pdf("")) }
  }

  @Test func saysWhereTheProgramIsMissing() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "document-\(UUID().uuidString)")
    try Data(Self.pdf("Plan")).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    await #expect(throws: TextRefusal.noProgram) {
      _ = try await DocumentText(path: "/nowhere").text(of: file, in: file.deletingLastPathComponent())
    }
  }

  /// A page of a few words in a built-in font.
  static func pdf(_ words: String) -> [UInt8] {
    let stream = "BT /F 12 Tf 72 700 Td (\(words)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
      "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 6\n0000000000 65535 f \n"
    for place in places { text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
    return Array((text + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }

  @Test func leavesOutTheNumbersOfPages() throws {
    #expect(try PDFPages.text("第一页的文字在这里\n— 1 —\n\u{0C}2026年的计划\n  2  \n\u{0C}", most: 100) == "第一页的文字在这里\n2026年的计划")
  }
}
