import Inspection
import Intake
import Kit
import Registers
import Storage

enum FilingStore {
  /// The number of the open case that stands in the way of a new one.
  static func open(_ new: NewCase, _ source: CaseSource, _ tx: Transaction) throws -> String? {
    let same: SQL =
      if let visit = source.visit {
        "visit = \(visit.id)"
      } else {
        """
        visit IS NULL AND COALESCE(clue, 0) = \(source.clue?.id.value ?? 0)
          AND COALESCE(premises, 0) = \(source.premises?.ref.number ?? 0) AND violation = \(new.violation)
          AND party = \(new.party)
        """
      }
    return try tx.first(
      "SELECT number FROM law_case WHERE county = \(tx.county) AND state <> \(CaseState.closed.rawValue) AND " + same
    ) { try $0.text(0) }
  }
}
