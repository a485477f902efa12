import Intake
import Kit
import Storage
import Web

enum VisitPanelStore {
  static func filter(_ ref: Ref, _ scope: Scope) -> SQL {
    let inside = scope.filter(county: "visit.county", agency: "0", owner: "visit.first_officer")
    guard ref.kind != .clue else { return inside + SQL(" AND visit.clue = \(ref.number)") }
    return inside + SQL(" AND visit.premises_kind = \(ref.kind) AND visit.premises = \(ref.number)")
  }
}
