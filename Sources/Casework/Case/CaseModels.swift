import Duties
import Kit
import Law
import Procedure
import Rulebook
import Storage
import Web

/// What the list of cases shows.
struct CaseList {
  let cases: [CaseRecord]
  let listing: Listing
  /// Sums over the whole list, not only this page.
  let owed: Money
  let paid: Money
  let campaigns: [(String, String)]
  let premises: String?
  /// Filters that came with a link, and the title of what they narrow to.
  let kept: [(String, String?)]
  let today: CivilDate
}

/// What the page of a case shows.
struct CaseDetail {
  let record: CaseRecord
  /// What keeps it from being decided; nil for decided cases.
  let obstacle: DecisionObstacle?
  let procedure: Procedure
  /// In the order in which they were taken.
  let taken: [CaseStep]
  /// What may be done next by the person who looks.
  let steps: CaseSteps
  /// Terms that others have, and those whose time does not count now.
  let clocks: [Clock]
  /// Who recorded the steps.
  let names: [Int64: String]
  let premises: HTML?
  let clue: HTML?
  let visit: HTML?
  let campaign: HTML?
  let task: String?
  let payments: [CasePayment]
  let duties: [OpenDuty]
  let files: [Attachment]
  let history: [LedgerEntry]
  let panels: HTML
  let viewer: Viewer
  /// He keeps away from the case (回避): he looks, and no form is offered to him.
  let isAway: Bool
  let today: CivilDate
  let calendar: WorkCalendar

  func may(_ permission: Permission) -> Bool { viewer.scope(permission)?.allows(record.place) == true }
}
