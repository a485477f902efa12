import Kit
import Papers

/// Why an import is refused as a whole. Nothing of it is kept.
enum ImportRefusal: Refusal, Hashable {
  case noFile
  case emptyFile
  case notCSV(type: String)
  case wideText
  case brokenText(line: Int)
  case csv(CSVFault)
  case sheet(SheetRefusal)
  case noRows
  case unnamedColumn(Int)
  case unknownColumns([String])
  case repeatedColumn(String)
  case missingColumns([String])
  case noTowns(county: String)
  case noDecoder
  case hasFaults(Int64)
  case nothingNew
  case alreadyApplied
  case baseChanged
  case columnsSettled
  /// Of a small table that is read whole.
  case tooManyRows(Int)

  var code: String { if case .sheet(let refusal) = self { refusal.code } else { "registers.import-\(name)" } }

  private var name: String {
    switch self {
    case .noFile, .emptyFile: "no-file"
    case .notCSV, .wideText: "not-csv"
    case .brokenText: "broken-text"
    case .csv: "broken-csv"
    case .sheet: "sheet"
    case .noRows: "no-rows"
    case .unnamedColumn, .unknownColumns, .repeatedColumn, .missingColumns: "columns"
    case .noTowns: "no-towns"
    case .noDecoder: "no-decoder"
    case .hasFaults: "faults"
    case .nothingNew: "nothing-new"
    case .alreadyApplied: "applied"
    case .baseChanged: "base-changed"
    case .columnsSettled: "columns-settled"
    case .tooManyRows: "too-many-rows"
    }
  }

  var sentence: String {
    switch self {
    case .noFile: "还没有选文件。"
    case .emptyFile: "这个文件是空的。"
    case .notCSV(let type): "这个文件是\(ImportRefusal.noun(of: type))，不是 Excel 表格（xlsx），也不是 CSV。"
    case .wideText: "这个文件是 UTF-16 编码（Excel 的“Unicode 文本”），不是 CSV。"
    case .brokenText(let line): "第 \(line) 行有读不出的字符：这个文件既不是完整的 UTF-8，也不是 GBK 编码。"
    case .csv(let fault): ImportRefusal.sentence(of: fault)
    case .sheet(let refusal): refusal.sentence
    case .noRows: "文件里只有表头，没有机构。"
    case .unnamedColumn(let place): "表头第 \(place) 列没有列名。"
    case .unknownColumns(let names): "表头里有不认识的列：\(names.joined(separator: "、"))。"
    case .repeatedColumn(let name): "表头里“\(name)”出现了两次，不知道该用哪一列。"
    case .missingColumns(let names): "表头里缺少必填的列：\(names.joined(separator: "、"))。"
    case .noTowns(let county): "\(county)还没有登记乡镇和街道，没法核对“所在乡镇（街道）”。"
    case .noDecoder: "服务器缺少 GBK 编码表，读不出这个文件。"
    case .hasFaults(let count): "这份文件有 \(count) 行要改，没有导入任何机构。"
    case .nothingNew: "这份文件和底册完全一样，没有要导入的。"
    case .alreadyApplied: "这份文件已经导入过了，没有再导入一次。"
    case .baseChanged: "预览之后底册有了变动，这份预览不再准确，没有导入任何机构。"
    case .columnsSettled: "这份文件的各列已经对好了，没有再对一次。"
    case .tooManyRows(let most): "这份表格超过 \(most) 行。"
    }
  }

  var next: String? {
    switch self {
    case .noFile, .emptyFile: "选一个 Excel（xlsx）或 CSV 文件再上传。"
    case .notCSV, .wideText: "在 Excel 或 WPS 里打开原表，另存为 xlsx 或 CSV，再上传保存出来的文件。"
    case .brokenText: "在 Excel 或 WPS 里另存为“CSV UTF-8”，再上传。"
    case .sheet(let refusal): refusal.next
    case .csv: "改好这一行的引号，或在 Excel、WPS 里另存为 CSV 后再上传。"
    case .unnamedColumn, .unknownColumns, .repeatedColumn, .missingColumns: "对照下面的列名改好表头；用不到的列请删掉。"
    case .noTowns: "请管理员先登记行政区划。"
    case .noDecoder: "在 Excel 或 WPS 里另存为“CSV UTF-8”，再上传。"
    case .hasFaults: "改好这些格，再上传一次。"
    case .baseChanged: "再上传一次这份文件，看新的预览。"
    case .columnsSettled: "看下面的预览。"
    case .tooManyRows: "拆成几份再上传。"
    case .noRows, .nothingNew, .alreadyApplied: nil
    }
  }

  var field: String? {
    switch self {
    case .hasFaults, .nothingNew, .alreadyApplied, .baseChanged, .columnsSettled: nil
    default: "file"
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notCSV, .wideText: .unsupported
    case .sheet(let refusal): refusal.status
    case .alreadyApplied, .baseChanged, .columnsSettled: .conflict
    default: .invalid
    }
  }

  private static func sentence(of fault: CSVFault) -> String {
    switch fault {
    case .textAfterQuote(let line): "第 \(line) 行有一格的引号后面还有字，读不出这一格到哪里为止。"
    case .openQuote(let line): "第 \(line) 行有一格的引号没有收尾。"
    case .longCell(let line): "第 \(line) 行有一格超过 \(CSVReader.mostCell) 个字节，不像是机构底册。"
    }
  }

  private static func noun(of type: String) -> String {
    switch type {
    case "application/pdf": "PDF"
    case "video/mp4": "视频"
    case _ where type.hasPrefix("image/"): "图片"
    default: "程序或数据文件"
    }
  }
}
