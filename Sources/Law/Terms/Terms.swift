package import Kit

/// Terms that deeds of the rooms ask for. The packs must hold each of them.
package enum TermKey: String, CaseIterable, Sendable {
  case clueAcceptance = "clue.acceptance"
  case clueAnswer = "clue.answer"
  case caseFiling = "case.filing"
  case caseDecision = "case.decision"
  case payment
  case rectification
  case recheck
}

/// All terms by key, each with its versions.
package struct Terms: Sendable {
  /// In the order of the files.
  package let all: [Term]
  private let versions: [String: [Term]]

  package init(_ all: [Term]) {
    self.all = all
    // The newest version first, rules of the agency itself (without a date) last.
    versions = Dictionary(grouping: all, by: \.key).mapValues { terms in
      terms.sorted { Self.begin($0) > Self.begin($1) }
    }
  }

  /// The version in force on a day. Refuses unknown keys, and days before the first version: a newer rule is never
  /// applied to an older event.
  package func term(_ key: String, on date: CivilDate) throws(LawRefusal) -> Term {
    guard let known = versions[key], let newest = known.first else { throw .unknownTerm(key) }
    guard let term = known.first(where: { Self.begin($0) <= date }) else {
      throw .notInForce(title: newest.title, on: date)
    }
    return term
  }

  package func term(_ key: TermKey, on date: CivilDate) throws(LawRefusal) -> Term {
    try term(key.rawValue, on: date)
  }

  var missing: [TermKey] { TermKey.allCases.filter { versions[$0.rawValue] == nil } }

  private static func begin(_ term: Term) -> CivilDate { term.inForce ?? CivilDate(dayNumber: .min) }
}
