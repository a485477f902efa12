internal import Foundation

/// How much a PDF may cost.
package struct PressLimits: Hashable, Sendable {
  /// Processes at the same time.
  package var atOnce = 2
  /// Jobs that may wait for their turn; one more is refused.
  package var waiting = 16
  package var seconds = 300
  package var memory = 2 << 30
  /// Bytes of one PDF.
  package var size = 512 << 20
  /// Bytes of all PDFs that are kept; the oldest go first.
  package var kept = 512 << 20

  package init() {}
}

/// A page that is to become a PDF, with the pictures it shows.
struct PressJob: Sendable {
  let html: [UInt8]
  let pictures: [PressPicture]
  /// What the PDF is kept under: two jobs with the same key give the same pages.
  let key: String

  init(html: [UInt8], pictures: [PressPicture], stylesheet: String) {
    self.html = html
    self.pictures = pictures
    let parts = [
      Digest.sha256(html), Digest.sha256(Array(stylesheet.utf8)), Digest.sha256(Array(PressScript.text.utf8)),
    ]
    key = Digest.sha256(Array((parts + pictures.map(\.sha256)).joined(separator: "\n").utf8))
  }
}

/// A picture of a job: the page calls it `part:3.jpeg`.
struct PressPicture: Sendable {
  let name: String
  let file: URL
  let sha256: String

  /// Refuses a file that is not the one that was hashed.
  func place(in folder: URL) throws {
    let bytes = try Data(contentsOf: file)
    guard Digest.sha256(Array(bytes)) == sha256 else {
      throw PaperRefusal.changedAttachment(name: file.lastPathComponent)
    }
    try bytes.write(to: folder.appending(path: name))
  }
}
