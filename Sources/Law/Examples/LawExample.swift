internal import Kit
internal import Packs

/// A worked case (算例) that a person wrote from the law, with what the law answers.
struct LawExample {
  let question: Question
  let expected: Expected
  /// The record, for the message where the answers differ.
  let node: PackNode

  enum Question {
    case due(term: String, from: EventTime)
    case surcharge(term: String, from: CivilDate, until: CivilDate?, fine: Money?)
    case fine(violation: String, FineQuestion)
  }

  enum Expected {
    case due(DueExpected)
    case surcharge(Money, article: String)
    case fine(FineExpected)
    case refused(Why)
  }

  /// Why no answer is given.
  enum Why: String, CaseIterable {
    case missingInput = "missing-input"
    case notInForce = "not-in-force"
    case gap
  }
}

struct DueExpected {
  let due: String
  let countedTo: String
  /// Days that do not count; for terms in days and months those after the plain last day.
  let skipped: [CivilDate]
  let provisional: Bool
  let article: String
}

struct FineExpected {
  let limits: FineLimits
  let mandatory: Bool
  let article: String
  let confiscate: [String]?
  let orders: [String]?
  let onRefusal: [String]?
  let onSerious: [String]?
}

/// One file under `examples/`, with the lists `due`, `fine` and `refused`.
struct ExampleFile {
  let examples: [LawExample]

  static func read(_ node: PackNode) -> ExampleFile {
    ExampleFile(
      examples: node.recordsIfAny("due", LawExample.due) + node.recordsIfAny("fine", LawExample.fine)
        + node.recordsIfAny("refused", LawExample.refused))
  }
}

extension LawExample {
  static func due(_ node: PackNode) -> LawExample {
    // For the reader only: how the days were counted.
    _ = node.text("counted")
    let question = Question.term(node)
    if case .surcharge = question {
      return LawExample(
        question: question, expected: .surcharge(node.money("amount"), article: node.text("article")), node: node)
    }
    let expected = DueExpected(
      due: node.written("due"), countedTo: node.written("countedTo"), skipped: node.dates("skipped"),
      provisional: node.flag("provisional"), article: node.text("article"))
    return LawExample(question: question, expected: .due(expected), node: node)
  }

  static func fine(_ node: PackNode) -> LawExample {
    _ = node.text("steps")
    let expected = FineExpected(
      limits: FineLimits(min: node.money("min"), max: node.money("max")), mandatory: node.flag("mandatory"),
      article: node.text("article"), confiscate: node.wordsIfAny("confiscate"), orders: node.wordsIfAny("orders"),
      onRefusal: node.wordsIfAny("onRefusal"), onSerious: node.wordsIfAny("onSerious"))
    return LawExample(question: .violation(node), expected: .fine(expected), node: node)
  }

  static func refused(_ node: PackNode) -> LawExample {
    _ = (node.textIfAny("steps"), node.textIfAny("counted"))
    return LawExample(
      question: node.has("term") ? .term(node) : .violation(node),
      expected: .refused(node.choice("why", standIn: .gap)), node: node)
  }
}

extension LawExample.Question {
  /// A case with `until` or `fine` is one of a charge that grows by the day.
  fileprivate static func term(_ node: PackNode) -> Self {
    let term = node.slug("term")
    if node.has("until") || node.has("fine") {
      return .surcharge(
        term: term, from: node.date("from"), until: node.dateIfAny("until"), fine: node.moneyIfAny("fine"))
    }
    let text = node.written("from")
    guard let from = EventTime(text) else {
      node.refuse("from", "“\(text)”不是日期，也不是“2026-01-01T08:00”形式的时刻")
      return .due(term: term, from: .day(CivilDate(dayNumber: 0)))
    }
    return .due(term: term, from: from)
  }

  fileprivate static func violation(_ node: PackNode) -> Self {
    var bases: [FineBase: Money] = [:]
    for base in FineBase.allCases { bases[base] = node.moneyIfAny(base.rawValue) }
    let question = FineQuestion(
      on: node.date("on"), bases, refused: node.flag("refused", standard: false),
      serious: node.flag("serious", standard: false), harm: node.flag("harm", standard: false),
      subject: node.has("subject") ? node.choice("subject", standIn: .institution) : nil)
    return .fine(violation: node.slug("violation"), question)
  }
}

extension PackNode {
  /// A list of words that may be empty; nil where it is not written.
  fileprivate func wordsIfAny(_ key: String) -> [String]? { has(key) ? texts(key, mayBeEmpty: true) : nil }
}
