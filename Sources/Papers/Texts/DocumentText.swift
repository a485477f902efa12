package import Foundation

/// The text of a document (文档正文): a Word file (.docx) or a PDF.
///
/// What a file is tell its first bytes, never its name. A Word file is read here, its automatic numbers and the cells of
/// its tables included; a PDF by an installed `pdftotext` in a process of its own, with limits on time, memory and size
/// and without network. Refuses old formats, passwords, damage, bombs and scans without text, each by name
/// (`TextRefusal`).
package struct DocumentText: Sendable {
  private let program: URL?
  private let limits: TextLimits
  private let turns: Turns

  /// Looks along `path` for `pdftotext`; without it everything but PDF is read.
  package init(path: String, limits: TextLimits = TextLimits()) {
    program = InstalledProgram.find("pdftotext", along: path)
    self.limits = limits
    turns = Turns(atOnce: limits.atOnce, waits: limits.waiting)
  }

  /// With the programs of this machine.
  package static func installed() -> DocumentText {
    DocumentText(path: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
  }

  /// The text; nil where the file is neither, and may be plain text. A PDF is taken apart in a folder inside `place`, which
  /// goes when it is read; what a killed process leaves there is for whoever clears `place`.
  package func text(of file: URL, in place: URL) async throws -> String? {
    switch try DocumentKind(file) {
    case .word:
      do { return try WordReading.read(file, most: limits.letters) } catch let refusal as SheetRefusal {
        throw TextRefusal(refusal)
      }
    case .pdf:
      guard let program else { throw TextRefusal.noProgram }
      let pdf = PDFText(program: program.path, limits: limits)
      guard let text = try await turns.take({ try await pdf.read(file, in: place) }) else { throw TextRefusal.busy }
      return text
    case .other: return nil
    }
  }
}

/// Far above any plan, far below what would hurt the server.
package struct TextLimits: Hashable, Sendable {
  package var letters = 2_000_000
  package var seconds = 20
  package var memory = 768 << 20
  /// Bytes of the text that a PDF may give.
  package var size = 16 << 20
  package var atOnce = 2
  /// PDFs that may wait for their turn; one more is refused.
  package var waiting = 8

  package init() {}
}

enum DocumentKind {
  case word, pdf, other

  init(_ file: URL) throws {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let head = [UInt8](try handle.read(upToCount: 1024) ?? Data())
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .word
    } else {
      self = Data(head).range(of: Data("%PDF-".utf8)) == nil ? .other : .pdf
    }
  }
}
