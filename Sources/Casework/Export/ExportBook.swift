internal import Kit
package import Packs

/// Mapping (导出列序): in which order, under which headings and how the cases leave for another system.
struct ExportMapping: Sendable {
  let id: String
  let title: String
  /// What who uses it must know first.
  let note: String
  let provenance: Provenance
  let columns: [ExportColumn]
}

/// One column: a field of the case, or always the same text.
struct ExportColumn: Sendable {
  enum Content: Sendable {
    case fixed(String)
    case field(ExportField, ExportFormat)
  }
  let title: String
  let content: Content
  let isRequired: Bool
}

/// How a value is written.
enum ExportFormat: Sendable, Equatable {
  case plain
  case date(ExportDate)
  case money(ExportMoney)
  case codes([String: String])
}

enum ExportDate: String, CaseIterable, Sendable { case iso, compact, chinese }

enum ExportMoney: String, CaseIterable, Sendable {
  case yuan, fen
  case tenThousand = "ten-thousand"
}

/// All mappings. An agency brings its own with `--content`.
package struct ExportBook: Sendable {
  let mappings: [ExportMapping]

  package static let empty = ExportBook(mappings: [])

  subscript(id: String) -> ExportMapping? { mappings.first { $0.id == id } }

  /// Reads `exports/`. Refuses fields that no case has, formats that do not fit their field, tables of codes that leave out a
  /// word, a column that is both fixed and a field.
  package static func load(_ source: any ContentSource) throws -> ExportBook {
    let reader = PackReader(source)
    let mappings = reader.files(in: "exports") { $0.records("mappings", ExportMapping.read) }.flatMap { $0 }
    try reader.settle()
    return ExportBook(mappings: mappings)
  }
}

extension ExportMapping {
  fileprivate static func read(_ node: PackNode) -> ExportMapping {
    let id = node.slug("id")
    node.claim(id, in: "exports", key: "id")
    let columns = node.records("columns", ExportColumn.read)
    if Set(columns.map(\.title)).count != columns.count { node.refuse("columns", "两列不能同名") }
    return ExportMapping(
      id: id, title: node.text("title"), note: node.text("note"), provenance: node.provenance(), columns: columns)
  }
}

extension ExportColumn {
  fileprivate static func read(_ node: PackNode) -> ExportColumn {
    let isRequired = node.flag("required", standard: false)
    guard !node.has("fixed") else {
      if isRequired { node.refuse("required", "固定值总是有的，不用写") }
      return ExportColumn(title: node.text("title"), content: .fixed(node.written("fixed")), isRequired: false)
    }
    let field = node.choice("field", standIn: ExportField.number)
    return ExportColumn(
      title: node.text("title"), content: .field(field, ExportFormat.read(node, field)), isRequired: isRequired)
  }
}

extension ExportFormat {
  /// Dates and amounts must say how they are written: a reader of another system must not guess.
  fileprivate static func read(_ node: PackNode, _ field: ExportField) -> ExportFormat {
    switch field.kind {
    case .text: .plain
    case .date: .date(node.choice("date", standIn: .iso))
    case .money: .money(node.choice("money", standIn: .yuan))
    case .word(let words): node.has("codes") ? codes(node, words) : .plain
    }
  }

  private static func codes(_ node: PackNode, _ words: [String]) -> ExportFormat {
    let pairs = node.records("codes") { ($0.text("value"), $0.written("code")) }
    let missing = words.filter { word in !pairs.contains { $0.0 == word } }
    if !missing.isEmpty { node.refuse("codes", "没有写代码：\(missing.joined(separator: "、"))") }
    let strange = pairs.map(\.0).filter { !words.contains($0) }
    if !strange.isEmpty { node.refuse("codes", "没有这样的值：\(strange.joined(separator: "、"))") }
    if Set(pairs.map(\.0)).count != pairs.count { node.refuse("codes", "一个值写了两次") }
    return .codes(Dictionary(pairs) { first, _ in first })
  }
}

extension ExportFormat {
  func text(_ value: ExportValue) -> String {
    switch (self, value) {
    case (.date(let form), .date(let date)): form.text(date)
    case (.money(let unit), .money(let money)): unit.text(money)
    case (.codes(let codes), .word(let word, let title)): codes[word] ?? title
    case (_, .text(let text)), (_, .word(_, let text)): text
    case (_, .date(let date)): date.iso
    case (_, .money(let money)): ExportMoney.yuan.text(money)
    }
  }
}

extension ExportDate {
  func text(_ date: CivilDate) -> String {
    switch self {
    case .iso: date.iso
    case .compact: date.iso.replacing("-", with: "")
    case .chinese: date.chinese()
    }
  }
}

extension ExportMoney {
  /// Exact, without groups: `50000.00`, `5000000`, `5.000000`.
  func text(_ money: Money) -> String {
    switch self {
    case .fen: "\(money.fen)"
    case .yuan: Self.decimal(money.fen, places: 2)
    case .tenThousand: Self.decimal(money.fen, places: 6)
    }
  }

  private static func decimal(_ number: Int64, places: Int) -> String {
    let digits = String(abs(number))
    let padded = String(repeating: "0", count: max(places + 1 - digits.utf8.count, 0)) + digits
    return (number < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
