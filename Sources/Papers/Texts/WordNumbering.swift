internal import Foundation
internal import Kit

/// The automatic numbers of a Word file (自动编号): lists, their levels, and the styles that carry one.
///
/// A plan's structure hangs on them: without its numbers 一、 (一) 1. a text loses its chapters.
struct WordNumbering {
  struct Level {
    var start = 1
    var format = "decimal"
    /// `%1、`
    var pattern = ""
  }

  /// Levels by abstract list, and which abstract list a list follows.
  var levels: [Int: [Int: Level]] = [:]
  var follows: [Int: Int] = [:]
  /// Lists that count anew, from the given number at a level.
  var restarts: [Int: [Int: Int]] = [:]
  var styles: [String: WordStyle] = [:]
  private var counts: [String: [Int: Int]] = [:]

  static func read(_ archive: Archive, beside part: String) throws -> WordNumbering {
    var numbering = WordNumbering()
    let folder = part.split(separator: "/").dropLast().map { "\($0)/" }.joined()
    if archive.has("\(folder)numbering.xml") {
      let lists = WordLists()
      try XMLFeed.read("\(folder)numbering.xml", of: archive, lists)
      (numbering.levels, numbering.follows, numbering.restarts) = (lists.levels, lists.follows, lists.restarts)
    }
    if archive.has("\(folder)styles.xml") {
      let styles = WordStyleList()
      try XMLFeed.read("\(folder)styles.xml", of: archive, styles)
      numbering.styles = styles.all
    }
    return numbering
  }

  /// The number before the paragraph, counted on; nothing where it has none.
  mutating func sign(_ paragraph: WordParagraph) -> String {
    let style = inherited(paragraph.style)
    guard let list = paragraph.list ?? style?.list, list != 0, let abstract = follows[list],
      let all = levels[abstract]
    else { return "" }
    let place = min(max(paragraph.level ?? style?.level ?? 0, 0), 8)
    let key = restarts[list] == nil ? "a\(abstract)" : "l\(list)"
    var count = counts[key] ?? [:]
    let start = restarts[list]?[place] ?? all[place]?.start ?? 1
    count[place] = count[place].map { $0 &+ 1 } ?? start
    for deeper in count.keys where deeper > place { count[deeper] = nil }
    counts[key] = count
    return written(all[place] ?? Level(), all, count)
  }

  private func inherited(_ name: String?) -> WordStyle? {
    var name = name
    for _ in 0..<10 {
      guard let known = name, let style = styles[known] else { return nil }
      if style.list != nil { return style }
      name = style.basedOn
    }
    return nil
  }

  private func written(_ level: Level, _ all: [Int: Level], _ count: [Int: Int]) -> String {
    if level.format == "bullet" { return "●" }
    var text = level.pattern
    for place in 0..<9 where text.contains("%\(place + 1)") {
      let known = all[place] ?? Level()
      text = text.replacing("%\(place + 1)", with: NumberSign.text(count[place] ?? known.start, known.format))
    }
    return text
  }
}

struct WordStyle: Sendable {
  var basedOn: String?
  var list: Int?
  var level: Int?
}

/// Hears `numbering.xml`.
private final class WordLists: XMLListener {
  var levels: [Int: [Int: WordNumbering.Level]] = [:]
  var follows: [Int: Int] = [:]
  var restarts: [Int: [Int: Int]] = [:]
  private var abstract: Int?
  private var list: Int?
  private var level = 0
  var refusal: SheetRefusal? { nil }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "abstractNum": abstract = attributes.number("abstractNumId")
    case "num": list = attributes.number("numId")
    case "abstractNumId": if let list, let number = attributes.number("val") { follows[list] = number }
    case "lvl", "lvlOverride":
      level = attributes.number("ilvl") ?? 0
      if let abstract, list == nil { levels[abstract, default: [:]][level] = WordNumbering.Level() }
    case "startOverride": if let list { restarts[list, default: [:]][level] = attributes.number("val") ?? 1 }
    case "start": change { $0.start = attributes.number("val") ?? 1 }
    case "numFmt": change { $0.format = attributes["val"] ?? "decimal" }
    // Real ones are some signs long: a long one before every paragraph would fill the memory.
    case "lvlText": change { $0.pattern = (attributes["val"] ?? "").clipped(to: 40) }
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "abstractNum": abstract = nil
    case "num": list = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private func change(_ change: (inout WordNumbering.Level) -> Void) {
    if let abstract, list == nil { change(&levels[abstract, default: [:]][level, default: WordNumbering.Level()]) }
  }
}

/// Hears `styles.xml`.
private final class WordStyleList: XMLListener {
  var all: [String: WordStyle] = [:]
  private var name: String?
  var refusal: SheetRefusal? { nil }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "style": name = attributes["styleId"]
    case "basedOn": if let name { all[name, default: WordStyle()].basedOn = attributes["val"] }
    case "numId": if let name { all[name, default: WordStyle()].list = attributes.number("val") }
    case "ilvl": if let name { all[name, default: WordStyle()].level = attributes.number("val") }
    default: break
    }
  }

  func end(_ element: XMLName) { if "style" ~= element { name = nil } }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
