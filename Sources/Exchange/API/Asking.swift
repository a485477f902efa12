import Kit
import Matching
import Offenders
import Storage
import Web

/// Whom an outer system asks for.
struct AskedPerson: Codable, Sendable {
  var purpose: String?
  var name: String?
  var aliases: String?
  var sex: String?
  var birth_year: String?
  var id_number: String?
  var phone: String?
  var home_place: String?
  var practice_county: String?

  var isEnough: Bool { [name, id_number, phone].contains { $0?.trimmed.isEmpty == false } }

  var said: MatchRecord {
    var said = MatchRecord()
    func kept(_ text: String?) -> String { (text ?? "").trimmed.clipped(to: 200) }
    (said.name, said.aliases, said.sex, said.birthYear) = (kept(name), kept(aliases), kept(sex), kept(birth_year))
    (said.idNumber, said.phone, said.homePlace) = (kept(id_number), kept(phone), kept(home_place))
    said.practiceCounty = kept(practice_county)
    return said
  }
}

/// What the asker is told: the answer, and why, without a value of the register.
struct KnownAnswer: Encodable, Sendable {
  /// `same`, `possible`, `none`.
  let answer: String
  let words: String
  let candidates: [KnownPerson]
  let note: String
}

struct KnownPerson: Encodable, Sendable {
  /// `郭某`.
  let name: String
  let score: Double
  let penalties: Int64
  let reasons: [String]
}

extension Exchange {
  /// Whether somebody is known; at most three persons, masked. `same` is no accusation: a person confirms it.
  func answer(_ asked: AskedPerson, to holder: TokenHolder, _ tx: Transaction) throws -> KnownAnswer {
    let look = try offenders.lookUp(asked.said, most: 3, tx)
    let verdict = look.answer.verdict
    let candidates =
      verdict == .none
      ? []
      : try look.answer.candidates.prefix(3).enumerated().compactMap { index, one in
        try known(look.persons[index], one, look, tx)
      }
    try note(.ask, holder, "结论：\(verdict.title)，候选 \(candidates.count) 名", tx)
    return KnownAnswer(
      answer: verdict.rawValue, words: verdict.title, candidates: candidates,
      note: "是不是同一人由人判断；要看记录，请发跨县查询。")
  }

  func known(_ id: ID<Offender>, _ candidate: Candidate, _ look: LookUp, _ reader: Reader) throws
    -> KnownPerson?
  {
    guard let person = try Offenders.file(of: id, reader)?.person else { return nil }
    // A piece that weighs little is no reason to tell.
    let pieces = try offenders.reasons(candidate, in: look).filter { $0.topic != .base && abs($0.amount) >= 0.5 }
    return KnownPerson(
      name: Mask.name(person.name), score: (candidate.score * 100).rounded() / 100, penalties: person.penalties,
      reasons: pieces.map { "“\($0.topic.title)”\($0.amount > 0 ? "支持" : "不支持")是同一人" })
  }
}
