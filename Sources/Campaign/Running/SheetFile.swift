internal import Foundation
internal import Papers
internal import Storage

/// A list of a campaign as the bytes of a workbook.
enum SheetFile {
  /// Written to the data folder, read and removed. A column is its title and its width.
  static func bytes(
    in folder: DataFolder, sheet: String, title: String, _ columns: [(String, Double)], _ rows: [[SheetWriter.Cell]]
  ) throws -> [UInt8] {
    let url = folder.incoming.appending(path: "sheet-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let writer = try SheetWriter(
      url, folder: folder.incoming, sheet: sheet, title: title,
      columns: columns.map { SheetWriter.Column($0.0, width: $0.1) })
    for row in rows { try writer.add(row) }
    try writer.finish()
    return [UInt8](try Data(contentsOf: url))
  }
}
