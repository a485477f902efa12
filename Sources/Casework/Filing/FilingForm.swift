import Inspection
import Intake
import Kit
import Offices
import Web

/// Whom a case is against: other limits hold for organisations.
enum PartyKind: String, CaseIterable { case person, organisation }

enum FilingForm {
  static func read(_ form: Form) throws -> NewCase {
    let read = FormReader(form)
    let party = read.text("party", "当事人", most: 100)
    let kind = read.choice("kind", "当事人是", PartyKind.self)
    let ended = read.maybeDate("act-ended", "违法行为终了日期")
    let weights = Set(form.all("weights").compactMap(CaseWeight.init))
    let violation = read.text("violation", "案由", most: 80)
    let summary = read.text("summary", "基本事实", most: 5000)
    let first = read.id("first", "主办人员", Account.self)
    let second = read.id("second", "协办人员", Account.self)
    try read.done()
    return NewCase(
      party: party, isOrganisation: kind == .organisation, premises: RecordLinks.premises(form.value("premises")),
      clue: read.maybeID("clue"),
      visit: read.maybeID("visit"), violation: violation, summary: summary, actEnded: ended,
      weights: weights, first: first, second: second)
  }
}
