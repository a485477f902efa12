package import Kit
package import Storage

extension Deed { package static let judgeOffender = Deed("offenders.judge") }

/// What somebody judged (判断).
package enum JudgedAnswer: String, CaseIterable, Sendable {
  case same, different, unsure

  package var title: String {
    switch self {
    case .same: "是同一人"
    case .different: "不是同一人"
    case .unsure: "还不能确定"
    }
  }
}

/// A judgement of somebody on whether a description and a person are one: of a look-up, the party of a case, or another person of
/// the register. It stays whatever the score becomes; the newest of a pair holds.
package struct Judgement: Sendable, Hashable {
  package let id: ID<Judgement>
  package let county: County
  package let person: ID<Offender>
  package let subject: Ref
  package let answer: JudgedAnswer
  package let reason: String
  package let account: Int64
  package let title: String
  package let at: Instant

  /// A record came or changed since: it wants another look.
  package func isStale(_ person: OffenderPerson) -> Bool { person.evidenceAt > at }
}

extension Offenders {
  /// Judges whether the person and what `subject` describes are one, with a reason. Nothing is merged by it.
  package static func judge(
    _ person: ID<Offender>, _ subject: Ref, _ answer: JudgedAnswer, because reason: String, _ tx: Transaction
  ) throws {
    guard let found = try OffenderStore.person(person, tx), found.into == nil else {
      throw OffenderRefusal.noSuchPerson
    }
    let judgement = Judgement(
      id: tx.world.newID(), county: tx.county, person: person, subject: subject, answer: answer, reason: reason,
      account: tx.actor.number, title: tx.actor.title, at: tx.now)
    try JudgementStore.insert(judgement, tx)
    tx.tell(found.ref, "判断违法人员与另一份描述：\(answer.title)", [Change("对象", nil, "\(subject)")])
  }

  /// The judgements that hold on a subject, by person.
  package static func judgements(on subject: Ref, _ reader: Reader) throws -> [ID<Offender>: Judgement] {
    Dictionary(try JudgementStore.judgements(on: subject, reader).map { ($0.person, $0) }) { $1.id > $0.id ? $1 : $0 }
  }
}
