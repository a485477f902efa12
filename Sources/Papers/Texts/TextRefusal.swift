package import Kit

/// Why no text is taken out of a document: what, and what to do.
package enum TextRefusal: Refusal, Hashable {
  case notDocument
  case oldFormat
  case encrypted
  case damaged
  case unsafe
  case tooLarge
  case noText
  case noProgram
  case busy

  package var code: String { "papers.text-\(self)" }

  package var sentence: String {
    switch self {
    case .notDocument: "这个文件是压缩包、表格或演示文稿，不是 Word 文档，也不是 PDF。"
    case .oldFormat: "这个文件是旧版 Word（.doc、.wps）或旧版 Excel 文件，读不出文字。"
    case .encrypted: "这个文件加了打开密码或不许复制文字，读不出来。"
    case .damaged: "这个文件不完整或已损坏，读不下去。"
    case .unsafe: "这个文件里有正常文档没有的内容，已停止读取。"
    case .tooLarge: "这个文件太大，或者解开后大得不正常，已停止读取。"
    case .noText: "这个文件里没有文字，多半是扫描或拍照的图片。"
    case .noProgram: "这台服务器没有装读 PDF 的程序（poppler-utils 和 python3）。"
    case .busy: "好几个人都在上传 PDF，服务器正在一个一个地读。"
    }
  }

  package var next: String? {
    switch self {
    case .notDocument: "选方案的 Word 文档（.docx）、PDF 或纯文本；表格里的方案可以复制粘贴进来。"
    case .oldFormat: "在 Word 或 WPS 里打开，用“另存为”选“Word 文档（*.docx）”，再上传保存出来的文件。"
    case .encrypted: "去掉密码和限制，保存后再上传；或者打开后把正文复制粘贴进来。"
    case .damaged: "打开看看，重新保存一次再上传；或者把正文复制粘贴进来。"
    case .unsafe, .tooLarge: "打开后把正文复制粘贴进来。"
    case .noText: "用扫描仪或手机的文字识别（OCR）转成文字，核对后粘贴进来。"
    case .noProgram: "请管理员安装；或者打开 PDF，把正文复制粘贴进来。"
    case .busy: "过一会儿再上传。"
    }
  }

  package var field: String? { "file" }

  package var status: RefusalStatus {
    switch self {
    case .notDocument, .oldFormat, .encrypted, .noText, .noProgram: .unsupported
    case .tooLarge: .tooLarge
    case .busy: .conflict
    case .damaged, .unsafe: .invalid
    }
  }

  /// What the reader of zip files refuses, said of a document.
  init(_ refusal: SheetRefusal) {
    switch refusal {
    case .oldFormat: self = .oldFormat
    case .encrypted: self = .encrypted
    case .notWorkbook: self = .notDocument
    case .unsafe, .foreignMarkup: self = .unsafe
    case .bomb, .tooManyParts: self = .tooLarge
    default: self = .damaged
    }
  }
}
