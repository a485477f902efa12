import Foundation
import Kit
import Storage

/// Takes the events of a multipart body: small fields into memory, files into `incoming/`, hashed on the way.
struct UploadReader {
  private let folder: DataFolder
  private let limit: BodyLimit
  private var form = Form()
  private var part: Part?
  private var fileCount = 0
  /// Everything written so far, so that a refused upload leaves nothing behind.
  private(set) var written: [URL] = []

  private struct Part {
    let name: String
    let fileName: String?
    var text: [UInt8] = []
    var sink: FileSink?
  }

  init(folder: DataFolder, limit: BodyLimit) {
    self.folder = folder
    self.limit = limit
  }

  mutating func take(_ event: Multipart.Event) throws {
    switch event {
    case .begin(let name, let file): try begin(name, file)
    case .bytes(let bytes): try append(bytes)
    case .end: try end()
    }
  }

  func finish() throws -> Form {
    guard part == nil else { throw UploadRefusal.broken }
    return form
  }

  func discard() { written.forEach { try? FileManager.default.removeItem(at: $0) } }

  private mutating func begin(_ name: String, _ file: String?) throws {
    part = Part(name: name, fileName: file)
    // An empty file field arrives as a file without a name.
    guard let file, !file.isEmpty else { return }
    fileCount += 1
    guard fileCount <= limit.files else { throw UploadRefusal.tooMany(files: limit.files) }
    let url = folder.incoming.appending(path: UUID().uuidString)
    written.append(url)
    part?.sink = try FileSink(url)
  }

  private mutating func append(_ bytes: [UInt8]) throws {
    guard part?.sink != nil else {
      guard part?.fileName == nil else { return }
      part?.text += bytes
      guard part?.text.count ?? 0 <= 2 << 20 else { throw UploadRefusal.tooLarge(megabytes: 2) }
      return
    }
    try part?.sink?.write(bytes)
    guard part?.sink?.size ?? 0 <= limit.eachFile else {
      throw UploadRefusal.fileTooLarge(name: part?.fileName ?? "", megabytes: limit.eachFile >> 20)
    }
  }

  private mutating func end() throws {
    defer { part = nil }
    guard let done = part else { return }
    guard let sink = done.sink else {
      if done.fileName == nil { form.add(done.name, String(decoding: done.text, as: UTF8.self)) }
      return
    }
    form.add(done.name, try sink.finish(named: done.fileName ?? ""))
  }
}

/// A file that is being written and hashed.
final class FileSink {
  private let url: URL
  private let handle: FileHandle
  private var hasher = SHA256Hasher()
  private var head: [UInt8] = []
  private(set) var size = 0

  init(_ url: URL) throws {
    self.url = url
    guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o640]) else {
      throw StoreRefusal.diskFull(detail: "incoming")
    }
    handle = try FileHandle(forWritingTo: url)
  }

  deinit { try? handle.close() }

  func write(_ bytes: [UInt8]) throws {
    if head.count < 16 { head += bytes.prefix(16 - head.count) }
    hasher.update(bytes)
    size += bytes.count
    do { try handle.write(contentsOf: Data(bytes)) } catch { throw StoreRefusal.diskFull(detail: "\(error)") }
  }

  func finish(named name: String) throws -> StagedFile {
    try handle.close()
    let plain = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "文件"
    return StagedFile(
      url: url, name: plain.clipped(to: 120), type: FileType.sniff(head), size: Int64(size),
      sha256: hasher.finish().hex)
  }
}

/// What a file is by its first bytes; its name proves nothing.
package enum FileType {
  package static let pictures: Set<String> = ["image/jpeg", "image/png", "image/gif", "image/webp"]

  static func sniff(_ head: [UInt8]) -> String {
    func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if begins([0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if begins([0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
    if begins(Array("GIF8".utf8)) { return "image/gif" }
    if begins(Array("RIFF".utf8)), head.count >= 12, Array(head[8..<12]) == Array("WEBP".utf8) { return "image/webp" }
    if begins(Array("%PDF-".utf8)) { return "application/pdf" }
    if begins([0x50, 0x4B, 0x03, 0x04]) { return "application/zip" }
    if begins([0xD0, 0xCF, 0x11, 0xE0]) { return "application/x-ole" }
    if head.count >= 12, Array(head[4..<8]) == Array("ftyp".utf8) { return "video/mp4" }
    return "application/octet-stream"
  }
}
