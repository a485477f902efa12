import Kit
import Papers

/// Which column of a file brings which field. The order of columns does not matter.
struct ImportHeader: Sendable {
  /// Places of the fields in a record; a field that the file lacks is absent.
  let places: [ImportField: Int]
  let count: Int
  let isSheet: Bool
  /// Places without a heading, which were empty as far as the header was looked for.
  let unnamed: [Int]
  private let titles: [ImportField: String]

  /// `choices` say of each column of the head what it is. Refuses unnamed, unknown and repeated columns, and a file
  /// that lacks a required one; all are named.
  init(_ head: ImportHead, _ choices: [ColumnChoice], _ columns: ImportColumns) throws {
    var places: [ImportField: Int] = [:]
    var unknown: [String] = []
    var refusals: [any Refusal] = []
    for (column, choice) in zip(head.columns, choices) {
      switch choice {
      case .ignored: continue
      case .unknown where column.heading.isEmpty: refusals.append(ImportRefusal.unnamedColumn(column.place + 1))
      case .unknown: unknown.append("“\(column.heading.clipped(to: 30))”")
      case .field(let field):
        guard places.updateValue(column.place, forKey: field) != nil else { continue }
        refusals.append(ImportRefusal.repeatedColumn(columns.title(field)))
      }
    }
    if !unknown.isEmpty { refusals.append(ImportRefusal.unknownColumns(unknown)) }
    let missing = ImportField.allCases.filter { $0.isRequired && places[$0] == nil }.map(columns.title)
    if !missing.isEmpty { refusals.append(ImportRefusal.missingColumns(missing)) }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    self.places = places
    count = head.columns.count
    isSheet = head.isSheet
    unnamed = head.columns.filter { $0.heading.isEmpty && $0.samples.isEmpty }.map(\.place)
    let titles = ImportField.allCases.map { field in
      let letters = head.isSheet ? places[field].map { "（\(SheetPlace.letters($0 + 1)) 列）" } : nil
      return (field, columns.title(field) + (letters ?? ""))
    }
    self.titles = Dictionary(titles) { first, _ in first }
  }

  /// How a column is named to the person who mends the file: of a sheet with its letters.
  func title(_ field: ImportField) -> String { titles[field] ?? field.rawValue }
}
