import Kit
import Offices
package import Storage
package import Web

extension Permission {
  /// To press an open duty by name (人工督办).
  package static let dutyDemand = Permission("duty.demand")
}

extension Deed {
  package static let demandDuty = Deed("duties.demand")
  package static let answerDemand = Deed("duties.answer-demand")
}

/// Demand (督办): a named person presses an open duty, says what is wanted, and by when it is to be answered.
///
/// The first goes to the owner; a second, after silence or an answer that was not enough, to the head of his agency as
/// well; from the third on to those above. The answer is a duty of its own: it is warned of and pressed for like any other,
/// so a demand survives whatever happens to the process. It ends with the answer, or with the duty that was pressed.
struct Demand: Sendable {
  let number: Int
  let words: String
  let answerBy: CivilDate
  /// `罗惠（县整治办）`.
  let by: String
  let at: Instant
  let answer: String?
  let answeredBy: String?
  let answeredAt: Instant?
}

struct NewDemand: Sendable {
  let words: String
  let answerBy: CivilDate
}

enum Demands {
  static let answerKind = "duty.answer"

  /// Presses a duty. Refuses one that has ended or whose clock stands, one whose owner has no
  /// way to answer, an answer that is owed itself, a date before today, and a second demand
  /// while the first still has time. A sealed duty is not there for others.
  static func press(_ id: ID<Duty>, _ new: NewDemand, in room: Duties, _ tx: Transaction) throws {
    guard let found = try DutyStore.find(id, tx) else { throw MissingRecord("项待办") }
    let duty = found.duty
    guard found.ended == nil else { throw DemandRefusal.ended }
    guard !room.ladders.ladder(for: duty.kind).isSealed else { throw MissingRecord("项待办") }
    guard duty.kind != answerKind else { throw DemandRefusal.isAnswer }
    if let since = duty.suspended { throw DemandRefusal.stands(since: since) }
    let owner = try Offices.person(duty.owner, tx)
    guard owner.map({ room.roles.grants(of: $0.roles)[.dutySee] != nil }) == true else {
      throw DemandRefusal.cannotAnswer
    }
    guard new.answerBy >= tx.today else { throw DemandRefusal.past(today: tx.today) }
    let earlier = try DemandStore.all(of: id, tx)
    if let last = earlier.last, last.answer == nil, last.answerBy >= tx.today {
      throw DemandRefusal.stillRuns(until: last.answerBy)
    }
    let number = earlier.count + 1
    try DemandStore.insert(new, number: number, of: id, tx)
    try owe(duty, new, number, tx)
    let told = try tell(duty, number, in: room, tx)
    // What is wanted may name people: it stays in the row.
    tx.tell(duty.subject, "第 \(number) 次督办“\(duty.title)”，要求 \(new.answerBy.iso) 以前答复，通知\(told)")
  }

  /// What the owner says to all demands that wait. Refuses where none does, and anybody but the owner and who stands in for him.
  static func answer(_ id: ID<Duty>, _ words: String, by viewer: Viewer, _ tx: Transaction) throws {
    guard let found = try DutyStore.find(id, tx) else { throw MissingRecord("项待办") }
    guard viewer.accounts.contains(found.duty.owner.value) else { throw DemandRefusal.notYours }
    guard found.ended == nil else { throw DemandRefusal.ended }
    guard try DemandStore.all(of: id, tx).contains(where: { $0.answer == nil }) else {
      throw DemandRefusal.nothingAsked
    }
    try DemandStore.answer(words, of: id, tx)
    try Duties.settle(Ref(.duty, id), kind: answerKind, outcome: "已答复", tx)
    tx.tell(found.duty.subject, "答复“\(found.duty.title)”的督办")
  }

  /// A duty that was pressed was settled in this deed and is owed anew: the demands follow it.
  static func follow(_ new: NewDuty, _ id: ID<Duty>, _ owner: Person, _ tx: Transaction) throws {
    guard let before = try DemandStore.pressed(before: new, tx) else { return }
    try DemandStore.move(from: before, to: id, due: new.due, tx)
    try DemandStore.moveAnswers(of: "duty.id = \(id)", to: owner.id.value, agency: owner.agency.value, tx)
    try NoticeStore.addReader(owner.id, of: "duty.id = \(id)", tx)
    let number = try DemandStore.all(of: id, tx).last?.number ?? 0
    tx.tell(new.subject, "“\(new.title)”重新交办，第 \(number) 次督办随着转过去")
  }

  /// One answer is owed, by the date of the last demand.
  private static func owe(_ duty: OpenDuty, _ new: NewDemand, _ number: Int, _ tx: Transaction) throws {
    try Duties.settle(Ref(.duty, duty.id), kind: answerKind, outcome: "没有答复，已再次督办", tx)
    try Duties.owe(
      NewDuty(
        kind: answerKind, title: "答复第 \(number) 次督办：\(duty.title.clipped(to: 60))", subject: Ref(.duty, duty.id),
        owner: duty.owner, due: new.answerBy, basis: "\(tx.actor.title)的督办"), tx)
  }

  private static func tell(_ duty: OpenDuty, _ number: Int, in room: Duties, _ tx: Transaction) throws -> String {
    var pressers = try Pressers(tx.county, roles: room.roles, tx)
    let owner = Notice(id: tx.world.newID(), duty: duty, step: .demand(number), days: 0)
    try NoticeStore.insert(owner, tx)
    try NoticeStore.insert([duty.owner], of: owner, tx)
    let above = number == 1 ? [] : pressers.readers(of: .late(number == 2 ? .agency : .superior), duty)
    let others = above.filter { $0 != duty.owner && $0.value != tx.actor.number }
    if !others.isEmpty {
      let told = Notice(id: tx.world.newID(), duty: duty, step: .demanded(number), days: 0)
      try NoticeStore.insert(told, tx)
      try NoticeStore.insert(others, of: told, tx)
    }
    return try pressers.labels(of: [duty.owner] + others, tx)
  }
}
