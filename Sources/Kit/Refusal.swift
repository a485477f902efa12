/// Why something is not done, in words that the person in front of it can act on.
///
/// Each room has one enum of these. `sentence` says what is wrong with which value; `next` what to do now; `field` names
/// the form field. `status` is the only link to HTTP, mapped in one place by `Web`.
package protocol Refusal: Error, Sendable {
  /// Stable, for logs and tests: `intake.clue-closed`.
  var code: String { get }
  var sentence: String { get }
  var field: String? { get }
  var next: String? { get }
  var status: RefusalStatus { get }
}

extension Refusal {
  package var field: String? { nil }
  package var next: String? { nil }
  package var status: RefusalStatus { .invalid }
}

package enum RefusalStatus: Int, Sendable {
  case malformed = 400
  case signInFirst = 401
  case forbidden = 403
  case missing = 404
  case conflict = 409
  case tooLarge = 413
  case unsupported = 415
  case invalid = 422
  case tooMany = 429
  case unavailable = 503
}

/// Several values are wrong at once: a form or a pack shows all of them, not the first only.
package struct Refusals: Refusal {
  package let all: [any Refusal]

  package init(_ all: [any Refusal]) { self.all = all }

  package var code: String { all.map(\.code).joined(separator: " ") }
  package var sentence: String { all.map(\.sentence).joined() }
  package var next: String? { all.lazy.compactMap(\.next).first }
  package var status: RefusalStatus { all.first?.status ?? .invalid }
}

/// A value of a form that cannot stand: which field, and what would be right.
package struct FieldRefusal: Refusal {
  package let code = "form.field"
  package let field: String?
  package let sentence: String

  package init(_ field: String, _ sentence: String) {
    self.field = field
    self.sentence = sentence
  }
}

/// There is no such record, or the reader may not know that there is one: both read alike on purpose.
package struct MissingRecord: Refusal {
  package let noun: String
  package init(_ noun: String) { self.noun = noun }

  package var code: String { "missing" }
  package var sentence: String { "没有找到这\(noun)，或者它不在你的辖区。" }
  package var next: String? { "核对地址，或用上方的搜索框查找。" }
  package var status: RefusalStatus { .missing }
}
