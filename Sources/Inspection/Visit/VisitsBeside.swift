package import Intake
package import Kit
package import Storage

/// Visits for rooms that stand beside: what became of a clue, what was heard in a town.
extension Inspection {
  /// Visits that followed a clue and took place, the oldest first.
  package static func visits(of clue: ID<Clue>, _ reader: Reader) throws -> [VisitRecord] {
    try VisitStore.done("visit.clue = \(clue)", reader)
  }

  /// Visits of a county from a day on that took place, the oldest first.
  package static func visits(in county: County, since day: CivilDate, _ reader: Reader) throws -> [VisitRecord] {
    try VisitStore.done("visit.county = \(county) AND visit.date >= \(day)", reader)
  }
}
