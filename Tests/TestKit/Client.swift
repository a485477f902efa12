package import App
import Foundation
package import HTTPTypes
import Hummingbird

import Logging
import NIOCore
import NIOEmbedded
import Testing
import Web

/// A browser without a screen: keeps the session, asks the site directly through the whole HTTP stack above the socket.
package final class Client {
  private let test: TestHouse
  private var cookie: String?
  /// Sent with every form, as browsers do. A test sets it to play a foreign site.
  package var fetchSite: String? = "same-origin"

  package init(_ test: TestHouse) { self.test = test }

  package static func signedIn(_ test: TestHouse, _ login: String) async throws -> Client {
    let client = Client(test)
    try await client.signIn(login)
    return client
  }

  package func signIn(_ login: String, password: String = Cast.password) async throws {
    let answer = try await post("/sign-in", [("login", login), ("password", password)])
    #expect(answer.status == 303, "登录 \(login)")
  }

  package func get(_ path: String) async throws -> Answer { try await send(.get, path, nil, Data()) }

  package func post(_ path: String, _ fields: [(String, String)] = []) async throws -> Answer {
    let body = fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    return try await send(.post, path, "application/x-www-form-urlencoded", Data(body.utf8))
  }

  package struct File {
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
    let boundary = "qingyuanTestBoundary"
    var body = Data()
    for (name, value) in fields {
      body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for file in files {
      body += Data(
        """
        --\(boundary)\r\nContent-Disposition: form-data; name="\(file.field)"; filename="\(file.name)"\r\n\
        Content-Type: application/octet-stream\r\n\r\n
        """.utf8)
      body += Data(file.bytes) + Data("\r\n".utf8)
    }
    body += Data("--\(boundary)--\r\n".utf8)
    return try await send(.post, path, "multipart/form-data; boundary=\(boundary)", body)
  }

  package func send(_ method: HTTPRequest.Method, _ path: String, _ type: String?, _ body: Data) async throws -> Answer {
    var head = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: path)
    if let cookie { head.headerFields[.cookie] = cookie }
    if let type { head.headerFields[.contentType] = type }
    head.headerFields[.contentLength] = "\(body.count)"
    if method == .post, let fetchSite, let name = HTTPField.Name("Sec-Fetch-Site") {
      head.headerFields[name] = fetchSite
    }
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    let context = BasicRequestContext(
      source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
    let response = try await test.house.site.respond(to: request, context: context)
    if let set = response.headers[.setCookie] { cookie = String(set.prefix { $0 != ";" }) }
    let sink = Sink()
    try await response.body.write(CollectingWriter(sink: sink))
    return Answer(status: response.status.code, headers: response.headers, bytes: sink.bytes)
  }

  private func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 48...57, 65...90, 97...122: String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}

/// What came back.
package struct Answer {
  package let status: Int
  let headers: HTTPFields
  package let bytes: [UInt8]

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  package var location: String { headers[.location] ?? "" }
  package func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  /// The first id after a piece of address: `id(after: "/clues/")`.
  package func id(after piece: String) -> String? {
    guard let start = text.range(of: piece) else { return nil }
    return String(text[start.upperBound...].prefix { $0.isLetter || $0.isNumber })
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
