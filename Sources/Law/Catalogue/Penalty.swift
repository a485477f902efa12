package import Kit
package import Packs

/// A provision that punishes an act (罚则): its article, from when to when, and everything that it lets an authority do.
package struct Penalty: Hashable, Sendable {
  /// The provision whose amounts count.
  package let provision: Citation
  /// What leads there, in citing order: other articles, or the paper that treats one act as another.
  package let through: [Citation]
  /// First day of these amounts.
  package let from: CivilDate
  /// How sure that day is.
  package let fromConfidence: Confidence
  /// Last day, where there is one.
  package let to: CivilDate?
  /// Only for these; empty for everybody that the violation names.
  package let subjects: [Subject]
  package let authority: Authority
  /// Only in this case, in words; nil where the provision always applies.
  package let when: String?
  package let basic: PenaltyStep
  package let later: [PenaltyStage: PenaltyStep]
  /// Measures that may be joined at any time.
  package let also: [String]
  /// What happens to the persons responsible, in words.
  package let persons: String?
  package let confidence: Confidence
  package let note: String?

  package func applies(on day: CivilDate) -> Bool { from <= day && day <= to ?? day }

  package func applies(to subject: Subject?) -> Bool {
    guard let subject, !subjects.isEmpty else { return true }
    return subjects.contains(subject)
  }

  /// 《医疗机构管理条例》第四十三条第一款；《基本医疗卫生与健康促进法》第九十九条第一款.
  package var basis: String { Citation.joined(through + [provision]) }
}

/// When more follows than the basic step.
package enum PenaltyStage: String, CaseIterable, Hashable, Sendable {
  /// Only after an order to correct was not obeyed (逾期不改正、拒不改正).
  case refused
  /// 情节较重; a serious case is at least that.
  case heavier
  /// 情节严重.
  case serious
  /// The law asks for a result (造成后果).
  case harm
}

/// What follows at one step: at once, or at a later stage. Tokens are those of `Measures`.
package struct PenaltyStep: Hashable, Sendable {
  package let confiscate: [String]
  package let orders: [String]
  package let measures: [String]
  package let fine: Fine?

  /// Orders and measures, each once.
  package var tokens: [String] { orders + measures.filter { !orders.contains($0) } }
}
