internal import Duties
package import Kit
internal import Matching
internal import Offenders
internal import Offices
package import Storage
internal import Web

/// Deeds that two counties take part in: `here` is the county of whoever acts. Both ledgers are told in the same moment, without
/// the person.
extension Exchange {
  static let answerDuty = "exchange.answer"

  /// Asks another county about a person, for a purpose, by a day. No law sets a term for the answer. Refuses the own county, days
  /// that have passed, a description of nobody, and a county in which nobody could answer.
  package func ask(_ new: NewRequest, _ here: Transaction, _ there: Transaction) throws -> RequestRecord {
    guard new.other == there.county, new.other != here.county else { throw RequestRefusal.ownCounty }
    guard new.due >= here.today else { throw RequestRefusal.past(here.today) }
    guard ![new.said.name, new.said.idNumber, new.said.phone].allSatisfy(\.isEmpty) else {
      throw RequestRefusal.nothingAsked
    }
    let receiver = try receiver(in: new.other, there)
    let record = RequestRecord(
      id: here.world.newID(), county: here.county,
      number: try Offices.number(Series(sign: "卫医询", digits: 1, suffix: "号"), here), new: new,
      account: here.actor.number, asker: here.actor.title, state: .sent, at: here.now, answer: nil, isOpen: false)
    try RequestStore.insert(record, here)
    try Duties.owe(
      NewDuty(
        kind: Self.answerDuty, title: "答复\(record.title)", subject: record.received, owner: receiver.id, due: new.due,
        basis: "对方要求的日期，用途：\(new.purpose)"), there)
    let due = [Change("要求答复的日期", nil, new.due.iso)]
    here.tell(record.ref, "向\(try Offices.countyName(new.other, here))发出\(record.title)，用途：\(new.purpose)", due)
    there.tell(record.received, "从\(try Offices.countyName(here.county, here))发来\(record.title)，用途：\(new.purpose)", due)
    return record
  }

  /// Gives chosen records of the own county, or refuses with a reason. Refuses a second answer, and records of other counties.
  package func answer(
    _ answer: RequestAnswer, to id: ID<PersonRequest>, _ here: Transaction, _ there: Transaction
  ) throws {
    let record = try RequestStore.found(id, here)
    guard record.other == here.county, record.county == there.county else { throw MissingRecord("件跨县查询") }
    guard record.state == .sent else { throw RequestRefusal.answered }
    let state = try keep(answer, of: record, here)
    try Duties.settle(record.received, kind: Self.answerDuty, outcome: state.title, here)
    let change = [Change("状态", record.state.title, state.title)]
    here.tell(record.received, "答复\(record.title)：\(words(answer))", change)
    there.tell(record.ref, "答复\(record.title)：\(words(answer))", change)
  }

  private func keep(_ answer: RequestAnswer, of record: RequestRecord, _ tx: Transaction) throws -> RequestState {
    func word(_ words: String) -> RequestRecord.Answer { .init(words: words, by: tx.actor.title, at: tx.now) }
    switch answer {
    case .refuse(let because):
      try RequestStore.answer(record.id, .refused, word(because), isOpen: false, tx)
      return .refused
    case .give(let chosen, let opens, let words):
      guard !chosen.isEmpty || !words.isEmpty else { throw RequestRefusal.noWords }
      let own = try candidates(for: record, tx).flatMap(\.records)
      let records = own.filter { chosen.contains($0.id) }
      guard records.count == Set(chosen).count else { throw RequestRefusal.strangeRecord }
      try RequestStore.give(records, to: record.id, tx)
      try RequestStore.answer(record.id, .given, word(words), isOpen: opens && !records.isEmpty, tx)
      return .given
    }
  }

  private func words(_ answer: RequestAnswer) -> String {
    switch answer {
    case .give(let records, let opens, _): "提供记录 \(records.count) 条" + (opens ? "，公开姓名和号码" : "")
    case .refuse: "不提供"
    }
  }

  /// Persons who may be meant, each with those records only that the asked county put in itself.
  func candidates(for record: RequestRecord, _ reader: Reader) throws -> [RequestCandidate] {
    try offenders.lookUp(record.new.said, most: 5, reader).persons.compactMap { id in
      guard let file = try Offenders.file(of: id, reader) else { return nil }
      let own = file.records.filter { $0.county == record.other }
      return own.isEmpty ? nil : RequestCandidate(person: file.person, records: own)
    }
  }

  /// What was given, as it stands in the register today.
  func given(_ record: RequestRecord, _ reader: Reader) throws -> [OffenderRecord] {
    try RequestStore.given(record.id, reader).compactMap { line in
      try Offenders.file(of: line.person, reader)?.records.first { $0.id == line.record }
    }
  }

  private func receiver(in county: County, _ reader: Reader) throws -> Person {
    let people = try Offices.people(in: county, holding: .exchangeAsk, roles: roles, reader)
    let least = try people.map { (person: $0, waiting: try Duties.count(of: $0.id, reader)) }
      .min { ($0.waiting, $0.person.id) < ($1.waiting, $1.person.id) }
    guard let least else { throw RequestRefusal.nobodyThere(try Offices.countyName(county, reader)) }
    return least.person
  }
}

/// Somebody who may be meant, with what the asked county could give.
struct RequestCandidate: Sendable {
  let person: OffenderPerson
  let records: [OffenderRecord]
}
