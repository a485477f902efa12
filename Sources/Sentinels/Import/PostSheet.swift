import Kit
import Registers

/// A list of posts with its headings found.
struct PostSheet: Sendable {
  /// The heading stands in one of the first rows.
  static let deepest = 10

  let places: [PostField: Int]
  /// Headings that are not known.
  let unused: [String]
  let rows: [TableRow]

  /// Refuses a file without a heading, with two columns of one kind, and without a needed column.
  init(_ rows: [TableRow], _ book: [PostColumn]) throws {
    func score(_ row: TableRow) -> Int { row.cells.filter { cell in book.contains { $0.isCalled(cell) } }.count }
    let best = rows.prefix(Self.deepest).enumerated().max { score($0.element) < score($1.element) }
    guard let best, score(best.element) >= 2 else { throw PostImportRefusal.noHeader }
    var (places, unused) = ([PostField: Int](), [String]())
    for (place, cell) in best.element.cells.enumerated() {
      let heading = cell.trimmed
      guard let column = book.first(where: { $0.isCalled(heading) }) else {
        if !heading.isEmpty { unused.append(heading) }
        continue
      }
      guard places.updateValue(place, forKey: column.field) == nil else {
        throw PostImportRefusal.columnTwice(column.title)
      }
    }
    let missing = book.filter { $0.isRequired && places[$0.field] == nil }.map(\.title)
    guard missing.isEmpty else { throw PostImportRefusal.columnsMissing(missing) }
    (self.places, self.unused) = (places, unused)
    self.rows = Array(rows.dropFirst(best.offset + 1))
  }
}
