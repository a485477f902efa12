package import Kit
package import Packs

/// What `LawContent.examine` has run: how many worked cases of each kind, all of which agree.
package struct LawExamination: Hashable, Sendable {
  package let dues: Int
  package let fines: Int
  package let refusals: Int

  package var total: Int { dues + fines + refusals }
}

extension LawContent {
  /// Runs every worked case under `examples/` through the same doors as the command line. Throws every difference as a
  /// problem of the pack: file, record, what the case says and what the programme answers. Which of them is wrong, a
  /// person decides by the law.
  package func examine(_ source: any ContentSource) throws(Refusals) -> LawExamination {
    let reader = PackReader(source)
    let examples = reader.files(in: "examples", ExampleFile.read).flatMap(\.examples)
    for example in examples {
      for difference in differences(example) { example.node.refuse(difference.key, difference.text) }
    }
    try reader.settle()
    let kinds = examples.map(\.expected.kind)
    return LawExamination(
      dues: kinds.count { $0 == 0 }, fines: kinds.count { $0 == 1 }, refusals: kinds.count { $0 == 2 })
  }

  private func differences(_ example: LawExample) -> [Difference] {
    do {
      switch (example.question, example.expected) {
      case (.due(let term, let from), .due(let expected)): return expected.differences(try answer(term, from: from))
      case (.surcharge(let term, let from, let until?, let fine?), .surcharge(let amount, let article)):
        let found = try surcharge(term, fine: fine, from: from, until: until)
        return [
          Difference("amount", amount.text, found.amount.text),
          Difference.part("article", article, of: found.surcharge.provenance.source),
        ].compactMap { $0 }
      case (.fine(let id, let question), .fine(let expected)): return expected.differences(try fine(id, question))
      case (_, .refused): return [Difference(key: "why", text: "应当拒绝，程序却给出：\(try words(example.question))")]
      default: return [Difference(key: "", text: "问的和答的不是一类")]
      }
    } catch {
      return refusal(error, example.expected)
    }
  }

  private func words(_ question: LawExample.Question) throws(LawRefusal) -> String {
    switch question {
    case .due(let term, let from): return try answer(term, from: from).due.text
    case .surcharge(let term, let from, let until, let fine):
      // A charge cannot be asked for without both; the command line says so before the law is asked.
      guard let until, let fine else { throw .notCounted(title: term) }
      return try surcharge(term, fine: fine, from: from, until: until).amount.text
    case .fine(let id, let question): return try fine(id, question).chosen.amount
    }
  }

  private func refusal(_ found: LawRefusal, _ expected: LawExample.Expected) -> [Difference] {
    guard case .refused(let why) = expected else { return [Difference(key: "", text: "程序拒绝：\(found.sentence)")] }
    return found.why == why ? [] : [Difference(key: "why", text: "写的是 \(why.rawValue)，程序拒绝的理由是：\(found.sentence)")]
  }
}

/// What a case says and what the programme answers, under which key.
struct Difference {
  let key: String
  let text: String

  init(key: String, text: String) { (self.key, self.text) = (key, text) }

  /// nil where both agree.
  init?(_ key: String, _ expected: String, _ found: String) {
    if expected == found { return nil }
    self.init(key: key, text: "算例写的是“\(expected)”，程序得出“\(found)”")
  }

  static func part(_ key: String, _ expected: String, of found: String) -> Difference? {
    found.contains(expected) ? nil : Difference(key, expected, found)
  }

  /// Tokens that the case names must be there; the law may have more that the case does not speak of.
  static func tokens(_ key: String, _ expected: [String]?, in found: [String]) -> Difference? {
    guard let expected, !expected.allSatisfy(found.contains) else { return nil }
    return Difference(key, expected.joined(separator: "、"), found.joined(separator: "、"))
  }
}

extension DueExpected {
  func differences(_ found: DueAnswer) -> [Difference] {
    let days = skipped.map(\.iso).joined(separator: "、")
    return [
      Difference("due", due, found.due.text), Difference("countedTo", countedTo, found.countedTo.text),
      Difference("skipped", days, found.skipped.map(\.date.iso).joined(separator: "、")),
      Difference("provisional", "\(provisional)", "\(found.provisional)"),
      Difference.part("article", article, of: found.term.provenance.source),
    ].compactMap { $0 }
  }
}

extension FineExpected {
  func differences(_ answer: FineAnswer) -> [Difference] {
    let found = answer.chosen
    return [
      Difference("min", limits.min.text, found.limits.min.text),
      Difference("max", limits.max.text, found.limits.max.text),
      Difference("mandatory", "\(mandatory)", "\(found.mandatory)"),
      Difference.part("article", article, of: found.penalty.basis),
      Difference.tokens("confiscate", confiscate, in: found.confiscate),
      Difference.tokens("orders", orders, in: found.orders),
      Difference.tokens("onRefusal", onRefusal, in: found.tokens(.refused)),
      Difference.tokens("onSerious", onSerious, in: found.tokens(.serious)),
    ].compactMap { $0 }
  }
}

extension LawExample.Expected {
  fileprivate var kind: Int {
    switch self {
    case .due, .surcharge: 0
    case .fine: 1
    case .refused: 2
    }
  }
}

extension LawRefusal {
  /// The word of the examples for it; nil where no example may expect it.
  var why: LawExample.Why? {
    switch self {
    case .missingBase, .countedInHours, .notCounted: .missingInput
    case .notInForce, .penaltyNotInForce, .statuteNotInForce, .statuteEnded: .notInForce
    case .amountUnknown: .gap
    default: nil
    }
  }
}
