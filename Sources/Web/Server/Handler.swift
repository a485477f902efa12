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
  let accounting: Accounting
  private let senders = Senders()
  private let log = Logger(label: "site")

  init(database: Database, gate: Gate, chrome: Chrome, journal: Journal?) {
    self.database = database
    self.gate = gate
    self.chrome = chrome
    accounting = Accounting(meter: database.meter, world: database.world, journal: journal)
  }

  func answer(_ route: Route, _ request: Request, _ context: BasicRequestContext) async -> Response {
    await accounting.noting(route.path, request.method.rawValue) { await answered(route, request, context) }
  }

  private func answered(_ route: Route, _ request: Request, _ context: BasicRequestContext) async -> Answered {
    let uploads = Uploads()
    defer { uploads.discard() }
    do {
      return Answered(response: try await done(route, request, context, uploads))
    } catch let refusal as any Refusal where route.isForPrograms {
      return Answered(response: Self.json(refusal, database))
    } catch AccessRefusal.signInFirst where request.method == .get {
      return Answered(response: Self.redirect(Link("/sign-in").asking([("back", request.uri.string)]), nil))
    } catch AccessRefusal.deviceFirst where request.method == .get {
      return Answered(response: Self.redirect("/sign-in/post", nil))
    } catch AccessRefusal.changePassword where request.method == .get {
      return Answered(response: Self.redirect("/me/password", nil))
    } catch AccessRefusal.proveFirst where request.method == .get {
      return Answered(response: Self.redirect(Link("/me/prove").asking([("back", request.uri.string)]), nil))
    } catch let refusal as any Refusal {
      return Answered(response: await self.refusal(refusal, route.path))
    } catch {
      return await fault(error, request, route.path)
    }
  }

  private func done(
    _ route: Route, _ request: Request, _ context: BasicRequestContext, _ uploads: Uploads
  ) async throws -> Response {
    switch route.work {
    case .say(let words): return Self.text(words)
    case .probe(let ask):
      let (words, status) = await ask(database)
      return Self.text(words, status: status)
    case .call(let limit, let deed): return try await called(deed, limit, route, request)
    case .look(let page): return try await look(page, visit(route, request, context))
    case .act(let limit, let deed):
      try refuseForeignForms(request)
      return try await act(deed, visit(route, request, context)) { [database] in
        try await uploads.form(request, limit, database.folder)
      }
    }
  }

  /// What a request brings before anything is known of it.
  private struct Visit: Sendable {
    let access: Access
    let request: Request
    let session: String?
    let device: String?
    let parameters: [String: String]
  }

  private func visit(_ route: Route, _ request: Request, _ context: BasicRequestContext) -> Visit {
    let parameters = context.parameters.map { (String($0.key), String($0.value)) }
    return Visit(
      access: route.access, request: request, session: Self.session(of: request),
      device: Self.device(of: request), parameters: Dictionary(parameters) { first, _ in first })
  }

  private func look(
    _ page: @escaping @Sendable (Call, Reader) throws -> Reply, _ visit: Visit
  ) async throws -> Response {
    let (response, standing) = try await database.read { reader in
      let pass = try gate.pass(
        visit.access, session: visit.session, device: visit.device, parameters: visit.parameters, database, reader)
      let call = call(visit, pass) { Form() }
      return (render(try page(call, reader), call, pass.standing), pass.standing)
    }
    try await gate.touch(visit.session, standing, database)
    return response
  }

  private func act(
    _ deed: @Sendable (Call) async throws -> Reply, _ visit: Visit, _ form: @escaping @Sendable () async throws -> Form
  ) async throws -> Response {
    let pass = try await pass(visit)
    try gate.refuseRecused(pass, visit.access, visit.parameters)
    try await gate.touch(visit.session, pass.standing, database)
    let call = call(visit, pass, form)
    return render(try await deed(call), call, pass.standing)
  }

  private func pass(_ visit: Visit) async throws -> Gate.Pass {
    guard visit.session != nil || visit.device != nil else {
      return try gate.pass(visit.access, session: nil, parameters: visit.parameters, database, nil)
    }
    return try await database.read { reader in
      try gate.pass(
        visit.access, session: visit.session, device: visit.device, parameters: visit.parameters, database, reader)
    }
  }

  private func call(_ visit: Visit, _ pass: Gate.Pass, _ form: @escaping @Sendable () async throws -> Form) -> Call {
    let secure = visit.request.header("X-Forwarded-Proto") == "https"
    let host = visit.request.head.authority ?? visit.request.header("Host") ?? ""
    return Call(
      database: database, records: gate.records, path: visit.request.uri.path, viewer: pass.standing?.viewer,
      session: visit.session, secure: secure, origin: "\(secure ? "https" : "http")://\(host)", tied: pass.device,
      sender: senders.mark(visit.request.header("X-Forwarded-For"), database.world), entry: pass.entry,
      parameters: visit.parameters, query: Form.parse(urlEncoded: (visit.request.uri.query ?? "").utf8), incoming: form,
      chrome: chrome)
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
    } else if Self.session(of: request) != nil || Self.device(of: request) != nil {
      throw AccessRefusal.foreignForm
    }
  }

  private func render(_ reply: Reply, _ call: Call, _ standing: Standing?) -> Response {
    switch reply {
    case .page(let page, let status):
      let frame = Frame(
        page: page, viewer: standing?.viewer, chrome: chrome, path: call.path,
        searched: call.path == "/search" ? call.asked("q") : nil, duties: standing?.duties ?? 0)
      return Self.html(frame.html, status: status, scripted: page.script != nil)
    case .redirect(let link, let cookie): return Self.redirect(link, cookie)
    case .text(let text, let status): return Self.text(text, status: status)
    case .file(let bytes, let name, let type): return Self.file(bytes, name, type)
    case .json(let bytes, let status):
      return Self.response(status, "application/json; charset=utf-8", ByteBuffer(bytes: bytes))
    case .sheet(let bytes): return Self.response(200, "text/html; charset=utf-8", ByteBuffer(bytes: bytes))
    }
  }

  /// `pattern` is the route, for the log: the path may hold what somebody typed.
  func refusal(_ refusal: any Refusal, _ pattern: String) async -> Response {
    database.meter.count(refusal)
    if refusal.status == .unavailable { log.error("\(pattern): \(refusal)") }
    let page = RefusalPage.page(refusal)
    let html = Frame(page: page, viewer: nil, chrome: chrome, path: "", searched: nil, duties: 0).html
    var response = Self.html(html, status: refusal.status.rawValue)
    if refusal.status == .unavailable { response.headers[.retryAfter] = "10" }
    return response
  }

  /// Our own mistake: the person gets a number to quote, the log gets the rest.
  private func fault(_ error: any Error, _ request: Request, _ pattern: String) async -> Answered {
    let incident = String(database.world.newID(Handler.self).text.suffix(8))
    log.error("incident \(incident) \(request.method) \(pattern): \(String(reflecting: error))")
    let html = Frame(
      page: RefusalPage.fault(incident), viewer: nil, chrome: chrome, path: "", searched: nil, duties: 0
    ).html
    return Answered(response: Self.html(html, status: 500), incident: incident)
  }

  static func session(of request: Request) -> String? { cookie("qy=", request) }
  static func device(of request: Request) -> String? { cookie("qyd=", request) }

  private static func cookie(_ name: String, _ request: Request) -> String? {
    request.headers[values: .cookie].lazy.flatMap { $0.split(separator: ";") }
      .map { $0.trimmed }.first { $0.hasPrefix(name) }
      .map { String($0.dropFirst(name.utf8.count)) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
