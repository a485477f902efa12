package import Kit

/// Which procedure a case takes (简易程序, 普通程序).
package enum Track: String, CaseIterable, Sendable { case simple, ordinary }

/// Where the transfer of a case to the police stands (移送公安机关), as the room that keeps it knows.
package enum TransferStanding: String, CaseIterable, Sendable {
  /// Never proposed, refused by the head, or back with us.
  case none
  /// Reported to the head, who has not decided, or approved and not handed over yet.
  case pending
  /// With the police, the procuratorate or the court; it may still come back.
  case handed
  /// The court has found guilty: nothing comes back any more.
  case judged
}

/// All that the machine looks at: the case as a value.
///
/// `record(_:)` keeps it in step with a step that was taken; a store may as well build it anew from its rows.
package struct CaseFile: Sendable, Hashable {
  package var county: Int64
  package var track: Track
  package var partyIsOrganisation: Bool
  /// Nil before filing, and always in the simple procedure.
  package var filedOn: CivilDate?
  /// The team now.
  package var officers: [Int64]
  /// Officers with a valid certificate (行政执法证件).
  package var certified: Set<Int64>
  package var recused: Set<Int64>
  /// The province's «larger amount» (较大数额) for this party; nil: not known, so the hearing is always told.
  package var hearingAmount: Money?
  /// The violation is verified or approved by the legal office (`Rulebook.obstacle` is nil).
  package var basisApproved: Bool
  /// The provision fines only a party that did not correct (逾期不改正、拒不改正).
  package var refusesToCorrectFine: Bool
  /// Last day on which the act may be punished (追责时效); nil: not known.
  package var limitationEnds: CivilDate?
  /// 涉及重大公共利益; 案情疑难复杂、涉及多个法律关系; another law demands the legal review.
  package var majorPublicInterest: Bool
  package var complex: Bool
  package var reviewByLaw: Bool
  /// 涉及公共安全或者有较大社会影响, or the head wants it discussed (集体讨论).
  package var wantsDiscussion: Bool
  package var transfer = TransferStanding.none
  /// The common superior named another county for it (指定管辖), and it was not referred yet.
  package var isNamedElsewhere = false
  /// In the order in which they were recorded.
  package private(set) var steps: [Taken]

  package init(
    county: Int64, track: Track = .ordinary, partyIsOrganisation: Bool = false, filedOn: CivilDate? = nil,
    officers: [Int64] = [], certified: Set<Int64> = [], recused: Set<Int64> = [], hearingAmount: Money? = nil,
    basisApproved: Bool = true, refusesToCorrectFine: Bool = false, limitationEnds: CivilDate? = nil,
    majorPublicInterest: Bool = false, complex: Bool = false, reviewByLaw: Bool = false, wantsDiscussion: Bool = false,
    steps: [Taken] = []
  ) {
    self.county = county
    self.track = track
    self.partyIsOrganisation = partyIsOrganisation
    self.filedOn = filedOn
    self.officers = officers
    self.certified = certified
    self.recused = recused
    self.hearingAmount = hearingAmount
    self.basisApproved = basisApproved
    self.refusesToCorrectFine = refusesToCorrectFine
    self.limitationEnds = limitationEnds
    self.majorPublicInterest = majorPublicInterest
    self.complex = complex
    self.reviewByLaw = reviewByLaw
    self.wantsDiscussion = wantsDiscussion
    self.steps = steps
  }

  /// Adds a step without asking whether it is lawful: `Procedure.closed` answers that before.
  package mutating func record(_ step: Taken) {
    steps.append(step)
    switch step.kind {
    case .filing: (filedOn, officers) = (step.on, step.officers)
    case .onTheSpot: officers = step.officers
    case .recusal where step.facts.outcome == "granted": replace(step.facts)
    default: break
    }
  }

  private mutating func replace(_ facts: StepFacts) {
    guard let replaced = facts.replaced else { return }
    recused.insert(replaced)
    officers = officers.filter { $0 != replaced } + [facts.successor].compactMap { $0 }
  }
}
