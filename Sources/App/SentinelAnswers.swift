import Casework
import Inspection
import Intake
import Kit
import Registers
import Sentinels
import Storage

/// What visits and cases tell the posts, and the search for silent ones: days and plain words, nobody's name, no place
/// that the post did not name itself.
enum SentinelAnswers {
  static let questions = SentinelQuestions(
    followUps: [visits, cases], signals: [visitSignals, caseSignals])

  private static let visits: @Sendable (ID<Clue>, Reader) throws -> [FollowUp] = { clue, reader in
    try Inspection.visits(of: clue, reader).map {
      FollowUp(on: $0.date, words: "监督员去检查过：\($0.finding?.result.title ?? "已检查")")
    }
  }

  private static let cases: @Sendable (ID<Clue>, Reader) throws -> [FollowUp] = { clue, reader in
    try Casework.cases(of: clue, reader).flatMap { lawCase in
      [FollowUp(on: lawCase.filedOn, words: "立案查处")]
        + (lawCase.closedOn.map { [FollowUp(on: $0, words: "案件办结")] } ?? [])
    }
  }

  /// Visits that found something; where all was in order nothing was heard.
  private static let visitSignals: @Sendable (County, CivilDate, Reader) throws -> [Signal] = { county, day, reader in
    try Inspection.visits(in: county, since: day, reader).filter { $0.finding.map { $0.result != .clean } ?? false }
      .map { visit in
        let place = try Registers.premises(visit.premises, reader)
        return Signal(
          .visit, Ref(.visit, visit.id), town: place?.town ?? 0, on: visit.date, title: visit.number,
          address: place?.address ?? "")
      }
  }

  private static let caseSignals: @Sendable (County, CivilDate, Reader) throws -> [Signal] = { county, day, reader in
    try Casework.cases(in: county, since: day, reader).map { lawCase in
      let place = try lawCase.premises.flatMap { try Registers.premises($0, reader) }
      return Signal(
        .lawCase, lawCase.ref, town: place?.town ?? 0, on: lawCase.filedOn, title: lawCase.number,
        address: place?.address ?? "")
    }
  }
}
