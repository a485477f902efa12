import Kit
import Registers
import Rulebook
import Storage

/// How types of institution are used by visits.
enum InspectionTypes {
  /// Checklists for premises as they hold in its county on a day: those of its type first, so that the first is the usual
  /// one.
  static func checklists(
    for premises: Premises, on day: CivilDate, _ rulebook: Rulebook, _ reader: Reader
  ) throws -> [HeldChecklist] {
    let (all, type) = (
      try rulebook.checklists(in: premises.county, on: day, reader), premises.type ?? Registers.siteType
    )
    return all.filter { $0.appliesTo.contains(type) } + all.filter { !$0.appliesTo.contains(type) }
  }
}
