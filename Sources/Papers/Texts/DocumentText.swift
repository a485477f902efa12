package import Foundation

/// The text of a document (文档正文): a Word file (.docx) or a PDF.
///
/// What a file is tell its first bytes, never its name. A Word file is read here, its automatic numbers and the cells of
/// its tables included; a PDF by an installed `pdftotext` in a process of its own, with limits on time, memory and size
/// and without network. Refuses old formats, passwords, damage, bombs and scans without text, each by name
/// (`TextRefusal`).
package actor DocumentText {
  private let tool: PDFTool?
  private let limits: TextLimits
  private var running = 0

  /// Looks along `path` for `pdftotext`; without it everything but PDF is read.
  package init(path: String, limits: TextLimits = TextLimits()) {
    tool = PDFTool.find(path)
    self.limits = limits
  }

  /// With the programs of this machine.
  package static func installed() -> DocumentText {
    DocumentText(path: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
  }

  /// The text; nil where the file is neither, and may be plain text.
  package func text(of file: URL) async throws -> String? {
    switch try DocumentKind(file) {
    case .word:
      do { return try WordReading.read(file, most: limits.letters) } catch let refusal as SheetRefusal {
        throw TextRefusal(refusal)
      }
    case .pdf:
      guard let tool else { throw TextRefusal.noProgram }
      guard running < limits.atOnce else { throw TextRefusal.busy }
      running += 1
      defer { running -= 1 }
      return try await PDFText(tool: tool, limits: limits).read(file)
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
