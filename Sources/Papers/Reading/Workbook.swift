import Foundation

/// What a workbook says of itself: its sheets, the table of texts, the formats of cells, the calendar.
struct Workbook {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let part: String
  }

  let archive: Archive
  /// Tables only: sheets of charts are left out.
  let sheets: [Sheet]
  let strings = SharedStrings()
  let formats: [NumberFormat]
  /// Days count from 1904, as old Macintosh files have it.
  let isFrom1904: Bool

  init(_ url: URL) throws {
    let archive = try Archive(url)
    let main = try Workbook.mainPart(archive)
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let links = try Workbook.links(of: main, archive)
    let book = BookListener()
    try XMLFeed.read(main, of: archive, book)
    self.archive = archive
    isFrom1904 = book.isFrom1904
    sheets = book.sheets.compactMap { sheet in
      guard let link = links[sheet.link], link.kind == "worksheet" else { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: Workbook.resolved(link.target, in: folder))
    }
    func part(_ kind: String) -> String? {
      links.values.first { $0.kind == kind }.map { Workbook.resolved($0.target, in: folder) }.filter(archive.has)
    }
    let styles = StyleListener()
    if let part = part("styles") { try XMLFeed.read(part, of: archive, styles) }
    formats = styles.formats
    if let part = part("sharedStrings") { try XMLFeed.read(part, of: archive, strings) }
  }

  private static func mainPart(_ archive: Archive) throws -> String {
    guard archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml") else { throw SheetRefusal.notWorkbook }
    let links = archive.has("_rels/.rels") ? try links(in: "_rels/.rels", archive) : [:]
    let main = links.values.first { $0.kind == "officeDocument" }.map { resolved($0.target, in: "") }
    let part = main ?? "xl/workbook.xml"
    guard part.hasSuffix(".xml"), part.contains("workbook"), archive.has(part) else { throw SheetRefusal.notWorkbook }
    return part
  }

  private static func links(of part: String, _ archive: Archive) throws -> [String: LinkListener.Link] {
    var steps = part.split(separator: "/").map(String.init)
    let name = steps.popLast() ?? ""
    let place = (steps + ["_rels", name + ".rels"]).joined(separator: "/")
    return archive.has(place) ? try links(in: place, archive) : [:]
  }

  private static func links(in part: String, _ archive: Archive) throws -> [String: LinkListener.Link] {
    let listener = LinkListener()
    try XMLFeed.read(part, of: archive, listener)
    return listener.links
  }

  /// `/xl/styles.xml` and `styles.xml` seen from `xl` are the same; steps upwards are taken off.
  private static func resolved(_ target: String, in folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }
}

extension Optional {
  fileprivate func filter(_ holds: (Wrapped) -> Bool) -> Wrapped? { flatMap { holds($0) ? $0 : nil } }
}

/// `…/relationships/worksheet` leads to `worksheets/sheet1.xml`. Links out of the file are not followed.
private final class LinkListener: XMLListener {
  struct Link {
    let kind: String
    let target: String
  }

  private(set) var links: [String: Link] = [:]
  let refusal: SheetRefusal? = nil

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard "Relationship" ~= name, attributes["TargetMode"] != "External", let id = attributes["Id"],
      let target = attributes["Target"], let kind = attributes["Type"]?.split(separator: "/").last
    else { return }
    links[id] = Link(kind: String(kind), target: target)
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class BookListener: XMLListener {
  private(set) var sheets: [(name: String, isHidden: Bool, link: String)] = []
  private(set) var isFrom1904 = false
  let refusal: SheetRefusal? = nil

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "sheet":
      let isHidden = ["hidden", "veryHidden"].contains(attributes["state"] ?? "")
      sheets.append((attributes["name"] ?? "", isHidden, attributes["id"] ?? ""))
    case "workbookPr": isFrom1904 = attributes.isSet("date1904")
    default: break
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The format of the number of each cell style.
private final class StyleListener: XMLListener {
  private(set) var formats: [NumberFormat] = []
  private var custom: [Int: NumberFormat] = [:]
  private var isInCells = false
  let refusal: SheetRefusal? = nil

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      guard let number = attributes.number("numFmtId"), let code = attributes["formatCode"] else { return }
      custom[number] = NumberFormat(code: code)
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let number = attributes.number("numFmtId") ?? 0
      formats.append(custom[number] ?? NumberFormat(builtIn: number))
    default: break
    }
  }

  func end(_ name: XMLName) {
    if "cellXfs" ~= name { isInCells = false }
  }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
