import Foundation
import Kit

/// What the cells of one workbook mean: its texts, formats and calendar.
struct CellValues {
  let strings: SharedStrings
  let formats: [NumberFormat]
  let isFrom1904: Bool

  /// Nil for an empty cell.
  func value(_ cell: RawCell) -> SheetValue? {
    guard cell.hasValue, !cell.bytes.isEmpty else {
      // Worked out to an empty text, or never worked out at all.
      return cell.hasFormula && !(cell.hasValue && cell.kind == "str") ? .fault(.formulaWithoutValue) : nil
    }
    switch cell.kind {
    case "s": return shared(cell.bytes)
    case "str", "inlineStr": return text(SheetText.decoded(cell.bytes))
    case "b": return .truth(cell.bytes.first == UInt8(ascii: "1"))
    case "e": return .fault(.error(SheetText.decoded(cell.bytes)))
    case "d": return day(String(decoding: cell.bytes, as: UTF8.self))
    default: return number(cell)
    }
  }

  private func shared(_ bytes: [UInt8]) -> SheetValue? {
    let name = String(decoding: bytes, as: UTF8.self)
    // A number without a text: the file was cut and mended by something.
    guard let number = Int(name), let found = strings.text(number) else { return .fault(.error("文字 \(name) 丢失")) }
    return text(SheetText.decoded(found))
  }

  private func text(_ text: String) -> SheetValue? { text.isEmpty ? nil : .text(text) }

  /// ISO 8601, as the strict variant of the format has it.
  private func day(_ text: String) -> SheetValue {
    CivilDate(iso: text.prefix(10)).map { .date($0) } ?? .fault(.noDay(text))
  }

  private func number(_ cell: RawCell) -> SheetValue {
    let text = String(decoding: cell.bytes, as: UTF8.self)
    guard let number = Double(text), number.isFinite else { return .fault(.error(text)) }
    let format = formats.indices.contains(cell.style) ? formats[cell.style] : .plain
    switch format {
    case .date: return date(number)
    case .time: return .text(CellValues.time(number))
    case .padded(let width):
      let plain = CellValues.plain(number)
      let zeros = String(repeating: "0", count: max(width - plain.utf8.count, 0))
      return .number(plain.utf8.allSatisfy { (48...57).contains($0) } ? zeros + plain : plain)
    case .plain: return .number(CellValues.plain(number))
    }
  }

  /// Serial days. The calendar of 1900 has a 29th of February 1900 that never was, as day 60.
  private func date(_ number: Double) -> SheetValue {
    let fault = SheetValue.fault(.noDay(CellValues.plain(number)))
    guard number >= (isFrom1904 ? 0 : 1), number < 2_958_466 else { return fault }
    let serial = Int(number)
    if isFrom1904 { return .date(CivilDate(dayNumber: serial - 24_107)) }
    if serial == 60 { return fault }
    return .date(CivilDate(dayNumber: serial - (serial < 60 ? 25_568 : 25_569)))
  }

  private static func time(_ number: Double) -> String {
    let minutes = Int((min(max(number, 0), 1_000_000) * 1440).rounded())
    return "\((minutes / 60).twoDigits):\((minutes % 60).twoDigits)"
  }

  /// As the sheet shows it: 15 digits, no more.
  static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int64(number))" }
    return String(format: abs(number) < 1e15 ? "%.15g" : "%.14E", number)
  }
}
