internal import Foundation

/// The running text of a Word file: one line for each paragraph, its automatic number before it, the cells of a table's
/// row kept apart by bars. What was deleted, moved away or doubled for old versions of Word is left out.
enum WordReading {
  static func read(_ file: URL, most letters: Int) throws -> String {
    let archive = try Archive(file)
    let place = WordPlace()
    if archive.has("_rels/.rels") { try XMLFeed.read("_rels/.rels", of: archive, place) }
    let part = place.part ?? "word/document.xml"
    guard archive.has(part), !part.hasPrefix("xl/"), !part.hasPrefix("ppt/") else { throw TextRefusal.notDocument }
    let numbering = try WordNumbering.read(archive, beside: part)
    let body = WordListener(numbering: numbering, most: letters)
    do { try XMLFeed.read(part, of: archive, body) } catch  where body.isTooLong { throw TextRefusal.tooLarge }
    if body.isTooLong { throw TextRefusal.tooLarge }
    let text = body.lines.joined(separator: "\n")
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw TextRefusal.noText }
    return text
  }
}

/// Where the main document lies in the file.
private final class WordPlace: XMLListener {
  private(set) var part: String?
  var refusal: SheetRefusal? { nil }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard "Relationship" ~= name, attributes["Type"]?.hasSuffix("/officeDocument") == true else { return }
    part = attributes["Target"].map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Hears the document.
private final class WordListener: XMLListener {
  private(set) var lines: [String] = []
  private(set) var isTooLong = false
  private var numbering: WordNumbering
  private let most: Int
  private var letters = 0
  /// A text box stands inside of a paragraph.
  private var paragraphs: [WordParagraph] = []
  private var tables: [WordTable] = []
  private var left = 0
  private var runs = 0
  private var isText = false

  init(numbering: WordNumbering, most: Int) {
    (self.numbering, self.most) = (numbering, most)
  }

  /// Nothing more is parsed of what is too long already.
  var refusal: SheetRefusal? { isTooLong ? .bomb(part: "document.xml") : nil }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if left > 0 || WordListener.isLeftOut(name) {
      left += WordListener.isLeftOut(name) ? 1 : 0
      return
    }
    switch name {
    case "p": paragraphs.append(WordParagraph())
    case "r": runs += 1
    case "t": isText = runs > 0
    case "tab": if runs > 0 { add("\t") }
    case "br", "cr": if runs > 0 { add("\n") }
    case "noBreakHyphen": add("-")
    case "pStyle": change { $0.style = attributes["val"] }
    case "numId": change { $0.list = attributes.number("val") }
    case "ilvl": change { $0.level = attributes.number("val") }
    case "tbl": tables.append(WordTable())
    case "tr": inTable { $0.cells = [] }
    case "tc": inTable { $0.cells.append([]) }
    default: break
    }
  }

  func end(_ name: XMLName) {
    if WordListener.isLeftOut(name) {
      left -= 1
      return
    }
    guard left == 0 else { return }
    switch name {
    case "t": isText = false
    case "r": runs -= 1
    case "p": if let paragraph = paragraphs.popLast() { finish(paragraph) }
    case "tr": if let table = tables.popLast() { finish(table) }
    case "tbl": _ = tables.popLast()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText, left == 0 { add(String(decoding: bytes, as: UTF8.self)) }
  }

  private static func isLeftOut(_ name: XMLName) -> Bool {
    switch name {
    case "Fallback", "moveFrom", "del", "pPrChange", "rPrChange", "sectPr": true
    default: false
    }
  }

  private func change(_ change: (inout WordParagraph) -> Void) {
    if !paragraphs.isEmpty, runs == 0 || paragraphs.count > 1 { change(&paragraphs[paragraphs.count - 1]) }
  }

  private func inTable(_ change: (inout WordTable) -> Void) {
    if !tables.isEmpty { change(&tables[tables.count - 1]) }
  }

  private func add(_ words: String) {
    letters += words.utf8.count
    isTooLong = isTooLong || letters > most * 3
    if !isTooLong, !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].text += words }
  }

  private func finish(_ paragraph: WordParagraph) {
    guard paragraph.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return }
    let sign = numbering.sign(paragraph)
    letters += sign.utf8.count
    put([sign + paragraph.text])
  }

  /// A finished row: then the table waits for the next.
  private func finish(_ table: WordTable) {
    put(table.rowLines)
    tables.append(WordTable())
  }

  private func put(_ new: [String]) {
    if let table = tables.indices.last, let cell = tables[table].cells.indices.last {
      tables[table].cells[cell] += new
    } else {
      lines += new
    }
  }
}

struct WordParagraph: Sendable {
  var text = ""
  var style: String?
  var list: Int?
  var level: Int?
}

/// The row of a table that is being read.
private struct WordTable {
  var cells: [[String]] = []

  /// One line with bars, as the reader of plans knows tables; a row that only lays out a page gives its paragraphs.
  var rowLines: [String] {
    let filled = cells.filter { !$0.isEmpty }
    let isLayout =
      filled.count <= 1 || cells.contains { $0.count > 12 } || filled.joined().reduce(0) { $0 + $1.utf8.count } > 6000
    if isLayout { return Array(filled.joined()) }
    return [cells.map { $0.joined(separator: " ").replacing("\n", with: " ") }.joined(separator: " | ")]
  }
}
