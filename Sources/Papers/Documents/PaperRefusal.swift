package import Kit

/// Why a paper is not made or not read.
package enum PaperRefusal: Refusal, Hashable {
  /// A kept paper whose bytes are not those that were written.
  case brokenRecord(line: Int)
  /// Nothing on this machine makes PDF files.
  case noPress
  case busy
  /// Making the PDF took too long or too much memory.
  case tooLarge
  case notPressed(detail: String)
  case notWritten(detail: String)
  /// An attachment whose bytes are no longer those that were hashed.
  case changedAttachment(name: String)

  package var code: String {
    switch self {
    case .brokenRecord: "papers.broken-record"
    case .noPress: "papers.no-press"
    case .busy: "papers.busy"
    case .tooLarge: "papers.press-too-large"
    case .notPressed: "papers.not-pressed"
    case .notWritten: "papers.word-not-written"
    case .changedAttachment: "papers.changed-attachment"
    }
  }

  package var sentence: String {
    switch self {
    case .brokenRecord(let line): "存档的文书在第 \(line) 行读不下去，它不是原来保存的样子。"
    case .noPress: "这台服务器没有安装生成 PDF 的程序。"
    case .busy: "正在生成的 PDF 太多，这一份还没有开始。"
    case .tooLarge: "这份文书太大，生成 PDF 时超过了时间或者内存限制。"
    case .notPressed: "PDF 没有生成。"
    case .notWritten: "Word 文件没有写成。"
    case .changedAttachment(let name): "附件“\(name.clipped(to: 60))”与入卷时的校验值不一致，没有印进案卷。"
    }
  }

  package var next: String? {
    switch self {
    case .brokenRecord, .changedAttachment: "请告诉管理员，用备份核对。"
    case .noPress: "在打印页按 Ctrl+P，目标选“另存为 PDF”，或者下载 Word 文件。要在服务器上生成，请管理员安装 weasyprint。"
    case .busy: "过一分钟再试。"
    case .tooLarge: "下载 Word 文件，或者在打印页按 Ctrl+P 打印。"
    case .notPressed, .notWritten: "再试一次；还不行请告诉管理员。可以先在打印页按 Ctrl+P 打印。"
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .tooLarge: .tooLarge
    case .noPress, .busy, .notPressed, .notWritten: .unavailable
    case .brokenRecord, .changedAttachment: .conflict
    }
  }
}
