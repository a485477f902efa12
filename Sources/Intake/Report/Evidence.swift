import Kit
package import Storage
package import Web

/// What came with a report: photographs, receipts, a short film.
package struct Evidence: Sendable {
  let files: [StagedFile]
  let store: Attachments

  /// Collects in `read` a refusal for each file that is neither picture, PDF nor MP4; its first bytes decide.
  package init(_ read: FormReader, _ store: Attachments) {
    files = read.files("files")
    self.store = store
    for file in files where !Self.types.contains(file.type) {
      read.refuse("files", "文件“\(file.name.clipped(to: 40))”不是图片、PDF 或 MP4 视频，请换一个文件。")
    }
  }

  /// A report without files.
  package init(none store: Attachments) {
    files = []
    self.store = store
  }

  static let types: Set<String> = FileType.pictures.union(["application/pdf", "video/mp4"])
  static let limit = BodyLimit(megabytes: 105, eachFile: 20, files: 5)
  static let accept = "image/jpeg,image/png,image/gif,image/webp,application/pdf,video/mp4"
}
