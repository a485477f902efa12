package import Foundation
package import HTTPTypes
import Hummingbird
import Kit
import Logging
import NIOCore
import NIOEmbedded

/// A browser without a screen: asks the site through the whole HTTP stack above the socket and keeps its session.
///
/// The demonstration county is made with it, so that its data went through the same pages and deeds as everybody's;
/// tests use it too.
package final class Visitor {
  private let site: Site
  private var cookie: String?
  private var bearer: String?
  /// Sent with every form, as browsers do. A test sets it to play a foreign site.
  package var fetchSite: String? = "same-origin"
  /// The address that a proxy in front would tell; nil: none stands there.
  package var address: String?

  package init(_ site: Site) { self.site = site }

  /// The part after `#` stays with the visitor, as with any browser.
  package func get(_ path: String) async throws -> Answer {
    try await send(.get, String(path.prefix { $0 != "#" }), nil, Data())
  }

  package func post(_ path: String, _ fields: [(String, String)] = []) async throws -> Answer {
    let body = fields.map { "\(Link.encoded($0.0))=\(Link.encoded($0.1))" }.joined(separator: "&")
    return try await send(.post, path, "application/x-www-form-urlencoded", Data(body.utf8))
  }

  package struct File: Sendable {
    let field: String
    let name: String
    let bytes: [UInt8]
    package init(_ field: String, _ name: String, _ bytes: [UInt8]) {
      self.field = field
      self.name = name
      self.bytes = bytes
    }
  }

  package func post(_ path: String, _ fields: [(String, String)], files: [File]) async throws -> Answer {
    let boundary = "qingyuanFormBoundary"
    var body = Data()
    for (name, value) in fields {
      body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for file in files {
      let head = "Content-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\""
      body += Data("--\(boundary)\r\n\(head)\r\nContent-Type: application/octet-stream\r\n\r\n".utf8)
      body += Data(file.bytes) + Data("\r\n".utf8)
    }
    body += Data("--\(boundary)--\r\n".utf8)
    return try await send(.post, path, "multipart/form-data; boundary=\(boundary)", body)
  }

  /// Calls as an outer system does: JSON and a token, no session.
  package func call(_ path: String, token: String?, type: String? = "application/json", _ body: String) async throws
    -> Answer
  {
    bearer = token
    defer { bearer = nil }
    return try await send(.post, path, type, Data(body.utf8))
  }

  package func send(
    _ method: HTTPRequest.Method, _ path: String, _ type: String?, _ body: Data
  ) async throws -> Answer {
    var head = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: path)
    if let bearer { head.headerFields[.authorization] = "Bearer \(bearer)" }
    if let cookie { head.headerFields[.cookie] = cookie }
    if let type { head.headerFields[.contentType] = type }
    head.headerFields[.contentLength] = "\(body.count)"
    if method == .post, let fetchSite, let name = HTTPField.Name("Sec-Fetch-Site") {
      head.headerFields[name] = fetchSite
    }
    if let address, let name = HTTPField.Name("X-Forwarded-For") { head.headerFields[name] = address }
    let context = BasicRequestContext(
      source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "visitor")))
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    let response = try await site.respond(to: request, context: context)
    if let set = response.headers[.setCookie] { cookie = String(set.prefix { $0 != ";" }) }
    let sink = Sink()
    try await response.body.write(CollectingWriter(sink: sink))
    return Answer(status: response.status.code, headers: response.headers, bytes: sink.bytes)
  }
}

/// What came back.
package struct Answer: Sendable {
  package let status: Int
  let headers: HTTPFields
  package let bytes: [UInt8]

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  package var location: String { headers[.location] ?? "" }
  package func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  /// The first id that follows a piece of the page, e.g. `id(after: "href=\"/clues/")`.
  package func id(after piece: String) -> String? {
    guard let start = text.firstRange(of: piece) else { return nil }
    let id = text[start.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return id.isEmpty ? nil : String(id)
  }
}

private final class Sink {
  var bytes: [UInt8] = []
}

private struct CollectingWriter: ResponseBodyWriter {
  let sink: Sink
  mutating func write(_ buffer: ByteBuffer) async throws { sink.bytes += buffer.readableBytesView }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
