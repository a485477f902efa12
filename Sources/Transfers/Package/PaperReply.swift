import Kit
import Papers
import Storage
import Web

/// The papers of a transfer one by one, to be printed, signed and sealed.
enum TransferPaper: String, CaseIterable {
  case report = "crime-report"
  case letter = "crime-transfer"
  case copy = "crime-copy"
  case receipt = "crime-receipt"

  var title: String {
    switch self {
    case .report: "移送报告"
    case .letter: "移送书"
    case .copy: "抄送函"
    case .receipt: "移送书回执"
    }
  }

  /// The letter has its number from the approval on; before it only the report to the head is written.
  func isReady(_ record: TransferRecord) -> Bool { self == .report || record.letter != nil && record.state != .revoked }
}

extension Transfers {
  func paper(_ paper: TransferPaper, of record: TransferRecord, _ attachments: Attachments, _ reader: Reader) throws
    -> Reply
  {
    guard paper.isReady(record), let template = papers[paper.rawValue] else { throw MissingRecord("份文书") }
    let filled = PackagePapers(content: try content(of: record, files: false, attachments, reader))
    var values = filled.values(of: paper.rawValue)
    // The letter's number is not the report's or the copy's.
    if paper == .report || paper == .copy { values[.paperNumber] = nil }
    let typed = try template.answers(filled.typing(paper.rawValue), isDraft: true)
    return .file(
      bytes: try WordPaper.bytes(template.document(values.adding(typed))),
      name: "\(paper.title)-\(record.letter ?? record.caseNumber).docx", type: WordPaper.type)
  }
}
