internal import Kit
internal import Law
internal import Packs

/// What rests on a statute on one day: violations that break it, violations that it punishes, terms, limits, rules of
/// discretion.
struct StatuteShelf {
  struct Punished {
    let violation: Violation
    let penalty: Penalty
  }

  let statute: Statute
  let day: CivilDate
  /// The text in force that day, or why there is none.
  let version: Result<StatuteVersion, LawRefusal>
  let broken: [Violation]
  let punished: [Punished]
  let terms: [Term]
  let limits: [Limit]
  let rules: [DiscretionRule]
  /// What the keys of circumstances ask.
  let circumstances: [String: String]

  init(_ statute: Statute, on day: CivilDate, _ law: LawContent) {
    self.statute = statute
    self.day = day
    version = Result { () throws(LawRefusal) in try statute.version(on: day) }
    let (key, title) = (statute.key, statute.title)
    broken = law.violations.filter { $0.violated.contains { $0.law == key } }
    punished = law.violations.flatMap { violation in
      violation.penalties.filter { penalty in
        penalty.applies(on: day) && (penalty.provision.law == key || penalty.through.contains { $0.law == key })
      }.map { Punished(violation: violation, penalty: $0) }
    }
    // Terms and limits name their source in words; a title stands in 《》, so that none is part of another.
    terms = law.terms.all.filter { term in
      term.provenance.source.contains(title) && (try? law.terms.term(term.key, on: day)) == term
    }
    limits = law.limits.filter { $0.provenance.source.contains(title) && $0.from ?? day <= day }
    rules = law.discretion.rules.filter { $0.citation.law == key }
    circumstances = Dictionary(law.discretion.circumstances.map { ($0.key, $0.asks) }) { first, _ in first }
  }

  var isEmpty: Bool { broken.isEmpty && punished.isEmpty && terms.isEmpty && limits.isEmpty && rules.isEmpty }
}
