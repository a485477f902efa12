package import Kit
package import Storage
package import Web

/// What came with a report: photographs, receipts, a short film.
package struct Evidence: Sendable {
  let files: [StagedFile]
  let store: Attachments

  /// Takes place and device out of every picture and film before anything is stored, so that a photograph does not tell who took
  /// it. Collects in `read` a refusal for each file that is neither picture, PDF nor MP4 (its first bytes decide), and for each
  /// that is broken.
  package init(_ read: FormReader, _ store: Attachments) {
    let sent = read.files("files")
    for file in sent where !Self.types.contains(file.type) {
      read.refuse("files", "文件“\(file.name.clipped(to: 40))”不是图片、PDF 或 MP4 视频，请换一个文件。")
    }
    files = sent.map { Self.stripped($0, read) }
    self.store = store
  }

  /// A report without files.
  package init(none store: Attachments) {
    files = []
    self.store = store
  }

  /// Puts the files under a record that is no clue.
  package func attach(to owner: Ref, _ tx: Transaction) throws {
    for file in files { try store.attach(file, to: owner, tx) }
  }

  private static func stripped(_ file: StagedFile, _ read: FormReader) -> StagedFile {
    do {
      return try file.stripped()
    } catch is Stripping.Unreadable {
      let name = file.name.clipped(to: 40)
      read.refuse("files", "文件“\(name)”的内容不完整，或者是手机专用的格式（HEIC），去不掉里面的拍摄地点，没有收下。请截一张图再传，或者换成 JPG、MP4。")
    } catch {
      read.refuse("files", "文件“\(file.name.clipped(to: 40))”没有保存成功，请再传一次。")
    }
    return file
  }

  static let types: Set<String> = FileType.pictures.union(["application/pdf", "video/mp4"])
  static let limit = BodyLimit(megabytes: 105, eachFile: 20, files: 5)
  static let accept = "image/jpeg,image/png,image/gif,image/webp,application/pdf,video/mp4"
}
