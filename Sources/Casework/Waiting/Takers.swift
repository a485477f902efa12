import Duties
import Inspection
import Kit
import Offices
import Procedure
import Storage

/// Who can do what waits in a case. Never somebody who keeps away from the case or its party (回避).
extension Casework {
  /// People of the county who may take a step now.
  func able(
    to kind: StepKind, by door: StepDoor, _ record: CaseRecord, _ file: CaseFile, _ reader: Reader
  ) throws -> [Person] {
    try candidates(for: kind, by: door, record, file, reader).filter { $0.reasons.isEmpty }.map(\.person)
  }

  /// Who else may take a step when its time has come, where somebody may not because of what he did in the case; empty: nobody.
  func others(for kind: StepKind, _ record: CaseRecord, _ file: CaseFile, _ reader: Reader) throws -> [String] {
    guard let door = procedure.definition(kind)?.by.first.map(StepDoor.init) else { return [] }
    return try candidates(for: kind, by: door, record, file, reader)
      .filter { $0.reasons.isDisjoint(with: Self.personal) }.map(\.person.label)
  }

  /// Conditions that only concern the person who takes the step.
  private static let personal = Set(
    [.reviewerNotDecider, .notAnInvestigator, .notRecused, .qualifiedReviewer].map(\Condition.rawValue)
      + StepPerson.allCases.map(\.rawValue))

  /// Whether somebody else may well do what somebody may not.
  static func asksForOthers(_ closed: [Closed]) -> Bool {
    closed.contains { [Condition.reviewerNotDecider, .notAnInvestigator].map(\.rawValue).contains($0.condition) }
  }

  /// Holders of the right, each with the names of what closes the step to him.
  private func candidates(
    for kind: StepKind, by door: StepDoor, _ record: CaseRecord, _ file: CaseFile, _ reader: Reader
  ) throws -> [(person: Person, reasons: Set<String>)] {
    let away = try keepingAway(record, file, reader)
    return try Offices.people(in: record.county, holding: door.permission, roles: roles, reader)
      .filter { !away.contains($0.id.value) }
      .map { person in
        let acting = ActingPerson(
          account: person.id.value, rights: door.rights, qualifiedReviewer: person.qualification != nil)
        let offer = procedure.offers(file, as: acting, on: reader.today).first { $0.step.kind == kind }
        return (person, Set(offer?.reasons.map(\.condition) ?? [kind.rawValue]))
      }
  }

  /// Among several the one for whom the fewest duties wait.
  func leastBusy(_ people: [Person], _ reader: Reader) throws -> Person? {
    try people.map { ($0, try Duties.count(of: $0.id, reader)) }.min { $0.1 < $1.1 }?.0
  }

  /// People of the county who are there and do not keep away from the case.
  func present(_ record: CaseRecord, _ file: CaseFile, _ reader: Reader) throws -> [Person] {
    let away = try keepingAway(record, file, reader)
    return try Offices.people(in: record.county, holding: nil, roles: roles, reader)
      .filter { !away.contains($0.id.value) }
  }

  /// Who has to see to it where nobody can do it: heads of the officers' agency, other heads, at last the officers.
  func distributors(_ record: CaseRecord, _ file: CaseFile, _ reader: Reader) throws -> [Person] {
    let present = try present(record, file, reader)
    let agency = try Offices.person(record.team.first.id, reader)?.agency
    let deciders = Set(roles.holding(.caseDecide))
    let heads = present.filter { !deciders.isDisjoint(with: $0.roles) }
    return heads.filter { $0.agency == agency } + heads.filter { $0.agency != agency }
      + present.filter { record.team.has($0.id.value) }
  }

  /// Who was granted recusal from the case, or declared that he keeps away from it or its party.
  func keepingAway(_ record: CaseRecord, _ file: CaseFile, _ reader: Reader) throws -> Set<Int64> {
    file.recused.union(try Offices.keepingAway(from: record.concerns, reader))
  }

  /// Who acts, with the legal qualification where it is on file.
  func acting(_ account: Int64, _ rights: Set<ActingRight>, _ reader: Reader) throws -> ActingPerson {
    let isQualified = try rights.contains(.reviewer) && Offices.person(ID(account), reader)?.qualification != nil
    return ActingPerson(account: account, rights: rights, qualifiedReviewer: isQualified)
  }
}

extension CaseRecord {
  /// What somebody keeps away from who has to do with nothing of the case.
  var concerns: [Ref] { [ref] + [premises].compactMap { $0 } }
}
