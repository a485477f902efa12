internal import Foundation

/// The kept form of a paper: lines of UTF-8, fields parted by tabs. Anybody can read it, and `sha256sum` of the file gives
/// the hash that stands on the paper.
///
///     qingyuan-paper	1
///     template	prior-notice
///     title	行政处罚事先告知书
///     …
///     p	经查，……
///
/// In a field `\t`, `\n`, `\\`, `\{` and `\}` stand for themselves, `{name}` for a gap, and `\n` parts the lines of a cell.
extension PaperDocument {
  package var record: [UInt8] {
    var writer = PaperRecordWriter()
    writer.line("qingyuan-paper", ["1"])
    writer.line("template", [RecordField.of(template)])
    writer.line("title", [RecordField.of(title)])
    if let number { writer.line("number", [RecordField.of(number)]) }
    writer.line("agency", [RecordField.of(agency)])
    writer.line("audience", [audience.rawValue])
    writer.line("width", [width.rawValue])
    if let address { writer.line("address", [RecordField.of(address)]) }
    for block in blocks { writer.write(block) }
    return writer.bytes
  }

  /// SHA-256 of the record in hexadecimal: what the paper and its QR code carry.
  package var hash: String { Digest.sha256(record) }

  /// Reads a record. Refuses what no document writes, down to the last byte, so that two records never mean one paper.
  package init(record: [UInt8]) throws(PaperRefusal) {
    guard let text = String(validating: record, as: UTF8.self), text.utf8.last == 10 else {
      throw .brokenRecord(line: 1)
    }
    var reader = PaperRecordReader(text)
    self = try reader.document()
    if self.record != record { throw .brokenRecord(line: 1) }
  }
}

struct PaperRecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ tag: String, _ fields: [String]) {
    bytes += ([tag] + fields).joined(separator: "\t").utf8
    bytes.append(10)
  }

  mutating func write(_ block: PaperBlock) {
    switch block {
    case .heading(let text): line("h", [RecordField.of([text])])
    case .paragraph(let text): line("p", [RecordField.of([text])])
    case .note(let text): line("note", [RecordField.of([text])])
    case .facts(let facts):
      line("facts", ["\(facts.count)"])
      for fact in facts { line("fact", [RecordField.of([fact.label]), RecordField.of(fact.value)]) }
    case .table(let table):
      line("table", ["\(table.rows.count)"])
      line("columns", table.columns.map { RecordField.of($0.label) })
      line("widths", table.columns.map { "\($0.width)" })
      for row in table.rows { line("row", row.map(RecordField.of)) }
    case .blank(let count): line("blank", ["\(count)"])
    case .sign(let lines): line("sign", lines.map { RecordField.of([$0]) })
    case .seal(let agency, let date): line("seal", [RecordField.of([agency]), RecordField.of([date])])
    case .pageBreak: line("break", ["page"])
    }
  }
}

/// One field of a record.
enum RecordField {
  static func of(_ text: String) -> String {
    var field = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "{", "}": field.append("\\")
      default: break
      }
      field.append(scalar)
    }
    return String(field)
  }

  static func of(_ lines: [PaperLine]) -> String {
    lines.map { line in
      line.runs.map { run in
        switch run {
        case .words(let words): of(words)
        case .gap(let name): "{\(name)}"
        }
      }.joined()
    }.joined(separator: "\\n")
  }

  /// nil for what `of` does not write.
  static func lines(_ field: some StringProtocol) -> [PaperLine]? {
    if field.isEmpty { return [] }
    var lines: [[PaperLine.Run]] = [[]]
    var words = String.UnicodeScalarView()
    var rest = field.unicodeScalars[...]
    func close() {
      if !words.isEmpty { lines[lines.count - 1].append(.words(String(words))) }
      words.removeAll()
    }
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let next = rest.popFirst() else { return nil }
        if next == "n" {
          close()
          lines.append([])
        } else {
          words.append(next)
        }
      case "{":
        guard let end = rest.firstIndex(of: "}") else { return nil }
        close()
        lines[lines.count - 1].append(.gap(String(String.UnicodeScalarView(rest[..<end]))))
        rest = rest[end...].dropFirst()
      default: words.append(scalar)
      }
    }
    close()
    return lines.map { PaperLine($0) }
  }
}
