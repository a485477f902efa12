package import Kit
package import Matching
package import Storage

/// A look-up (查询): who asked for whom, why, and what came out. Its page compares anew each time it is opened.
package enum Look {}

extension RefKind { package static let offenderLook = RefKind("offender-look") }
extension Deed { package static let lookUpOffender = Deed("offenders.look") }

package struct LookRecord: Sendable {
  package let id: ID<Look>
  package let county: County
  package let account: Int64
  package let title: String
  package let purpose: String
  /// The case whose party was looked up; nil: somebody typed it.
  package let subject: Ref?
  package let asked: MatchRecord
  /// As it was when somebody looked.
  package let verdict: Verdict
  package let score: Double
  package let person: ID<Offender>?
  /// How many candidates there were.
  package let found: Int64
  package let screening: ID<Screening>?
  package let line: Int64
  package let at: Instant

  package var ref: Ref { Ref(.offenderLook, id) }
  /// What a judgement on this look-up is about.
  package var about: Ref { subject ?? ref }
}

extension Offenders {
  /// Looks somebody up for a purpose: the look-up stands in the ledger with it, whatever was found. Refuses a description without
  /// name, number and telephone.
  package func look(
    _ asked: MatchRecord, for purpose: String, on subject: Ref? = nil, _ tx: Transaction
  ) throws -> ID<Look> {
    let look = try kept(asked, for: purpose, on: subject, tx)
    tx.tell(
      look.ref, "查询违法人员库，用途：\(purpose)",
      [Change("结论", nil, look.verdict.title), Change("候选", nil, "\(look.found) 名")])
    return look.id
  }

  /// Without a sentence in the ledger: the caller tells of all lines of a list at once.
  func kept(
    _ asked: MatchRecord, for purpose: String, on subject: Ref? = nil, screening: ID<Screening>? = nil, line: Int64 = 0,
    _ tx: Transaction
  ) throws -> LookRecord {
    guard ![asked.name, asked.idNumber, asked.phone].allSatisfy(\.isEmpty) else { throw OffenderRefusal.nothingAsked }
    let own = try subject.flatMap { try RecordStore.record(of: $0, tx) }
    let look = try lookUp(asked, besides: own?.person, tx)
    let best = look.answer.candidates.first
    let record = LookRecord(
      id: tx.world.newID(), county: tx.county, account: tx.actor.number, title: tx.actor.title, purpose: purpose,
      subject: subject, asked: asked, verdict: look.answer.verdict, score: best?.score ?? 0, person: look.persons.first,
      found: Int64(look.answer.candidates.count), screening: screening, line: line, at: tx.now)
    try LookStore.insert(record, tx)
    return record
  }
}
