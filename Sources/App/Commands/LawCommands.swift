import Foundation
import Kit
import Law
import Packs

extension Command {
  private static let lawOptions: [String: Bool] = ["--content": true, "--format": true, "--output": true]

  static let lawDue = Command(
    name: "law due", summary: "算一个期限到哪天为止，列出不计入的日子和条文",
    usage: "qingyuan law due 期限 --from DATE[THH:MM] [--fine YUAN --until DATE] [--format text|json] [--output FILE]",
    example: "qingyuan law due case.filing --from 2026-09-18",
    options: lawOptions.merging(["--from": true, "--fine": true, "--until": true]) { first, _ in first }
  ) { arguments in
    let key = try arguments.onlyWord("要给一个期限，例如 case.filing。")
    guard let text = arguments.value("--from"), let from = EventTime(text) else {
      throw UsageError("要用 --from 给出起算的日期或者时刻，例如 2026-09-18 或者 2026-09-18T16:30。")
    }
    let law = try LawContent.load(HouseContent.source(arguments.value("--content")))
    let (fine, until) = (try arguments.money("--fine"), try arguments.day("--until"))
    if law.terms.surcharge(key) != nil, let fine, let until {
      let found = try law.surcharge(key, fine: fine, from: from.day, until: until)
      return try arguments.write(answer: found, text: found.text)
    }
    let found = try law.answer(key, from: from)
    try arguments.write(answer: found, text: found.text)
  }

  static let lawFine = Command(
    name: "law fine", summary: "算一种违法行为可以罚多少，每一步写明条文",
    usage: """
      qingyuan law fine 违法行为 --on DATE [--gains YUAN] [--goods YUAN] [--ad-fee YUAN] [--loss YUAN] [--amount YUAN]
            [--turnover YUAN] [--charge YUAN] [--contract YUAN] [--refused] [--serious] [--harm] [--subject 主体]
            [--format text|json] [--output FILE]
      """,
    example: "qingyuan law fine unlicensed-institution --on 2026-05-06 --gains 3000",
    options: lawOptions.merging(
      FineBase.allCases.map { ($0.option, true) }
        + [("--on", true), ("--subject", true), ("--refused", false), ("--serious", false), ("--harm", false)]
    ) { first, _ in first }
  ) { arguments in
    let id = try arguments.onlyWord("要给一种违法行为，例如 unlicensed-institution。")
    let question = try arguments.fineQuestion()
    let law = try LawContent.load(HouseContent.source(arguments.value("--content")))
    let found = try law.fine(id, question)
    try arguments.write(answer: found, text: found.text(law.measures))
  }
}

extension Arguments {
  fileprivate func onlyWord(_ otherwise: String) throws -> String {
    guard words.count == 1, let word = words.first else { throw UsageError(otherwise) }
    return word
  }

  fileprivate func day(_ name: String) throws -> CivilDate? {
    guard let text = value(name) else { return nil }
    guard let day = CivilDate(iso: text) else {
      throw UsageError("\(name) 应是日期，例如 2026-05-06，现在是“\(text.clipped(to: 20))”。")
    }
    return day
  }

  fileprivate func money(_ name: String) throws -> Money? {
    guard let text = value(name) else { return nil }
    guard let money = Money(yuanText: text) else {
      throw UsageError("\(name) 应是金额（元，最多两位小数），现在是“\(text.clipped(to: 20))”。")
    }
    return money
  }

  fileprivate func fineQuestion() throws -> FineQuestion {
    guard let day = try day("--on") else { throw UsageError("要用 --on 给出违法行为的日期，例如 2026-05-06。") }
    var bases: [FineBase: Money] = [:]
    for base in FineBase.allCases { bases[base] = try money(base.option) }
    return FineQuestion(
      on: day, bases, refused: has("--refused"), serious: has("--serious"), harm: has("--harm"), subject: try subject())
  }

  private func subject() throws -> Subject? {
    guard let text = value("--subject") else { return nil }
    guard let subject = Subject(rawValue: text) else {
      throw UsageError("--subject 只能是 \(Subject.allCases.map(\.rawValue).joined(separator: "、"))。")
    }
    return subject
  }

  /// The same answer for people and for programs.
  fileprivate func write(answer: some Encodable, text: @autoclosure () -> String) throws {
    guard try format() == .json else { return try write(text()) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(String(decoding: try encoder.encode(answer), as: UTF8.self))
  }
}
