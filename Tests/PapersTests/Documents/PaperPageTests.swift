import Foundation
import FoundationXML
import Kit
import Testing

@testable import Papers

@Suite struct PaperPageTests {
  @Test func showsThePaper() throws {
    let document = try PaperSamples.document()
    let page = Self.text(document)
    #expect(page.contains("<html lang=\"zh-CN\">") && page.contains("<link rel=\"stylesheet\" href=\"/paper.css\">"))
    #expect(page.contains("<h1>告知书</h1>") && page.contains("<p class=\"no\">清卫医罚告〔2026〕47号</p>"))
    #expect(page.contains("<p class=\"to\">卢茂生：</p>") && page.contains("（印章）"))
    #expect(page.contains(PaperArticle.grouped(document.hash)) && page.components(separatedBy: "<svg").count == 3)
    #expect(Self.text(document, .roll).contains("<body class=\"s80\">"))
    #expect(page.contains("<a href=\"/x.docx\">下载 Word</a>"))
  }

  /// It stands under `default-src 'none'; style-src 'self'`: no script, no style of its own, nothing loaded but the sheet.
  @Test func standsUnderTheStrictestPolicy() throws {
    for sheet in PaperSheet.allCases {
      let page = Self.text(try PaperSamples.document(facts: Self.attack), sheet).lowercased()
      for word in ["<script", "<style", " style=\"", "<img", "<iframe", "url(", "javascript:"] {
        #expect(!page.contains(word), "\(word)")
      }
      #expect(page.components(separatedBy: "<link").count == 2)
    }
  }

  @Test func escapesEverywhere() throws {
    let attack = Self.attack
    var values = PaperSamples.values()
    for text in PaperText.allCases { values[text] = attack }
    values[.items] = [["name": attack, "count": attack]]
    let typing = PaperTyping(texts: ["facts": attack], rows: ["answers": [["q": attack]]])
    let template = try PaperSamples.template()
    let document = template.document(values.adding(try template.answers(typing)))
    let seen = try WellFormed.parse(Self.article(document))
    #expect(seen.elements.isDisjoint(with: ["script", "b", "img"]))
    #expect(seen.text.contains(attack))
    #expect(seen.attributes.allSatisfy { !$0.lowercased().hasPrefix("on") && $0 != "style" })
  }

  /// A quote with a combining mark is one `Character`; it must not slip through.
  @Test func escapesByBytes() throws {
    let seen = try WellFormed.parse(Self.article(try PaperSamples.document(party: "\"\u{301}><x>'\u{FE0F}&\u{200D}")))
    #expect(!seen.elements.contains("x"))
  }

  @Test func manyRowsStayWhole() throws {
    let document = try Self.long(10_000)
    let seen = try WellFormed.parse(Self.article(document))
    #expect(seen.count["tr", default: 0] >= 10_000)
    #expect(try PaperDocument(record: document.record) == document)
  }

  static let attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)><b style=\"x\">&amp;]]>"

  static func long(_ rows: Int) throws -> PaperDocument {
    var values = PaperSamples.values()
    values[.items] = (1...rows).map { ["name": "一次性使用无菌注射器<\($0)>", "count": "\($0)"] }
    return try PaperSamples.template().document(values)
  }

  static func text(_ document: PaperDocument, _ sheet: PaperSheet = .a4) -> String {
    let page = PaperPage(sheet, stylesheet: "/paper.css", ways: [.init("下载 Word", "/x.docx")])
    return String(decoding: page.html(document), as: UTF8.self)
  }

  static func article(_ document: PaperDocument) -> [UInt8] { PaperArticle(document, checkAddress: nil).html.bytes }
}

/// Reads markup as XML, with a parser that is not ours, and keeps what it saw.
final class WellFormed: NSObject, XMLParserDelegate {
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var count: [String: Int] = [:]
  private(set) var text = ""
  /// Elements by the name of the one they stand in.
  private(set) var inside: [String: Set<String>] = [:]
  private var open: [String] = []

  static func parse(_ bytes: [UInt8]) throws -> WellFormed {
    let seen = WellFormed()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = seen
    if !parser.parse() { throw parser.parserError ?? PaperRefusal.noPress }
    return seen
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes values: [String: String]
  ) {
    elements.insert(name)
    attributes.formUnion(values.keys)
    count[name, default: 0] += 1
    inside[open.last ?? "", default: []].insert(name)
    open.append(name)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
}
