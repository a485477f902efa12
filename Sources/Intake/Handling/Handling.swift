import Campaign
import Duties
package import Kit
import Law
package import Offices
import Registers
package import Storage
import Web

/// What is decided when a clue is accepted.
package struct Acceptance: Sendable {
  let owner: ID<Account>
  let task: TaskPick
  /// By when the reporter gets an answer; nil for the usual term.
  let due: CivilDate?

  package init(owner: ID<Account>, task: TaskPick, due: CivilDate? = nil) {
    self.owner = owner
    self.task = task
    self.due = due
  }
}

extension Intake {
  /// Accepts a received clue: gives it to an officer, counts it under a campaign, and starts the time for the answer.
  ///
  /// Refuses a clue that is not waiting for acceptance, an owner of the county who may not work clues, a task that is
  /// not running, and an answer due before today.
  package func accept(_ id: ID<Clue>, _ acceptance: Acceptance, _ tx: Transaction) throws {
    let clue = try clue(id, in: .received, tx)
    let owner = try officer(acceptance.owner, tx)
    let under = try acceptance.task.resolved(tx)
    let duty = try answering(clue, owner, asked: acceptance.due, under, tx)
    try HandlingStore.accept(clue, owner.id, under, due: duty.due, provisional: duty.provisional, tx)
    try Duties.settle(clue.ref, kind: ClueDuty.accept, outcome: "已受理", tx)
    try Duties.owe(duty, tx)
    tx.tell(
      clue.ref, "受理线索\(clue.number)，由\(owner.label)承办，\(duty.due.chinese())前答复",
      [
        Change("状态", clue.state.title, ClueState.accepted.title),
        Change("承办", try ownerLabel(clue, tx), owner.label), Change("任务", nil, under.label),
      ])
  }

  /// Does not accept a received clue. `reason` is what the reporter reads, and `remedy` what he may do against it;
  /// `ground` is the kind of reason, a key of `Content/matters/`.
  package func refuse(
    _ id: ID<Clue>, because reason: String, ground: String? = nil, remedy: String? = nil, _ tx: Transaction
  ) throws {
    let clue = try clue(id, in: .received, tx)
    let answer = [reason, remedy].compactMap { $0 }.joined(separator: "\n")
    try HandlingStore.end(clue, .refused, answer: answer, tx)
    try Duties.settle(clue.ref, kind: ClueDuty.accept, outcome: ClueState.refused.title, tx)
    try keepAnswer(clue, .refused, answer, tx)
    tx.tell(
      clue.ref, "决定不予受理线索\(clue.number)，并写明理由",
      [
        Change("状态", clue.state.title, ClueState.refused.title),
        Change("理由类别", nil, channels.refusals.first { $0.key == ground }?.title),
      ])
  }

  /// Answers an accepted clue and ends it. `text` is what the reporter reads.
  package func answer(_ id: ID<Clue>, _ text: String, _ tx: Transaction) throws {
    let clue = try clue(id, in: .accepted, tx)
    try refuseAway(clue, tx)
    try HandlingStore.end(clue, .answered, answer: text, tx)
    try Duties.settle(clue.ref, kind: ClueDuty.answer, outcome: ClueState.answered.title, tx)
    try keepAnswer(clue, .answered, text, tx)
    tx.tell(
      clue.ref, "答复线索\(clue.number)，线索办结", [Change("状态", clue.state.title, ClueState.answered.title)])
  }

  /// Gives an open clue with all that is owed on it to another officer.
  package func assign(_ id: ID<Clue>, to person: ID<Account>, _ tx: Transaction) throws {
    let clue = try openClue(id, tx)
    let owner = try officer(person, tx)
    guard clue.owner != owner.id else { throw GivingRefusal.same }
    try HandlingStore.setOwner(id, owner.id, tx)
    try Duties.handOver(clue.ref, kind: nil, to: owner.id, tx)
    try followReferrals(of: clue, to: owner.id, tx)
    tx.tell(
      clue.ref, "把线索\(clue.number)交给\(owner.label)承办",
      [Change("承办", try ownerLabel(clue, tx), owner.label)])
  }

  /// Counts an accepted clue under another task or campaign, or under none.
  package func count(_ id: ID<Clue>, under pick: TaskPick, _ tx: Transaction) throws {
    let clue = try clue(id, in: .accepted, tx)
    let under = try pick.resolved(tx)
    let before = try clue.task.flatMap { try Campaign.task($0, tx)?.label }
    try HandlingStore.setTask(id, under, tx)
    try Duties.move(clue.ref, kind: ClueDuty.answer, under: under.campaign?.value, tx)
    tx.tell(
      clue.ref, "把线索\(clue.number)改为\(under.label.map { "计入\($0)" } ?? "不计入专项行动")",
      [Change("任务", before, under.label)])
  }

  /// The duty's date was counted again, and the clue's with it. For duties on other records this does nothing.
  package static func follow(
    _ subject: Ref, _ kind: String, _ due: CivilDate, _ provisional: Bool, _ tx: Transaction
  ) throws {
    guard subject.kind == .clue, [ClueDuty.accept, ClueDuty.answer].contains(kind) else { return }
    try HandlingStore.setDue(ID(subject.number), due, provisional: provisional, tx)
  }

  /// The date that was asked for, else the usual term from today.
  private func answering(
    _ clue: ClueRecord, _ owner: Person, asked: CivilDate?, _ under: Counted, _ tx: Transaction
  ) throws -> NewDuty {
    let title = "办理并答复线索\(clue.number)"
    let matter = try ChannelStore.entry(clue.id, tx)?.matter ?? ChannelBook.usual
    let usual = try clock(.answer, clue.channel, matter, in: tx.county, from: tx.today, tx)
    guard let asked, asked != usual.due.date else {
      return usual.duty(ClueDuty.answer, title, clue.ref, owner.id, from: tx.today, campaign: under.campaign?.value)
    }
    guard asked >= tx.today else { throw IntakeRefusal.dueBeforeToday }
    return NewDuty(
      kind: ClueDuty.answer, title: title, subject: clue.ref, owner: owner.id, due: asked, basis: "受理时确定的答复期限",
      campaign: under.campaign?.value)
  }
}

/// Preconditions that several deeds share.
extension Intake {
  func clue(_ id: ID<Clue>, in state: ClueState, _ tx: Transaction) throws -> ClueRecord {
    let clue = try anyClue(id, tx)
    if clue.state == .received, state == .accepted { throw IntakeRefusal.notAccepted(number: clue.number) }
    guard clue.state == state else {
      throw IntakeRefusal.alreadyHandled(number: clue.number, state: clue.state.title)
    }
    try refuseConcealed(clue, tx)
    return clue
  }

  func openClue(_ id: ID<Clue>, _ tx: Transaction) throws -> ClueRecord {
    let clue = try anyClue(id, tx)
    guard clue.state.isOpen else { throw IntakeRefusal.alreadyHandled(number: clue.number, state: clue.state.title) }
    try refuseConcealed(clue, tx)
    return clue
  }

  func anyClue(_ id: ID<Clue>, _ tx: Transaction) throws -> ClueRecord {
    guard let clue = try ClueStore.find(id, tx), clue.county == tx.county else { throw MissingRecord("条线索") }
    return clue
  }

  func officer(_ id: ID<Account>, _ tx: Transaction) throws -> Person {
    let officers = try Offices.people(in: tx.county, holding: .clueWork, roles: roles, tx)
    guard let officer = officers.first(where: { $0.id == id }) else { throw IntakeRefusal.notAnOfficer }
    return officer
  }

  private func ownerLabel(_ clue: ClueRecord, _ reader: Reader) throws -> String? {
    try Offices.person(clue.owner, reader)?.label
  }
}
