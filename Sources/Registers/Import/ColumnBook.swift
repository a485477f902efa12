import Kit

/// What a column of a file is for.
enum ColumnChoice: Sendable, Hashable {
  case field(ImportField)
  /// The file has it, the register does not want it: somebody said so.
  case ignored
  case unknown

  /// As it is stored and as forms send it.
  var text: String {
    switch self {
    case .field(let field): field.rawValue
    case .ignored: "-"
    case .unknown: ""
    }
  }

  init(_ text: String) {
    if let field = ImportField(rawValue: text) {
      self = .field(field)
    } else {
      self = text == "-" ? .ignored : .unknown
    }
  }

  var field: ImportField? { if case .field(let field) = self { field } else { nil } }
}

/// What headings mean to an agency: first what its people said, then the common words of `Content/phrases/`.
struct ColumnBook: Sendable {
  let columns: ImportColumns
  /// By folded heading.
  let remembered: [String: ColumnChoice]

  /// `parts` are the words that stand above each other in a header of several rows: `有效期`, `起`.
  func choice(_ parts: [String]) -> ColumnChoice {
    let whole = parts.joined()
    if let said = remembered[foldedWords([whole])] { return said }
    let field = columns.field(named: whole) ?? parts.last.flatMap { columns.field(named: $0) }
    return field.map { .field($0) } ?? .unknown
  }
}
