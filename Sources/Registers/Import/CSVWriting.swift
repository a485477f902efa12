/// Writes CSV for spreadsheets: UTF-8 with byte order mark, CRLF.
package enum CSVWriting {
  package static func file(_ rows: [[String]]) -> [UInt8] {
    [0xEF, 0xBB, 0xBF] + Array(rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  /// A cell that begins like a formula gets a quote in front, so that a spreadsheet shows it instead of running it.
  static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { ["=", "+", "-", "@", "\t", "\r"].contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    let needsQuotes = safe.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
