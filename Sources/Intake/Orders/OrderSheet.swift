import Kit
import Registers
import Web

/// What a column of a hotline's list brings (工单表的列).
enum OrderField: String, CaseIterable, Sendable {
  case order, text, place, came, happened, matter, reporter, phone

  /// Characters that fit; nil for days.
  var most: Int {
    switch self {
    case .text: 5000
    case .place: 200
    case .order, .happened, .matter: 60
    case .came, .reporter: 40
    case .phone: 30
    }
  }
}

/// A column as `Content/channels/` names it.
struct OrderColumn: Sendable {
  let field: OrderField
  let title: String
  let aliases: [String]
  let isRequired: Bool
}

/// What a column of a file is for.
enum OrderChoice: Sendable, Hashable {
  case field(OrderField)
  case ignored
  case unknown

  /// As it is kept and as forms send it.
  var text: String {
    switch self {
    case .field(let field): field.rawValue
    case .ignored: "-"
    case .unknown: ""
    }
  }

  init(_ text: String) {
    self = OrderField(rawValue: text).map { .field($0) } ?? (text == "-" ? .ignored : .unknown)
  }
}

/// A hotline's list with its header found: which column is what, and the rows below.
struct OrderSheet: Sendable {
  struct Column: Sendable {
    let place: Int
    let heading: String
    let sample: String
    let choice: OrderChoice
  }

  static let deepest = 10

  let columns: [Column]
  let rows: [TableRow]

  var isSettled: Bool { !columns.contains { $0.choice == .unknown } }

  /// Takes the row that names most columns; what people of the agency said of a heading goes before the packs. Refuses a
  /// file in whose first rows no two columns are named.
  init(_ rows: [TableRow], _ book: [OrderColumn], remembered: [String: OrderChoice]) throws {
    let known = Self.words(book).merging(remembered) { $1 }
    func score(_ row: TableRow) -> Int {
      row.cells.filter { if case .field = known[Self.folded($0)] { true } else { false } }.count
    }
    let best = rows.prefix(Self.deepest).enumerated().max { score($0.element) < score($1.element) }
    guard let best, score(best.element) >= 2 else { throw IntakeRefusal.noHeader }
    let below = Array(rows.dropFirst(best.offset + 1))
    columns = best.element.cells.enumerated().map { place, cell in
      let heading = cell.trimmed
      let sample = below.lazy.compactMap { $0.cells[at: place] }.first { !$0.isEmpty } ?? ""
      let guess: OrderChoice = heading.isEmpty && sample.isEmpty ? .ignored : known[Self.folded(heading)] ?? .unknown
      return Column(place: place, heading: heading, sample: sample.clipped(to: 30), choice: guess)
    }
    self.rows = below
  }

  /// As headings are remembered and compared.
  static func folded(_ heading: String) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: Kit.folded(heading))
    return String(text)
  }

  private static func words(_ book: [OrderColumn]) -> [String: OrderChoice] {
    let pairs = book.flatMap { column in
      ([column.title] + column.aliases).map { (folded($0), OrderChoice.field(column.field)) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension [String] {
  /// Trimmed; nil where the row is shorter.
  subscript(at place: Int) -> String? { indices.contains(place) ? self[place].trimmed : nil }
}
