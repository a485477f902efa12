import Foundation
import Kit
import Testing

@testable import Papers

@Suite struct WordPaperTests {
  @Test func holdsWhatWordNeeds() throws {
    let parts = try Self.parts(of: try PaperSamples.document())
    #expect(
      Set(parts.keys) == [
        "[content_types].xml", "_rels/.rels", "docprops/core.xml", "docprops/app.xml", "word/document.xml",
        "word/styles.xml",
        "word/settings.xml", "word/fonttable.xml", "word/header1.xml", "word/footer1.xml",
        "word/_rels/document.xml.rels",
        "word/media/check.png", "word/media/own.png",
      ])
    for (name, bytes) in parts where !name.hasSuffix(".png") { _ = try WellFormed.parse(bytes) }
    let footer = try WellFormed.parse(try #require(parts["word/footer1.xml"])).text
    #expect(footer.contains("PAGE") && footer.contains("NUMPAGES") && footer.contains("第 ") && footer.contains(" 页"))
    let header = try WellFormed.parse(try #require(parts["word/header1.xml"])).text
    #expect(header == "清沅县卫生健康局　告知书　清卫医罚告〔2026〕47号")
    let styles = String(decoding: try #require(parts["word/styles.xml"]), as: UTF8.self)
    #expect(styles.contains("w:eastAsia=\"仿宋\"") && styles.contains("w:eastAsia=\"宋体\""))
  }

  /// All words of the paper, once each in order, and nothing that is no word of it.
  @Test func holdsAllWords() throws {
    let document = try PaperSamples.document()
    let body = try Self.body(document)
    var rest = body.text[...]
    for words in ["清沅县卫生健康局", "告知书"] + document.words where !words.isEmpty {
      let found = try #require(rest.firstRange(of: words), "\(words)")
      rest = rest[found.upperBound...]
    }
    #expect(!body.text.contains("Markup") && !body.text.contains("<w:"))
  }

  /// Every paragraph's style, every picture and every part named by a relation is there; every cell ends with a paragraph.
  @Test func pointsAtNothingMissing() throws {
    let parts = try Self.parts(of: try PaperSamples.document())
    let body = String(decoding: try #require(parts["word/document.xml"]), as: UTF8.self)
    let styles = String(decoding: try #require(parts["word/styles.xml"]), as: UTF8.self)
    let relations = String(decoding: try #require(parts["word/_rels/document.xml.rels"]), as: UTF8.self)
    for style in Set(Self.values("w:pStyle w:val=", in: body)) {
      #expect(styles.contains("w:styleId=\"\(style)\""), "\(style)")
    }
    for id in Self.values("r:id=", in: body) + Self.values("r:embed=", in: body) {
      #expect(relations.contains("Id=\"\(id)\""), "\(id)")
    }
    for target in Self.values("Target=", in: relations) {
      #expect(parts["word/\(target.lowercased())"] != nil, "\(target)")
    }
    #expect(!body.contains("</w:tcPr></w:tc>") && !body.contains("</w:tbl></w:tc>"))
  }

  @Test func survivesHostileText() throws {
    let attack = PaperPageTests.attack + "\u{0}\u{B}\u{202E}" + PaperFillingTests.noncharacters
    let body = try Self.body(try PaperSamples.document(facts: attack, party: attack))
    #expect(body.text.contains(PaperPageTests.attack) && body.elements.allSatisfy { $0.contains(":") })
  }

  @Test func givesTheSameBytes() throws {
    let document = try PaperSamples.document()
    #expect(try WordPaper.bytes(document) == WordPaper.bytes(document))
    #expect(try WordPaper.bytes(document, checkAddress: "https://example.invalid/?h=") != WordPaper.bytes(document))
  }

  @Test func manyRowsStayWhole() throws {
    #expect(try Self.body(try PaperPageTests.long(10_000)).count["w:tr", default: 0] >= 10_000)
  }

  /// Two known pictures of one white and one black square would be too small to err; the sums are checked by hand.
  @Test func drawsPictures() throws {
    let code = try #require(QRPicture("sha256:" + String(repeating: "0", count: 64)))
    let png = PNGPicture(code, scale: 2).bytes
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10])
    // The empty chunk at the end has a checksum that every PNG file ends with.
    #expect(Array(png.suffix(12)) == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    let side = (code.width + 4) * 2
    #expect(Int(png[18]) << 8 | Int(png[19]) == side && png[24] == 1)
    // The corner that every code has: seven black squares at its top left, white around them.
    let top = (0..<9).map { code.squares[$0] }
    #expect(top.prefix(7).allSatisfy { $0 } && !top[7])
  }

  static func body(_ document: PaperDocument) throws -> WellFormed {
    try WellFormed.parse(try #require(try parts(of: document)["word/document.xml"]))
  }

  private static func parts(of document: PaperDocument) throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    let url = folder.url.appending(path: "a.docx")
    try Data(WordPaper.bytes(document)).write(to: url)
    let archive = try Archive(url)
    var parts: [String: [UInt8]] = [:]
    for name in [
      "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/document.xml",
      "word/styles.xml",
      "word/settings.xml", "word/fontTable.xml", "word/header1.xml", "word/footer1.xml", "word/_rels/document.xml.rels",
      "word/media/check.png", "word/media/own.png",
    ] where archive.has(name) {
      try archive.read(name) { parts[name.lowercased(), default: []] += $0.map { UInt8(bitPattern: $0) } }
    }
    return parts
  }

  private static func values(_ name: String, in text: String) -> [String] {
    text.components(separatedBy: name + "\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
