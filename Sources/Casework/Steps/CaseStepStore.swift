import Foundation
import Kit
import Offices
import Procedure
import Storage

enum CaseStepStore {
  static func insert(_ step: CaseStep, of id: ID<Case>, _ tx: Transaction) throws {
    let taken = step.taken
    try tx.execute(
      """
      INSERT INTO case_step (law_case, number, county, kind, on_date, account, officers, about, facts, note, paper, at)
      VALUES (\(id), \(taken.id), \(tx.county), \(taken.kind.rawValue), \(taken.on), \(taken.by),
        \(taken.officers.map(String.init).joined(separator: ",")), \(taken.about), \(try text(taken.facts)), \(step.note),
        \(step.number), \(step.recordedAt))
      """)
  }

  /// In the order in which they were taken.
  static func steps(of id: ID<Case>, _ reader: Reader) throws -> [CaseStep] {
    try reader.once("case.steps \(id)") {
      try reader.query(
        """
        SELECT number, kind, on_date, account, officers, about, facts, note, paper, at FROM case_step
        WHERE law_case = \(id) ORDER BY number
        """, step)
    }
  }

  /// Who was granted recusal.
  static func recused(from id: ID<Case>, _ reader: Reader) throws -> Set<Int64> {
    let recusals: [StepFacts] = try reader.query(
      "SELECT facts FROM case_step WHERE law_case = \(id) AND kind = \(StepKind.recusal.rawValue) ORDER BY number"
    ) { try facts($0.text(0)) }
    return Set(recusals.filter { $0.outcome == "granted" }.compactMap(\.replaced))
  }

  /// Of the cases that a `SELECT` of ids names, in order.
  static func steps(ofCases ids: SQL, _ reader: Reader) throws -> [ID<Case>: [Taken]] {
    let rows = try reader.query(
      SQL(
        "SELECT number, kind, on_date, account, officers, about, facts, note, paper, at, law_case FROM case_step WHERE law_case IN ("
      )
        + ids + ") ORDER BY law_case, number"
    ) { row in (try row.id(10, Case.self), try step(row).taken) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  static func setStage(_ stage: Stage, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute("UPDATE law_case SET stage = \(stage.rawValue) WHERE id = \(id)")
  }

  private static func step(_ row: Row) throws -> CaseStep {
    guard let kind = StepKind(rawValue: try row.text(1)) else { throw UnknownStep(name: try row.text(1)) }
    let taken = Taken(
      id: try row.int(0), kind: kind, on: try row.date(2), by: try row.int(3),
      officers: try row.text(4).split(separator: ",").compactMap { Int64($0) }, about: try row.maybeInt(5),
      facts: try facts(row.text(6)))
    return CaseStep(taken: taken, note: try row.text(7), number: try row.maybeText(8), recordedAt: try row.instant(9))
  }

  private static func facts(_ text: String) throws -> StepFacts {
    try known.value(text) { try JSONDecoder().decode(StepFacts.self, from: Data($0.utf8)) }
  }

  private static let known = Known<StepFacts>(most: 4000)

  private static func text(_ facts: StepFacts) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(facts), as: UTF8.self)
  }
}

/// A store written by a newer program: its steps cannot be judged.
struct UnknownStep: Error { let name: String }
