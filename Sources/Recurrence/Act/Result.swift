internal import Casework
internal import Kit
internal import Offenders
internal import Storage

extension Recurrence {
  /// The count behind an act, under the reading that holds in its county.
  func result(of act: ActRecord, _ reader: Reader) throws -> CountResult {
    let reading = try reading(in: act.county, reader)
    return counting.count(try decisions(of: act, reader), newAct: act.on, by: act.standing, as: reading)
  }

  /// Under every reading, the agency's own first.
  func results(of act: ActRecord, _ reader: Reader) throws -> [CountResult] {
    counting.counts(
      try decisions(of: act, reader), newAct: act.on, by: act.standing, chosen: try reading(in: act.county, reader))
  }

  /// What stands against a person, as if he acted again today.
  func results(of person: ID<Offender>, in county: County, _ reader: Reader) throws -> [CountResult] {
    let decisions = try Offenders.file(of: person, reader)?.decisions(besides: nil, counting.rule) ?? []
    return counting.counts(decisions, newAct: reader.today, by: nil, chosen: try reading(in: county, reader))
  }

  private func decisions(of act: ActRecord, _ reader: Reader) throws -> [DecisionFacts] {
    let own = act.lawCase.map { Ref(.lawCase, $0) }
    return try standing(act.person, reader)?.decisions(besides: own, counting.rule) ?? []
  }

  /// The person as he stands today: whoever was merged is read where he went.
  func standing(_ person: ID<Offender>, _ reader: Reader) throws -> OffenderFile? {
    var file = try Offenders.file(of: person, reader)
    // A chain of merges has an end; the bound keeps a broken store from holding a page up.
    for _ in 0..<8 {
      guard let into = file?.person.into else { break }
      file = try Offenders.file(of: into, reader)
    }
    return file
  }
}
