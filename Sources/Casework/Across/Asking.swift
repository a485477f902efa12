internal import Duties
internal import Inspection
package import Kit
internal import Law
internal import Offices
internal import Packs
internal import Procedure
package import Storage

/// Deeds that two counties take part in: `here` is the county of whoever acts, `there` the other one. Both ledgers are told
/// in the same moment.
extension Casework {
  static let answerDuty = "assistance.answer"
  static let followDuty = "assistance.follow"
  static let ruleDuty = "assistance.rule"
  static let referralDuty = "assistance.referral"

  /// Asks another county's agency for help with a case, or states that the case is its or ours (协查、管辖争议). The other
  /// agency owes the answer by the day that is named; the officer of the case owes to follow it up.
  ///
  /// Refuses the own county, days that have passed, closed cases, and a county in which nobody could answer.
  /// Source: 《行政处罚法》第二十五条、第二十六条. No law sets a term for the answer.
  package func ask(_ new: NewAssistance, for id: ID<Case>, _ here: Transaction, _ there: Transaction) throws
    -> AssistanceRecord
  {
    let lawCase = try found(id, here)
    guard new.other == there.county, new.other != here.county else { throw AssistanceRefusal.ownCounty }
    guard new.due >= here.today else { throw AssistanceRefusal.dueInPast(here.today) }
    guard lawCase.state != .closed else { throw AssistanceRefusal.caseClosed }
    let receiver = try receiver(in: new.other, there)
    let record = AssistanceRecord(
      id: here.world.newID(), county: here.county, lawCase: id, number: try Offices.number(Self.series, here), new: new,
      account: here.actor.number, asker: here.actor.title, state: .sent, at: here.now, answer: nil, statement: nil,
      ruling: nil,
      ruledFor: nil)
    try AssistanceStore.insert(record, here)
    try Duties.owe(duty(Self.answerDuty, "答复\(record.title)", record, on: record.received, owner: receiver.id), there)
    try Duties.owe(
      duty(Self.followDuty, "跟进\(record.title)", record, on: record.ref, owner: lawCase.team.first.id), here)
    let name = try Offices.countyName(new.other, here)
    here.tell(record.ref, "发出\(record.title)，给\(name)", [Change("要求答复的日期", nil, new.due.iso)])
    here.tell(lawCase.ref, "案件\(lawCase.number)：向\(name)\(new.kind.title)，\(record.number)")
    there.tell(
      record.received, "收到\(record.title)，来自\(try Offices.countyName(here.county, here))",
      [Change("要求答复的日期", nil, new.due.iso)])
    return record
  }

  /// The asked county accepts, replies, or refuses with its reason. Refuses a second answer.
  package func answer(
    _ answer: AssistanceAnswer, _ text: String, to id: ID<Assistance>, _ here: Transaction, _ there: Transaction
  ) throws {
    let record = try AssistanceStore.found(id, here)
    guard record.other == here.county, record.county == there.county else { throw MissingRecord("件协查") }
    guard record.state.isOpen, answer != .accept || record.state == .sent else { throw AssistanceRefusal.answered }
    let word = AssistanceWord(text: text, by: here.actor.title, at: here.now)
    try AssistanceStore.setAnswer(word, answer.state, of: id, here)
    if answer != .accept {
      try Duties.settle(record.received, kind: Self.answerDuty, outcome: answer.state.title(record.kind), here)
      try Duties.settle(record.ref, kind: Self.followDuty, outcome: answer.state.title(record.kind), there)
    }
    let change = [Change("状态", record.state.title(record.kind), answer.state.title(record.kind))]
    here.tell(record.received, "答复\(record.title)：\(answer.title(record.kind))", change)
    there.tell(record.ref, "收到\(record.title)的答复：\(answer.title(record.kind))", change)
    there.tell(Ref(.lawCase, record.lawCase), "收到\(record.title)的答复：\(answer.title(record.kind))")
  }

  /// Consultation failed: the common superior is asked to name the county (报请指定管辖), within the term of the law.
  /// Refuses requests for help, disputes that are agreed or still have time, counties without a common superior.
  /// Source: 《卫生健康行政处罚程序规定》第十条.
  package func escalate(_ id: ID<Assistance>, _ text: String, _ here: Transaction, _ there: Transaction) throws {
    let record = try AssistanceStore.found(id, here)
    guard record.county == here.county, record.other == there.county else { throw MissingRecord("件协查") }
    _ = try found(record.lawCase, here)
    guard record.kind == .jurisdiction else { throw AssistanceRefusal.notDispute }
    guard record.state == .refused || record.state.isOpen && record.new.due < here.today else {
      throw AssistanceRefusal.stillTalking
    }
    guard let superior = try superior(of: record, here) else { throw AssistanceRefusal.noSuperior }
    try AssistanceStore.setStatement(AssistanceWord(text: text, by: here.actor.title, at: here.now), of: id, here)
    try Duties.settle(record.received, kind: Self.answerDuty, outcome: "已报上级", there)
    try Duties.settle(record.ref, kind: Self.followDuty, outcome: "已报上级", here)
    let term = try law.due("jurisdiction.dispute", from: here.today)
    try Duties.owe(
      NewDuty(
        kind: Self.ruleDuty, title: "指定管辖：\(record.number)", subject: record.ref, owner: superior.id, term: term,
        from: here.today, basis: term.term.provenance.source), here)
    for (tx, ref) in [(here, record.ref), (there, record.received)] { tx.tell(ref, "\(record.title)协商不成，报请共同的上一级指定管辖") }
  }

  /// The common superior names the county, which binds both: where it is the other one, the case is neither told nor decided here
  /// any more (`jurisdiction-ours`), and the written transfer is owed. `counties` are those of his jurisdiction.
  /// Refuses superiors of one side only, and what was not put before him. Source: 《行政处罚法》第二十五条.
  package func rule(
    _ id: ID<Assistance>, for county: County, _ text: String, over counties: [County], _ here: Transaction,
    _ there: Transaction
  ) throws {
    let record = try AssistanceStore.found(id, here)
    guard record.county == here.county, record.other == there.county else { throw MissingRecord("件协查") }
    guard record.state == .escalated else { throw AssistanceRefusal.notEscalated }
    guard counties.contains(record.county), counties.contains(record.other) else { throw AssistanceRefusal.notCommon }
    guard [record.county, record.other].contains(county) else { throw AssistanceRefusal.notAParty }
    try AssistanceStore.setRuling(
      AssistanceWord(text: text, by: here.actor.title, at: here.now), for: county, of: id, here)
    try Duties.settle(record.ref, kind: Self.ruleDuty, outcome: "已指定", here)
    let name = try Offices.countyName(county, here)
    for (tx, ref) in [(here, record.ref), (there, record.received)] { tx.tell(ref, "\(record.title)：上级指定\(name)管辖") }
    here.tell(Ref(.lawCase, record.lawCase), "\(record.title)：上级指定\(name)管辖")
    try Duties.settle(Ref(.lawCase, record.lawCase), kind: Self.referralDuty, outcome: "上级指定\(name)管辖", here)
    if county != record.county { try oweReferral(record.lawCase, to: name, here) }
    try keepOwed(try Self.anyCase(record.lawCase, here), here)
  }

  /// The case is another agency's: its officer owes the written transfer (移送主管机关), unless it is closed or has left already.
  /// No article that was read says within how many days; the term is the agency's own.
  private func oweReferral(_ id: ID<Case>, to name: String, _ tx: Transaction) throws {
    let lawCase = try Self.anyCase(id, tx)
    guard lawCase.state == .investigating, lawCase.stage != .referred, lawCase.stage != .withdrawn else { return }
    let term = try law.due("referral.after-ruling", from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.referralDuty, title: "案件\(lawCase.number)：上级指定\(name)管辖，移送主管机关", subject: lawCase.ref,
        owner: try inCharge(lawCase, tx), term: term, from: tx.today,
        basis: "\(term.term.length)，\(term.term.provenance.source)", campaign: lawCase.campaign?.value), tx)
  }

  /// A case that is to be decided again (责令重新作出) is not ours to decide where a ruling gave it to another county meanwhile.
  func oweReferralAnew(_ record: CaseRecord, _ tx: Transaction) throws {
    guard let ruled = try AssistanceStore.ruledElsewhere(record.id, in: tx.county, tx)?.ruledFor else { return }
    try oweReferral(record.id, to: try Offices.countyName(ruled, tx), tx)
  }

  static let series = Series(sign: "卫医协", digits: 1, suffix: "号")

  private func duty(_ kind: String, _ title: String, _ record: AssistanceRecord, on ref: Ref, owner: ID<Account>)
    -> NewDuty
  {
    NewDuty(kind: kind, title: title, subject: ref, owner: owner, due: record.new.due, basis: "请求中写明的日期")
  }

  /// Somebody who can answer there: of those who work on cases, whoever also gives out the work, else the first.
  private func receiver(in county: County, _ tx: Transaction) throws -> Person {
    let able = try Offices.people(in: county, holding: .caseWork, roles: roles, tx)
    let heads = Set(try Offices.people(in: county, holding: .caseDecide, roles: roles, tx).map(\.id))
    guard let person = able.first(where: { heads.contains($0.id) }) ?? able.first else {
      throw AssistanceRefusal.nobodyThere(try Offices.countyName(county, tx))
    }
    return person
  }

  private func superior(of record: AssistanceRecord, _ tx: Transaction) throws -> Person? {
    let ours = try Offices.people(over: record.county, holding: .jurisdictionDecide, roles: roles, tx).map(\.person)
    let theirs = Set(
      try Offices.people(over: record.other, holding: .jurisdictionDecide, roles: roles, tx).map(\.person.id))
    return ours.first { theirs.contains($0.id) }
  }
}
