package import Kit
package import Packs

/// A column of the register that a file can bring, in the order of the template.
enum ImportField: String, CaseIterable, Sendable {
  case name
  case credit = "credit-code"
  case type, town, address, licence
  case validFrom = "valid-from"
  case validTo = "valid-to"
  case subjects, representative

  /// The register cannot hold a row without these.
  var isRequired: Bool {
    switch self {
    case .name, .type, .town, .address, .licence: true
    case .credit, .validFrom, .validTo, .subjects, .representative: false
    }
  }

  /// Longest text in characters.
  var most: Int {
    switch self {
    case .name: 100
    case .address: 200
    case .subjects: 1000
    case .licence: 40
    default: 50
    }
  }
}

/// The headers under which files bring the columns of the register (导入列), from `Content/phrases/`.
package struct ImportColumns: Sendable {
  struct Column: Sendable {
    let field: ImportField
    let title: String
    let aliases: [String]
    let hint: String
    let sample: String
  }

  /// One for each field, in the order of `ImportField`.
  let columns: [Column]
  private let titles: [ImportField: String]
  private let fields: [String: ImportField]

  /// Throws every problem of the pack. Refuses a field without a column, two columns of one field, and a header that
  /// means two fields.
  package static func load(_ source: any ContentSource) throws(Refusals) -> ImportColumns {
    let reader = PackReader(source)
    let columns = reader.files(in: "phrases") { $0.records("institution-columns", read) }.flatMap { $0 }
    for field in ImportField.allCases where !columns.contains(where: { $0.field == field }) {
      reader.refuse("phrases", "缺少列 \(field.rawValue)")
    }
    try reader.settle()
    return ImportColumns(columns)
  }

  private init(_ columns: [Column]) {
    self.columns = ImportField.allCases.compactMap { field in columns.first { $0.field == field } }
    titles = Dictionary(columns.map { ($0.field, $0.title) }) { first, _ in first }
    let words = columns.flatMap { column in ([column.title] + column.aliases).map { (foldedWords([$0]), column.field) }
    }
    fields = Dictionary(words) { first, _ in first }
  }

  func title(_ field: ImportField) -> String { titles[field] ?? field.rawValue }

  /// The field that a header means; nil for an unknown one.
  func field(named header: String) -> ImportField? { fields[foldedWords([header])] }

  private static func read(_ node: PackNode) -> Column {
    let column = Column(
      field: node.choice("field", standIn: ImportField.name), title: node.text("title"),
      aliases: node.textsIfAny("aliases"), hint: node.text("hint"), sample: node.text("sample"))
    node.claim(column.field.rawValue, in: "institution-columns", key: "field")
    for word in [column.title] + column.aliases {
      node.claim(foldedWords([word]), in: "headers of institution-columns", key: "aliases")
    }
    return column
  }
}
