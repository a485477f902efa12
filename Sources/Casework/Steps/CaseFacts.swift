import Inspection
import Kit
import Law
import Offices
import Procedure
import Storage

/// A case as the procedure looks at it.
extension Casework {
  func file(of record: CaseRecord, _ steps: [CaseStep], _ reader: Reader) throws -> CaseFile {
    var file = try reader.once("case.file \(record.id)") { try fileWithoutSteps(record, reader) }
    for step in steps { file.record(step.taken) }
    // Work is also handed over without a step of the case.
    if !steps.isEmpty { file.officers = record.team.ids.map(\.value) }
    return file
  }

  private func fileWithoutSteps(_ record: CaseRecord, _ reader: Reader) throws -> CaseFile {
    let certified = try Offices.people(in: record.county, holding: .caseWork, roles: roles, reader)
      .filter { $0.certificate?.isEmpty == false }.map(\.id.value)
    var file = CaseFile(
      county: record.county.number, track: try OnTheSpotStore.track(of: record.id, reader),
      partyIsOrganisation: record.isOrganisation, certified: Set(certified),
      basisApproved: try obstacle(record, reader) == nil, refusesToCorrectFine: finesRefusal(record.violation.id),
      limitationEnds: try limitation(record), majorPublicInterest: record.weights.contains(.publicInterest),
      complex: record.weights.contains(.complex), reviewByLaw: record.weights.contains(.reviewByLaw),
      wantsDiscussion: record.weights.contains(.discussion))
    file.transfer = try above.transfer(record.id, reader)?.standing ?? .none
    file.isNamedElsewhere = try AssistanceStore.ruledElsewhere(record.id, in: record.county, reader) != nil
    return file
  }

  /// Whether the violation is fined only where an order to correct was not followed.
  private func finesRefusal(_ violation: String) -> Bool {
    guard let penalties = law.violation(violation)?.penalties else { return false }
    return penalties.allSatisfy { $0.basic.fine == nil } && penalties.contains { $0.later[.refused]?.fine != nil }
  }

  private func limitation(_ record: CaseRecord) throws -> CivilDate? {
    let term: TermKey = record.weights.contains(.harm) ? .limitationHealth : .limitationOrdinary
    return try record.actEnded.map { try law.due(term, from: $0).due.date }
  }
}
