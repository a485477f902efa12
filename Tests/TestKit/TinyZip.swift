/// Writes zip files byte by byte, so that a test can also write what no honest program would.
package struct TinyZip: Sendable {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// A part as it is. `flags` 1 says that it is encrypted.
  package mutating func add(_ name: [UInt8], _ content: [UInt8], flags: UInt16 = 0x800) {
    add(name, packed: content, method: 0, size: content.count, checksum: CRC.of(content), flags: flags)
  }

  package mutating func add(_ name: String, _ content: String) { add(Array(name.utf8), Array(content.utf8)) }

  /// A part that holds `head` and then `blanks` blanks, packed to less than a hundredth. `claims` is the size that the directory
  /// tells.
  package mutating func addBomb(_ name: String, head: String, blanks: Int, claims: Int? = nil) {
    var stream = Deflate.stored(Array(head.utf8))
    stream += Deflate.blanks(blanks)
    add(
      Array(name.utf8), packed: stream, method: 8, size: claims ?? head.utf8.count + blanks, checksum: 0, flags: 0x800)
  }

  package func finished() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end += Bytes.two(count) + Bytes.two(count) + Bytes.four(directory.count)
    end += Bytes.four(body.count) + [0, 0]
    return body + directory + end
  }

  private mutating func add(
    _ name: [UInt8], packed: [UInt8], method: Int, size: Int, checksum: UInt32, flags: UInt16
  ) {
    var shared: [UInt8] = Bytes.two(20) + Bytes.two(Int(flags))
    shared += Bytes.two(method) + [0, 0, 0x21, 0x5A]
    shared += Bytes.four(Int(checksum)) + Bytes.four(packed.count)
    shared += Bytes.four(size) + Bytes.two(name.count) + [0, 0]
    directory += [0x50, 0x4B, 1, 2, 20, 0] + shared
    directory += [UInt8](repeating: 0, count: 10) + Bytes.four(body.count) + name
    body += [0x50, 0x4B, 3, 4] + shared
    body += name + packed
    count += 1
  }
}

private enum Bytes {
  static func two(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8((number >> 8) & 255)] }
  static func four(_ number: Int) -> [UInt8] { two(number & 0xFFFF) + two((number >> 16) & 0xFFFF) }
}

private enum CRC {
  private static let table: [UInt32] = (0..<256).map { (first: Int) -> UInt32 in
    (0..<8).reduce(UInt32(first)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    var value = UInt32.max
    for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ (value >> 8) }
    return ~value
  }
}

/// The two blocks of deflate that a bomb needs.
private enum Deflate {
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var block: [UInt8] = [0]
    block += Bytes.two(bytes.count) + Bytes.two(~bytes.count)
    return block + bytes
  }

  /// The last block: one blank, then runs of 258, by the fixed code.
  static func blanks(_ count: Int) -> [UInt8] {
    var bits: [Bool] = [true, true, false] + code(0x50, 8)
    let run = code(0xC5, 8) + code(0, 5)
    for _ in 0..<(count - 1) / 258 { bits += run }
    bits += code(0, 7)
    var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (place, bit) in bits.enumerated() where bit { bytes[place / 8] |= UInt8(1 << (place % 8)) }
    return bytes
  }

  private static func code(_ value: Int, _ width: Int) -> [Bool] {
    (0..<width).map { (value >> (width - 1 - $0)) & 1 == 1 }
  }
}

/// A workbook written by hand: one sheet, or several.
package struct TinyBook: Sendable {
  /// What stands between `<worksheet>` and `</worksheet>`.
  package var sheets: [(name: String, state: String, content: String)]
  package var strings: [String] = []
  /// Formats of cell styles 1, 2, 3, …; style 0 is the general one.
  package var formats: [String] = []
  package var isFrom1904 = false

  package init(_ content: String) { sheets = [("Sheet1", "visible", content)] }

  /// Rows of texts, numbers as they are: `[["机构名称"], ["甲"]]`.
  package init(rows: [[String]], merged: [String] = []) {
    let lines = rows.enumerated().map { line, cells in
      let cells = cells.enumerated().filter { !$1.isEmpty }.map { place, text in
        "<c r=\"\(TinyBook.letter(place))\(line + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(line + 1)\">\(cells.joined())</row>"
    }
    let areas = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    self.init("<sheetData>\(lines.joined())</sheetData><mergeCells>\(areas)</mergeCells>")
  }

  package static func letter(_ place: Int) -> String { String(UnicodeScalar(UInt8(65 + place % 26))) }

  package func bytes(_ change: (inout TinyZip) -> Void = { _ in }) -> [UInt8] {
    var zip = TinyZip()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add("_rels/.rels", links([("rId1", "officeDocument", "xl/workbook.xml")]))
    let list = sheets.enumerated().map { place, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" state=\"\(sheet.state)\" r:id=\"s\(place)\"/>"
    }
    let calendar = isFrom1904 ? "<workbookPr date1904=\"1\"/>" : ""
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns:r=\"urn:r\">\(calendar)<sheets>\(list.joined())</sheets></workbook>")
    let parts = sheets.indices.map { ("s\($0)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    zip.add(
      "xl/_rels/workbook.xml.rels",
      links(parts + [("st", "styles", "/xl/styles.xml"), ("ss", "sharedStrings", "sharedStrings.xml")]))
    for (place, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(place + 1).xml", "<worksheet>\(sheet.content)</worksheet>")
    }
    zip.add("xl/styles.xml", styles)
    zip.add("xl/sharedStrings.xml", "<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>")
    change(&zip)
    return zip.finished()
  }

  private func links(_ all: [(String, String, String)]) -> String {
    let lines = all.map { id, kind, target in
      "<Relationship Id=\"\(id)\" Type=\"urn:x/relationships/\(kind)\" Target=\"\(target)\"/>"
    }
    return "<Relationships>\(lines.joined())</Relationships>"
  }

  private var styles: String {
    let codes = formats.enumerated().map { place, code in
      "<numFmt numFmtId=\"\(200 + place)\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/>"
    }
    let cells = (["0"] + formats.indices.map { "\(200 + $0)" }).map { "<xf numFmtId=\"\($0)\"/>" }
    return "<styleSheet><numFmts>\(codes.joined())</numFmts><cellXfs>\(cells.joined())</cellXfs></styleSheet>"
  }
}
