package import Kit
internal import Packs

/// Whether an act can still be punished (追责时效), 《行政处罚法》第三十六条.
package struct Limitation: Hashable, Sendable {
  package let term: Term
  /// The end of the act; of its last part where it went on.
  package let ended: CivilDate
  package let found: CivilDate
  /// The last day on which finding it is in time: the plain day, which no weekend moves, because nothing is to be done
  /// on it.
  package let lastDay: CivilDate

  package var hasPassed: Bool { found > lastDay }

  package var sentence: String {
    let outcome = hasPassed ? "已过追责时效，不再给予处罚" : "在追责时效以内"
    return "违法行为\(ended.iso)终了，\(term.length)内到\(lastDay.iso)，\(found.iso)发现，\(outcome)（\(term.provenance.source)）。"
  }
}

extension LawContent {
  /// Two years; five where life or health is concerned and harm was done. Refuses acts before the rule's first day, and
  /// a discovery before the end of the act is in time by itself.
  package func limitation(ended: CivilDate, found: CivilDate, healthHarmed: Bool) throws(LawRefusal) -> Limitation {
    let term = try terms.term(healthHarmed ? TermKey.limitationHealth : .limitationOrdinary, on: ended)
    return Limitation(
      term: term, ended: ended, found: found, lastDay: try term.due(from: ended, calendar).countedTo)
  }
}
