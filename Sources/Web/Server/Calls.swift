import HTTPTypes
import Hummingbird
import Kit
import NIOCore
import Storage

/// Calls of outer systems: a token in the head, JSON in and out. No session counts here, so no site can make a browser call.
extension Handler {
  func called(
    _ deed: @Sendable (TokenCall) async throws -> Reply, _ limit: BodyLimit, _ route: Route, _ request: Request
  ) async throws -> Response {
    let token = Self.token(of: request)
    let holder = try await database.read { reader in try gate.holder(route.access, token, reader) }
    let call = TokenCall(database: database, holder: holder) {
      let type = request.headers[.contentType]?.lowercased() ?? ""
      guard type.hasPrefix("application/json") else { throw CallRefusal.notJSON }
      return try await Uploads.bytes(of: request, limit)
    }
    guard case .json(let bytes, let status) = try await deed(call) else { throw CallRefusal.noAnswer }
    return Self.response(status, "application/json; charset=utf-8", ByteBuffer(bytes: bytes))
  }

  /// `Authorization: Bearer …`.
  private static func token(of request: Request) -> String? {
    guard let head = request.headers[.authorization], head.lowercased().hasPrefix("bearer ") else { return nil }
    let token = String(head.dropFirst(7)).trimmed
    return token.isEmpty || token.utf8.count > 200 ? nil : token
  }

  /// `{"error":{"code":…,"message":…,"next":…}}`, and the same for several at once under `details`.
  static func json(_ refusal: any Refusal, _ database: Database) -> Response {
    database.meter.count(refusal)
    let all = (refusal as? Refusals)?.all ?? [refusal]
    let details = all.count < 2 ? "" : ",\"details\":[\(all.map(one).joined(separator: ","))]"
    let head = one(all.first ?? refusal).dropLast()
    let text = "{\"error\":\(head)\(details)}}"
    var response = response(
      refusal.status.rawValue, "application/json; charset=utf-8", ByteBuffer(string: text))
    if refusal.status == .tooMany { response.headers[.retryAfter] = "60" }
    if refusal.status == .signInFirst { response.headers[.wwwAuthenticate] = "Bearer" }
    return response
  }

  private static func one(_ refusal: any Refusal) -> String {
    let parts = [
      ("code", refusal.code), ("message", refusal.sentence), ("field", refusal.field ?? ""),
      ("next", refusal.next ?? ""),
    ]
    return "{" + parts.filter { !$0.1.isEmpty }.map { "\"\($0.0)\":\(quoted($0.1))" }.joined(separator: ",") + "}"
  }

  /// JSON's own escapes; everything else stands as it is, in UTF-8.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 32: result += "\\u00" + [UInt8(scalar.value)].hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// What is refused of a call before its room sees it.
enum CallRefusal: Refusal, Equatable {
  case notJSON, noAnswer

  var code: String { self == .notJSON ? "call.not-json" : "call.no-answer" }
  var sentence: String { self == .notJSON ? "内容的类型不是 application/json。" : "这个地址没有回答。" }
  var next: String? { self == .notJSON ? "请求头写 Content-Type: application/json。" : nil }
  var status: RefusalStatus { self == .notJSON ? .unsupported : .unavailable }
}
