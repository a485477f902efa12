import Foundation
import HTTPTypes
import Hummingbird
import Kit
import NIOCore
import Storage
import Synchronization

/// The files of one request; they are gone when the request ends, whatever happened.
final class Uploads: Sendable {
  private let written = Mutex<[URL]>([])
  private let known = Mutex<Form?>(nil)

  func discard() {
    for url in written.withLock({ $0 }) { try? FileManager.default.removeItem(at: url) }
  }

  /// Reads the body once, within its limit.
  func form(_ request: Request, _ limit: BodyLimit, _ folder: DataFolder) async throws -> Form {
    if let form = known.withLock({ $0 }) { return form }
    let form = try await read(request, limit, folder)
    known.withLock { $0 = form }
    return form
  }

  private func read(_ request: Request, _ limit: BodyLimit, _ folder: DataFolder) async throws -> Form {
    if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > limit.bytes {
      try await Self.drain(request.body)
      throw UploadRefusal.tooLarge(megabytes: limit.bytes >> 20)
    }
    let type = request.headers[.contentType] ?? ""
    if type.lowercased().hasPrefix("multipart/form-data") {
      guard let parser = Multipart(contentType: type) else { throw UploadRefusal.broken }
      return try await readParts(request.body, parser, limit, folder)
    }
    return Form.parse(urlEncoded: try await Self.collect(request.body, limit))
  }

  private func readParts(
    _ body: RequestBody, _ parser: Multipart, _ limit: BodyLimit, _ folder: DataFolder
  ) async throws -> Form {
    var parser = parser
    var reader = UploadReader(folder: folder, limit: limit)
    var size = 0
    var refusal: (any Error)?
    for try await buffer in body {
      size += buffer.readableBytes
      // After a refusal the rest is read and dropped, so that the browser gets to see the answer.
      guard refusal == nil else {
        if size > Self.mostDrained { break }
        continue
      }
      do {
        guard size <= limit.bytes else { throw UploadRefusal.tooLarge(megabytes: limit.bytes >> 20) }
        try parser.feed(buffer.readableBytesView) { try reader.take($0) }
      } catch { refusal = error }
    }
    let files = reader.written
    written.withLock { $0 += files }
    if let refusal { throw refusal }
    guard parser.isFinished else { throw UploadRefusal.broken }
    return try reader.finish()
  }

  private static func collect(_ body: RequestBody, _ limit: BodyLimit) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await buffer in body {
      bytes += buffer.readableBytesView
      guard bytes.count <= limit.bytes else { throw UploadRefusal.tooLarge(megabytes: limit.bytes >> 20) }
    }
    return bytes
  }

  private static let mostDrained = 512 << 20

  private static func drain(_ body: RequestBody) async throws {
    var size = 0
    for try await buffer in body {
      size += buffer.readableBytes
      if size > mostDrained { return }
    }
  }
}
