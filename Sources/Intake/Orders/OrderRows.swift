import Kit
import Registers
import Web

/// A cell that cannot stand: row, column, what it says, why.
struct OrderFault: Sendable {
  let line: Int
  let column: String
  let shown: String
  let reason: String
}

/// One order as a clue.
struct Order: Sendable {
  let line: Int
  let clue: NewClue
  let number: String
}

/// The rows of a list, checked: what becomes a clue, what is one already, what must be mended.
struct OrderRows: Sendable {
  private(set) var orders: [Order] = []
  /// Lines whose order is on file, with the number of their clue.
  private(set) var known: [(line: Int, order: String, number: String)] = []
  private(set) var faults: [OrderFault] = []
  let lines: Int

  var badLines: Int { Set(faults.map(\.line)).count }

  /// `onFile` gives the number of the clue that an order became.
  init(
    _ sheet: OrderSheet, _ book: ChannelBook, today: CivilDate, onFile: (String) throws -> String?
  ) throws {
    lines = sheet.rows.count
    let titles = Dictionary(book.columns.map { ($0.field, $0) }) { first, _ in first }
    var places: [OrderField: Int] = [:]
    for column in sheet.columns {
      guard case .field(let field) = column.choice else { continue }
      guard places.updateValue(column.place, forKey: field) == nil else {
        throw IntakeRefusal.columnTwice(titles[field]?.title ?? field.rawValue)
      }
    }
    let missing = book.columns.filter { $0.isRequired && places[$0.field] == nil }.map(\.title)
    guard missing.isEmpty else { throw IntakeRefusal.columnsMissing(missing) }
    var seen: [String: Int] = [:]
    for row in sheet.rows {
      var reading = RowReading(row: row, places: places, titles: titles)
      let number = reading.text(.order) ?? ""
      let clue = reading.clue(number, book, today)
      if !number.isEmpty, let first = seen.updateValue(row.line, forKey: number) {
        reading.refuse(.order, "跟第 \(first) 行重复，一个工单只能有一行")
      }
      faults += reading.faults
      guard reading.faults.isEmpty else { continue }
      if let clueNumber = try onFile(number) {
        known.append((row.line, number, clueNumber))
      } else {
        orders.append(Order(line: row.line, clue: clue, number: number))
      }
    }
  }
}

/// One row on its way through the checks.
private struct RowReading {
  let row: TableRow
  let places: [OrderField: Int]
  let titles: [OrderField: OrderColumn]
  var faults: [OrderFault] = []

  mutating func refuse(_ field: OrderField, _ reason: String) {
    let shown = places[field].flatMap { row.cells[at: $0] } ?? ""
    // Names and telephones stand in no list of faults.
    let isPersonal = field == .reporter || field == .phone
    faults.append(
      OrderFault(
        line: row.line, column: titles[field]?.title ?? field.rawValue,
        shown: isPersonal ? "" : shown.clipped(to: 40), reason: reason))
  }

  mutating func text(_ field: OrderField) -> String? {
    guard let place = places[field] else { return nil }
    if let fault = row.faults[place] { refuse(field, fault) }
    let text = row.cells[at: place] ?? ""
    if text.isEmpty, titles[field]?.isRequired == true { refuse(field, "还没有填") }
    if text.scalarCount > field.most { refuse(field, "有 \(text.scalarCount) 个字，最多 \(field.most) 个字") }
    if text.unicodeScalars.contains(where: { $0.value < 32 && !["\n", "\r", "\t"].contains($0) }) {
      refuse(field, "里面有看不见的控制字符，请重新输入")
    }
    return text.isEmpty ? nil : text
  }

  mutating func clue(_ number: String, _ book: ChannelBook, _ today: CivilDate) -> NewClue {
    let words = text(.matter)
    let matter = words.flatMap { words in book.matters.first { !$0.isUrgent && $0.title == words } }
    let entry = ClueEntry(matter: matter?.key ?? ChannelBook.usual, order: number, came: day(today))
    return NewClue(
      channel: .hotline, text: text(.text) ?? "", place: text(.place) ?? "工单没有写明", happened: text(.happened),
      origin: matter == nil ? words.map { "热线分类：\($0)" } : nil,
      reporter: Reporter(name: text(.reporter), phone: text(.phone)), entry: entry)
  }

  /// The day of a moment; clocks run from it, so that one of another year is a slip of the pen.
  private mutating func day(_ today: CivilDate) -> CivilDate? {
    guard let text = text(.came) else { return nil }
    let words = text.split { $0 == " " || $0 == "T" }.first.map(String.init) ?? text
    guard let day = CivilDate(typed: words) else {
      refuse(.came, "不是日期，写成 2026-01-31 这样")
      return nil
    }
    if day > today { refuse(.came, "比今天还晚") }
    if day.adding(days: 366) < today { refuse(.came, "是一年以前，请核对年份") }
    return day
  }
}
