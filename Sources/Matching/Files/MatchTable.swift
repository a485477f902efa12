import Kit

/// A CSV file of records (比对用表): a row of titles, then one record a line; cells in quotes may hold commas and line ends.
///
/// Read once from front to end; a row of wrong length is refused with its number.
package struct MatchTable: Sequence {
  private let bytes: [UInt8]
  private let fields: [Int: MatchRecord.Field]
  private let width: Int
  private let start: Int

  /// Refuses a file without the column of identities (`record_id`, `query_id`) or the names.
  package init(_ bytes: [UInt8], identity: String) throws(MatchRefusal) {
    self.bytes = bytes
    var cells = CSVCells(bytes, at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var titles: [String] = []
    while let cell = cells.next() {
      titles.append(cell)
      if cells.isRowEnd { break }
    }
    var fields: [Int: MatchRecord.Field] = [:]
    for (place, title) in titles.enumerated() {
      if title.trimmed == identity { fields[place] = \MatchRecord.id }
      if let column = MatchRecord.columns.first(where: { $0.title == title.trimmed }) { fields[place] = column.field }
    }
    guard titles.map(\.trimmed).contains(identity), titles.map(\.trimmed).contains("name") else {
      throw MatchRefusal.columns(identity)
    }
    (self.fields, width, start) = (fields, titles.count, cells.at)
  }

  package func makeIterator() -> Rows {
    Rows(cells: CSVCells(bytes, at: start), fields: (0..<width).map { fields[$0] })
  }

  package struct Rows: IteratorProtocol {
    fileprivate var cells: CSVCells
    fileprivate let fields: [MatchRecord.Field?]

    package mutating func next() -> MatchRecord? {
      var (record, place, isEmpty) = (MatchRecord(), 0, true)
      while let cell = cells.next() {
        if place < fields.count, !cell.isEmpty {
          isEmpty = false
          if let field = fields[place] { record[keyPath: field] = cell }
        }
        place += 1
        guard cells.isRowEnd else { continue }
        if !isEmpty { return record }
        (record, place) = (MatchRecord(), 0)
      }
      return nil
    }
  }
}

/// Why a file cannot be compared.
package enum MatchRefusal: Refusal, Equatable {
  case columns(String)

  package var code: String { "matching.file" }
  package var sentence: String {
    switch self {
    case .columns(let identity): "表里没有 \(identity) 列或者 name 列。第一行要写列名，格式见 docs/matching.md。"
    }
  }
}

/// The cells of a CSV text one after the other.
package struct CSVCells {
  private let bytes: [UInt8]
  private(set) var at: Int
  /// The cell just given was the last of its row.
  package private(set) var isRowEnd = false

  package init(_ bytes: [UInt8], at: Int = 0) { (self.bytes, self.at) = (bytes, at) }

  package mutating func next() -> String? {
    guard at < bytes.count else { return nil }
    if bytes[at] == quote { return quoted() }
    let end = bytes[at...].firstIndex { $0 == comma || $0 == 10 || $0 == 13 } ?? bytes.count
    defer { finish(end) }
    return String(decoding: bytes[at..<end], as: UTF8.self)
  }

  private mutating func quoted() -> String {
    var (text, place) = ([UInt8](), at + 1)
    while place < bytes.count {
      if bytes[place] == quote {
        guard place + 1 < bytes.count, bytes[place + 1] == quote else { break }
        place += 1
      }
      text.append(bytes[place])
      place += 1
    }
    finish(bytes[min(place, bytes.count)...].firstIndex { $0 == comma || $0 == 10 || $0 == 13 } ?? bytes.count)
    return String(decoding: text, as: UTF8.self)
  }

  /// Past the comma or the line end.
  private mutating func finish(_ end: Int) {
    isRowEnd = end >= bytes.count || bytes[end] != comma
    at = end + 1
    if isRowEnd, end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 { at += 1 }
  }

  private var comma: UInt8 { 44 }
  private var quote: UInt8 { 34 }
}
