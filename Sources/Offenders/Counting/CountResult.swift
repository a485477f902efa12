package import Kit

/// What the count says of one decision.
package enum CountOutcome: Sendable, Hashable {
  /// The how-manieth counted penalty it is, from 1 on.
  case counted(Int)
  case notCounted
  /// A fact that decides is not known.
  case unclear

  package var isCounted: Bool { if case .counted = self { true } else { false } }
}

/// A reason in a sentence, with the legal basis it rests on.
package struct CountReason: Sendable, Hashable {
  package let sentence: String
  package let basis: String

  package init(_ sentence: String, _ basis: String) {
    self.sentence = sentence
    self.basis = basis
  }

  package var text: String { "\(sentence)（\(basis)）" }
}

/// Whether a decision holds (生效情况), for whoever decides on the transfer.
package enum Effect: Sendable, Hashable {
  /// The last day of the last remedy has passed, or a judgement upheld it.
  case final(since: CivilDate)
  /// Served, and the last day of the remedies is to come, or the review is not over.
  case served(remedyEnds: CivilDate?)
  case undone
  case notServed

  package var words: String {
    switch self {
    case .final(let day): "\(day.iso)起不能再复议、诉讼"
    case .served(let end?): "已送达生效，复议、诉讼期限到\(end.iso)"
    case .served(nil): "已送达生效，复议、诉讼没有结束或者期限算不出"
    case .undone: "已撤销"
    case .notServed: "没有送达"
    }
  }
}

/// One decision with what the count says of it.
package struct CountLine: Sendable, Hashable {
  package let facts: DecisionFacts
  package let outcome: CountOutcome
  /// Never empty; the first reason decides.
  package let reasons: [CountReason]
  package let effect: Effect
  /// 暂定: the calendar of a year that was needed is not published.
  package let provisional: Bool
}

/// One person's penalties counted by law under one reading.
package struct CountResult: Sendable, Hashable {
  package let reading: CountReading
  /// In the order of service; what was not served comes last.
  package let lines: [CountLine]
  package let least: Int
  /// Nil: nothing speaks against it. Else why the new act is not one of a subject of the crime.
  package let notASubject: CountReason?

  /// How many penalties count.
  package var number: Int { lines.count { $0.outcome.isCounted } }
  /// How many could count once their facts are known.
  package var open: Int { lines.count { $0.outcome == .unclear } }
  /// Whether the new act calls for the decision of the head.
  package var isReached: Bool { notASubject == nil && number >= least }
  /// Not reached, but reached if everything unclear turned out to count.
  package var mayBeReached: Bool { !isReached && notASubject == nil && number + open >= least }
}
