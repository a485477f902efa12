import Kit
import Matching
import Offenders

/// A record as an outer system writes it (`docs/exchange.md`). All fields but the name may be left out.
struct SubmittedRecord: Codable, Sendable {
  var reference: String?
  var name: String?
  var aliases: String?
  var former_names: String?
  var sex: String?
  var birth_year: String?
  var id_number: String?
  var ethnicity: String?
  var phone: String?
  var home_place: String?
  var practice_county: String?
  var practice_address: String?
  var institution: String?
  var case_date: String?
  var decision_number: String?
  var authority: String?
  var decided_on: String?
  var served_on: String?
  var remedy_end: String?
  var transferred_on: String?
  var kinds: [String]?
  var violation: String?
  var violation_name: String?
  var standing: String?
  var qualification: String?
}

/// One record read strictly: what is wrong with it, or what goes into the register.
struct SubmittedRow {
  let said: MatchRecord
  let penalty: PenaltyFacts
  /// Field and sentence; empty: it can be kept.
  private(set) var problems: [(field: String, sentence: String)] = []

  init(_ record: SubmittedRecord, today: CivilDate) {
    var said = MatchRecord()
    (said.name, said.aliases, said.formerNames) = (record.name.kept, record.aliases.kept, record.former_names.kept)
    (said.sex, said.birthYear, said.idNumber) = (record.sex.kept, record.birth_year.kept, record.id_number.kept)
    (said.ethnicity, said.phone, said.homePlace) = (record.ethnicity.kept, record.phone.kept, record.home_place.kept)
    (said.practiceCounty, said.practiceAddress) = (record.practice_county.kept, record.practice_address.kept)
    (said.institution, said.caseDate) = (record.institution.kept, record.case_date.kept)
    self.said = said
    var reading = RowReading(today: today)
    var penalty = PenaltyFacts()
    (penalty.decisionNumber, penalty.authority) = (record.decision_number.kept, record.authority.kept)
    (penalty.violation, penalty.violationName) = (record.violation.kept, record.violation_name.kept)
    penalty.decidedOn = reading.day("decided_on", record.decided_on, mayBeAhead: false)
    penalty.servedOn = reading.day("served_on", record.served_on, mayBeAhead: false)
    penalty.remedyEnd = reading.day("remedy_end", record.remedy_end, mayBeAhead: true)
    penalty.transferredOn = reading.day("transferred_on", record.transferred_on, mayBeAhead: false)
    penalty.kinds = (record.kinds ?? []).compactMap { reading.word("kinds", $0, PenaltyKind.self) }
    penalty.standing = record.standing.flatMap { reading.word("standing", $0, DecisionStanding.self) } ?? .stands
    penalty.qualification =
      record.qualification.flatMap { reading.word("qualification", $0, Qualification.self) } ?? .unknown
    self.penalty = penalty
    _ = reading.day("case_date", record.case_date, mayBeAhead: false)
    reading.refuse(said, penalty)
    problems = reading.problems
  }
}

/// Reads the values of one row and collects what is wrong.
private struct RowReading {
  let today: CivilDate
  var problems: [(field: String, sentence: String)] = []

  mutating func day(_ field: String, _ text: String?, mayBeAhead: Bool) -> CivilDate? {
    guard let text = text?.trimmed, !text.isEmpty else { return nil }
    guard let day = CivilDate(iso: text), day.year >= 1949 else {
      problems.append((field, "\(field) 不是 2026-11-23 这样的日期。"))
      return nil
    }
    if !mayBeAhead, day > today { problems.append((field, "\(field) 晚于今天。")) }
    return day
  }

  mutating func word<Word: RawRepresentable<String>>(_ field: String, _ text: String, _: Word.Type) -> Word? {
    guard let word = Word(rawValue: text) else {
      problems.append((field, "\(field) 的“\(text.clipped(to: 20))”不在列表里。"))
      return nil
    }
    return word
  }

  mutating func refuse(_ said: MatchRecord, _ penalty: PenaltyFacts) {
    if said.name.isEmpty { problems.append(("name", "没有姓名。")) }
    let texts =
      MatchRecord.columns.map { ($0.title, said[keyPath: $0.field]) }
      + [
        ("decision_number", penalty.decisionNumber), ("authority", penalty.authority),
        ("violation_name", penalty.violationName),
      ]
    for (field, text) in texts {
      if text.scalarCount > 200 { problems.append((field, "\(field) 超过 200 个字。")) }
      if text.unicodeScalars.contains(where: { $0.value < 32 }) { problems.append((field, "\(field) 里有控制字符。")) }
    }
    if penalty.standing != .none, penalty.decisionNumber.isEmpty {
      problems.append(("decision_number", "有处罚决定的，要写决定书文号。"))
    }
    if let decided = penalty.decidedOn, let served = penalty.servedOn, served < decided {
      problems.append(("served_on", "送达日期早于决定日期。"))
    }
  }
}

extension String? {
  fileprivate var kept: String { (self ?? "").trimmed }
}
