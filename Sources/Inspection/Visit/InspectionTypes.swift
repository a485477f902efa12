import Law
import Registers

/// How types of institution are used by visits.
enum InspectionTypes {
  /// Checklists for premises: those of its type first, so that the first is the usual one.
  static func checklists(for premises: Premises, _ law: LawContent) -> [Checklist] {
    let fitting = law.checklists(for: premises.type ?? Registers.siteType)
    return fitting + law.checklists.filter { !fitting.contains($0) }
  }
}
