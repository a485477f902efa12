package import Kit

/// Why a workbook is not read: what, where, and what to do.
package enum SheetRefusal: Refusal, Hashable {
  case notWorkbook
  case oldFormat
  case encrypted
  case damaged(part: String)
  case unsafe(part: String)
  case foreignMarkup(part: String)
  case bomb(part: String)
  case tooManyParts
  case noContent
  case missingSheet(String)
  case tooManyRows(Int)
  case tooManyColumns(cell: String)
  case longCell(cell: String)
  case notWritten(detail: String)

  package var code: String { "papers.\(name)" }

  private var name: String {
    switch self {
    case .notWorkbook: "not-workbook"
    case .oldFormat: "old-format"
    case .encrypted: "encrypted"
    case .damaged: "damaged"
    case .unsafe, .foreignMarkup: "unsafe"
    case .bomb, .tooManyParts: "bomb"
    case .noContent, .missingSheet: "no-content"
    case .tooManyRows, .tooManyColumns, .longCell: "too-large"
    case .notWritten: "not-written"
    }
  }

  package var sentence: String {
    switch self {
    case .notWorkbook: "这个文件是压缩包或 Word 文档，不是 Excel 工作簿，也不是 CSV。"
    case .oldFormat: "这个文件是旧版 Excel（.xls）或旧版 Word 文件，不是 xlsx，也不是 CSV。"
    case .encrypted: "这个工作簿加了打开密码，读不出来。"
    case .damaged(let part): "这个文件不完整或已损坏：“\(part.clipped(to: 60))”读不下去。"
    case .unsafe(let part): "工作簿里有一个路径不正常的部件“\(part.clipped(to: 60))”，已停止读取。"
    case .foreignMarkup(let part): "工作簿的“\(part.clipped(to: 60))”里有外部定义（DOCTYPE），正常的表格没有，已停止读取。"
    case .bomb(let part): "工作簿解开后大得不正常（读到“\(part.clipped(to: 60))”），已停止读取。"
    case .tooManyParts: "工作簿里有太多部件，不是正常的表格，已停止读取。"
    case .noContent: "工作簿里没有一张有内容的工作表；隐藏的工作表不读。"
    case .missingSheet(let name): "工作簿里没有叫“\(name.clipped(to: 40))”的工作表，或者它是隐藏的。"
    case .tooManyRows(let most): "表格超过 \(most) 行，一次放不下。"
    case .tooManyColumns(let cell): "单元格 \(cell) 在第 \(SheetLimits.columns) 列以外还有内容，不像是一张名单。"
    case .longCell(let cell): "单元格 \(cell) 里的字太多（超过 \(SheetLimits.cell) 个字节）。"
    case .notWritten: "表格没有写成。"
    }
  }

  package var next: String? {
    switch self {
    case .notWorkbook, .oldFormat: "在 Excel 或 WPS 里打开原表，用“另存为”选“Excel 工作簿（*.xlsx）”，再上传保存出来的文件。"
    case .encrypted: "在 Excel 或 WPS 里打开，到“文件”“信息”“保护工作簿”里去掉密码，保存后再上传。"
    case .damaged: "在 Excel 或 WPS 里打开看看，重新保存一次再上传。"
    case .unsafe, .foreignMarkup, .bomb, .tooManyParts: "在 Excel 或 WPS 里新建一张表，把内容复制过去，保存为 xlsx 再上传。"
    case .noContent: "取消隐藏要读的工作表，保存后再上传。"
    case .missingSheet: "核对工作表的名字。"
    case .tooManyRows: "分成几个文件，一个一个来。"
    case .tooManyColumns, .longCell: "清掉这一格，保存后再上传。"
    case .notWritten: "过一会儿再试；还不行请告诉管理员，看看磁盘是不是满了。"
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .notWorkbook, .oldFormat, .encrypted: .unsupported
    case .bomb, .tooManyParts, .tooManyRows: .tooLarge
    case .notWritten: .unavailable
    default: .invalid
    }
  }
}

/// How much of a workbook is read. Far above any list of an agency, far below what would hurt the server.
enum SheetLimits {
  static let parts = 2000
  static let unpacked = 512 << 20
  /// A sheet packs to a tenth or a thirtieth; a bomb to a thousandth.
  static let ratio = 100
  /// Below this the ratio says nothing: a sheet of empty formatted cells packs very small.
  static let harmless = 16 << 20
  static let depth = 12
  static let rows = 200_000
  static let columns = 256
  /// Excel itself allows 32,767 characters.
  static let cell = 100_000
  static let merges = 50_000
}
