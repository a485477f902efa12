package import Foundation

/// A whole file of a case (案卷) as one PDF: cover, index with page numbers, then every paper and attachment in order.
///
/// Pictures (JPEG, PNG) are printed; of any other attachment (sound, film, other files) a sheet says what it is, how
/// large, and its hash, so that the index is complete.
package struct CaseFilePrint: Sendable {
  package struct Entry: Sendable {
    package enum Content: Sendable {
      case paper(PaperDocument)
      /// Made for this print only and kept nowhere: it bears no hash of its own.
      case page(PaperDocument)
      /// A file that was kept with its hash; the PDF is refused where its bytes are others now.
      case attachment(file: URL, sha256: String)
    }

    let title: String
    let number: String
    let date: String
    let note: String
    let content: Content

    /// A page about something that is kept in another shape, under the title of that.
    package init(page document: PaperDocument, title: String, date: String) {
      self.title = CleanText.line(title)
      number = ""
      self.date = CleanText.line(date)
      note = ""
      content = .page(document)
    }

    package init(_ document: PaperDocument, date: String, note: String = "") {
      title = CleanText.line(document.title)
      number = document.number ?? ""
      self.date = CleanText.line(date)
      self.note = CleanText.line(note)
      content = .paper(document)
    }

    package init(attachment file: URL, sha256: String, title: String, date: String, note: String = "") {
      self.title = CleanText.line(title)
      number = ""
      self.date = CleanText.line(date)
      self.note = CleanText.line(note)
      content = .attachment(file: file, sha256: sha256)
    }

    /// Of the paper's record, or of the attached file.
    package var sha256: String {
      switch content {
      case .paper(let document), .page(let document): document.hash
      case .attachment(_, let sha256): sha256
      }
    }
  }

  let cover: PaperDocument?
  /// The cover is an issued paper, not a page of this print.
  let coverIsKept: Bool
  let agency: String
  let title: String
  package let entries: [Entry]

  /// `title` names the case in the head of the index.
  package init(cover: PaperDocument?, coverIsKept: Bool = true, agency: String, title: String, entries: [Entry]) {
    self.cover = cover
    self.coverIsKept = coverIsKept
    self.agency = CleanText.line(agency)
    self.title = CleanText.line(title)
    self.entries = entries
  }

  /// The list of all contents with their hashes, one a line: number, hash, title, number of the paper, date.
  package var record: [UInt8] {
    let lines = entries.enumerated().map { index, entry in
      ["\(index + 1)", entry.sha256, entry.title, entry.number, entry.date].joined(separator: "\t") + "\n"
    }
    return Array(lines.joined().utf8)
  }

  /// SHA-256 of the record: stands under the index. It changes when anything in the file does.
  package var hash: String { Digest.sha256(record) }
}
