/// Reads the lines of a record, one after the other.
struct PaperRecordReader {
  private let lines: [[Substring]]
  private var next = 0

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  mutating func document() throws(PaperRefusal) -> PaperDocument {
    guard try text("qingyuan-paper") == "1" else { throw broken }
    let template = try text("template")
    let title = try text("title")
    let number = tag == "number" ? try text("number") : nil
    let agency = try text("agency")
    guard let audience = PaperTemplate.Audience(rawValue: try text("audience")),
      let width = PaperTemplate.Width(rawValue: try text("width"))
    else { throw broken }
    let address = tag == "address" ? try text("address") : nil
    var blocks: [PaperBlock] = []
    while tag != nil { blocks.append(try block()) }
    return PaperDocument(
      template: template, title: title, number: number, agency: agency, audience: audience, width: width,
      address: address, blocks: blocks)
  }

  /// The first field of the line that comes; nil after the last.
  private var tag: Substring? { next < lines.count ? lines[next].first : nil }
  private var broken: PaperRefusal { .brokenRecord(line: next) }

  private mutating func block() throws(PaperRefusal) -> PaperBlock {
    switch tag {
    case "h": return .heading(try line("h"))
    case "p": return .paragraph(try line("p"))
    case "note": return .note(try line("note"))
    case "facts": return .facts(try facts())
    case "table": return .table(try table())
    case "blank": return .blank(try count("blank"))
    case "sign": return .sign(try fields("sign").map { one in one.first ?? PaperLine([]) })
    case "seal":
      let fields = try fields("seal")
      guard fields.count == 2 else { throw broken }
      return .seal(agency: fields[0].first ?? PaperLine([]), date: fields[1].first ?? PaperLine([]))
    case "break": return try text("break") == "page" ? .pageBreak : .blank(0)
    default:
      next += 1
      throw broken
    }
  }

  private mutating func facts() throws(PaperRefusal) -> [PaperFact] {
    var facts: [PaperFact] = []
    for _ in 0..<(try count("facts")) {
      let fields = try fields("fact")
      guard fields.count == 2 else { throw broken }
      facts.append(PaperFact(label: fields[0].first ?? PaperLine([]), value: fields[1]))
    }
    return facts
  }

  private mutating func table() throws(PaperRefusal) -> PaperTable {
    let count = try count("table")
    let labels = try fields("columns").map { $0.first?.words ?? "" }
    let widths = try fields("widths").map { Int($0.first?.words ?? "") ?? 0 }
    guard labels.count == widths.count else { throw broken }
    var rows: [[[PaperLine]]] = []
    for _ in 0..<count { rows.append(try fields("row")) }
    return PaperTable(columns: zip(labels, widths).map { .init(label: $0, width: $1) }, rows: rows)
  }

  private mutating func fields(_ wanted: String) throws(PaperRefusal) -> [[PaperLine]] {
    guard next < lines.count, lines[next].first == Substring(wanted) else {
      next += 1
      throw broken
    }
    defer { next += 1 }
    var fields: [[PaperLine]] = []
    for field in lines[next].dropFirst() {
      guard let lines = RecordField.lines(field) else { throw .brokenRecord(line: next + 1) }
      fields.append(lines)
    }
    return fields
  }

  private mutating func line(_ tag: String) throws(PaperRefusal) -> PaperLine {
    let fields = try fields(tag)
    guard fields.count == 1, fields[0].count <= 1 else { throw broken }
    return fields[0].first ?? PaperLine([])
  }

  private mutating func text(_ tag: String) throws(PaperRefusal) -> String { try line(tag).words }

  private mutating func count(_ tag: String) throws(PaperRefusal) -> Int {
    guard let count = Int(try text(tag)), (0...1_000_000).contains(count) else { throw broken }
    return count
  }
}
