import Foundation
import Kit
import Matching
import Papers
import Storage

/// Reads a list: a workbook (xlsx), or CSV in UTF-8 or GBK. The first row that is not empty holds the titles.
enum OffenderFileReading {
  /// More rows are brought in several files.
  static let mostRows = 50_000

  /// Rows with their number as a spreadsheet shows it.
  static func rows(_ file: StagedFile) throws -> [(line: Int, cells: [String])] {
    let rows = file.type == "application/zip" ? try sheet(file) : try csv(file)
    let filled = rows.filter { $0.cells.contains { !$0.trimmed.isEmpty } }
    guard filled.count <= mostRows + 1 else { throw OffenderImportRefusal.tooManyRows }
    return filled
  }

  private static func sheet(_ file: StagedFile) throws -> [(line: Int, cells: [String])] {
    let reader = try SheetReader(file.url)
    var rows: [(line: Int, cells: [String])] = []
    while let piece = try reader.next() {
      for row in piece {
        var cells = Array(repeating: "", count: row.cells.last?.column ?? 0)
        for cell in row.cells where cells.indices.contains(cell.column - 1) {
          cells[cell.column - 1] = cell.value.words
        }
        rows.append((row.number, cells))
      }
      guard rows.count <= mostRows + 100 else { throw OffenderImportRefusal.tooManyRows }
    }
    return rows
  }

  private static func csv(_ file: StagedFile) throws -> [(line: Int, cells: [String])] {
    guard file.type == "application/octet-stream" else { throw OffenderImportRefusal.notATable }
    guard let text = Decoding.text([UInt8](try Data(contentsOf: file.url))) else {
      throw OffenderImportRefusal.unreadable
    }
    var cells = CSVCells(Array(text.utf8), at: 0)
    var (rows, row) = ([(line: Int, cells: [String])](), [String]())
    while let cell = cells.next() {
      row.append(cell)
      guard cells.isRowEnd else { continue }
      rows.append((rows.count + 1, row))
      row = []
    }
    return rows
  }
}

/// Why a list is refused as a whole.
enum OffenderImportRefusal: Refusal, Hashable {
  case noFile, notATable, unreadable, tooManyRows, noRows, noneGiven, bothGiven
  case unknownColumns([String])
  case noName
  case hasFaults(Int64)
  case alreadyApplied
  case tooManyScreened
  case badCell(OffenderFault, more: Int)

  var code: String {
    switch self {
    case .hasFaults: "offenders.import-faults"
    case .alreadyApplied: "offenders.import-applied"
    case .unknownColumns, .noName: "offenders.import-columns"
    default: "offenders.import-file"
    }
  }

  var sentence: String {
    switch self {
    case .noFile: "还没有选文件。"
    case .notATable: "这个文件不是 Excel 表格（xlsx），也不是 CSV。"
    case .unreadable: "这个 CSV 文件既不是 UTF-8，也不是 GBK 编码，读不出文字。"
    case .tooManyRows: "这个文件超过 \(OffenderFileReading.mostRows) 行。"
    case .noRows: "文件里只有表头，没有人。"
    case .noneGiven: "还没有粘贴名单，也没有选文件。"
    case .bothGiven: "粘贴了名单，又选了文件，不知道比对哪一份。"
    case .unknownColumns(let names): "表头里有不认识的列：\(names.joined(separator: "、"))。"
    case .noName: "表头里没有“姓名”这一列。"
    case .hasFaults(let count): "这份名单有 \(count) 行要改，一行也没有导入。"
    case .alreadyApplied: "这份名单已经导入过了，没有再导入一次。"
    case .tooManyScreened: "这份名单超过 \(Offenders.mostScreened) 人。"
    case .badCell(let fault, let more):
      "第 \(fault.line) 行“\(fault.column)”\(fault.shown.isEmpty ? "" : "写的是“\(fault.shown)”，")\(fault.reason)\(more > 0 ? "；另有 \(more) 处" : "")。"
    }
  }

  var next: String? {
    switch self {
    case .noFile: "选一个 Excel（xlsx）或者 CSV 文件再上传。"
    case .noneGiven: "一行粘贴一个人，或者选一个文件。"
    case .bothGiven: "只留一份。"
    case .notATable: "在 Excel 或 WPS 里打开，另存为 xlsx，再上传。县里上报的 jsonl 文件在“上报省里”的“收到的上报”里收。"
    case .unreadable: "在 Excel 或 WPS 里另存为 xlsx 或者“CSV UTF-8”，再上传。"
    case .tooManyRows, .tooManyScreened: "分成几个文件上传。"
    case .badCell: "改好再比对；还没有比对任何人。"
    case .unknownColumns, .noName: "对照模板的列名改好表头；用不到的列请删掉。"
    case .hasFaults: "改好下面这些格，再上传一次。"
    case .noRows, .alreadyApplied: nil
    }
  }

  var field: String? {
    switch self {
    case .hasFaults, .alreadyApplied: nil
    case .noneGiven: "list"
    default: "file"
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notATable: .unsupported
    case .alreadyApplied: .conflict
    default: .invalid
    }
  }
}
