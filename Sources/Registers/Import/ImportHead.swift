import Kit
import Papers

/// The header of a file as it was found: below title rows, in one row or several, its columns in any order.
struct ImportHead: Sendable {
  struct Column: Sendable {
    let place: Int
    /// Words of merged rows joined: `有效期起`. Empty where the column has no name.
    let heading: String
    /// The first values below, to know the column by.
    let samples: [String]
    let guess: ColumnChoice
  }

  let isSheet: Bool
  let lines: ClosedRange<Int>
  /// One for each place; what is empty through and through is ignored.
  let columns: [Column]

  /// Looked for so far down; above stand titles, dates, who filled it in.
  static let deepest = 20

  /// Somebody must say what some columns are.
  var asks: Bool {
    let fields = columns.compactMap(\.guess.field)
    return columns.contains { $0.guess == .unknown } || Set(fields).count < fields.count
  }

  var choices: [ColumnChoice] { columns.map(\.guess) }

  /// Takes the rows that name most columns; of equals the lowest, so that a title above is none of it. Refuses a file
  /// in which no rows name two columns: whatever it is, it is no register.
  init(_ rows: [FileRow], merged: [SheetArea], isSheet: Bool, _ book: ColumnBook) throws {
    let top = rows.filter { $0.line <= ImportHead.deepest }
    guard let first = rows.first else { throw ImportRefusal.emptyFile }
    var best = (rows: [first], score: 0)
    for (place, row) in top.enumerated() {
      for depth in 1...ImportHead.depth(row.line, merged) {
        let candidate = Array(top[place...].prefix { $0.line < row.line + depth })
        let score = Set(ImportHead.parts(candidate).map(book.choice).compactMap(\.field)).count
        if score > 0, score >= best.score { best = (candidate, score) }
      }
    }
    self.isSheet = isSheet
    lines = (best.rows.first?.line ?? 1)...(best.rows.last?.line ?? 1)
    let last = lines.upperBound
    let below = Array(rows.filter { $0.line > last }.prefix(8))
    columns = ImportHead.parts(best.rows).enumerated().map { place, parts in
      ImportHead.column(place, ImportHead.isShadow(place, best.rows, below) ? [] : parts, below, book)
    }
    if best.score < 2 { throw ImportHead.refusal(columns, book.columns) }
  }

  private static func column(_ place: Int, _ parts: [String], _ below: [FileRow], _ book: ColumnBook) -> Column {
    let filled = below.filter { $0.cells.indices.contains(place) && !$0.cells[place].trimmed.isEmpty }
    let isEmpty = filled.allSatisfy { $0.merged.contains(place) }
    return Column(
      place: place, heading: parts.joined(), samples: filled.prefix(3).map { $0.cells[place].trimmed },
      guess: parts.isEmpty && isEmpty ? .ignored : book.choice(parts))
  }

  /// A column that only widens the one before it: merged with it in the header and in every record.
  private static func isShadow(_ place: Int, _ head: [FileRow], _ below: [FileRow]) -> Bool {
    let filled = below.filter { $0.cells.indices.contains(place) && !$0.cells[place].isEmpty }
    return !filled.isEmpty && (head + filled).allSatisfy { $0.merged.contains(place) }
  }

  /// How many rows a header may have that begins here: as many as its merged cells tie together.
  private static func depth(_ line: Int, _ merged: [SheetArea]) -> Int {
    let here = merged.filter { $0.rows.lowerBound == line }
    let lowest = here.map(\.rows.upperBound).max() ?? line
    let isWide = here.contains { $0.columns.count > 1 }
    return min(max(lowest, isWide ? line + 1 : line) - line + 1, 3)
  }

  /// The words of each column from the top down; cells that repeat the one above say nothing new.
  private static func parts(_ rows: [FileRow]) -> [[String]] {
    let width = rows.map { $0.droppingEmptyTail(keeping: 0).cells.count }.max() ?? 0
    return (0..<width).map { place in
      var parts: [String] = []
      for row in rows where row.cells.indices.contains(place) {
        let word = row.cells[place].trimmed
        if !word.isEmpty, parts.last != word { parts.append(word) }
      }
      return parts
    }
  }

  private static func refusal(_ found: [Column], _ columns: ImportColumns) -> Refusals {
    let known = Set(found.compactMap(\.guess.field))
    let unknown = found.filter { $0.guess == .unknown }.prefix(8).map { "“\($0.heading.clipped(to: 30))”" }
    let missing = ImportField.allCases.filter { $0.isRequired && !known.contains($0) }.map(columns.title)
    return Refusals([ImportRefusal.unknownColumns(unknown), .missingColumns(missing)])
  }
}
