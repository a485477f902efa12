import HTTPTypes
import Hummingbird
import Kit
import Logging
import NIOCore
import Storage

/// Takes one request through gate and route and turns whatever happens into an answer.
struct Handler: Sendable {
  let database: Database
  let gate: Gate
  let chrome: Chrome
  private let log = Logger(label: "site")

  init(database: Database, gate: Gate, chrome: Chrome) {
    self.database = database
    self.gate = gate
    self.chrome = chrome
  }

  func answer(_ route: Route, _ request: Request, _ context: BasicRequestContext) async -> Response {
    let uploads = Uploads()
    defer { uploads.discard() }
    do {
      try refuseForeignForms(request)
      let session = Self.session(of: request)
      let parameters = Dictionary(
        context.parameters.map { (String($0.key), String($0.value)) }
      ) { first, _ in first }
      let pass = try await gate.pass(route.access, session: session, parameters: parameters, database)
      let call = Call(
        database: database, records: gate.records, path: request.uri.path, viewer: pass.standing?.viewer, session: session,
        secure: request.header("X-Forwarded-Proto") == "https", entry: pass.entry, parameters: parameters,
        query: Form.parse(urlEncoded: (request.uri.query ?? "").utf8),
        incoming: { try await uploads.form(request, route.body, database.folder) }, chrome: chrome)
      return render(try await route.answer(call), request, pass.standing)
    } catch AccessRefusal.signInFirst where request.method == .get {
      return Self.redirect(Link("/sign-in").asking([("back", request.uri.string)]), nil)
    } catch let refusal as any Refusal {
      return await self.refusal(refusal, request)
    } catch {
      return await fault(error, request)
    }
  }

  /// A form of another site must not act in the name of whoever is signed in here. Browsers say where a form came
  /// from; a request that carries a session but says nothing is refused.
  private func refuseForeignForms(_ request: Request) throws {
    guard request.method == .post else { return }
    if let site = request.header("Sec-Fetch-Site") {
      guard site == "same-origin" || site == "none" else { throw AccessRefusal.foreignForm }
    } else if let origin = request.headers[.origin] {
      let host = request.head.authority ?? request.header("Host") ?? ""
      guard origin.hasSuffix("://\(host)") else { throw AccessRefusal.foreignForm }
    } else if Self.session(of: request) != nil {
      throw AccessRefusal.foreignForm
    }
  }

  private func render(_ reply: Reply, _ request: Request, _ standing: Standing?) -> Response {
    switch reply {
    case .page(let page, let status):
      return Self.html(framed(page, request, standing), status: status)
    case .redirect(let link, let cookie): return Self.redirect(link, cookie)
    case .text(let text, let status):
      return Self.response(status, "text/plain; charset=utf-8", ByteBuffer(string: text))
    case .file(let bytes, let name, let type):
      var response = Self.response(200, type, ByteBuffer(bytes: bytes))
      let isPicture = FileType.pictures.contains(type)
      response.headers[.contentDisposition] =
        "\(isPicture ? "inline" : "attachment"); filename*=UTF-8''\(Link.encoded(name))"
      return response
    }
  }

  private func framed(_ page: Page, _ request: Request, _ standing: Standing?) -> HTML {
    Frame(
      page: page, viewer: standing?.viewer, chrome: chrome, path: request.uri.path,
      searched: request.uri.path == "/search" ? Form.parse(urlEncoded: (request.uri.query ?? "").utf8).value("q") : nil,
      duties: standing?.duties ?? 0
    ).html
  }

  func refusal(_ refusal: any Refusal, _ request: Request) async -> Response {
    if refusal.status == .unavailable { log.error("\(request.method) \(request.uri.path): \(refusal)") }
    let page = RefusalPage.page(refusal)
    let html = Frame(page: page, viewer: nil, chrome: chrome, path: "", searched: nil, duties: 0).html
    var response = Self.html(html, status: refusal.status.rawValue)
    if refusal.status == .unavailable { response.headers[.retryAfter] = "10" }
    return response
  }

  /// Our own mistake: the person gets a number to quote, the log gets the rest.
  private func fault(_ error: any Error, _ request: Request) async -> Response {
    let incident = String(database.world.newID(Handler.self).text.suffix(8))
    log.error("incident \(incident) \(request.method) \(request.uri.path): \(String(reflecting: error))")
    let html = Frame(
      page: RefusalPage.fault(incident), viewer: nil, chrome: chrome, path: "", searched: nil, duties: 0
    ).html
    return Self.html(html, status: 500)
  }

  static func session(of request: Request) -> String? {
    request.headers[values: .cookie].lazy.flatMap { $0.split(separator: ";") }
      .map { $0.trimmed }.first { $0.hasPrefix("qy=") }
      .map { String($0.dropFirst(3)) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
