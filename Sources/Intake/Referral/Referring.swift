import Duties
import Kit
import Law
import Offices
import Papers
import Storage
import Web

/// The two counties of a handing on: where it is sent from and where it is received; the same transaction twice where they are one.
struct ReferralCounties {
  let home: Transaction
  let away: Transaction

  func tell(_ one: ReferralRecord, _ words: String, _ changes: [Change] = []) {
    home.tell(one.ref, words, changes)
    away.tell(one.received, words, changes)
  }
}

/// Handing on, taking back, and what a body without an account said on paper.
extension Intake {
  /// Hands an open clue on: letter with its number, what goes along, the duty to accept or return it. A clue that was not accepted
  /// yet is accepted with it.
  ///
  /// The sender's officer stays its owner until the other side accepts; he watches it until the citizen has his answer. Refuses a clue
  /// that lies with somebody already, the own agency, and a body that had it before unless a reason is given.
  func refer(_ id: ID<Clue>, _ new: NewReferral, _ tx: ReferralCounties) throws -> ID<Referral> {
    let clue = try openClue(id, tx.home)
    if let open = try ReferralStore.open(of: id, parent: 0, tx.home) { throw ReferralRefusal.alreadyAway(open.to) }
    if clue.state == .received { try accept(id, Acceptance(owner: clue.owner, task: .runningCampaign), tx.home) }
    guard let owner = try Offices.person(clue.owner, tx.home) else { throw MissingRecord("个账号") }
    let files = try Attachment.of(clue.ref, tx.home)
    let one = try send(new, of: clue, parent: 0, from: owner, files, tx)
    tx.home.tell(
      clue.ref, "把线索\(clue.number)转给\(one.to)（\(one.number)），\(one.due.chinese())以前反馈结果",
      [Change("现在在", owner.agencyName, "\(one.to)，等接收")])
    return one.id
  }

  /// Passes on what one's agency accepted, to somebody else with an account. Its own answer stays owed.
  func forward(_ id: ID<Referral>, _ new: NewReferral, by viewer: Viewer, _ tx: ReferralCounties) throws {
    let parent = try working(id, tx.home)
    guard case .person = new.target else { throw ReferralRefusal.nowhere }
    guard let clue = try ClueStore.find(parent.clue, tx.home),
      let me = try Offices.person(ID(viewer.account), tx.home)
    else { throw MissingRecord("条线索") }
    let files = try Attachment.of(parent.received, tx.home)
    let one = try send(new, of: clue, parent: id.value, from: me, files, tx)
    tx.home.tell(parent.received, "把\(parent.number)的线索转给\(one.to)（\(one.number)）")
    if clue.county == tx.home.county { tx.home.tell(clue.ref, "\(parent.to)把线索\(clue.number)转给\(one.to)") }
  }

  private func send(
    _ new: NewReferral, of clue: ClueRecord, parent: Int64, from owner: Person, _ files: [Attachment],
    _ tx: ReferralCounties
  ) throws -> ReferralRecord {
    guard new.due >= tx.home.today else { throw ReferralRefusal.dueInPast(tx.home.today) }
    let target = try target(new.target, from: owner, tx)
    let before = try ReferralStore.all(of: clue.id, tx.home)
    let hadIt = before.contains {
      $0.to == target.name || target.agency != 0 && [$0.agency, $0.senderAgency].contains(target.agency)
    }
    guard !hadIt || new.again != nil else { throw ReferralRefusal.hadIt(target.name) }
    let along = files.filter { new.files.contains($0.id.value) }
    let term = try law.due("clue.referral", from: tx.home.today)
    let document = try ReferralLetter(new, clue.number, to: target.name, along, term.due.date, owner.agencyName)
      .document(papers, tx.home)
    let one = ReferralRecord(
      id: tx.home.world.newID(), county: tx.home.county, clue: clue.id, parent: parent, number: document.number ?? "",
      paper: new.paper, level: target.level, to: target.name, away: tx.away.county, agency: target.agency,
      receiver: target.receiver, sender: owner.id.value, senderName: owner.label, senderAgency: owner.agency.value,
      ground: new.ground, matter: new.matter, asks: new.asks, again: hadIt ? new.again : nil, reply: new.reply,
      state: .sent, sentAt: tx.home.now, acceptDue: term.due.date, due: new.due, acceptedAt: nil, acceptedBy: nil,
      endedAt: nil, endedBy: nil, words: nil, digest: document.hash)
    try ReferralStore.insert(one, document, tx.home)
    try ReferralLinkStore.insert(new.links, of: one.id, tx.home)
    for file in along { try file.goAlong(with: one, tx) }
    try owe(one, term, to: target.receiver == 0 ? owner.id : ID(target.receiver), tx)
    tx.tell(one, "\(owner.agencyName)把线索\(clue.number)转给\(one.to)（\(one.number)）")
    return one
  }

  private func owe(_ one: ReferralRecord, _ term: TermDue, to owner: ID<Account>, _ tx: ReferralCounties) throws {
    let title = one.hasAccount ? "接收或者退回转来的线索（\(one.number)）" : "向\(one.to)核实是否接收（\(one.number)）"
    try Duties.owe(
      NewDuty(
        kind: ReferralDuty.accept, title: title, subject: one.owing, owner: owner, term: term, from: tx.home.today,
        basis: term.term.basis), tx.away)
  }

  /// Name, agency, account and level of whoever gets it.
  private func target(
    _ target: ReferralTarget, from owner: Person, _ tx: ReferralCounties
  ) throws -> (name: String, agency: Int64, receiver: Int64, level: ReferralLevel) {
    switch target {
    case .outside(let name, let level): return (name, 0, 0, level)
    case .person(let id):
      let all = try Offices.people(in: tx.away.county, holding: .referralAnswer, roles: roles, tx.away)
      guard let person = all.first(where: { $0.id == id }) else { throw ReferralRefusal.notReceiving }
      guard person.agency != owner.agency else { throw ReferralRefusal.ownAgency }
      let level = try ReferralTargets.level(of: person, from: tx.home.county, tx.home)
      return (person.agencyName, person.agency.value, id.value, level)
    }
  }

  /// Before the other side accepts; a body without an account never says it itself, so there also later.
  func withdraw(_ id: ID<Referral>, because reason: String, _ tx: ReferralCounties) throws {
    let one = try opened(id, tx.home)
    guard one.state == .sent || !one.hasAccount else { throw ReferralRefusal.notWithdrawn }
    try end(one, .withdrawn, reason, tx)
  }

  /// What a body without an account said on paper, noted with the scan of it.
  func note(
    _ act: ReferralAct, _ words: String, _ links: [Int: LinkResult], of id: ID<Referral>, _ files: [StagedFile],
    into kept: Attachments, _ tx: Transaction
  ) throws {
    let one = try opened(id, tx)
    guard !one.hasAccount else { throw ReferralRefusal.hasAccount }
    guard !files.isEmpty else { throw ReferralRefusal.noScan }
    for file in files { try kept.attach(file, to: one.ref, tx) }
    let both = ReferralCounties(home: tx, away: tx)
    switch act {
    case .accept:
      guard one.state == .sent else { throw ReferralRefusal.notOpen(one.state.title) }
      guard let clue = try ClueStore.find(one.clue, tx) else { throw MissingRecord("条线索") }
      try begin(one, by: "\(one.to)（纸面回执）", receiver: 0, owner: clue.owner, both)
    case .giveBack: try end(one, .returned, words, both)
    case .report:
      guard one.state == .accepted else { throw ReferralRefusal.notAccepted }
      try ReferralLinkStore.set(links, of: id, tx)
      try end(one, .answered, words, both)
    }
  }
}

/// What the receiving body does.
enum ReferralAct: String, CaseIterable, Sendable {
  case accept
  case giveBack = "return"
  case report

  var title: String {
    switch self {
    case .accept: "接收"
    case .giveBack: "退回"
    case .report: "反馈结果"
    }
  }
}

/// By people of the receiving agency.
extension Intake {
  /// Whoever accepts is its owner from now on and owes the result by the day that the letter names.
  func acceptReferral(_ id: ID<Referral>, by viewer: Viewer, _ tx: ReferralCounties) throws {
    let one = try opened(id, tx.away)
    guard one.state == .sent else { throw ReferralRefusal.notOpen(one.state.title) }
    try begin(one, by: viewer.title, receiver: viewer.account, owner: ID(viewer.account), tx)
  }

  /// The clue is the sender's again at once.
  func giveBack(_ id: ID<Referral>, because reason: String, _ tx: ReferralCounties) throws {
    let one = try opened(id, tx.away)
    try refusePassedOn(one, tx.away)
    try end(one, .returned, reason, tx)
  }

  /// The result. Where the receiver answers the citizen, it is what he reads, and the clue ends.
  func report(
    _ id: ID<Referral>, _ words: String, _ links: [Int: LinkResult], _ files: [StagedFile], into kept: Attachments,
    _ tx: ReferralCounties
  ) throws {
    let one = try working(id, tx.away)
    try ReferralLinkStore.set(links, of: id, tx.away)
    for file in files {
      try kept.attach(file, to: one.received, tx.away)
      try kept.attach(file, to: one.ref, tx.home)
    }
    try end(one, .answered, words, tx)
  }

  /// Accepted here and not passed on.
  private func working(_ id: ID<Referral>, _ tx: Transaction) throws -> ReferralRecord {
    let one = try opened(id, tx)
    guard one.state == .accepted else { throw ReferralRefusal.notAccepted }
    try refusePassedOn(one, tx)
    return one
  }

  private func refusePassedOn(_ one: ReferralRecord, _ reader: Reader) throws {
    guard try ReferralStore.open(of: one.clue, parent: one.id.value, reader) == nil else {
      throw ReferralRefusal.passedOn
    }
  }

  private func opened(_ id: ID<Referral>, _ reader: Reader) throws -> ReferralRecord {
    guard let one = try ReferralStore.find(id, reader) else { throw MissingRecord("件转办") }
    guard one.state.isOpen else { throw ReferralRefusal.notOpen(one.state.title) }
    return one
  }

  private func begin(
    _ one: ReferralRecord, by person: String, receiver: Int64, owner: ID<Account>, _ tx: ReferralCounties
  ) throws {
    try ReferralStore.accept(one.id, by: person, receiver: receiver, tx.away)
    try Duties.settle(one.owing, kind: ReferralDuty.accept, outcome: "已接收", tx.away)
    let title = one.hasAccount ? "办理转来的线索并反馈结果（\(one.number)）" : "向\(one.to)要结果（\(one.number)）"
    try Duties.owe(
      NewDuty(
        kind: ReferralDuty.result, title: title, subject: one.owing, owner: owner, due: one.due,
        basis: "\(one.number)要求的期限"), tx.away)
    tx.tell(one, "\(one.to)接收\(one.number)转办的线索")
    try tellClue(one, "\(one.to)接收转办的线索", now: one.to, tx)
  }

  private func end(_ one: ReferralRecord, _ state: ReferralState, _ words: String, _ tx: ReferralCounties) throws {
    try ReferralStore.end(one.id, state, by: tx.home.actor.title, words, tx.home)
    for kind in [ReferralDuty.accept, ReferralDuty.result] {
      try Duties.settle(one.owing, kind: kind, outcome: state.title, tx.away)
    }
    // What was written may name people: it stays in the row.
    tx.tell(one, "\(one.number)转办的线索\(state.title)", [Change("状态", one.state.title, state.title)])
    try tellClue(one, "转给\(one.to)的线索\(state.title)", now: one.senderName, tx)
    guard state == .answered, one.reply == .receiver, one.parent == 0 else { return }
    try answer(one.clue, words, tx.home)
  }

  /// On the clue itself, where its county is one of the two.
  private func tellClue(_ one: ReferralRecord, _ words: String, now: String, _ tx: ReferralCounties) throws {
    guard let clue = try ClueStore.find(one.clue, tx.home), clue.county == tx.home.county else { return }
    tx.home.tell(clue.ref, words, [Change("现在在", one.state == .sent ? "等\(one.to)接收" : one.to, now)])
  }
}

/// For the deeds on the clue itself.
extension Intake {
  /// A clue that lies elsewhere is not answered over the head of whoever has it.
  func refuseAway(_ clue: ClueRecord, _ reader: Reader) throws {
    if let open = try ReferralStore.open(of: clue.id, parent: 0, reader) { throw ReferralRefusal.away(open.to) }
  }

  /// Whoever takes the clue over watches over what was handed on by hand.
  func followReferrals(of clue: ClueRecord, to owner: ID<Account>, _ tx: Transaction) throws {
    guard let open = try ReferralStore.open(of: clue.id, parent: 0, tx), !open.hasAccount else { return }
    try Duties.handOver(open.ref, kind: nil, to: owner, tx)
  }

  /// What somebody was given from elsewhere goes to a colleague of his agency.
  var referralHandOver: HandOver {
    HandOver("转来的线索") { account, reader in
      try ReferralStore.open(of: account, reader).map { Ref(.referralReceived, $0) }
    } move: { [roles] record, from, to, tx in
      guard let one = try ReferralStore.find(ID(record.number), tx) else { throw MissingRecord("件转办") }
      let able = try Offices.people(in: tx.county, holding: .referralAnswer, roles: roles, tx)
      guard let person = able.first(where: { $0.id.value == to }), person.agency.value == one.agency else {
        throw ReferralRefusal.notReceiving
      }
      try ReferralStore.setReceiver(one.id, to, tx)
      try Duties.handOver(record, from: from, to: person.id, tx)
      tx.tell(record, "\(one.number)转来的线索交给\(person.label)办理")
    }
  }
}

extension Attachment {
  /// One row for each side: each opens it under its own rights.
  fileprivate func goAlong(with one: ReferralRecord, _ tx: ReferralCounties) throws {
    try share(with: one.ref, tx.home)
    if one.hasAccount { try share(with: one.received, tx.away) }
  }
}
