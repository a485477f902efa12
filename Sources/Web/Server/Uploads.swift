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
    do {
      try await Self.eachPiece(of: body) { buffer in
        size += buffer.readableBytes
        // After a refusal the rest is read and dropped, so that the browser gets to see the answer.
        guard refusal == nil else { return size <= Self.mostDrained }
        do {
          guard size <= limit.bytes else { throw UploadRefusal.tooLarge(megabytes: limit.bytes >> 20) }
          try parser.feed(buffer.readableBytesView) { try reader.take($0) }
        } catch { refusal = error }
        return true
      }
    } catch { refusal = error }
    // Also of an upload that broke off: what it has left behind goes with the request.
    let files = reader.written
    written.withLock { $0 += files }
    if let refusal { throw refusal }
    guard parser.isFinished else { throw UploadRefusal.broken }
    return try reader.finish()
  }

  /// The body of a call, within its limit.
  static func bytes(of request: Request, _ limit: BodyLimit) async throws -> [UInt8] {
    if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > limit.bytes {
      try await drain(request.body)
      throw UploadRefusal.tooLarge(megabytes: limit.bytes >> 20)
    }
    return try await collect(request.body, limit)
  }

  private static func collect(_ body: RequestBody, _ limit: BodyLimit) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    try await eachPiece(of: body) { buffer in
      bytes += buffer.readableBytesView
      guard bytes.count <= limit.bytes else { throw UploadRefusal.tooLarge(megabytes: limit.bytes >> 20) }
      return true
    }
    return bytes
  }

  private static let mostDrained = 512 << 20

  private static func drain(_ body: RequestBody) async throws {
    var size = 0
    try await eachPiece(of: body) { buffer in
      size += buffer.readableBytes
      return size <= mostDrained
    }
  }

  /// Reads on until `take` has had enough. A body that breaks off or is no HTTP is the sender's fault, not ours.
  private static func eachPiece(of body: RequestBody, _ take: (ByteBuffer) throws -> Bool) async throws {
    var pieces = body.makeAsyncIterator()
    while true {
      let piece: ByteBuffer?
      do { piece = try await pieces.next() } catch { throw UploadRefusal.broken }
      guard let piece, try take(piece) else { return }
    }
  }
}
