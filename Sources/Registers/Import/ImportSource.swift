import Kit
import Storage

/// An uploaded register whose header was found; hands out the records below it.
struct ImportSource {
  let head: ImportHead
  private var file: any RegisterFile
  /// Records that came along while the header was looked for.
  private var held: [FileRow]

  init(_ staged: StagedFile, _ book: ColumnBook) throws {
    var file = try RegisterFiles.open(staged)
    var rows: [FileRow] = []
    while rows.count < ImportHead.deepest + 10, let piece = try file.next() { rows += piece.filter { !$0.isEmpty } }
    let head = try ImportHead(rows, merged: file.merged, isSheet: file.isSheet, book)
    self.head = head
    self.file = file
    held = rows.filter { $0.line > head.lines.upperBound }
  }

  /// The next records, none of them empty; nil after the last.
  mutating func next() throws -> [FileRow]? {
    if !held.isEmpty {
      defer { held = [] }
      return held.map { whole($0) }
    }
    guard let rows = try file.next() else { return nil }
    return rows.filter { !$0.isEmpty }.map { whole($0) }
  }

  func close() { file.close() }

  /// How the file was read, in one sentence; empty where that goes without saying.
  func remark(ignoring choices: [ColumnChoice], merged: Int64) -> String {
    var remarks = file.remarks
    if head.lines != 1...1 { remarks.append("表头在第 \(head.lines.upperBound) 行") }
    let ignored = zip(head.columns, choices).filter { $1 == .ignored && !$0.heading.isEmpty }.map {
      "“\($0.0.heading)”"
    }
    if !ignored.isEmpty { remarks.append("没有用\(ignored.joined(separator: "、"))这 \(ignored.count) 列") }
    if merged > 0 { remarks.append("\(merged) 格是合并单元格，按左上角那一格的值读") }
    return remarks.isEmpty ? "" : remarks.joined(separator: "；") + "。"
  }

  private func whole(_ row: FileRow) -> FileRow { head.isSheet ? row.padded(to: head.columns.count) : row }
}
