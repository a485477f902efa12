package import Kit
package import Packs
internal import Rulebook
package import Storage

/// The answer to one line of a checklist. Lines state what is lawful.
package enum VisitAnswer: String, CaseIterable, Sendable {
  case yes, no
  case notApplicable = "na"

  package var title: String {
    switch self {
    case .yes: "符合"
    case .no: "不符合"
    case .notApplicable: "不适用"
    }
  }
}

/// One line of a visit's checklist: the words as they held when the visit was planned, so that a later
/// version of the checklist does not change an old record.
package struct VisitItem: Sendable, Hashable {
  package let id: String
  package let question: String
  package let basis: String
  package let confidence: Confidence
  package let violation: String?
  package let answer: VisitAnswer?
  package let note: String?

  init(_ item: HeldItem) {
    self.init(
      id: item.id, question: item.question, basis: item.source, confidence: item.confidence,
      violation: item.violation, answer: nil, note: nil)
  }

  init(
    id: String, question: String, basis: String, confidence: Confidence, violation: String?, answer: VisitAnswer?,
    note: String?
  ) {
    self.id = id
    self.question = question
    self.basis = basis
    self.confidence = confidence
    self.violation = violation
    self.answer = answer
    self.note = note
  }
}

/// What two officers write down after a visit.
package struct VisitReport: Sendable {
  package struct Line: Sendable {
    package let answer: VisitAnswer
    package let note: String?
    package init(_ answer: VisitAnswer, note: String? = nil) {
      self.answer = answer
      self.note = note
    }
  }

  /// The day of the visit; it may differ from the planned one.
  package let date: CivilDate
  package let finding: VisitFinding
  /// By id of the item; every item must be answered.
  package let lines: [String: Line]
  package let order: NewRectification?

  package init(
    date: CivilDate, place: String, began: String? = nil, ended: String? = nil, summary: String, result: VisitResult,
    lines: [String: Line], order: NewRectification? = nil
  ) {
    self.date = date
    finding = VisitFinding(place: place, began: began, ended: ended, summary: summary, result: result)
    self.lines = lines
    self.order = order
  }
}

extension Inspection {
  /// The violations that the lines which were not met point to, in the order of the checklist.
  package static func violations(of visit: ID<Visit>, _ reader: Reader) throws -> [String] {
    try VisitItemStore.items(of: visit, reader).filter { $0.answer == .no }.compactMap(\.violation)
  }
}
