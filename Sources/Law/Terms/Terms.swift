package import Kit
internal import Packs

/// Terms that deeds of the rooms ask for. The packs must hold each of them.
package enum TermKey: String, CaseIterable, Sendable {
  case clueAcceptance = "clue.acceptance"
  case clueAnswer = "clue.answer"
  case caseFiling = "case.filing"
  case caseDecision = "case.decision"
  case payment
  case rectification
  case recheck
  case limitationOrdinary = "limitation.ordinary"
  case limitationHealth = "limitation.health"
}

/// All terms by key, each with its versions, and the charges that grow by the day.
package struct Terms: Sendable {
  /// In the order of the files.
  package let all: [Term]
  package let surcharges: [Surcharge]
  private let versions: [String: [Term]]

  package init(_ all: [Term], surcharges: [Surcharge] = []) {
    self.all = all
    self.surcharges = surcharges
    // The newest version first, rules of the agency itself (without a date) last.
    versions = Dictionary(grouping: all, by: \.key).mapValues { terms in
      terms.sorted { Self.begin($0) > Self.begin($1) }
    }
  }

  /// The version in force on a day. Refuses unknown keys, and days before the first version: a newer rule is never
  /// applied to an older event.
  package func term(_ key: String, on date: CivilDate) throws(LawRefusal) -> Term {
    guard let known = versions[key], let newest = known.first else {
      throw surcharge(key).map { .notCounted(title: $0.title) } ?? .unknownTerm(key)
    }
    guard let term = known.first(where: { Self.begin($0) <= date }) else {
      throw .notInForce(title: newest.title, on: date)
    }
    return term
  }

  package func term(_ key: TermKey, on date: CivilDate) throws(LawRefusal) -> Term {
    try term(key.rawValue, on: date)
  }

  package func surcharge(_ key: String) -> Surcharge? { surcharges.first { $0.key == key } }

  var missing: [TermKey] { TermKey.allCases.filter { versions[$0.rawValue] == nil } }

  private static func begin(_ term: Term) -> CivilDate { term.inForce ?? CivilDate(dayNumber: .min) }
}

/// One file under `terms/`.
struct TermsFile {
  let terms: [Term]
  let surcharges: [Surcharge]

  static func read(_ node: PackNode) -> TermsFile {
    let file = TermsFile(
      terms: node.recordsIfAny("terms", Term.read), surcharges: node.recordsIfAny("surcharges", Surcharge.read))
    if file.terms.isEmpty, file.surcharges.isEmpty { node.refuse("terms", "文件里没有期限") }
    return file
  }
}
