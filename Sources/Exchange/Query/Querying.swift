import Duties
import Kit
import Matching
import Offenders
import Offices
import Storage

extension Exchange {
  static let queryDuty = "exchange.province-answer"

  /// Asks the province about whom somebody looked up here, for the same purpose and the same case or clue. No law sets a term.
  func askProvince(_ look: LookRecord, due: CivilDate, _ tx: Transaction) throws -> QueryRecord {
    guard due >= tx.today else { throw RequestRefusal.past(tx.today) }
    let query = QueryRecord(
      id: tx.world.newID(), county: tx.county,
      number: try Offices.number(Series(sign: "卫医省询", digits: 1, suffix: "号"), tx), look: look.id,
      subject: look.subject, said: look.asked, purpose: look.purpose, due: due, account: tx.actor.number,
      asker: tx.actor.title, at: tx.now, answered: nil)
    try QueryStore.insert(query, tx)
    try Duties.owe(
      NewDuty(
        kind: Self.queryDuty, title: "取得\(query.title)的答复", subject: query.ref, owner: ID(query.account), due: due,
        basis: "自己定的日期，用途：\(query.purpose)"), tx)
    tx.tell(query.ref, "提出\(query.title)，用途：\(query.purpose)", [Change("希望答复的日期", nil, due.iso)])
    return query
  }

  /// The question as it leaves; the ledger tells who took it.
  func question(_ query: QueryRecord, _ tx: Transaction) throws -> QueryFile {
    tx.tell(query.ref, "取走\(query.title)的文件")
    return QueryFile(
      county: query.county.number, sender: try Offices.countyName(query.county, tx), number: query.number,
      purpose: query.purpose, asked_on: query.at.date.iso, answer_by: query.due.iso, person: AskedPerson(query.said))
  }

  /// What the province answered. The same answer again changes nothing; another one is refused.
  func enter(_ answer: QueryAnswer, to query: QueryRecord, _ tx: Transaction) throws {
    guard answer.number == query.number else { throw DeliveryRefusal.otherFile }
    if let before = query.answered {
      guard before.answer == answer else { throw RequestRefusal.answered }
      return
    }
    try QueryStore.answer(query.id, answer, tx)
    try Duties.settle(query.ref, kind: Self.queryDuty, outcome: "已有答复", tx)
    tx.tell(
      query.ref, "登记\(query.title)的答复",
      [
        Change("结论", nil, answer.verdict?.title ?? answer.answer),
        Change("候选", nil, "\(answer.candidates.count) 名"),
      ])
  }

  /// Answers a county's question from this register: candidates with names and numbers in part. Kept are purpose and outcome alone.
  func answer(_ file: QueryFile, _ tx: Transaction) throws -> QueryAnswer {
    let look = try offenders.lookUp(file.person.said, most: 3, tx)
    let verdict = look.answer.verdict
    let found = verdict == .none ? [] : Array(zip(look.persons, look.answer.candidates).prefix(3))
    let candidates = try found.compactMap { id, one -> QueryAnswer.Candidate? in
      guard let known = try known(id, one, look, tx), let file = try Offenders.file(of: id, tx) else { return nil }
      let number = file.records.last { !$0.said.idNumber.isEmpty }?.masked.idNumber
      return QueryAnswer.Candidate(
        name: known.name, id_number: number, penalties: known.penalties, reasons: known.reasons)
    }
    let question = AnsweredQuestion(
      id: tx.world.newID(), county: tx.county, sender: file.sender.clipped(to: 80), number: file.number.clipped(to: 80),
      purpose: file.purpose.clipped(to: 500), verdict: verdict, actor: tx.actor.title, at: tx.now)
    try QueryStore.insert(question, tx)
    tx.tell(
      Ref(RefKind("region"), tx.county.number), "答复\(question.sender)的\(question.number)，用途：\(question.purpose)",
      [Change("结论", nil, verdict.title), Change("候选", nil, "\(candidates.count) 名")])
    return QueryAnswer(
      number: file.number, receiver: try Offices.countyName(tx.county, tx), answered_on: tx.today.iso,
      answer: verdict.rawValue, words: verdict.title, candidates: candidates)
  }
}

extension AskedPerson {
  init(_ said: MatchRecord) {
    func some(_ text: String) -> String? { text.isEmpty ? nil : text }
    self.init(
      name: some(said.name), aliases: some(said.aliases), sex: some(said.sex), birth_year: some(said.birthYear),
      id_number: some(said.idNumber), phone: some(said.phone), home_place: some(said.homePlace),
      practice_county: some(said.practiceCounty))
  }
}
