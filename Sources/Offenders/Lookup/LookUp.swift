package import Kit
package import Matching
package import Storage

/// Who a description may be (比对结果): persons with the record that fits best, the likeliest first.
package struct LookUp: Sendable {
  package let asked: MatchRecord
  package let answer: MatchAnswer
  let question: MatchQuestion
  let counts: [UInt64: Int]
  let tallies: [UInt64: Int]
  let kept: [Int64: MatchRecord]

  /// Persons of the candidates, in their order.
  package var persons: [ID<Offender>] { answer.candidates.compactMap { Int64($0.id).map { ID($0) } } }

  /// The record of a candidate that was compared, in full.
  func record(_ candidate: Candidate) -> MatchRecord { kept[Int64(candidate.number)] ?? MatchRecord() }
}

extension Offenders {
  /// Who in the register a description may be. Two statements on the store, whatever its size, and one for each name or telephone
  /// whose list was cut. A record that a deed kept is seen by the next question. Tells the ledger nothing: who looks somebody up
  /// for a purpose goes through `look(_:…)`.
  ///
  /// `besides` leaves out a person, and with him the records that are compared: for «who else could he be?».
  package func lookUp(
    _ record: MatchRecord, besides: ID<Offender>? = nil, most: Int = 20, _ reader: Reader
  ) throws -> LookUp {
    let (desk, keys) = (try shelf.desk(), try reader.keys())
    let question = desk.question(record)
    let stored = question.keys.map { (key: $0, value: StoredKey.value($0, keys)) }
    let known = common.known(question.tallies, at: reader.now)
    let found = try KeyStore.found(
      stored.map(\.value), counting: question.tallies.filter { known[$0] == nil }, reader)
    common.keep(found.tallies, at: reader.now)
    let tallies = found.tallies.merging(known) { counted, _ in counted }
    let lists = Dictionary(stored.map { ($0.key.value, found.lists[$0.value] ?? []) }) { first, _ in first }
    let (chosen, skipped) = desk.choose(question, lists: lists, records: tallies[0] ?? 0)
    let counts = try counts(question, stored, lists, reader)
    let kept = try RecordStore.compared(chosen, reader).filter { $0.group != besides?.value }
    let answer = desk.answer(question, kept, counts: counts, tallies: tallies, skipped: skipped, most: most)
    return LookUp(
      asked: record, answer: answer, question: question, counts: counts, tallies: tallies,
      kept: Dictionary(kept.map { ($0.number, $0.record) }) { first, _ in first })
  }

  /// How many bear a name or a telephone: the length of its list, and where that was cut, counted.
  private func counts(
    _ question: MatchQuestion, _ stored: [(key: MatchKey, value: Int64)], _ lists: [UInt64: [Int64]], _ reader: Reader
  ) throws -> [UInt64: Int] {
    let values = Dictionary(stored.map { ($0.key.value, $0.value) }) { first, _ in first }
    var counts: [UInt64: Int] = [:]
    for key in question.counted {
      let seen = lists[key]?.count ?? 0
      counts[key] = seen > MatchDesk.longest ? try KeyStore.count(values[key] ?? 0, reader) : seen
    }
    return counts
  }

  /// Why a candidate may be him, in sentences.
  func explain(_ candidate: Candidate, in look: LookUp) throws -> MatchExplanation {
    try shelf.desk().explain(
      look.question, look.record(candidate), counts: look.counts, tallies: look.tallies, shown: \.masked)
  }

  func verdict(of score: Double) throws -> Verdict { try shelf.desk().verdict(of: score) }
}
