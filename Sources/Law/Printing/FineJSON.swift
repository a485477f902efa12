internal import Foundation
internal import Kit
internal import Packs

/// The answer as programs read it. Amounts are numbers in yuan, exact to the fen; what is confiscated, ordered or revoked stands as
/// tokens of `Measures`. `onRefusal` is a list of tokens, or, where the law then fines, the fine with its tokens.
extension FineAnswer: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(violation.id, forKey: "violation")
    try box.encode(violation.name, forKey: "name")
    try box.encode(question.day.iso, forKey: "on")
    try chosen.encode(into: &box)
    try box.encodeIfPresent(violation.crimes.isEmpty ? nil : violation.crimes.map(\.words), forKey: "crimes")
    try box.encode(reasoning, forKey: "reasoning")
    try box.encode(warnings, forKey: "warnings")
    try box.encode(alternatives, forKey: "alternatives")
  }
}

extension FineAlternative: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    switch self {
    case .known(let result):
      try box.encode(result.violation, forKey: "violation")
      try box.encode(result.violationName, forKey: "name")
      try result.encode(into: &box)
    case .open(let violation, let name, let article, let why):
      try box.encode(violation, forKey: "violation")
      try box.encode(name, forKey: "name")
      try box.encode(article, forKey: "article")
      try box.encode(why, forKey: "why")
    }
  }
}

extension FineResult {
  fileprivate func encode(into box: inout KeyedEncodingContainer<Key>) throws {
    try box.encode(limits.min.yuan, forKey: "min")
    try box.encode(limits.max.yuan, forKey: "max")
    try box.encode(mandatory, forKey: "mandatory")
    try box.encode(confiscate, forKey: "confiscate")
    try box.encode(orders, forKey: "orders")
    try box.encode(measures, forKey: "measures")
    try box.encode(Later(self, .refused), forKey: "onRefusal")
    try box.encode(tokens(.serious), forKey: "onSerious")
    if penalty.later[.harm] != nil { try box.encode(Later(self, .harm), forKey: "onHarm") }
    try box.encodeIfPresent(laterFines[.serious] ?? laterFines[.heavier], forKey: "seriousFine")
    try box.encode(penalty.basis, forKey: "article")
    try box.encodeIfPresent(penalty.when, forKey: "when")
    try box.encode(penalty.subjects.map(\.rawValue), forKey: "subjects")
    try box.encode(penalty.authority.rawValue, forKey: "authority")
    try box.encode(penalty.from.iso, forKey: "from")
    try box.encode(confidence.rawValue, forKey: "confidence")
    try box.encodeIfPresent(penalty.persons, forKey: "persons")
  }

  /// What may be taken, ordered or revoked at a later stage.
  func tokens(_ stage: PenaltyStage) -> [String] {
    penalty.later[stage].map { $0.tokens + $0.confiscate } ?? []
  }
}

/// A later stage: a list of tokens, or, where the law fines, the fine with the tokens in `measures`.
private struct Later: Encodable {
  let tokens: [String]
  let fine: StageFine?

  init(_ result: FineResult, _ stage: PenaltyStage) {
    tokens = result.tokens(stage)
    fine = result.laterFines[stage]
  }

  func encode(to encoder: any Encoder) throws {
    guard let fine else { return try tokens.encode(to: encoder) }
    try fine.encode(to: encoder)
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(tokens, forKey: "measures")
  }
}

extension StageFine: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(limits.min.yuan, forKey: "min")
    try box.encode(limits.max.yuan, forKey: "max")
    try box.encode(mandatory, forKey: "mandatory")
  }
}

extension Crime {
  /// `《刑法》第三百三十六条第一款（非法行医罪）：行为人没有医生执业资格`.
  package var words: String {
    citation.text + (name.map { "（\($0)）" } ?? "") + (when.map { "：\($0)" } ?? "")
  }
}

extension Money {
  /// Decimal, because a binary fraction cannot hold a fen.
  var yuan: Decimal { Decimal(fen) / 100 }
}

/// Keys of an answer in the words of the contract.
struct Key: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringLiteral value: String) { stringValue = value }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
