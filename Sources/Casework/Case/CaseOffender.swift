internal import Kit
internal import Law
internal import Matching
internal import Offenders
internal import Offices
internal import Procedure
internal import Registers
internal import Storage

/// The party of a case in the register of offenders: after every step and every change of its particulars.
extension Casework {
  /// Only natural persons. What is not known yet stays empty and follows when it is.
  func keepOffender(_ id: ID<Case>, _ tx: Transaction) throws {
    guard let offenders, let record = try CaseStore.find(id, tx), !record.isOrganisation else { return }
    // A folder whose keys are others opens no number: the case goes on, and the register follows when they are back.
    guard let said = try? said(record, tx), try Offenders.opens(record.ref, tx) else { return }
    let file = try file(of: record, try CaseStepStore.steps(of: id, tx), tx)
    let penalty = try penalty(of: record, file, tx)
    try offenders.enter(
      NewRecord(.ownCase, source: "案件\(record.number)", subject: record.ref, said: said, penalty: penalty), tx)
  }

  /// The party as the case describes it.
  func said(_ record: CaseRecord, _ reader: Reader) throws -> MatchRecord {
    let known = try Casework.particulars(of: record, try reader.keys(), reader)
    let premises = try record.premises.flatMap { try Registers.premises($0, reader) }
    var said = MatchRecord()
    // `钟某（车站路艾灸馆）`: the shop in brackets is no part of the name.
    let parts = record.party.split(separator: "（", maxSplits: 1)
    said.name = parts.first.map { String($0).trimmed } ?? record.party
    said.idNumber = known?.number ?? ""
    said.phone = known?.phone ?? ""
    said.sex = known?.gender ?? ""
    said.birthYear = known?.birth.map { "\($0.year)" } ?? ""
    // Counties that an agency wrote itself have no code of the state.
    said.practiceCounty = (100_000...999_999).contains(record.county.number) ? "\(record.county.number)" : ""
    said.practiceAddress = premises?.address ?? ""
    said.institution = premises?.name ?? record.premisesName ?? ""
    said.caseDate = record.filedOn.iso
    return said
  }

  private func penalty(of record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws -> PenaltyFacts {
    var facts = PenaltyFacts()
    facts.violation = record.violation.id
    facts.violationName = record.violation.name
    facts.authority = try Offices.countyName(record.county, tx)
    facts.actEnded = record.actEnded
    facts.standing = .none
    let left = file.steps.last { $0.kind == .crimeTransfer }
    facts.transferredOn = left?.on
    guard let (decision, penalty) = procedure.standing(file), decision.kind != .noPenalty else {
      // Decided once and to be decided anew: nothing stands meanwhile.
      if file.steps.contains(where: { $0.kind == .decision || $0.kind == .onTheSpot }) { facts.standing = .revoked }
      return facts
    }
    facts.decisionNumber = record.decision?.number ?? ""
    facts.decidedOn = decision.on
    facts.kinds = penalty.penalties.compactMap { PenaltyKind(rawValue: $0) }
    facts.servedOn = procedure.served(decision, in: file)
    facts.remedyEnd = procedure.remedyEnd(file)
    facts.standing = standing(record, decision, penalty)
    return facts
  }

  private func standing(_ record: CaseRecord, _ decision: Taken, _ penalty: StepFacts) -> DecisionStanding {
    if record.decision?.outcome == .revoked { return .revoked }
    return penalty == decision.facts ? .stands : .changed
  }
}
