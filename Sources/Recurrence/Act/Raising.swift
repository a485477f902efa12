package import Casework
internal import Duties
internal import Inspection
internal import Intake
package import Kit
internal import Law
package import Offenders
internal import Offices
internal import Packs
package import Storage

/// Kinds of duty of this room.
enum RecurrenceDuty {
  /// The head decides whether to transfer.
  static let decide = "recurrence.decide"
  /// The officer reports for the transfer that the head decided on.
  static let report = "recurrence.report"
}

extension Recurrence {
  /// A person of the register acted again in this case, visit or clue (确认是同一人): the act is kept and counted, and where
  /// the threshold is reached the head owes his decision. Named twice, it stands once.
  ///
  /// Refuses records of other counties and kinds that are no act. Transfers nothing. Source: 解释第二条第四项.
  @discardableResult
  package func name(
    _ person: ID<Offender>, in subject: Ref, standing: String?, _ tx: Transaction
  ) throws -> ID<NewAct> {
    let source = try source(of: subject, tx)
    if let known = try ActStore.find(person, in: subject, tx) { return known.id }
    let act = ActRecord(
      id: tx.world.newID(), county: tx.county, person: person, subject: subject, subjectTitle: source.title,
      lawCase: source.lawCase, on: source.on, standing: standing ?? source.standing, state: .watched, head: nil,
      raised: nil,
      decision: nil,
      at: tx.now)
    try ActStore.insert(act, tx)
    tx.tell(act.ref, "在\(source.title)里确认了一名库里的人，按规定清点此前的处罚")
    try weigh(act, tx)
    return act.id
  }

  /// Somebody judged that a person of the register is the one of this case, visit or clue. Judgements on anything else are no act.
  package func onSame(_ person: ID<Offender>, _ subject: Ref, _ tx: Transaction) throws {
    guard [.lawCase, .visit, .clue].contains(subject.kind) else { return }
    try name(person, in: subject, standing: nil, tx)
  }

  /// A case was filed: what was found in its clue or visit goes along.
  package func onFiled(_ lawCase: ID<Case>, _ tx: Transaction) throws {
    guard let record = try Casework.lawCase(lawCase, tx) else { return }
    let sources = [record.visit.map { Ref(.visit, $0) }, record.clue.map { Ref(.clue, $0) }].compactMap { $0 }
    for source in sources {
      let acts = try ActStore.ofSubject(source, tx).filter { $0.lawCase == nil }
      guard !acts.isEmpty else { continue }
      try ActStore.follow(source, into: lawCase, tx)
      for act in acts { tx.tell(act.ref, "随\(act.subjectTitle)转入案件\(record.number)") }
    }
  }

  /// Counts one act anew and raises the alert where the threshold is reached. An alert that is out stays out: only the head
  /// ends it.
  func weigh(_ act: ActRecord, _ tx: Transaction) throws {
    let result = try result(of: act, tx)
    if act.state == .watched, result.isReached {
      let raised = ActRecord.Raised(number: result.number, reading: result.reading.key, at: tx.now)
      try ActStore.raise(act.id, raised, tx)
      tx.tell(
        act.ref, "\(act.subjectTitle)：此前算得上的处罚\(result.number)次，提请负责人决定是否移送",
        [Change("状态", act.state.title, ActState.waiting.title)])
      try oweDecision(act, tx)
    } else if act.state == .waiting, try isIdle(act, tx) {
      try oweDecision(act, tx)
    }
  }

  /// An alert that nobody owes a decision on, though somebody could.
  func isIdle(_ act: ActRecord, _ reader: Reader) throws -> Bool {
    try Duties.waiting(on: act.ref, reader).isEmpty && head(for: act, reader) != nil
  }

  /// The term runs from the alert. Where nobody may decide, the act waits without a duty: the sweep tries again, and the
  /// check names it.
  private func oweDecision(_ act: ActRecord, _ tx: Transaction) throws {
    guard let head = try head(for: act, tx) else { return }
    let due = try counting.law.due("recurrence.decision", from: tx.today)
    try ActStore.setHead(head.id, of: act.id, tx)
    try Duties.owe(
      NewDuty(
        kind: RecurrenceDuty.decide, title: "决定是否移送公安机关：\(act.title)", subject: act.ref, owner: head.id, term: due,
        from: tx.today, basis: due.term.provenance.source), tx)
    tx.tell(act.ref, "\(act.title)由\(head.name)决定，期限\(due.due.date.iso)")
  }

  /// Who holds the right to decide and does not work on the case: of the agency of its officer first, then who has least
  /// to do.
  private func head(for act: ActRecord, _ reader: Reader) throws -> Person? {
    let team = try act.lawCase.flatMap { try Casework.lawCase($0, reader)?.team }
    let home = try team.flatMap { try Offices.person($0.first.id, reader)?.agency }
    let heads = try Offices.people(in: act.county, holding: .caseDecide, roles: roles, reader)
      .filter { team?.has($0.id.value) != true }
    let near = heads.filter { $0.agency == home }
    return try (near.isEmpty ? heads : near)
      .map { (person: $0, waiting: try Duties.count(of: $0.id, reader)) }
      .min { ($0.waiting, $0.person.id) < ($1.waiting, $1.person.id) }?.person
  }

  private struct Source {
    let title: String
    let on: CivilDate
    let lawCase: ID<Case>?
    /// What the violation of the case says of the person by itself.
    var standing: String?
  }

  private func source(of subject: Ref, _ tx: Transaction) throws -> Source {
    switch subject.kind {
    case .lawCase:
      let record = try Casework.mayAct(on: ID(subject.number), tx)
      return Source(
        title: record.number, on: record.actEnded ?? record.filedOn, lawCase: record.id,
        standing: counting.rule.implied[record.violation.id])
    case .visit:
      guard let visit = try Inspection.visit(ID(subject.number), tx), visit.county == tx.county else { break }
      return Source(title: visit.number, on: visit.date, lawCase: nil)
    case .clue:
      guard let clue = try Intake.clue(ID(subject.number), tx), clue.county == tx.county else { break }
      return Source(title: clue.number, on: clue.receivedAt.date, lawCase: nil)
    default: break
    }
    throw RecurrenceRefusal.noAct
  }
}
