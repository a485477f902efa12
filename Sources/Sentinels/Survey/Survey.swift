import Duties
package import Kit
import Offices
package import Storage

/// Village survey (村居排摸): every village and community is looked through by a day. The name of the kind only; see
/// `SurveyRecord`.
package enum Survey {}

extension RefKind { package static let survey = RefKind("survey") }

extension Deed {
  package static let beginSurvey = Deed("sentinels.begin-survey")
  package static let surveyVillage = Deed("sentinels.survey-village")
  package static let endSurvey = Deed("sentinels.end-survey")
}

struct SurveyRecord: Sendable {
  let id: ID<Survey>
  let county: County
  let title: String
  /// What is looked for, in the words of whoever asks.
  let wanted: String
  let owner: ID<Account>
  let due: CivilDate
  let begun: Instant
  let ended: Instant?

  var ref: Ref { Ref(.survey, id) }
}

/// What was found in one village (排摸结果): nothing counts as an answer.
struct VillageResult: Sendable {
  let village: Int64
  let found: Int64
  let note: String
  let post: ID<Post>?
  let account: ID<Account>?
  let at: Instant
}

extension Sentinels {
  static let surveyDuty = "survey.complete"

  /// Asks for all villages of the county by a day; whoever asks owes that they are answered for. Refuses a day before
  /// today, and a county whose tree has no villages.
  static func begin(_ title: String, wanted: String, due: CivilDate, by owner: ID<Account>, _ tx: Transaction) throws
    -> ID<Survey>
  {
    guard due >= tx.today else { throw SentinelRefusal.dueBeforeToday }
    let villages = try Offices.villages(of: tx.county, on: tx.today, tx)
    guard !villages.isEmpty else { throw SentinelRefusal.noVillages }
    let survey = SurveyRecord(
      id: tx.world.newID(), county: tx.county, title: title, wanted: wanted, owner: owner, due: due, begun: tx.now,
      ended: nil)
    try SurveyStore.insert(survey, tx)
    try Duties.owe(
      NewDuty(
        kind: surveyDuty, title: "收齐排摸“\(title)”", subject: survey.ref, owner: owner, due: due, basis: "布置排摸时定的日期"), tx)
    tx.tell(survey.ref, "布置排摸“\(title)”，\(villages.count) 个村（社区），\(due.iso) 前", [Change("期限", nil, due.iso)])
    return survey.id
  }

  /// What was found in a village; the last one that is answered for settles the duty. Refuses a survey that has ended, a
  /// village of another county, and a village that was answered for.
  static func answer(_ id: ID<Survey>, _ result: VillageResult, _ tx: Transaction) throws {
    guard let survey = try SurveyStore.find(id, tx) else { throw MissingRecord("次排摸") }
    guard survey.ended == nil else { throw SentinelRefusal.surveyEnded }
    let villages = try Offices.villages(of: tx.county, on: tx.today, tx)
    guard survey.county == tx.county, let village = villages.first(where: { $0.number == result.village })
    else { throw SentinelRefusal.unknownVillage }
    let known = try SurveyStore.results(of: id, tx)
    guard !known.contains(where: { $0.village == result.village }) else {
      throw SentinelRefusal.villageAnswered(village.name)
    }
    try SurveyStore.insert(result, of: id, tx)
    tx.tell(
      survey.ref, "排摸“\(survey.title)”：\(village.name)\(result.found == 0 ? "看过，没有" : "发现 \(result.found) 处")")
    let answered = Set(known.map(\.village) + [result.village])
    if villages.allSatisfy({ answered.contains($0.number) }) { try end(survey, "全部收齐", tx) }
  }

  /// Ends a survey before every village was answered for, for a reason; those that are missing stay named.
  static func endSurvey(_ id: ID<Survey>, _ tx: Transaction) throws {
    guard let survey = try SurveyStore.find(id, tx) else { throw MissingRecord("次排摸") }
    guard survey.ended == nil else { throw SentinelRefusal.surveyEnded }
    try end(survey, "没有收齐就结束", tx)
  }

  private static func end(_ survey: SurveyRecord, _ outcome: String, _ tx: Transaction) throws {
    try SurveyStore.end(survey.id, tx)
    try Duties.settle(survey.ref, kind: surveyDuty, outcome: outcome, tx)
    tx.tell(survey.ref, "排摸“\(survey.title)”结束：\(outcome)")
  }
}
