package import Intake
package import Kit
package import Storage

/// Cases for rooms that stand beside: what became of a clue, what was heard in a town.
extension Casework {
  /// Cases that grew from a clue, the oldest first.
  package static func cases(of clue: ID<Clue>, _ reader: Reader) throws -> [CaseRecord] {
    try CaseStore.since("law_case.clue = \(clue)", reader)
  }

  /// Cases of a county filed from a day on, the oldest first.
  package static func cases(in county: County, since day: CivilDate, _ reader: Reader) throws -> [CaseRecord] {
    try CaseStore.since("law_case.county = \(county) AND law_case.filed_on >= \(day)", reader)
  }
}
