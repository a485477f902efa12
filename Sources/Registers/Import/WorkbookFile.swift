import Papers
import Storage

/// A register in a workbook (xlsx).
struct WorkbookFile: RegisterFile {
  private let reader: SheetReader

  init(_ file: StagedFile) throws {
    do { reader = try SheetReader(file.url) } catch let refusal as SheetRefusal { throw ImportRefusal.sheet(refusal) }
  }

  var isSheet: Bool { true }
  var merged: [SheetArea] { reader.merged }

  var remarks: [String] {
    let hidden = reader.hiddenSheets.map { "“\($0)”" }.joined(separator: "、")
    return ["读的是工作表“\(reader.sheetName)”"] + (hidden.isEmpty ? [] : ["没有读隐藏的工作表\(hidden)"])
  }

  mutating func next() throws -> [FileRow]? {
    do { return try reader.next()?.map(WorkbookFile.row) } catch let refusal as SheetRefusal {
      throw ImportRefusal.sheet(refusal)
    }
  }

  func close() {}

  private static func row(_ row: SheetRow) -> FileRow {
    var cells = Array(repeating: "", count: row.cells.last?.column ?? 0)
    var result = (faults: [Int: String](), merged: Set<Int>())
    for cell in row.cells where cells.indices.contains(cell.column - 1) {
      let place = cell.column - 1
      cells[place] = cell.value.words
      if case .fault(let fault) = cell.value { result.faults[place] = fault.reason }
      if cell.isRepeated { result.merged.insert(place) }
    }
    return FileRow(line: row.number, cells: cells, faults: result.faults, merged: result.merged)
  }
}
