package import Kit
package import Procedure

/// A step taken in a case (办案步骤), as it is kept: what the procedure looks at, and what the person wrote.
package struct CaseStep: Sendable {
  /// Its `id` is the number of the step in its case, from 1, without gaps.
  package let taken: Taken
  /// Free text; may name people, so never in the ledger.
  package let note: String
  /// The number of the document that the step made (文号), of steps that have one: `清卫医罚〔2026〕1号`.
  package let number: String?
  package let recordedAt: Instant
}

/// A step that somebody is about to take.
package struct NewStep: Sendable {
  package let kind: StepKind
  package let on: CivilDate
  package let about: Int64?
  package let facts: StepFacts
  package let note: String

  package init(_ kind: StepKind, on: CivilDate, about: Int64? = nil, facts: StepFacts = StepFacts(), note: String = "")
  {
    self.kind = kind
    self.on = on
    self.about = about
    self.facts = facts
    self.note = note
  }
}

/// What weighs on a case besides the violation: it decides whether legal review and discussion are owed, and how long the
/// act may be punished. Sources: 《行政处罚法》第三十六条、第五十八条;《卫生健康行政处罚程序规定》第十四条、第三十八条、第四十条.
package enum CaseWeight: String, CaseIterable, Sendable {
  case publicInterest = "public-interest"
  case complex
  case reviewByLaw = "review-by-law"
  case discussion
  case harm

  package var title: String {
    switch self {
    case .publicInterest: "涉及重大公共利益"
    case .complex: "案情疑难复杂、涉及多个法律关系"
    case .reviewByLaw: "法律、法规规定应当法制审核"
    case .discussion: "涉及公共安全、有较大社会影响，或者负责人要求集体讨论"
    case .harm: "涉及公民生命健康安全且有危害后果（追责时效五年）"
    }
  }

  static func stored(_ weights: Set<CaseWeight>) -> String {
    allCases.filter(weights.contains).map(\.rawValue).joined(separator: ",")
  }

  static func read(_ text: String) -> Set<CaseWeight> {
    Set(text.split(separator: ",").compactMap { CaseWeight(rawValue: String($0)) })
  }
}
