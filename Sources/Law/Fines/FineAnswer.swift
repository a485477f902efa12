internal import Kit
internal import Packs

/// What may be fined for an act, and why (罚款幅度): a legal range, never one number.
///
/// Carries out 《行政处罚法》第二十九条: of several provisions for one act the one with the higher fine counts; the others
/// stand in `alternatives` and are never added.
package struct FineAnswer: Hashable, Sendable {
  package let violation: Violation
  package let question: FineQuestion
  package let chosen: FineResult
  package let alternatives: [FineAlternative]
  /// One sentence each, with the article.
  package let reasoning: [String]
  /// What must be checked before anybody relies on the answer.
  package let warnings: [String]
}

/// Another provision for the same act.
package enum FineAlternative: Hashable, Sendable {
  case known(FineResult)
  /// Its amount cannot be told: what is missing.
  case open(violation: String, name: String, article: String, why: String)
}

extension LawContent {
  /// Refuses unknown ids, acts before the first provision, amounts that nobody has looked up (`gap`), and questions that
  /// leave out what the amount is reckoned from.
  package func fine(_ id: String, _ question: FineQuestion) throws(LawRefusal) -> FineAnswer {
    guard let violation = violation(id) else { throw .unknownViolation(id) }
    let found = try FineSearch(violation: violation, question: question).found()
    let steps = try found.reckoning.sentences(found.chosen.laterFines, measures)
    let related = violation.related.compactMap { self.violation($0) }.map { alternative($0, question) }
    let others = found.others + related
    return FineAnswer(
      violation: violation, question: question, chosen: found.chosen, alternatives: others,
      reasoning: steps + choice(found, among: others), warnings: warnings(violation, found.chosen, others))
  }

  private func alternative(_ other: Violation, _ question: FineQuestion) -> FineAlternative {
    do {
      return .known(try FineSearch(violation: other, question: question).found().chosen)
    } catch {
      return .open(violation: other.id, name: other.name, article: other.citations, why: error.sentence)
    }
  }

  private func choice(_ found: FineSearch.Found, among others: [FineAlternative]) -> [String] {
    if others.isEmpty { return [] }
    let rule = discretion.oneFine
    let chosen = "\(found.chosen.penalty.provision.text)（罚款上限\(found.chosen.limits.max.text)元）"
    let first = found.others.isEmpty ? "" : "本案由有几条罚则，选用\(chosen)。"
    return ["\(first)同一行为只罚款一次，按罚款数额高的规定处罚（\(rule.citation.text)）。"]
  }

  private func warnings(_ violation: Violation, _ chosen: FineResult, _ others: [FineAlternative]) -> [String] {
    var lines: [String] = []
    if !chosen.confidence.isFirm {
      lines.append("依据\(chosen.confidence.title)，经法制机构核准以前不能据以作出决定。")
    }
    if !chosen.penalty.fromConfidence.isFirm {
      lines.append("施行日期\(chosen.penalty.from.iso)\(chosen.penalty.fromConfidence.title)。")
    }
    for case .open(_, let name, let article, let why) in others {
      lines.append("还有没有算出金额的罚则，可能更高：\(article.isEmpty ? name : article)。\(why)")
    }
    for case .known(let other) in others where FineResult.isLower(chosen, other) {
      let when = other.violation == violation.id ? "“\(other.penalty.when ?? "")”的情形" : "违法行为“\(other.violationName)”"
      lines.append("同一行为也属于\(when)的，适用\(other.penalty.provision.text)，罚款更高：\(other.amount)。")
    }
    return lines + [violation.note, chosen.penalty.note].compactMap { $0 }
  }
}

/// The provisions of one violation, worked out and compared.
struct FineSearch {
  let violation: Violation
  let question: FineQuestion

  struct Found {
    let reckoning: ProvisionReckoning
    let chosen: FineResult
    let others: [FineAlternative]
  }

  func found() throws(LawRefusal) -> Found {
    if let gap = violation.gap { throw .amountUnknown(name: violation.name, gap: gap) }
    let tries = try inForce().map(tried)
    // A provision for a special case counts only where none that always applies fines: the special case is for the
    // officer to find, and stands in the alternatives with its condition.
    let plain = tries.indices.filter { tries[$0].penalty.when == nil && fines(tries[$0].penalty) }
    let special = tries.indices.filter { fines(tries[$0].penalty) && tries[$0].result != nil }
    let field = [plain, special].first { !$0.isEmpty } ?? Array(tries.indices)
    guard let best = best(of: field, tries), let chosen = tries[best].result else {
      throw field.compactMap { tries[$0].why }.first ?? .unknownViolation(violation.id)
    }
    let others = tries.indices.filter { $0 != best }.map { alternative(tries[$0]) }
    return Found(reckoning: reckoning(of: chosen.penalty), chosen: chosen, others: others)
  }

  private func reckoning(of penalty: Penalty) -> ProvisionReckoning {
    ProvisionReckoning(violation: violation, penalty: penalty, question: question)
  }

  /// One provision, worked out or not.
  private struct Try {
    let penalty: Penalty
    let result: FineResult?
    let why: LawRefusal?
  }

  private func tried(_ penalty: Penalty) -> Try {
    do { return Try(penalty: penalty, result: try reckoning(of: penalty).result(), why: nil) } catch {
      return Try(penalty: penalty, result: nil, why: error)
    }
  }

  private func fines(_ penalty: Penalty) -> Bool {
    penalty.basic.fine != nil || penalty.later.contains { question.has($0.key) && $0.value.fine != nil }
  }

  /// The first of those that fine most.
  private func best(of field: [Int], _ tries: [Try]) -> Int? {
    field.reduce(Int?.none) { best, next in
      guard let one = tries[next].result else { return best }
      guard let best, let other = tries[best].result else { return next }
      return FineResult.isLower(other, one) ? next : best
    }
  }

  /// Refuses days on which none of the provisions was in force.
  private func inForce() throws(LawRefusal) -> [Penalty] {
    let own = violation.penalties.filter { $0.applies(to: question.subject) }
    guard let first = own.map(\.from).min() else {
      throw .noProvision(name: violation.name, subject: question.subject?.title ?? "")
    }
    let now = own.filter { $0.applies(on: question.day) }
    if now.isEmpty { throw .penaltyNotInForce(name: violation.name, on: question.day, from: first) }
    return now
  }

  private func alternative(_ one: Try) -> FineAlternative {
    if let result = one.result { return .known(result) }
    return .open(
      violation: violation.id, name: violation.name, article: one.penalty.basis, why: one.why?.sentence ?? "")
  }
}
