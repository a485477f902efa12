import HTTPTypes
package import Hummingbird
import Kit
import NIOCore
package import Storage

/// The whole site as a value: routes, gate and frame over one database. `serve` puts it on a socket; tests ask it
/// directly.
package struct Site: HTTPResponder {
  package let database: Database
  package let gate: Gate
  package let chrome: Chrome
  package let routes: [Route]
  package let journal: Journal?
  private let router: any HTTPResponder<BasicRequestContext>
  private let handler: Handler

  /// `journal` nil keeps no line per request.
  package init(database: Database, routes: [Route], gate: Gate, chrome: Chrome, journal: Journal? = nil) {
    self.database = database
    self.routes = routes
    self.gate = gate
    self.chrome = chrome
    self.journal = journal
    let handler = Handler(database: database, gate: gate, chrome: chrome, journal: journal)
    self.handler = handler
    let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    for route in routes {
      router.on(RouterPath(route.path), method: route.method == .get ? .get : .post) { request, context in
        await handler.answer(route, request, context)
      }
    }
    router.get("/static/:name") { request, context in
      await handler.accounting.noting("/static/:name", request.method.rawValue) {
        Answered(response: Handler.asset(context.parameters.get("name") ?? ""))
      }
    }
    self.router = router.buildResponder()
  }

  package func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    var response = try await answer(request, context)
    // HTTP's reader stops at a line that asks for another protocol. None is spoken here, so the sender takes a new line.
    if request.headers[.upgrade] != nil { response.headers[.connection] = "close" }
    return response
  }

  private func answer(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    let response = try await router.respond(to: request, context: context)
    // What our own handlers answer carries our policy; anything else is the router's «no such address».
    guard response.headers[.contentSecurityPolicy] == nil else { return response }
    return await handler.accounting.noting("-", request.method.rawValue) {
      let missing = await handler.refusal(MissingPage(), "-")
      // After HEAD a body would be taken for the next answer on the same line.
      return Answered(response: request.method == .head ? missing.createHeadResponse() : missing)
    }
  }
}

struct MissingPage: Refusal {
  let code = "page.missing"
  let sentence = "没有这个页面。"
  let next: String? = "地址可能输错了，或页面已经移走。"
  let status = RefusalStatus.missing
}

extension Request {
  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
