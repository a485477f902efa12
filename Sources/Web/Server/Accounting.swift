import HTTPTypes
import Hummingbird
import Kit
import Storage

/// Notes each answer: in the counters of the process, and in the journal where one is kept.
struct Accounting: Sendable {
  let meter: Meter
  let world: World
  let journal: Journal?

  /// `pattern` is the route as it was written, never the path that was asked for.
  func noting(
    _ pattern: String, _ method: String, _ answer: () async throws -> Answered
  ) async rethrows -> Response {
    let began = ContinuousClock.now
    let answered = try await answer()
    let spent = (ContinuousClock.now - began).milliseconds
    let status = answered.response.status.code
    meter.request("\(method) \(pattern)", status: status, milliseconds: spent)
    journal?.request(
      RequestLine(
        at: world.now(), method: method, route: pattern, status: status, milliseconds: spent,
        incident: answered.incident))
    return answered.response
  }
}

/// An answer and, after a fault, the number that the person was given.
struct Answered: Sendable {
  let response: Response
  var incident: String?
}

extension Meter {
  /// By the codes of what was wrong, never by its words.
  func count(_ refusal: any Refusal) {
    for one in (refusal as? Refusals)?.all ?? [refusal] { count(.refusal, one.code) }
  }
}

extension Duration {
  fileprivate var milliseconds: Double { self / .milliseconds(1) }
}
