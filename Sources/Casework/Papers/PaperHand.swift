import Inspection
import Kit
import Papers
import Procedure
import Web

/// Who makes which paper of a case: its officers make every one; whoever else may take a step (the head, the reviewer, the
/// presider, any officer where the step allows it) makes the papers of that step; whoever was named for the hearing makes
/// its record.
struct PaperHand {
  let account: Int64
  let rights: Set<ActingRight>
  /// Members and clerk of the last hearing that was called or held.
  private let staff: [Int64]

  init(account: Int64, rights: Set<ActingRight>, _ steps: [CaseStep]) {
    self.account = account
    self.rights = rights
    staff = steps.last { !$0.taken.facts.staff.isEmpty }?.taken.facts.staff ?? []
  }

  /// Whether there may be a paper for him at all.
  var mayMakeAny: Bool { !rights.isEmpty || staff.contains(account) }

  func makes(_ template: PaperTemplate, of record: CaseRecord, _ procedure: Procedure) -> Bool {
    if rights.contains(.officer), record.team.has(account) { return true }
    if template.kind == .hearing, staff.contains(account) { return true }
    guard let step = template.kind.flatMap(procedure.definition) else { return false }
    return step.by.contains { person in
      switch person {
      case .head, .reviewer, .presider, .anyOfficer: rights.isSuperset(of: StepDoor(person).rights)
      case .caseOfficer, .recorder, .party: false
      }
    }
  }
}

extension Viewer {
  /// With which rights somebody acts on a case.
  func actingRights(on record: CaseRecord) -> Set<ActingRight> {
    StepDoor.allCases.filter { scope($0.permission)?.allows(record.place) == true }.reduce(into: []) {
      $0.formUnion($1.rights)
    }
  }

  func paperHand(on record: CaseRecord, _ steps: [CaseStep]) -> PaperHand {
    PaperHand(account: account, rights: actingRights(on: record), steps)
  }
}
